"""Forecast: what will go out in the days to come, in groups that organisers can hold, move and send; from rows only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain import news, verdict
from domain.dates import EPOCH
from domain.notice import OF_WHAT_IS_NEW, REMINDERS, Claimed, Kind
from domain.official import Official
from domain.registration import Registration, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from domain.announced import Announcement, Deed
    from domain.broadcast import Progress
    from domain.occupancy import Stored
    from domain.official import Language, Preferences
    from domain.training import Programme, Training

DAYS = 14
AHEAD = timedelta(days=DAYS)
MINUTE = timedelta(minutes=1)
ARRANGEABLE = (*REMINDERS, Kind.NEWS)
"""What organisers can hold, move and send. A change or a cancellation must not wait, nor an offer, whose time runs."""


@dataclass(frozen=True, slots=True)
class Which:
    """A group by numbers alone: its kind, a training (of what is new: a programme), the minute it is due, held or not.

    Notices of one kind about one training are one group; of what is new, those of a programme due in one minute.
    """

    kind: Kind
    number: int
    minute: int
    held: bool = False

    @property
    def of_what_is_new(self) -> bool:
        """Whether the number is that of a programme."""
        return self.kind in OF_WHAT_IS_NEW

    @property
    def due(self) -> datetime:
        """The minute as an instant."""
        return EPOCH + self.minute * MINUTE


@dataclass(frozen=True, slots=True)
class Counted:
    """How many people of the same preferences have the same notice due at the same instant."""

    kind: Kind
    training_id: int | None
    args: Mapping[str, str]
    due_at: datetime
    useful_until: datetime | None
    held: bool
    preferences: Preferences
    people: int

    @property
    def numbers(self) -> Sequence[int]:
        """The trainings it tells of."""
        return news.listed(self.args) if self.training_id is None else (self.training_id,)


@dataclass(frozen=True, slots=True)
class Coming:
    """A group of notices that go out together: how many people, and when the first and the last of them hear it.

    ``late`` counts those for whom that would be too late; ``told`` holds the different ``args`` of its notices.
    """

    which: Which
    about: tuple[Stored, ...]
    people: int
    first: datetime
    last: datetime
    late: int
    useful_until: datetime
    told: tuple[Mapping[str, str], ...]

    @property
    def programme(self) -> Programme:
        """Whose it is."""
        return self.about[0].training.programme

    @property
    def goes_at(self) -> datetime:
        """When the first of it goes out."""
        return self.first

    @property
    def arrangeable(self) -> bool:
        """Whether organisers can hold, move and send it."""
        return self.which.kind in ARRANGEABLE

    def sample(self, language: Language) -> Claimed:
        """Return the notice as nobody in particular would get it, in a language."""
        training = self.about[0].training
        state = State.OFFERED if self.which.kind is Kind.OFFER else State.SEATED
        new = self.which.of_what_is_new
        return Claimed(
            id=0,
            lease="",
            kind=self.which.kind,
            official=Official(0, language),
            due_at=self.first,
            useful_until=None,
            attempts=0,
            args=self.told[0],
            training=None if new else training,
            registration=None if new else Registration(training.id, 0, state),
            following=False,
            superseded=False,
            waiting=0 if new else self.about[0].occupancy.waiting,
            subscription=news.Subscription(0, everything=True, weekly=self.which.kind is Kind.DIGEST),
            news=self.about if new else (),
        )


@dataclass(frozen=True, slots=True)
class Publication:
    """A scheduled announcement: how many drafts it has, the title of the first, how many people will hear of it."""

    announcement: Announcement
    goes_at: datetime
    title: str
    drafts: int
    people: int


@dataclass(frozen=True, slots=True)
class Under:
    """A message to many under way, and when more of it goes out."""

    progress: Progress
    goes_at: datetime


@dataclass(frozen=True, slots=True)
class Appearing:
    """A training to be posted in so many groups and channels, and when in the first of them."""

    training: Training
    goes_at: datetime
    chats: int


Entry = Coming | Publication | Under | Appearing


@dataclass(frozen=True, slots=True)
class Forecast:
    """A page (from 1) of what will go out, earliest first."""

    entries: tuple[Entry, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Arranged:
    """It was done; ``coming`` is the group as it is now, ``None`` when nothing of it is left to go out."""

    deed: Deed
    before: Coming
    coming: Coming | None


class Why(StrEnum):
    """Why nothing was done with a group."""

    CHANGED = "changed"
    """It is not what the organiser saw any more."""
    FIXED = "fixed"
    """Nobody can hold or move notices of this kind."""
    PAST = "past"
    TOO_LATE = "too_late"
    """At the hour wished for it would be of no use any more."""


@dataclass(frozen=True, slots=True)
class Unarranged:
    """Nothing was done; this is the group as it is now."""

    why: Why
    coming: Coming


Arranging = Arranged | Unarranged


def minute(moment: datetime) -> int:
    """Return the whole minutes since 1970 in UTC, as buttons carry them."""
    return (moment.astimezone(UTC) - EPOCH) // MINUTE


def groups(counted: Iterable[Counted], trainings: Mapping[int, Stored], now: datetime) -> list[Coming]:
    """Return the groups, earliest first; what tells of none of these trainings is left out, or of nothing any more."""
    found: dict[tuple[Kind, int, int, bool], list[tuple[Counted, tuple[Stored, ...]]]] = {}
    for each in counted:
        if about := _about(each, trainings, now):
            found.setdefault(_group(each, about[0]), []).append((each, about))
    return sorted((_coming(key, members, now) for key, members in found.items()), key=lambda each: each.first)


def _about(counted: Counted, trainings: Mapping[int, Stored], now: datetime) -> tuple[Stored, ...]:
    """Return the trainings that it will tell of; news that tell of others, too, are for whoever knows all."""
    about = tuple(trainings[number] for number in counted.numbers if number in trainings)
    if counted.kind is Kind.NEWS and len(about) < len(counted.numbers):
        return ()
    if counted.kind in OF_WHAT_IS_NEW:
        return tuple(each for each in about if news.worth_telling(each.training, now))
    return about


def pick(found: Sequence[Coming], which: Which) -> Coming | None:
    """Return the group asked for, else what has become of it: held or let go, or due at another minute."""
    alike = [each for each in found if (each.which.kind, each.which.number) == (which.kind, which.number)]
    if which.of_what_is_new:
        alike = [each for each in alike if each.which.minute == which.minute]
    return min(alike, key=lambda each: (each.which != which, each.which.held is not which.held), default=None)


def _group(counted: Counted, about: Stored) -> tuple[Kind, int, int, bool]:
    if counted.training_id is None:
        return counted.kind, about.training.programme.id, minute(counted.due_at), counted.held
    return counted.kind, counted.training_id, 0, counted.held


def _coming(
    key: tuple[Kind, int, int, bool], members: Sequence[tuple[Counted, tuple[Stored, ...]]], now: datetime
) -> Coming:
    kind, number, _, held = key
    about = tuple({each.training.id: each for _, several in members for each in several}.values())
    ends = [each.useful_until for each, _ in members if each.useful_until]
    useful_until = max(ends or [each.training.begins_at for each in about])
    counted = [each for each, _ in members]
    hours = [(_goes_at(each, about[0], now), each.people) for each in counted]
    return Coming(
        Which(kind, number, minute(min(each.due_at for each in counted)), held),
        about,
        people=sum(each.people for each in counted),
        first=min(at for at, _ in hours),
        last=max(at for at, _ in hours),
        late=sum(people for at, people in hours if at >= useful_until),
        useful_until=useful_until,
        told=tuple(_distinct(each.args for each in counted)),
    )


def _distinct(told: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
    kept: list[Mapping[str, str]] = []
    for args in told:
        if args not in kept:
            kept.append(args)
    return kept


def _goes_at(counted: Counted, about: Stored, now: datetime) -> datetime:
    """Return when people with these preferences hear it, as the rules have it that judge it then."""
    moment, training = max(counted.due_at, now), about.training
    if counted.kind in OF_WHAT_IS_NEW:
        return news.next_hour(moment, counted.preferences, training.zone)
    return verdict.earliest(counted.kind, counted.preferences, training, moment, counted.args)


def turned(which: Which, *, held: bool, due: datetime | None = None) -> Which:
    """Return the same group after it was held, let go or moved."""
    return replace(which, held=held, minute=which.minute if due is None else minute(due))
