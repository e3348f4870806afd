"""The programme file as a form: its fields in the order in which they are written, and what each may hold.

The fields have the names of the domain's values, so that reading and writing carry them over one by one.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from domain.programme.parts import (
    AgendaItem,
    Answer,
    Contact,
    Eligibility,
    End,
    Hours,
    Material,
    Minimum,
    Part,
    Place,
    Speaker,
    one_of,
)
from domain.programme.problem import quote
from domain.programme.sentences import told
from domain.programme.texts import Key, Line, People, Price, Text, Title, WebAddress
from domain.programme.times import When, zone
from domain.training import Mode, Status
from domain.wall import Wall

DEFAULT_TIMEZONE = "Europe/Warsaw"
MODES = {"stacjonarne": Mode.ON_SITE, "online": Mode.ONLINE, "hybrydowe": Mode.HYBRID}
STATUSES = {word.value: word for word in Status}


def _in_time(day: Wall, info: ValidationInfo) -> Wall:
    last = info.data.get("end") or info.data.get("start")
    if last and day.day > last.day:
        raise told(f"This is after the training is over ({last.day}); check day, month and year.")
    return day


def _known_zone(name: str) -> str:
    if zone(name) is None:
        raise told(f"There is no time zone {quote(name)}; write a name such as {quote(DEFAULT_TIMEZONE)}.")
    return name


class Training(Part):
    """A training; all but ``id``, ``title`` and ``start`` may be missing or null, which means *not stated*."""

    key: Key = Field(alias="id")
    kind: Line | None = None
    title: Title
    topics: list[Line] | None = None
    summary: Text | None = None
    start: When
    end: End | None = None
    daily_hours: Hours | None = None
    mode: Annotated[Mode, one_of(MODES)] | None = None
    place: Place | None = None
    online_url: WebAddress | None = None
    speakers: list[Speaker] | None = None
    capacity: People | None = None
    free_seats: People | None = None
    waiting_list: bool | None = None
    signup_deadline: Annotated[When, AfterValidator(_in_time)] | None = None
    signup_url: WebAddress | None = None
    level: Line | None = None
    audience: Text | None = None
    contact: Contact | None = None
    price_pln: Price | None = None
    certificate: bool | None = None
    materials: list[Material] | None = None
    agenda: list[AgendaItem] | None = None
    eligibility: Eligibility | None = None
    minimum: Minimum | None = None
    status: Annotated[Status, one_of(STATUSES)] | None = None
    note: Text | None = None

    @field_validator("free_seats")
    @classmethod
    def _within_capacity(cls, free: int | None, info: ValidationInfo) -> int | None:
        capacity = info.data.get("capacity")
        if free is not None and capacity is not None and free > capacity:
            raise told(f"More seats are free than there are in all (capacity {capacity}); correct one of them.")
        return free

    @field_validator("minimum")
    @classmethod
    def _within_reach(cls, minimum: Minimum | None, info: ValidationInfo) -> Minimum | None:
        capacity = info.data.get("capacity")
        if minimum and capacity is not None and minimum.people > capacity:
            raise told(f'"people" is more than there are seats (capacity {capacity}); correct one of them.')
        if minimum and minimum.decide_by:
            _in_time(minimum.decide_by, info)
        return minimum


class File(Part):
    """The whole file: the programme's own part, then its trainings."""

    programme: Title | None = None
    organiser: Title | None = Field(default=None, validate_default=True)
    timezone: Annotated[Line, AfterValidator(_known_zone)] | None = None
    coordinator: Contact | None = None
    signup_url: WebAddress | None = None
    faq: list[Answer] | None = None
    trainings: list[Training] | None = None

    @field_validator("organiser")
    @classmethod
    def _named(cls, organiser: str | None, info: ValidationInfo) -> str | None:
        if organiser is None and info.data.get("programme", "") is None:
            raise told('State "programme", the name by which the programme is found again, or at least its organiser.')
        return organiser
