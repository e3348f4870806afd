"""The deliveries' desk: what became of everything said about a training, for its organisers.

Deny by default, as with roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.deliveries import Deliveries, UnheardPage
from domain.desks.organisers import Denial
from domain.desks.rights import scope_of
from domain.drafting import Gone
from domain.training import Training

if TYPE_CHECKING:
    from domain.official import Official
    from domain.ports import Transaction


@dataclass(frozen=True, slots=True)
class DeliveriesDesk:
    """Reads; changes nothing."""

    transaction: Transaction

    async def picture(self, organiser: Official, training_id: int) -> Deliveries | Gone | Denial:
        """Return what became of everything said about a training, counted."""
        training = await self._theirs(organiser, training_id)
        if not isinstance(training, Training):
            return training
        tallies = await self.transaction.ledger.tallies(training_id)
        return Deliveries(training, tallies, await self.transaction.ledger.count_unheard(training_id))

    async def unheard(self, organiser: Official, training_id: int, page: int, most: int) -> UnheardPage | Gone | Denial:
        """Return a page, at ``most`` so many, of those whom something about a training did not reach for certain."""
        training = await self._theirs(organiser, training_id)
        if not isinstance(training, Training):
            return training
        count = await self.transaction.ledger.count_unheard(training_id)
        page = max(1, min(page, -(-count // most)))
        people = await self.transaction.ledger.unheard(training_id, most, (page - 1) * most)
        return UnheardPage(training, people, count, page)

    async def _theirs(self, organiser: Official, training_id: int) -> Training | Gone | Denial:
        covered = await scope_of(self.transaction, organiser.id)
        stored = await self.transaction.trainings.get(training_id)
        if not covered or (stored and not covered.covers(stored.training.programme)):
            return Denial.NO_RIGHTS
        return stored.training if stored else Gone()
