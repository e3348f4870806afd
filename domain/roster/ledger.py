"""What a rule about seats is given and gives back: the roster, the effects, the decision; no storage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from domain.registration import ACTIVE, State

if TYPE_CHECKING:
    from datetime import datetime

    from domain.notice import Kind, Planned
    from domain.registration import Registration
    from domain.training import Training

Outcome_co = TypeVar("Outcome_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Roster:
    """A training's list as one person sees it, read under a lock.

    ``mine`` is the person's registration in whatever state; ``taken`` counts held, seated, offered and leaving seats;
    ``waiting`` counts the queue, ``ahead`` those of it before ``mine``; ``line`` is its head, one longer than the seats
    that are free; ``next_ticket`` is the queue's next ticket; ``fellows`` counts other active registrations of the
    person's institution; ``clashes`` are other trainings of the person at the same time.
    """

    training: Training
    mine: Registration | None
    taken: int
    waiting: int
    ahead: int
    line: tuple[Registration, ...]
    next_ticket: int
    fellows: int = 0
    clashes: tuple[Training, ...] = ()

    @property
    def free(self) -> bool:
        """Tell whether a seat is free, whoever may have a claim on it."""
        return self.training.seats is None or self.taken < self.training.seats

    @property
    def active(self) -> Registration | None:
        """The person's registration unless it was withdrawn."""
        return self.mine if self.mine and self.mine.state in ACTIVE else None

    def _line_with(self, registration: Registration) -> tuple[Registration, ...]:
        others = [each for each in self.line if each.official_id != registration.official_id]
        returned = [registration] if registration.state is State.WAITING else []
        return tuple(sorted([*others, *returned], key=lambda each: each.queue or 0))

    def put(self, registration: Registration) -> Roster:
        """Return the roster as it stands once this registration, mine or one of the line, is written."""
        before = next((r for r in (self.mine, *self.line) if r and r.official_id == registration.official_id), None)
        taken = registration.seat - (before.seat if before else False)
        waiting = (registration.state is State.WAITING) - (before is not None and before.state is State.WAITING)
        mine = registration if self.mine is None or self.mine.official_id == registration.official_id else self.mine
        return replace(
            self,
            mine=mine,
            taken=self.taken + taken,
            waiting=self.waiting + waiting,
            line=self._line_with(registration),
        )


@dataclass(frozen=True, slots=True)
class Write:
    """Add or replace a registration."""

    registration: Registration


@dataclass(frozen=True, slots=True)
class Erase:
    """Delete a registration that never became one."""

    registration: Registration


@dataclass(frozen=True, slots=True)
class Plan:
    """Write a notice."""

    notice: Planned


@dataclass(frozen=True, slots=True)
class Drop:
    """Drop the person's live notices of these kinds about this training."""

    official_id: int
    kinds: tuple[Kind, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Summon:
    """Tell everybody who waits that a seat is free; ``occasion`` makes the notices' keys differ from earlier ones."""

    occasion: str
    due_at: datetime
    useful_until: datetime


@dataclass(frozen=True, slots=True)
class Recall:
    """Take all offers of the training back; whoever had one keeps the place in the queue."""


Effect = Write | Erase | Plan | Drop | Summon | Recall


@dataclass(frozen=True, slots=True)
class Decision(Generic[Outcome_co]):
    """What a rule decided: the answer for the person, and what is to be written, in order."""

    outcome: Outcome_co
    effects: tuple[Effect, ...] = ()
