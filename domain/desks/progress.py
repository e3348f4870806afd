"""Progress: the one message that shows an organiser how far a message to many has come, kept current.

Nobody else edits it, so that an older state never overtakes a newer one. How it is worded is not known here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

from domain.broadcast import Phase, Progress
from domain.notice import Delivered, Lane, NotSent, Uncertain
from domain.ports import Outgoing

if TYPE_CHECKING:
    from domain.ports import Clock, Messenger, Storage, Transaction

EVERY = timedelta(seconds=2)
LONGEST = timedelta(seconds=10)
MANY = 200
"""People for whom progress is shown a second more seldom: it takes slots of theirs, and to count takes a while."""
BATCH = 20

Render: TypeAlias = Callable[[Progress, datetime], Outgoing]
"""Returns the call that shows progress: the message in place of the former one, or the first."""


@dataclass(frozen=True, slots=True)
class ProgressLane:
    """A lane of the courier: looks at what goes out, ends what is out, shows what changed, each at most every 2 s."""

    storage: Storage
    messenger: Messenger
    clock: Clock
    render: Render

    async def __call__(self, now: datetime) -> int:
        """Show whatever has to be shown by now; return how many there were to look at."""
        async with self.storage.reading() as transaction:  # it takes a while to count very many, and nobody waits
            due = await transaction.broadcasts.to_look_at(now, BATCH)
        if not due:
            return 0
        async with self.storage.transaction() as transaction:
            looked = [await self._look(transaction, each, now) for each in due]
        for progress in looked:
            if progress.mark != progress.shown and progress.broadcast.chat_id is not None:
                await self._show(progress)
        return len(due)

    async def _look(self, transaction: Transaction, progress: Progress, now: datetime) -> Progress:
        """Return what is to be shown; it is looked at again when that may have changed, or was not shown."""
        broadcast, totals, rest = progress.broadcast, progress.totals, _rest(progress)
        over = broadcast.phase is Phase.SENDING and not totals.left
        if over and await transaction.broadcasts.turn(broadcast, Phase.DONE, now + rest, ended_at=now):
            return replace(progress, broadcast=replace(broadcast, phase=Phase.DONE, ended_at=now))
        at: datetime | None = now + rest
        if progress.mark == progress.shown or broadcast.chat_id is None:
            waits_until = totals.next_at or now
            at = max(now + rest, waits_until) if broadcast.phase is Phase.SENDING else None
        await transaction.broadcasts.look_again(broadcast.id, at)
        return progress

    async def _show(self, progress: Progress) -> None:
        call = self.render(progress, self.clock.now())
        (slot,) = await self.messenger.slots(Lane.ANNOUNCEMENTS, chat_id=call.chat_id)
        delivery = await self.messenger.reply(call, slot)
        now, rest = self.clock.now(), _rest(progress)
        async with self.storage.transaction() as transaction:
            match delivery:
                case NotSent(after=after):
                    again = now + max(rest, timedelta(seconds=after))
                    await transaction.broadcasts.look_again(progress.broadcast.id, again)
                case Uncertain():
                    await transaction.broadcasts.look_again(progress.broadcast.id, now + rest)
                case Delivered(message_id):
                    await transaction.broadcasts.shown(progress, now, now + rest, message_id=message_id)
                case _:  # it cannot be shown, and who watches may still pause it in the list of messages
                    await transaction.broadcasts.shown(progress, now, now + rest)


def _rest(progress: Progress) -> timedelta:
    """Return for how long progress is not shown again."""
    return min(LONGEST, EVERY + timedelta(seconds=progress.broadcast.people // MANY))
