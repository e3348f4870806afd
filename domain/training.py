"""A training and what its organiser stated about it; never who signed up (that is the roster)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING

from domain import dates

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from decimal import Decimal
    from zoneinfo import ZoneInfo

    from domain.wall import Wall


class Mode(StrEnum):
    """How people attend."""

    ON_SITE = "on_site"
    ONLINE = "online"
    HYBRID = "hybrid"


class Status(StrEnum):
    """Whether the training takes place."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    MOVED = "moved"


class Admission(StrEnum):
    """Who may sign up: everybody, people of member institutions, people of the listed institutions."""

    ALL = "all"
    MEMBERS = "members"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Place:
    """Where people come to; every part may be unknown."""

    name: str | None = None
    city: str | None = None
    room: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, and in what function."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask."""

    name: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """A document for participants."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A part of a training with its own time, place and speakers; ``None`` = not stated."""

    key: str
    title: str
    start: Wall | None = None
    end: Wall | None = None
    place: Place | None = None
    speakers: tuple[Speaker, ...] | None = None
    track: str | None = None
    bookable: bool | None = None
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Who may sign up, and how many people of one institution."""

    who: Admission = Admission.ALL
    institutions: tuple[str, ...] = ()
    per_institution: int | None = None


@dataclass(frozen=True, slots=True)
class Minimum:
    """The number of people without which the training does not take place, and the day that decides."""

    people: int
    decide_by: Wall | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What an organiser has stated so far; ``None`` = *not stated* and is never guessed, 0, false and () are stated."""

    title: str | None = None
    start: Wall | None = None
    kind: str | None = None
    topics: tuple[str, ...] | None = None
    summary: str | None = None
    end: Wall | None = None
    daily_hours: tuple[time, time] | None = None
    mode: Mode | None = None
    place: Place | None = None
    online_url: str | None = None
    speakers: tuple[Speaker, ...] | None = None
    capacity: int | None = None
    waiting_list: bool | None = None
    signup_deadline: Wall | None = None
    signup_url: str | None = None
    level: str | None = None
    audience: str | None = None
    contact: Contact | None = None
    price_pln: Decimal | None = None
    certificate: bool | None = None
    materials: tuple[Material, ...] | None = None
    agenda: tuple[AgendaItem, ...] | None = None
    eligibility: Eligibility | None = None
    minimum: Minimum | None = None
    status: Status = Status.PLANNED
    note: str | None = None

    def details(self) -> Details | None:
        """Return what can be published: a draft that has at least a title and a day."""
        if self.title is None or self.start is None:
            return None
        return Details(**{each.name: getattr(self, each.name) for each in fields(self)})


@dataclass(frozen=True, slots=True)
class Details(Draft):
    """A draft that is complete: it has a title and a day."""

    title: str
    start: Wall


@dataclass(frozen=True, slots=True)
class Programme:
    """All trainings of one organiser: whose they are, whom to ask, in which zone its hours are."""

    id: int
    name: str
    organiser: str | None
    zone: ZoneInfo
    coordinator: Contact | None = None
    signup_url: str | None = None


@dataclass(frozen=True, slots=True)
class Training:
    """Something dated that people come to.

    ``id`` is its number for life, ``key`` the external id unique within its programme, ``seats`` how many people the
    bot may seat (``None`` = no limit), ``version`` grows with every change. ``announced_on`` is the day of the last
    announcement of it in the chat, ``None`` if it comes from a programme file.
    """

    id: int
    key: str
    programme: Programme
    details: Details
    seats: int | None = None
    version: int = 1
    announced_on: date | None = None

    @property
    def title(self) -> str:
        """The title as stated."""
        return self.details.title

    @property
    def zone(self) -> ZoneInfo:
        """The zone of every wall time in the details."""
        return self.programme.zone

    @property
    def starts_at(self) -> datetime:
        """The instant of the start; the local midnight that opens the day when only the day is known."""
        return dates.opening(self.details.start, self.zone)

    @property
    def ends_at(self) -> datetime:
        """The instant after which it is over; the local midnight that closes the day when no hour is known."""
        return dates.closing(self.details.start, self.details.end, self.zone)

    @property
    def deadline(self) -> datetime | None:
        """The instant at which sign-up closes: a stated hour, or the end of the stated day."""
        stated = self.details.signup_deadline
        return dates.closing(stated, stated, self.zone) if stated else None

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self.details.status is Status.CANCELLED

    @property
    def contact(self) -> Contact | None:
        """Whom to ask about this training: its own contact, else the programme's coordinator."""
        return self.details.contact or self.programme.coordinator

    @property
    def begins_at(self) -> datetime:
        """The instant from which it counts as begun; one without an hour does not while its first day lasts."""
        return dates.begun_by(self.details.start, self.zone)

    def begun(self, now: datetime) -> bool:
        """Tell whether it has started."""
        return now >= self.begins_at

    def over(self, now: datetime) -> bool:
        """Tell whether it has ended."""
        return now >= self.ends_at
