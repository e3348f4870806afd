"""The audit trail's desk: what organisers did, for every organiser of the programme to read; deny by default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.desks.organisers import Denial
from domain.drafting import Gone, Trail
from domain.official import Official
from domain.scope import scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.announced import Act
    from domain.ports import Transaction
    from domain.training import Programme, Training

A_PAGE = 3


@dataclass(frozen=True, slots=True)
class TrailDesk:
    """Shows acts to organisers; nobody changes any."""

    transaction: Transaction

    async def newest(self, official: Official, page: int) -> Trail | Denial:
        """Return a page (from 1) of what was done in the programmes of a person's roles; administrators read all."""
        grants = await self.transaction.organisers.grants(official.id)
        if not grants:
            return Denial.NO_RIGHTS
        programmes = None if scope(grants).everywhere else [each.programme_id for each in grants if each.programme_id]
        acts = await self.transaction.acts.newest(programmes, A_PAGE + 1, (max(page, 1) - 1) * A_PAGE)
        return await self._page(acts, max(page, 1))

    async def of_training(self, official: Official, training_id: int, page: int) -> Trail | Gone | Denial:
        """Return a page of what was done with a training."""
        stored = await self.transaction.trainings.get(training_id)
        if not await self._may_read(official, stored.training.programme if stored else None):
            return Denial.NO_RIGHTS
        if stored is None:
            return Gone()
        acts = await self.transaction.acts.on_training(training_id, A_PAGE + 1, (max(page, 1) - 1) * A_PAGE)
        return await self._page(acts, max(page, 1), stored.training)

    async def _page(self, acts: Sequence[Act], page: int, training: Training | None = None) -> Trail:
        """Return the acts of a page; one more than it holds tells that there are others."""
        people = {
            act.whom: await self.transaction.officials.get(act.whom) or Official(act.whom)
            for act in acts[:A_PAGE]
            if act.whom
        }
        return Trail(tuple(acts[:A_PAGE]), people, page, more=len(acts) > A_PAGE, training=training)

    async def _may_read(self, official: Official, programme: Programme | None) -> bool:
        """Tell whether a person has a role where something was done; where there is nothing, any role will do."""
        grants = await self.transaction.organisers.grants(official.id)
        if programme is None or scope(grants).everywhere:
            return bool(grants)
        return any(each.programme_id == programme.id for each in grants)
