"""The information desk: what is coming up, one training in full, one person's places, answers to questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.desks.library import Outdated

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.desks.library import Edition
    from domain.official import Language, Official
    from domain.ports import Place, Stored, Transaction
    from domain.question import Answer
    from domain.training import Programme, Training


@dataclass(frozen=True, slots=True)
class InformationDesk:
    """Reads; changes nothing. ``edition`` is what questions are answered from, ``None`` = nothing was built yet."""

    transaction: Transaction
    now: datetime
    edition: Edition | None = None

    async def upcoming(self) -> Sequence[Stored]:
        """Return the trainings not over yet, by start."""
        return await self.transaction.trainings.upcoming(self.now)

    async def training(self, training_id: int) -> Stored | None:
        """Return one training."""
        return await self.transaction.trainings.get(training_id)

    async def programmes(self) -> Sequence[Programme]:
        """Return all programmes."""
        return await self.transaction.trainings.programmes()

    async def place(self, official: Official, training_id: int) -> Place | None:
        """Return the person's place on a training."""
        return await self.transaction.rosters.mine(official.id, training_id)

    async def places(self, official: Official) -> Sequence[Place]:
        """Return the person's places on trainings that are not over, by start."""
        places = await self.transaction.rosters.places(official.id)
        return [place for place in places if not place.training.over(self.now)]

    async def followed(self, official: Official) -> Sequence[Training]:
        """Return the trainings a person follows that are not over, by start."""
        followed = await self.transaction.rosters.followed(official.id)
        return [training for training in followed if not training.over(self.now)]

    async def follows(self, official: Official, training_id: int) -> bool:
        """Tell whether the person follows this training."""
        return any(training.id == training_id for training in await self.followed(official))

    async def next_free(self) -> Stored | None:
        """Return the next training that a person can still sign up for here."""
        return next((stored for stored in await self.upcoming() if self._open(stored)), None)

    async def answer(self, questions: Sequence[str], default: Language) -> Answer:
        """Answer the last of some questions of one chat, those before it being its context, oldest first.

        ``default`` is for a question whose language cannot be told. Raises `Outdated` when the programmes have changed
        since the edition was built, so that no answer is made from what is no longer so.
        """
        if self.edition is None:
            raise Outdated
        considered = self.edition.index.consider(questions, self.now, default=default)
        version, occupancies = await self.transaction.together(
            self.transaction.trainings.version(), self.transaction.trainings.occupancies(considered.wanted)
        )
        if version != self.edition.version:
            raise Outdated
        return considered.answer(occupancies)

    def _open(self, stored: Stored) -> bool:
        training, full = stored.training, stored.occupancy.free == 0
        closed = training.deadline is not None and training.deadline <= self.now
        return not (training.cancelled or training.begun(self.now) or closed or full or training.details.signup_url)
