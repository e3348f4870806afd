"""Why: what a person hears and does not hear, explained to that person alone. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.buttons import ShowAccount
from handlers.replies import why as replies
from handlers.replies.explaining import explained
from handlers.routing import number

if TYPE_CHECKING:
    from handlers.buttons import ShowWhy
    from handlers.context import Context
    from handlers.texts import Words
    from handlers.texts.markup import Markup


async def command(context: Context, argument: str) -> None:
    """Answer /dlaczego: about a training by its number, about the message replied to, or about what was said last."""
    replied_to = context.exchange.replied_to
    if argument:
        training = number(argument.removeprefix("#"))
        if training is None:
            context.reply(replies.no_number(context.words))
        else:
            await open_training(context, training)
    elif replied_to is not None:
        await _of_message(context, replied_to)
    else:
        await show(context, ShowAccount())


async def show(context: Context, press: ShowAccount, *, words: Words | None = None) -> None:
    """Show a page of what was said to the person, or is to be, in ``words`` of another language if given."""
    seen = await context.office.explaining.last(context.official, press.page, replies.A_PAGE)
    context.show(replies.account(words or context.words, seen))


async def show_training(context: Context, press: ShowWhy) -> None:
    """Show how the person stands with a training, and what was said about it."""
    await open_training(context, press.training, page=press.page)


async def open_training(context: Context, training_id: int, *, page: int = 1, lead: Markup | None = None) -> None:
    """Show the same, under a ``lead`` line if there is one."""
    seen = await context.office.explaining.about(context.official, training_id)
    if seen is None:
        context.show(replies.no_number(context.words))
        return
    prospect = None if seen.place else await context.office.registration.prospect(context.official, training_id)
    organised = await context.office.trainings.organises(context.official, seen.stored.training)
    shown = replies.about(context.words, seen, prospect, page=page, organised=organised)
    context.show(shown.led_by(lead))


async def _of_message(context: Context, message_id: int) -> None:
    """Explain one message: an answer to the person is kept nowhere, a notice is."""
    entry = await context.office.explaining.told_in(context.official, message_id)
    if entry is None:
        context.reply(replies.not_kept(context.words))
    elif entry.notice.training is None:
        context.reply(replies.one(context.words, entry))
    else:
        await open_training(context, entry.notice.training.id, lead=explained(context.words, entry))
