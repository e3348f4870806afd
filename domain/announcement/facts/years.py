"""Which year a written day is of: the weekday narrows it, the day of publication picks, and doubt stays doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from domain.announcement.layout.days import Day
from domain.announcement.reading import Why, YearBy

AROUND = 11
"""The same weekday falls on the same day every 5, 6 or 11 years."""
DOUBTFUL = 0.75
"""Two years fit about equally well when the nearer is not much nearer than the other."""
NEAR = timedelta(days=3)
FAR = timedelta(days=1100)
HALF_A_YEAR = timedelta(days=183)
SCHOOL_YEAR_BEGINS = 8


@dataclass(frozen=True, slots=True)
class Era:
    """When a text was written, and which years it names: its heading's (two of a school year), those of its days."""

    published: date
    heading: tuple[int, ...] = ()
    written: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """A day with its year, or why there is none and between which days the text leaves a choice."""

    day: date | None = None
    by: YearBy | None = None
    why: Why | None = None
    options: tuple[date, ...] = field(default=())


def settle(day: Day, era: Era, *, past: bool = False) -> Settled:
    """Find the year of a day; ``past`` = the text tells of it as of something that was."""
    if day.year is not None:
        return _checked(day, day.year, None)
    if era.heading:
        first, *other = era.heading
        year = other[0] if other and day.month < SCHOOL_YEAR_BEGINS else first
        return _checked(day, year, YearBy.CONTEXT)
    if not any(_made(day, year) for year in _around(era)):
        return Settled(why=Why.IMPOSSIBLE)
    if day.weekday is not None:
        return _by_weekday(day, era)
    if era.written:
        return _nearest_written(day, era.written)
    return _next(day, era, past=past)


def latest(day: Day, until: date) -> date | None:
    """Return the last such day that is not after another; a written year is kept."""
    if day.year is not None:
        return _made(day, day.year)
    found = [made for year in range(until.year - 8, until.year + 1) if (made := _made(day, year)) and made <= until]
    return max(found, default=None)


def _made(day: Day, year: int) -> date | None:
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return None


def _around(era: Era) -> range:
    return range(era.published.year - AROUND, era.published.year + AROUND + 1)


def _fits(made: date, day: Day) -> bool:
    return day.weekday is None or made.isoweekday() == day.weekday


def _checked(day: Day, year: int, by: YearBy | None) -> Settled:
    made = _made(day, year)
    if made is None:
        return Settled(why=Why.IMPOSSIBLE)
    if _fits(made, day):
        return Settled(made, by)
    near = [made + timedelta(days=each) for each in range(-NEAR.days, NEAR.days + 1)]
    other = [moved for each in (year - 1, year + 1) if (moved := _made(day, each)) and _fits(moved, day)]
    return Settled(why=Why.WEEKDAY, options=(made, *(each for each in near if _fits(each, day)), *other))


def _by_weekday(day: Day, era: Era) -> Settled:
    fitting = [made for year in _around(era) if (made := _made(day, year)) and _fits(made, day)]
    if era.written and (close := [made for made in fitting if abs(made - _nearest(era.written, made)) <= HALF_A_YEAR]):
        return Settled(close[0], YearBy.WEEKDAY)
    ordered = sorted(fitting, key=lambda made: abs(made - era.published))
    if not ordered or abs(ordered[0] - era.published) > FAR:
        return Settled(why=Why.YEAR, options=tuple(sorted(ordered[:2])))
    one = abs(ordered[0] - era.published)
    if len(ordered) > 1 and one > DOUBTFUL * abs(ordered[1] - era.published):
        return Settled(why=Why.YEAR, options=tuple(sorted(ordered[:2])))
    return Settled(ordered[0], YearBy.WEEKDAY)


def _nearest(days: Sequence[date], other: date) -> date:
    return min(days, key=lambda each: abs(each - other))


def _nearest_written(day: Day, written: Sequence[date]) -> Settled:
    """Choose the year that brings a day nearest to the first one whose year is written."""
    around = range(written[0].year - 1, written[0].year + 2)
    found = [made for year in around if (made := _made(day, year))]
    return Settled(_nearest(found, written[0]), YearBy.CONTEXT) if found else Settled(why=Why.IMPOSSIBLE)


def _next(day: Day, era: Era, *, past: bool) -> Settled:
    found = [made for year in _around(era) if (made := _made(day, year))]
    if past:
        before = [made for made in found if made <= era.published]
        return Settled(before[-1], YearBy.NEXT) if before else Settled(why=Why.YEAR)
    after = [made for made in found if made >= era.published]
    return Settled(after[0], YearBy.NEXT) if after else Settled(why=Why.YEAR)


def earliest(day: Day, since: date) -> date | None:
    """Return the first such day from another on; a written year is kept."""
    if day.year is not None:
        return _made(day, day.year)
    found = [made for year in range(since.year, since.year + 9) if (made := _made(day, year)) and made >= since]
    return min(found, default=None)
