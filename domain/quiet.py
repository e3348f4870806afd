"""Quiet time: when a person is not to be disturbed, and the moments at its edges; never what is said."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from domain import calendar, dates

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

    from domain.official import Preferences

MINUTE = timedelta(minutes=1)
ONE_DAY = timedelta(days=1)

_REMEMBERED = 4096
"""Days of a person's hours: thousands of people who are told of something have them in common."""

Stretch = tuple[datetime, datetime]


def quiet(moment: datetime, preferences: Preferences, zone: ZoneInfo, *, days_off: bool = True) -> bool:
    """Tell whether a moment falls into the person's quiet hours or, unless ``days_off`` is false, on a day off.

    The first minute of the quiet hours is quiet, the hour that ends them is not; equal hours mean no quiet hours.
    """
    today = _loud(dates.local(moment, zone).date(), preferences, zone, days_off=days_off)
    return not any(opens <= moment < closes for opens, closes in today)


def next_loud(moment: datetime, preferences: Preferences, zone: ZoneInfo, *, days_off: bool = True) -> datetime:
    """Return the moment itself unless it is quiet, else the instant at which quiet time ends."""
    day = dates.local(moment, zone).date()
    ahead = (s for n in count() for s in _loud(day + n * ONE_DAY, preferences, zone, days_off=days_off))
    return next(max(moment, opens) for opens, closes in ahead if moment < closes)


def last_loud_before(moment: datetime, preferences: Preferences, zone: ZoneInfo, *, days_off: bool = True) -> datetime:
    """Return the last whole minute, not later than the moment, that is not quiet."""
    day = dates.local(moment, zone).date()
    behind = (s for n in count() for s in reversed(_loud(day - n * ONE_DAY, preferences, zone, days_off=days_off)))
    last = next(min(moment, closes - MINUTE) for opens, closes in behind if opens <= moment)
    return last.replace(second=0, microsecond=0)


@lru_cache(_REMEMBERED)
def _loud(day: date, preferences: Preferences, zone: ZoneInfo, *, days_off: bool) -> tuple[Stretch, ...]:
    """Return the stretches of a local day in which the person may be disturbed, in order, each without its end.

    Stretches of instants rather than readings of the clock: quiet time ends once in the night whose hour repeats.
    """
    if days_off and not calendar.is_working(day):
        return ()
    dawn, end = (dates.instant(edge, dates.MIDNIGHT, zone) for edge in (day, day + ONE_DAY))
    hushed = dates.instant(day, preferences.quiet_from, zone)
    woken = dates.instant(day, preferences.quiet_until, zone)
    if preferences.quiet_from == preferences.quiet_until:
        stretches = [(dawn, end)]
    elif preferences.quiet_from < preferences.quiet_until:
        stretches = [(dawn, hushed), (woken, end)]
    else:
        stretches = [(woken, hushed)]
    return tuple((opens, closes) for opens, closes in stretches if opens < closes)
