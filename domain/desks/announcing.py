"""Announcing changes: what people on a roster hear when a training moves, comes to light or is called off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from domain import roster
from domain.alteration import Alteration
from domain.desks import altering
from domain.notice import Kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.ports import Transaction
    from domain.roster import Decision, Roster
    from domain.training import Training


@dataclass(frozen=True, slots=True)
class Announcing:
    """Writes the notices that a change causes, in the transaction of the change; for many people, whom they are for.

    A cancellation is told after some ``patience``, so that whoever made it can take it back unheard.
    """

    transaction: Transaction
    now: datetime
    patience: timedelta = timedelta()

    async def changed(self, before: Training, after: Training, *, silent: bool) -> None:
        """Tell everybody concerned, date the reminders anew and offer seats that came free."""
        alteration = Alteration(before, after, self.now, patience=self.patience, silent=silent)
        if alteration.calls_off:
            await self._decide(after, roster.recall)
            await self.transaction.notices.drop_of(after.id, (Kind.OFFER, Kind.SEAT_OPEN), "cancelled", self.now)
        if alteration.matters:
            few = await self.transaction.alterations.begin(alteration)
            if few:
                await altering.write(self.transaction, few)
        await self._decide(after, lambda seen: roster.refill(seen, self.now))
        await self.transaction.posts.touch(after.id, self.now)

    async def _decide(self, training: Training, rule: Callable[[Roster], Decision[None]]) -> None:
        await self.transaction.rosters.decide(training.id, 0, rule, self.now)
