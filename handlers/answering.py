"""Answering: passing a question on, and what organisers do with it. A reply to the message that tells of it answers it.

Nothing is decided here: every right is checked where the act is done. Never imports storage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.desks.organisers import Denial
from domain.handed_over import Ended, Shown
from handlers.replies import handed_over as replies
from handlers.replies import organisers, start
from handlers.replies.overview import overview
from handlers.reply import Reply, Toast

if TYPE_CHECKING:
    from telegram import Update

    from handlers.buttons import CloseQuestion, DropAnswer, KeepAnswer, PassOn, ShowQuestion
    from handlers.context import Context


async def pass_on(context: Context, press: PassOn) -> None:
    """Pass a question on to the organisers."""
    outcome = await context.office.questions.pass_on(context.official, press.question)
    said = replies.passing(context.words, outcome)
    if isinstance(said, Toast):
        context.toast(said)
    else:
        context.reply(said)


async def organiser_reply(update: Update, context: Context) -> bool:
    """Take a reply to a question that the bot told of as its answer, if it is all text.

    ``False`` when it replies to nothing such.
    """
    message = update.message
    told = message.reply_to_message if message else None
    if message is None or told is None:
        return False
    asked = await context.office.questions.replied_to(context.official, told.message_id)
    if asked is None:
        return False
    if not message.text:
        context.reply(start.unknown(context.words))
        return True
    outcome = await context.office.questions.answer(context.official, asked.id, message.text)
    if isinstance(outcome, Denial):
        refuse(context, outcome)
    else:
        context.reply(replies.answering(context.words, outcome, asked.id))
    return True


async def close(context: Context, press: CloseQuestion) -> None:
    """Close a question without an answer."""
    outcome = await context.office.questions.close(context.official, press.question)
    if isinstance(outcome, Denial):
        refuse(context, outcome)
    else:
        _say(context, replies.closing(context.words, outcome))


async def keep(context: Context, press: KeepAnswer) -> None:
    """Keep an answer for everybody who asks the same."""
    outcome = await context.office.knowledge.keep(context.official, press.question)
    if isinstance(outcome, Denial):
        refuse(context, outcome)
        return
    said = replies.keeping(context.words, outcome)
    if isinstance(said, Toast):
        context.toast(said)
    else:
        context.reply(said)


async def drop(context: Context, press: DropAnswer) -> None:
    """Keep an answer no longer."""
    outcome = await context.office.knowledge.drop(context.official, press.faq)
    if isinstance(outcome, Denial):
        refuse(context, outcome)
    else:
        context.show(replies.dropped(context.words))


async def show_question(context: Context, press: ShowQuestion) -> None:
    """Let a question come in a message of its own, to be replied to."""
    match outcome := await context.office.questions.show(context.official, press.question):
        case Denial():
            refuse(context, outcome)
        case Ended(asked):
            context.toast(replies.ended(context.words, asked))
        case Shown():
            context.toast(Toast(context.words.plain("question.shown")))
        case _:
            context.reply(replies.gone(context.words))


async def command(context: Context, _: str) -> None:
    """Answer /pytania."""
    await show_questions(context)


async def show_questions(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Show an organiser what waits for an answer, and what could not be answered."""
    seen = await context.office.questions.overview(context.official)
    if isinstance(seen, Denial):
        refuse(context, seen)
    else:
        context.show(overview(context.words, seen))


def refuse(context: Context, denial: Denial) -> None:
    """Tell that an act is for organisers: over the chat after a press, else in a message."""
    if context.exchange.pressed is not None:
        context.toast(Toast(context.words.plain(f"toast.{denial}"), alert=True))
    else:
        context.reply(organisers.denied(context.words, denial))


def _say(context: Context, said: Reply | Toast) -> None:
    if isinstance(said, Toast):
        context.toast(said)
    else:
        context.show(said)
