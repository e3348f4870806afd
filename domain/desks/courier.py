"""The courier: everything that falls due, lane by lane; each lane knows what is due in it, and whether it is true."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from domain import roster

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.desks.stillness import Stillness
    from domain.ports import Alarm, Clock, Storage

BATCH: Final = 50
SOONEST: Final = timedelta(seconds=1)
"""How soon the alarm rings for what is due already: somebody is about to handle it, or could not."""
CLOSEST: Final = timedelta(milliseconds=50)
"""How soon it rings for what is to come: what falls due closer together is handled together."""

Work: TypeAlias = Callable[[datetime], Awaitable[int]]
"""What falls due by an instant, in rows of its own, is handled; returns how many of them were."""


@dataclass(slots=True)
class Courier:
    """Handles what is due; woken by the alarm, by every act and by a heartbeat.

    The lanes ``falling_due`` send nothing; those of ``sending`` wait while nothing can be sent. ``stir`` has every lane
    looked at, because what one of them did may be work for another.
    """

    storage: Storage
    clock: Clock
    alarm: Alarm
    stillness: Stillness
    falling_due: tuple[Work, ...] = ()
    sending: tuple[Work, ...] = ()
    stir: Callable[[], None] = lambda: None
    _round: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def deliver_due(self) -> int:
        """Handle everything that is due by now, lane after lane, until nothing is left; return how much that was.

        A lane that fails keeps nothing else from being handled; its error is raised when all the rest is done.
        """
        handled = 0
        failed: list[Exception] = []
        async with self._round:
            while done := await self._through(self.falling_due, failed) + await self._through(self.sending, failed):
                handled += done
            await self.set_alarm()
        if failed:
            raise ExceptionGroup("lanes failed", failed)
        return handled

    async def look(self, work: Work) -> None:
        """Handle what is due in one lane and set the alarm for what comes next."""
        if work in self.sending and self.stillness.reigns(self.clock.now()):
            return await self.set_alarm()
        while await work(self.clock.now()):
            self.stir()
        return await self.set_alarm()

    async def set_alarm(self) -> None:
        """Make sure that somebody looks when something falls due, and when sending may go on."""
        async with self.storage.reading() as transaction:
            due = await transaction.next_due()
        if due:
            now = self.clock.now()
            soonest = now + (CLOSEST if due > now else SOONEST)
            self.alarm.ring_at(max(due, soonest, self.stillness.until or due))

    async def _through(self, lanes: Sequence[Work], failed: list[Exception]) -> int:
        handled = 0
        for lane in lanes:
            if lanes is self.sending and self.stillness.reigns(self.clock.now()):
                break
            try:
                handled += await lane(self.clock.now())
            except Exception as error:  # noqa: BLE001 - it is raised again, when the others have had their turn
                failed.append(error)
        return handled


@dataclass(frozen=True, slots=True)
class Lapsing:
    """A lane that ends what ran out: holds, offers, minutes of undo."""

    storage: Storage

    async def lapse_due(self, now: datetime) -> int:
        """End what ran out by now; return how many there were."""
        async with self.storage.transaction() as transaction:
            lapsed = await transaction.rosters.lapsed(now, BATCH)
            for each in lapsed:
                await transaction.rosters.decide(
                    each.training_id, each.official_id, lambda listed: roster.lapse(listed, now), now
                )
        return len(lapsed)
