"""Repositories of trainings and of who is on their rosters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from domain.ports.records import ANYBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from domain.occupancy import Occupancy, Stored
    from domain.official import Official
    from domain.ports.records import Lapsed, Listed, Place
    from domain.registration import Registration, State
    from domain.roster import Decision, Roster
    from domain.training import Details, Programme, Training


Outcome = TypeVar("Outcome")


class Trainings(Protocol):
    """Programmes and their trainings."""

    async def get(self, training_id: int) -> Stored | None:
        """Return the training with this number for life."""
        ...

    async def upcoming(self, now: datetime) -> Sequence[Stored]:
        """Return all trainings not over yet, by start, number; cancelled ones too."""
        ...

    async def everything(self) -> Sequence[Stored]:
        """Return every training of every programme by start, number; past and cancelled ones too."""
        ...

    async def occupancies(self, ids: Collection[int]) -> Mapping[int, Occupancy]:
        """Return how full these trainings are, by number, in one read; a number that is nobody's is left out."""
        ...

    async def programmes(self) -> Sequence[Programme]:
        """Return all programmes by id."""
        ...

    async def programme_entry(self, programme_id: int) -> str:
        """Return the programme's own part of the file (without trainings) as JSON text, as it was imported."""
        ...

    async def of_programme(self, programme_id: int) -> Sequence[Stored]:
        """Return every training of a programme by number, past ones too."""
        ...

    async def add_programme(self, name: str, organiser: str | None, timezone: str, entry: str) -> int:
        """Add a programme or update the one of this name and organiser; return its id and raise its version."""
        ...

    async def add(self, programme_id: int, key: str, details: Details, seats: int | None) -> int:
        """Add a training and return its number."""
        ...

    async def change(self, training: Training, details: Details, seats: int | None) -> None:
        """Change what is stated; version, ``starts_at``, ``ends_at`` follow."""
        ...

    async def version(self) -> int:
        """Return the number that grows with every write to any programme, for readers that cache."""
        ...


class Rosters(Protocol):
    """Who has a place on which training."""

    async def decide(
        self, training_id: int, official_id: int, rule: Callable[[Roster], Decision[Outcome]], now: datetime
    ) -> Outcome | None:
        """Lock the roster as this person sees it, apply the rule, write its effects and return its outcome.

        The rule is pure and may run on another thread. ``None`` when there is no such training.
        """
        ...

    async def mine(self, official_id: int, training_id: int) -> Place | None:
        """Return the person's active registration on a training."""
        ...

    async def places(self, official_id: int) -> Sequence[Place]:
        """Return the person's active registrations by start, past ones too."""
        ...

    async def lapsed(self, now: datetime, limit: int) -> Sequence[Lapsed]:
        """Return the earliest registrations whose ``until`` has come, by training, then ``until``.

        To decide on them in this order locks the trainings by number, as whoever decides on several at once must.
        """
        ...

    async def members(
        self, training_id: int, states: Collection[State], among: tuple[int, int] = ANYBODY
    ) -> Sequence[tuple[Registration, Official]]:
        """Return registrations in these states with their people, in order of seat, then queue.

        Those ``among`` two ids of people, both included.
        """
        ...

    async def listed(self, training_id: int) -> Listed:
        """Count the people on the list of a training, and its followers."""
        ...

    async def clashing(self, training_id: int, starts_at: datetime, ends_at: datetime) -> int:
        """Count the people on a list who have an active place on another training at this time."""
        ...

    async def follow(self, training_id: int, official_id: int) -> bool:
        """Follow a training signed up for elsewhere; ``False`` when it was followed already."""
        ...

    async def unfollow(self, training_id: int, official_id: int) -> bool:
        """Follow no longer; ``False`` when it was not followed."""
        ...

    async def followed(self, official_id: int) -> Sequence[Training]:
        """Return the trainings a person follows, by start."""
        ...

    async def followers(self, training_id: int, among: tuple[int, int] = ANYBODY) -> Sequence[Official]:
        """Return the followers of a training ``among`` two ids of people, both included."""
        ...
