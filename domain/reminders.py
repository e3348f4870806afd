"""Reminders: which ones a person gets for a training, and when; never whether the person still has a seat."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from domain import calendar, dates, quiet
from domain.notice import Kind, Planned
from domain.training import Mode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date, datetime

    from domain.official import Official, Preferences
    from domain.training import Training

DAY_AT = time(14, 0)
WEEK = timedelta(days=7)
ON_SITE = timedelta(hours=1)
ONLINE = timedelta(minutes=15)
APART = timedelta(hours=1)


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
    due: list[tuple[Kind, datetime]] = []
    for kind, due_at in _moments(training, preferences):
        too_close = due and due[0][1] - due_at < APART
        if wanted(kind, preferences) and now < due_at and not too_close:
            due.insert(0, (kind, due_at))
    return tuple(due)


def wanted(kind: Kind, preferences: Preferences) -> bool:
    """Tell whether the person wants reminders of this kind."""
    return {
        Kind.REMINDER_WEEK: preferences.week_before,
        Kind.REMINDER_DAY: preferences.day_before,
        Kind.REMINDER_HOUR: preferences.hour_before,
    }[kind]


def _moments(training: Training, preferences: Preferences) -> Iterator[tuple[Kind, datetime]]:
    """Yield each kind with its moment, the latest first."""
    start = training.details.start

    def on(day: date) -> datetime:
        return quiet.last_loud_before(dates.instant(day, DAY_AT, training.zone), preferences, training.zone)

    if start.hour:
        yield Kind.REMINDER_HOUR, _shortly_before(training, preferences)
    yield Kind.REMINDER_DAY, on(calendar.last_working_day_before(start.day))
    yield Kind.REMINDER_WEEK, on(start.day - WEEK)


def _shortly_before(training: Training, preferences: Preferences) -> datetime:
    """Return the moment of the reminder right before the start; days off do not bind it, quiet hours do."""
    lead = ONLINE if training.details.mode is Mode.ONLINE else ON_SITE
    due_at = training.starts_at - lead
    loud = quiet.next_loud(due_at, preferences, training.zone, days_off=False)
    if loud < training.starts_at:
        return loud
    return quiet.last_loud_before(due_at, preferences, training.zone, days_off=False)


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
