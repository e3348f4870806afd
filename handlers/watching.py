"""Messages to many that went out: watched, held, let go on, ended, deleted for recipients. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from domain.broadcast import Phase, Settled, Turned
from domain.desks.organisers import Denial
from handlers import composing
from handlers.answering import refuse
from handlers.replies import broadcast_progress as replies
from handlers.replies import broadcasts
from handlers.reply import Toast

if TYPE_CHECKING:
    from domain.broadcast import Progress, Turning
    from handlers.buttons import (
        AskDeletion,
        DeleteBroadcast,
        PauseBroadcast,
        ResumeBroadcast,
        ShowBroadcast,
        ShowUnreached,
        StopBroadcast,
    )
    from handlers.context import Context

NAMES = 5


async def show(context: Context, press: ShowBroadcast) -> None:
    """Show how far a message has come; one that has not gone out is composed on."""
    if seen := await _progress(context, press.broadcast):
        await _show(context, seen)


async def _show(context: Context, seen: Progress) -> None:
    match seen.broadcast.phase:
        case Phase.COMPOSING:
            if composed := await composing.opened(context, seen.broadcast.id):
                await composing.go_on(context, composed)
        case Phase.DISCARDED:
            context.show(broadcasts.discarded(context.words))
        case _:
            context.show(replies.progress(context.words, seen))


async def pause(context: Context, press: PauseBroadcast) -> None:
    """Hold what is not sent yet."""
    await _turned(context, await context.office.broadcasts.pause(context.official, press.broadcast))


async def resume(context: Context, press: ResumeBroadcast) -> None:
    """Let it go on."""
    await _turned(context, await context.office.broadcasts.resume(context.official, press.broadcast))


async def stop(context: Context, press: StopBroadcast) -> None:
    """End it without the rest."""
    await _turned(context, await context.office.broadcasts.stop(context.official, press.broadcast))


async def _turned(context: Context, outcome: Turning | Denial) -> None:
    """Tell what became of it; the message that shows the progress is kept current elsewhere, any other here."""
    match outcome:
        case Denial():
            refuse(context, outcome)
            return
        case Turned():
            context.toast(replies.turned(context.words, outcome))
        case Settled():
            context.toast(broadcasts.settled(context.words, outcome))
        case _:
            assert_never(outcome)
    broadcast, exchange = outcome.broadcast, context.exchange
    elsewhere = (broadcast.chat_id, broadcast.message_id) != (exchange.chat_id, exchange.pressed)
    if elsewhere and (seen := await _progress(context, broadcast.id)):
        await _show(context, seen)


async def show_unreached(context: Context, press: ShowUnreached) -> None:
    """Show who has not got it, to be telephoned."""
    found = await context.office.broadcasts.unreached(context.official, press.broadcast, press.page, NAMES)
    if isinstance(found, Denial):
        refuse(context, found)
    else:
        context.show(replies.unreached(context.words, found, NAMES))


async def ask_deletion(context: Context, press: AskDeletion) -> None:
    """Ask before a message is deleted for those who got it."""
    seen = await _progress(context, press.broadcast)
    if seen and seen.deletable(context.words.now):
        context.show(replies.ask_deletion(context.words, seen))
    elif seen:
        await _show(context, seen)


async def delete(context: Context, press: DeleteBroadcast) -> None:
    """Have it deleted for those who got it."""
    outcome = await context.office.broadcasts.delete(context.official, press.broadcast)
    if isinstance(outcome, Denial):
        refuse(context, outcome)
        return
    if isinstance(outcome, Turned):
        context.toast(Toast(context.words.plural("broadcast.deleting", outcome.people)))
    if seen := await _progress(context, press.broadcast):
        await _show(context, seen)


async def _progress(context: Context, broadcast_id: int) -> Progress | None:
    seen = await context.office.broadcasts.progress(context.official, broadcast_id)
    if isinstance(seen, Denial):
        refuse(context, seen)
        return None
    return seen
