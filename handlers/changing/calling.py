"""Calling a training off, with a reason that is typed and previewed, and letting it take place after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.drafting import CalledOff, Calling, NoReason, Undone
from handlers.announcing import unanswered
from handlers.changing.managing import REASON, open_training, refused, stop_waiting
from handlers.replies.changing import calling as replies
from handlers.reply import Toast
from handlers.texts.markup import clean

if TYPE_CHECKING:
    from domain.ports import Prompt
    from handlers.buttons import AskCallOff, AskRevive, CallOff, Revive
    from handlers.context import Context


async def ask_call_off(context: Context, press: AskCallOff) -> None:
    """Show what calling a training off would mean."""
    await begin(context, press.training)


async def begin(context: Context, training_id: int) -> None:
    """Show what calling a training off would mean, and wait for the reason."""
    seen = await context.office.trainings.calling(context.official, training_id)
    if not isinstance(seen, Calling):
        await refused(context, seen)
    elif not _takes_place(context, seen):
        await open_training(context, training_id)
    else:
        await stop_waiting(context)
        await context.office.profile.ask(context.official, REASON, training_id)
        context.show(replies.ask_call_off(context.words, seen))


async def typed(context: Context, prompt: Prompt, text: str) -> None:
    """Take a typed reason and show the message that it makes, or say why it cannot be one."""
    training_id = prompt.training_id or 0
    seen = await context.office.trainings.calling(context.official, training_id)
    if not isinstance(seen, Calling):
        await refused(context, seen)
        return
    if not _takes_place(context, seen):
        await open_training(context, training_id)
        return
    reason = clean(text)
    if reason.endswith("?") or len(reason) > replies.LONGEST_REASON or not any(sign.isalpha() for sign in reason):
        await unanswered.refuse(context, text, replies.bad_reason(context.words, seen.stored.training))
        return
    await context.office.profile.ask(context.official, REASON, training_id, reason)
    context.reply(replies.preview(context.words, seen, reason))


def _takes_place(context: Context, seen: Calling) -> bool:
    training = seen.stored.training
    return not training.cancelled and not training.over(context.office.now)


async def call_off(context: Context, press: CallOff) -> None:
    """Call a training off, with the reason that was typed."""
    prompt = await context.office.profile.awaited(context.official)
    waiting = prompt is not None and (prompt.awaits, prompt.training_id) == (REASON, press.training)
    reason = prompt.data if prompt and waiting else ""
    outcome = await context.office.trainings.call_off(
        context.official, press.training, press.version, reason, silent=press.silent
    )
    match outcome:
        case CalledOff():
            await stop_waiting(context)
            context.show(replies.called_off(context.words, outcome))
        case NoReason():
            await begin(context, press.training)
        case Calling(stored):
            if stored.training.cancelled:
                context.toast(Toast(context.words.plain("toast.called_off")))
            else:
                context.show(replies.overtaken(context.words, stored.training))
        case _:
            await refused(context, outcome)


async def ask_revive(context: Context, press: AskRevive) -> None:
    """Show what taking a cancellation back would mean."""
    seen = await context.office.trainings.calling(context.official, press.training)
    if not isinstance(seen, Calling):
        await refused(context, seen)
    elif _takes_place(context, seen) or seen.stored.training.over(context.office.now):
        await open_training(context, press.training)
    else:
        context.show(replies.ask_revive(context.words, seen))


async def revive(context: Context, press: Revive) -> None:
    """Let a training take place after all."""
    outcome = await context.office.trainings.revive(context.official, press.training, press.version)
    match outcome:
        case Undone(training):
            context.show(replies.revived(context.words, training))
        case Calling():
            await open_training(context, press.training)
        case _:
            await refused(context, outcome)
