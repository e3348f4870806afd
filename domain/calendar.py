"""Polish working days; never an hour, never an instant."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

SATURDAY = 5
ONE_DAY = timedelta(days=1)

_FIXED = ((1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26))
_CHRISTMAS_EVE = (12, 24)
_CHRISTMAS_EVE_SINCE = 2025
_AFTER_EASTER = (0, 1, 49, 60)
"""Easter and its Monday, Pentecost, Corpus Christi."""


def is_working(day: date) -> bool:
    """Tell whether offices work: Monday to Friday, public holidays (24 December since 2025 among them) excepted."""
    return day.weekday() < SATURDAY and day not in _public_holidays(day.year)


def last_working_day_before(day: date) -> date:
    """Return the nearest working day earlier than this one."""
    day -= ONE_DAY
    while not is_working(day):
        day -= ONE_DAY
    return day


@cache
def _public_holidays(year: int) -> frozenset[date]:
    """Return the days off of the act of 18 January 1951, as it stands since 2011."""
    fixed = (*_FIXED, *([_CHRISTMAS_EVE] if year >= _CHRISTMAS_EVE_SINCE else ()))
    movable = (easter(year) + after * ONE_DAY for after in _AFTER_EASTER)
    return frozenset([*(date(year, month, day) for month, day in fixed), *movable])
