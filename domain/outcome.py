"""What became of an act on a roster: every answer that `domain.roster` can give, for replies to put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from domain.notice import Planned
    from domain.registration import State
    from domain.training import Admission, Training


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat, and the reminders that will come; ``again`` = it was there before."""

    training: Training
    reminders: tuple[Planned, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A first sign-up kept until an instant, waiting for its confirmation; without ``seat`` it keeps a queue ticket."""

    training: Training
    until: datetime
    seat: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """A place in the queue, 1 = next; ``open_seat`` = a seat is free now and goes to the first who takes it."""

    training: Training
    position: int
    again: bool = False
    open_seat: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """A freed seat is kept for this person, until an instant once the offer was delivered."""

    training: Training
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Full:
    """No seat; ``queue`` tells whether one may wait, ``waiting`` how many do."""

    training: Training
    waiting: int
    queue: bool


@dataclass(frozen=True, slots=True)
class Closed:
    """The sign-up deadline has passed."""

    training: Training
    deadline: datetime


@dataclass(frozen=True, slots=True)
class Started:
    """It has begun; nothing changes any more."""

    training: Training


@dataclass(frozen=True, slots=True)
class CalledOff:
    """The training is cancelled."""

    training: Training


@dataclass(frozen=True, slots=True)
class NotEligible:
    """Only people of certain institutions may come."""

    training: Training
    admission: Admission
    institutions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InstitutionLimit:
    """The person's institution has all the places it may have."""

    training: Training
    limit: int


@dataclass(frozen=True, slots=True)
class NeedsInstitution:
    """Whether the person may come depends on an institution that is not known yet."""

    training: Training


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Another sign-up of the person takes place at the same time; a warning, not a refusal."""

    training: Training
    others: tuple[Training, ...]


@dataclass(frozen=True, slots=True)
class External:
    """Sign-up is on the organiser's own form."""

    training: Training
    url: str


@dataclass(frozen=True, slots=True)
class NoController:
    """Nobody may be signed up: the settings do not name who is responsible for personal data."""

    training: Training


@dataclass(frozen=True, slots=True)
class Leaving:
    """Withdrawn, undone until an instant; ``former`` is what was given up."""

    training: Training
    until: datetime
    former: State


@dataclass(frozen=True, slots=True)
class Declined:
    """A hold was given back before it was confirmed; nothing of the person is kept."""

    training: Training


@dataclass(frozen=True, slots=True)
class Undone:
    """The withdrawal was undone and the former state is back."""

    training: Training
    state: State
    position: int | None = None


@dataclass(frozen=True, slots=True)
class TooLate:
    """The minute of undo is over; ``free`` tells whether there is a seat all the same, ``waiting`` how many queue."""

    training: Training
    free: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class SeatGone:
    """The offered or open seat went to somebody else."""

    training: Training
    position: int | None = None


@dataclass(frozen=True, slots=True)
class NotOnList:
    """There is no registration to act on."""

    training: Training


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The person will come."""

    training: Training


@dataclass(frozen=True, slots=True)
class Followed:
    """The person will be reminded; ``new`` = that was not asked before."""

    training: Training
    new: bool


Refusal = Closed | Started | CalledOff | NotEligible | InstitutionLimit | NeedsInstitution | External | NoController
Signup = Seated | Held | Waiting | Offered | Leaving | Full | Overlaps | Refusal
Withdrawal = Leaving | Declined | Started | NotOnList
Return = Undone | TooLate | NotOnList | CalledOff
Attendance = Confirmed | Started | NotOnList | CalledOff
Acceptance = Seated | SeatGone | NotOnList | Started | CalledOff
