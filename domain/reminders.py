"""Reminders: which ones a person gets for a training, and when; never whether the person still has a seat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain import calendar, dates, quiet
from domain.notice import REMINDERS, Kind, Planned
from domain.training import Mode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import datetime

    from domain.official import Official, Preferences
    from domain.training import Training

DAY_AT = time(14, 0)
WEEK = timedelta(days=7)
ON_SITE = timedelta(hours=1)
ONLINE = timedelta(minutes=15)
APART = timedelta(hours=1)


class Lack(StrEnum):
    """Why a reminder is never made."""

    CALLED_OFF = "called_off"
    NOT_WANTED = "not_wanted"
    NO_HOUR = "no_hour"
    """The hour of the training is not known, so nothing can be said right before it."""
    PASSED = "passed"
    """Its moment had come before it could be planned."""
    TOO_CLOSE = "too_close"
    """A later one comes less than an hour after it."""


@dataclass(frozen=True, slots=True)
class Unplanned:
    """A reminder that is never made, and at what moment it would have come, if there is one."""

    lack: Lack
    at: datetime | None = None


def plan(training: Training, official_id: int, preferences: Preferences, now: datetime) -> tuple[Planned, ...]:
    """Return the wanted reminders that are still to come, in the order of their moments.

    Those of a week and of a working day before go at 14:00, local time. One that falls into quiet time moves out
    of it, one whose moment is not after ``now`` is never made, of two less than an hour apart only the later kind is.
    """
    return tuple(_reminder(kind, training, official_id, at) for kind, at in _due(training, preferences, now))


def plan_all(training: Training, people: Collection[Official], now: datetime) -> list[Planned]:
    """Return the reminders of many people; the moments are reckoned once for all whose preferences are equal."""
    moments = {each: _due(training, each, now) for each in {person.preferences for person in people}}
    return [
        _reminder(kind, training, person.id, due_at)
        for person in people
        for kind, due_at in moments[person.preferences]
    ]


def _due(training: Training, preferences: Preferences, now: datetime) -> tuple[tuple[Kind, datetime], ...]:
    """Return which reminders there are, and when, in the order of their moments."""
    if training.cancelled:
        return ()
    sifted = _sifted(training, preferences, now)
    return tuple((kind, due_at) for kind, due_at, lack in reversed(sifted) if not lack)


def lacks(training: Training, preferences: Preferences, now: datetime) -> Mapping[Kind, Unplanned]:
    """Return the kinds of reminders that are not planned at an instant, and why."""
    if training.cancelled:
        return dict.fromkeys(REMINDERS, Unplanned(Lack.CALLED_OFF))
    moments = {kind: (due_at, lack) for kind, due_at, lack in _sifted(training, preferences, now)}
    missing = {kind: Unplanned(Lack.NO_HOUR) for kind in REMINDERS if kind not in moments}
    unwanted = {kind: Unplanned(Lack.NOT_WANTED) for kind in missing if not wanted(kind, preferences)}
    return missing | unwanted | {kind: Unplanned(lack, due_at) for kind, (due_at, lack) in moments.items() if lack}


def _sifted(training: Training, preferences: Preferences, now: datetime) -> list[tuple[Kind, datetime, Lack | None]]:
    """Return each kind with its moment, the latest first, and why it is not planned, if so."""
    sifted: list[tuple[Kind, datetime, Lack | None]] = []
    after: datetime | None = None
    for kind, due_at in _moments(training, preferences):
        lack = _lack(kind, due_at, after, preferences, now)
        sifted.append((kind, due_at, lack))
        after = after if lack else due_at
    return sifted


def _lack(kind: Kind, due_at: datetime, after: datetime | None, preferences: Preferences, now: datetime) -> Lack | None:
    """Return why a reminder is not planned whose successor comes ``after``."""
    if not wanted(kind, preferences):
        return Lack.NOT_WANTED
    if due_at <= now:
        return Lack.PASSED
    return Lack.TOO_CLOSE if after and after - due_at < APART else None


def usual(kind: Kind, training: Training) -> datetime:
    """Return the moment of a reminder where no quiet time is in its way."""
    start = training.details.start
    if kind is Kind.REMINDER_HOUR:
        return training.starts_at - _lead(training)
    week = kind is Kind.REMINDER_WEEK
    day = start.day - WEEK if week else calendar.last_working_day_before(start.day)
    return dates.instant(day, DAY_AT, training.zone)


def moment(kind: Kind, training: Training, preferences: Preferences) -> datetime | None:
    """Return the moment of a reminder out of a person's quiet time; none while the hour it needs is unknown."""
    return dict(_moments(training, preferences)).get(kind)


def wanted(kind: Kind, preferences: Preferences) -> bool:
    """Tell whether the person wants reminders of this kind."""
    return {
        Kind.REMINDER_WEEK: preferences.week_before,
        Kind.REMINDER_DAY: preferences.day_before,
        Kind.REMINDER_HOUR: preferences.hour_before,
    }[kind]


def _moments(training: Training, preferences: Preferences) -> Iterator[tuple[Kind, datetime]]:
    """Yield each kind with its moment, the latest first."""
    if training.details.start.hour:
        yield Kind.REMINDER_HOUR, _shortly_before(training, preferences)
    for kind in (Kind.REMINDER_DAY, Kind.REMINDER_WEEK):
        yield kind, quiet.last_loud_before(usual(kind, training), preferences, training.zone)


def _shortly_before(training: Training, preferences: Preferences) -> datetime:
    """Return the moment of the reminder right before the start; days off do not bind it, quiet hours do."""
    due_at = usual(Kind.REMINDER_HOUR, training)
    loud = quiet.next_loud(due_at, preferences, training.zone, days_off=False)
    if loud < training.starts_at:
        return loud
    return quiet.last_loud_before(due_at, preferences, training.zone, days_off=False)


def _lead(training: Training) -> timedelta:
    return ONLINE if training.details.mode is Mode.ONLINE else ON_SITE


def _reminder(kind: Kind, training: Training, official_id: int, due_at: datetime) -> Planned:
    start = training.details.start
    return Planned(
        kind=kind,
        official_id=official_id,
        key=f"{kind}:{training.id}:{official_id}:{start}",
        due_at=due_at,
        training_id=training.id,
        useful_until=training.begins_at,
        args={"start": str(start)},
    )
