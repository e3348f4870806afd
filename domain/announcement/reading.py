"""What reading an announcement gives: drafts, the words each of their facts came from, and what has to be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.training import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Fact(StrEnum):
    """What can be read of a training, by the names that the command line prints."""

    TITLE = "title"
    KIND = "kind"
    START = "start"
    END = "end"
    DAILY_HOURS = "daily_hours"
    PLACE = "place"
    CITY = "city"
    ROOM = "room"
    ONLINE = "online"
    ONLINE_URL = "online_url"
    SIGNUP_URL = "signup_url"
    SIGNUP_DEADLINE = "signup_deadline"
    CONTACT_NAME = "contact_name"
    CONTACT_EMAIL = "contact_email"
    CONTACT_PHONE = "contact_phone"
    SPEAKERS = "speakers"
    CAPACITY = "capacity"
    PRICE = "price_pln"
    AUDIENCE = "audience"
    AGENDA = "agenda"
    STATUS = "status"


class Why(StrEnum):
    """Why a fact has to be asked for."""

    MISSING = "missing"
    """The text does not state it."""
    WEEKDAY = "weekday"
    """The weekday contradicts the written date."""
    YEAR = "year"
    """No year is written, and several fit about equally well, or none does."""
    IMPOSSIBLE = "impossible"
    """The calendar or the clock has no such day or hour."""
    UNCLEAR = "unclear"
    """Several values stand in the text, and nothing tells which one is meant."""


class YearBy(StrEnum):
    """What a year that is not written was taken from."""

    WEEKDAY = "weekday"
    """The weekday fits that year, of those near the day of publication."""
    NEXT = "next"
    """No weekday is written: the next such date from the day of publication on."""
    CONTEXT = "context"
    """The text names the year elsewhere: in its heading, or on another line."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in the text as it was given: code points, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """Something to be asked about a draft; ``options`` are the values between which the text leaves a choice.

    Options of dates and hours are written as in the programme file.
    """

    about: Fact
    why: Why
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One training found in a text: ``past`` = over by then; ``year_by`` is ``None`` when the year was written."""

    draft: Draft
    evidence: Mapping[Fact, Span] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    year_by: YearBy | None = None
    past: bool = False


class Problem(StrEnum):
    """What is wrong with a text as a whole."""

    NO_EVENT = "no_event"
    """Nothing in it is dated that people could come to."""
    TOO_LONG = "too_long"
    """Only its beginning was read."""
    TOO_MANY = "too_many"
    """It names more trainings than one announcement may hold; the first of them were read."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in a text, in its order; ``published`` is the publication date that the text itself carries."""

    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()
    published: date | None = None
