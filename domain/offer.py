"""Offers: how long a freed seat is kept for the next person in the queue; never who that person is."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from domain import dates, quiet

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from domain.official import Preferences
    from domain.training import Training

SOON = timedelta(hours=48)
LONG = timedelta(hours=24)
SHORT = timedelta(hours=3)
MORNING = time(9, 0)
MINUTE = timedelta(minutes=1)


def answer_by(now: datetime, training: Training, preferences: Preferences) -> datetime:
    """Return the instant until which an offer delivered now is kept: a whole minute, unless the last instant is none.

    Hours of the clock are counted, quiet ones included; an end in quiet time moves to the morning after it; nothing is
    kept beyond the start or the sign-up deadline, whichever is later.
    """
    cap = max(training.begins_at, training.deadline or training.begins_at)
    end = _whole_minute(now + (LONG if training.starts_at - now > SOON else SHORT))
    if quiet.quiet(end, preferences, training.zone):
        end = _morning_after(end, preferences, training.zone)
    return min(end, cap)


def first_to_answer(now: datetime, training: Training) -> bool:
    """Tell whether it is too late to keep seats for anybody: under three hours, or on the day when no hour is known."""
    if training.details.start.hour is None:
        return now >= training.starts_at
    return training.starts_at - now < SHORT


def _morning_after(moment: datetime, preferences: Preferences, zone: ZoneInfo) -> datetime:
    loud = quiet.next_loud(moment, preferences, zone)
    morning = dates.instant(dates.local(loud, zone).date(), MORNING, zone)
    return quiet.next_loud(max(loud, morning), preferences, zone)


def _whole_minute(moment: datetime) -> datetime:
    floor = moment.replace(second=0, microsecond=0)
    return floor if floor == moment else floor + MINUTE
