"""Composing a message to many, step by step: what is still missing is asked for, and then it is shown whole.

Nothing is decided here: every right is checked where the act is done. Never imports storage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.broadcast import Audience, Composed, Segment, Settled
from domain.desks.organisers import Denial
from handlers.answering import refuse
from handlers.replies import audiences
from handlers.replies import broadcasts as replies

if TYPE_CHECKING:
    from domain.broadcast import Broadcast
    from handlers.context import Context

TEXT = "broadcast"
"""What is waited for: the text of a message to many, whose id the prompt keeps."""


async def opened(context: Context, broadcast_id: int) -> Composed | None:
    """Return a message that the person may compose; ``None`` after telling why not."""
    return composed(context, await context.office.composing.look(context.official, broadcast_id))


def composed(context: Context, outcome: Composed | Settled | Denial) -> Composed | None:
    """Return a message as it stands; ``None`` after telling that it is not the person's, or not open any more."""
    match outcome:
        case Composed():
            return outcome
        case Settled():
            context.toast(replies.settled(context.words, outcome))
        case _:
            refuse(context, outcome)
    return None


async def go_on(context: Context, seen: Composed) -> None:
    """Ask for what the message still lacks, or show all of it."""
    if seen.broadcast.segment is None:
        await ask_audience(context, seen.broadcast)
    elif seen.broadcast.text is None:
        await ask_text(context, seen)
    else:
        await context.office.profile.answered(context.official)
        show(context, seen)


async def ask_audience(context: Context, broadcast: Broadcast) -> None:
    """Ask for whom it is; the text may be written first."""
    await context.office.profile.ask(context.official, TEXT, data=str(broadcast.id))
    everyone = await context.office.composing.count(broadcast, Segment(Audience.EVERYONE))
    context.show(audiences.audiences(context.words, broadcast, everyone))


async def ask_text(context: Context, seen: Composed) -> None:
    """Take what is typed next as its text."""
    await context.office.profile.ask(context.official, TEXT, data=str(seen.broadcast.id))
    context.show(replies.ask_text(context.words, seen))


def show(context: Context, seen: Composed) -> None:
    """Show it as recipients will see it, and below what would happen."""
    message = replies.message(context.words, seen.broadcast)
    if message:
        context.show(message)
    context.reply(replies.preview(context.words, seen, context.office.rules.rate))
