"""What became of a question that was to be passed on, answered, closed or kept; for replies to put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.asked import Asked, Missed
    from domain.faq import Faq, Synonym
    from domain.ports import Place
    from domain.training import Contact


@dataclass(frozen=True, slots=True)
class Noted:
    """It is kept; ``number`` if anybody can be told of it, ``place`` the asker's in the one training it is about."""

    number: int | None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """The organisers have it; ``again`` = they had it before, ``newcomer`` = nothing of the person was kept before."""

    again: bool = False
    newcomer: bool = False


@dataclass(frozen=True, slots=True)
class NobodyThere:
    """No organiser can be told; whom to ask instead, if it is known."""

    contact: Contact | None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """The question is not kept any more, or never was this person's: both are told alike."""


@dataclass(frozen=True, slots=True)
class TooMany:
    """The person passed on as many as may be within a day; or there are as many as may be kept."""

    limit: int


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """Nothing is passed on: the settings do not name who is responsible for personal data."""


@dataclass(frozen=True, slots=True)
class Told:
    """The asker will hear the answer; ``first_by`` is who had answered before, if somebody had: then it is added.

    ``asked`` is the question as it was before. ``first_by`` is ``""`` when that person's name is not known.
    """

    asked: Asked
    first_by: str | None = None


@dataclass(frozen=True, slots=True)
class TooLong:
    """The answer has more characters than may be sent."""

    limit: int


@dataclass(frozen=True, slots=True)
class Closed:
    """The question needs no answer any more."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class Ended:
    """The question was answered or closed before."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class Shown:
    """The question comes in a message of its own."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Everybody who asks the same gets this answer; ``again`` = it was kept before."""

    faq: Faq
    again: bool = False


@dataclass(frozen=True, slots=True)
class Unanswered:
    """There is no answer yet that could be kept."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The questions that wait for this organiser, longest first, and what could not be answered since lately."""

    waiting: Sequence[Asked]
    missed: Sequence[Missed]


@dataclass(frozen=True, slots=True)
class Added:
    """These phrases are equal from now on."""

    synonym: Synonym


@dataclass(frozen=True, slots=True)
class Malformed:
    """These are not two to eight phrases of reasonable length."""


Passing = Passed | Ended | NobodyThere | Forgotten | TooMany | NotAllowed
Answering = Told | TooLong | Forgotten
Closing = Closed | Ended | Forgotten
Showing = Shown | Ended | Forgotten
Keeping = Kept | Unanswered | Forgotten
Equating = Added | Malformed | TooMany
