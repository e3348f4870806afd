"""Polish working days; never an hour, never an instant."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

SATURDAY = 5
ONE_DAY = timedelta(days=1)


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
    # Importing it takes a tenth of a second: the first question pays, not every start.
    from holidays import country_holidays  # noqa: PLC0415

    return frozenset(country_holidays("PL", years=year))
