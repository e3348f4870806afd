"""Changing: a published training states something else; the people concerned hear of it, and the act is kept.

Checks no right by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain import programme
from domain.alteration import differences
from domain.announced import Act, Deed
from domain.desks.announcing import Announcing
from domain.drafting import Change
from domain.training import Status, Training

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.official import Official
    from domain.ports import Listed, Transaction
    from domain.training import Details

PATIENCE = timedelta(minutes=1)
"""How long a cancellation waits before it is told, so that it can be taken back."""
_SEATS = "seats"
"""What an act keeps of how many people the bot could seat before it, where it changed that; empty = no limit."""


@dataclass(frozen=True, slots=True)
class Changing:
    """Changes trainings for somebody; ``official`` is ``None`` where nobody in particular does."""

    transaction: Transaction
    now: datetime
    official: Official | None

    async def concerned(self, training: Training, after: Details) -> Change:
        """Return what a change would mean for the people on the list."""
        listed = await self.transaction.rosters.listed(training.id)
        moved = replace(training, details=after)
        clashing = 0
        if (moved.starts_at, moved.ends_at) != (training.starts_at, training.ends_at):
            clashing = await self.transaction.rosters.clashing(training.id, moved.starts_at, moved.ends_at)
        heard = 0 if moved.over(self.now) else _told(training.details, after, listed)
        return Change(training, after, listed.people - listed.waiting, listed.waiting, heard, clashing)

    async def apply(
        self,
        training: Training,
        after: Details,
        deed: Deed = Deed.CHANGED,
        *,
        silent: bool,
        args: Mapping[str, str] | None = None,
    ) -> tuple[Training, int]:
        """Change a training as it was read; return it as it is then, and the act."""
        seats = await self._seats(training, after)
        return await self._write(training, after, seats, deed, args or {}, silent=silent)

    async def undo(self, training: Training, act: Act, before: Details, *, silent: bool) -> Training:
        """Put back what an act changed; the seats too, lest what is taken elsewhere be reckoned anew."""
        kept = act.args.get(_SEATS)
        seats = training.seats if kept is None else int(kept) if kept else None
        undone, _ = await self._write(training, before, seats, Deed.UNDONE, {}, silent=silent)
        return undone

    async def _write(
        self,
        training: Training,
        after: Details,
        seats: int | None,
        deed: Deed,
        args: Mapping[str, str],
        *,
        silent: bool,
    ) -> tuple[Training, int]:
        await self.transaction.trainings.change(training, after, seats)
        changed = replace(training, details=after, seats=seats, version=training.version + 1)
        announcing = Announcing(self.transaction, self.now, PATIENCE)
        await announcing.changed(training, changed, silent=silent)
        told = {**args, "silent": "1"} if silent else dict(args)
        if seats != training.seats:
            told[_SEATS] = "" if training.seats is None else str(training.seats)
        act = Act(
            deed,
            self.official,
            self.now,
            training.programme,
            changed,
            told,
            training.details,
            after,
            changed.version,
        )
        return changed, await self.transaction.acts.note(act)

    async def _seats(self, training: Training, after: Details) -> int | None:
        """Return how many people the bot may seat: a capacity that stays leaves that number as it is."""
        if after.capacity == training.details.capacity:
            return training.seats
        occupied = await self.transaction.trainings.occupancies([training.id])
        return programme.seats(after, None, occupied[training.id].taken, training)


def _told(before: Details, after: Details, listed: Listed) -> int:
    """Return how many people hear of a change; a new link concerns only those who are seated."""
    was = differences(before, after)
    if before.status is after.status and (after.status is Status.CANCELLED or not was):
        return 0
    everybody = before.status is not after.status or was.keys() - {"was_online_url"}
    return listed.people + listed.following if everybody else listed.seated
