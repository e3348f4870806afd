"""Notices: everything the bot says unasked, as rows; what they are and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.asked import Asked
    from domain.broadcast import Broadcast
    from domain.news import Subscription
    from domain.occupancy import Stored
    from domain.official import Official
    from domain.registration import Registration
    from domain.training import Training


class Kind(StrEnum):
    """What a notice is about."""

    REMINDER_WEEK = "reminder_week"
    REMINDER_DAY = "reminder_day"
    REMINDER_HOUR = "reminder_hour"
    OFFER = "offer"
    """A freed seat is kept for this person until an hour."""
    OFFER_LAPSED = "offer_lapsed"
    """The offer ended unanswered and the seat was passed on."""
    SEAT_OPEN = "seat_open"
    """A seat is free shortly before the start: the first person to answer gets it."""
    CHANGE = "change"
    """Date, hour, place or link changed; ``args`` hold what they were before."""
    CANCELLATION = "cancellation"
    QUESTION = "question"
    """Somebody's question was passed on to this organiser."""
    ANSWER = "answer"
    """An organiser answered this person's question; ``args`` hold what was answered."""
    NEWS = "news"
    """There are new trainings that this person wants to hear of; ``args`` hold their numbers."""
    DIGEST = "digest"
    """The new trainings of a week, for a person who wants them gathered; ``args`` as with news."""
    MESSAGE = "message"
    """An organiser wrote to many, this person among them."""
    ALARM = "alarm"
    """Something needs an administrator; ``args`` hold what."""


REMINDERS = (Kind.REMINDER_WEEK, Kind.REMINDER_DAY, Kind.REMINDER_HOUR)
OF_WHAT_IS_NEW = (Kind.NEWS, Kind.DIGEST)
OF_NO_ROSTER = (Kind.QUESTION, Kind.ANSWER, *OF_WHAT_IS_NEW, Kind.MESSAGE, Kind.ALARM)
"""What is said to people whether they have a place anywhere or not."""
UNREACHED = "unreached"
"""What an alarm is about that tells organisers whom a change or a cancellation did not reach."""


class Lane(IntEnum):
    """What goes first when not everything can leave at once: the lower number."""

    TAPS = 0
    """Answers to what a person has just done."""
    TIMELY = 1
    """What is said to one person at their time; of it, reminders come last."""
    ANNOUNCEMENTS = 2
    """What is said to many."""


ANNOUNCED = (*OF_WHAT_IS_NEW, Kind.MESSAGE)
"""The kinds of the lane of announcements; all others are timely."""


class Fate(StrEnum):
    """What became of a notice, or of a reply."""

    PENDING = "pending"
    SENDING = "sending"
    DELIVERED = "delivered"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    MISSED = "missed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Planned:
    """A notice to be written: who hears it, about which training, when it is due and until when it is of use.

    ``key`` names the occasion; among notices not dropped it is unique, so the same occasion is never told twice.
    """

    kind: Kind
    official_id: int
    key: str
    due_at: datetime
    training_id: int | None = None
    useful_until: datetime | None = None
    args: Mapping[str, str] = field(default_factory=dict)
    question_id: int | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice taken for sending under a fresh lease, with the world as it is now, read after the claim.

    ``attempts`` counts calls so far; ``superseded`` tells that a later reminder of the same training is due as well;
    ``altering`` that a change of the training is still to be written for the person;
    ``waiting`` is how many people queue for the training; ``question`` is what a notice about a question is about, and
    ``organises`` whether the person may still answer it; ``news`` are the trainings that a notice of new ones is about,
    without those on which the person has a place, and ``subscription`` what the person wants to hear of;
    ``broadcast`` is the message to many that this is one of.
    """

    id: int
    lease: str
    kind: Kind
    official: Official
    due_at: datetime
    useful_until: datetime | None
    attempts: int
    args: Mapping[str, str]
    training: Training | None
    registration: Registration | None
    following: bool
    superseded: bool
    waiting: int
    altering: bool = False
    question: Asked | None = None
    organises: bool = False
    subscription: Subscription | None = None
    news: tuple[Stored, ...] = ()
    broadcast: Broadcast | None = None


@dataclass(frozen=True, slots=True)
class Delivered:
    """Telegram took it."""

    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """It will never arrive: the person cannot be reached, or Telegram refuses the message itself (``ours``)."""

    reason: str
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Nobody knows whether it arrived: the answer was lost on the way."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """It was certainly not sent and may be tried again, not before ``after`` seconds.

    ``everyone`` tells that nothing at all can be sent for now (the token was refused, no connection); ``alarm`` is a
    key of the catalogue's alarms when administrators have to hear of it.
    """

    reason: str
    after: float = 1.0
    everyone: bool = False
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has a new id under which it can be tried again."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Pointless:
    """There is nothing left to say: the change was taken back before it was told."""

    reason: str


Delivery = Delivered | Refused | Uncertain | NotSent | Moved | Pointless
