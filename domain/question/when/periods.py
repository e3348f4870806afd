"""Periods as people say them, without a year or a week: which is meant is found beside today. No words, no rules."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import TypeAlias

from domain.question.when.values import Days

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
# "Od 1 września" asked in the middle of September means the one under way, not next year's.
UNDER_WAY = timedelta(days=31)
YEARS_BETWEEN_LEAP_DAYS = 8


@dataclass(frozen=True, slots=True)
class Today:
    """The day of the question, and whether it asks about what is over."""

    day: date
    past: bool = False

    @property
    def monday(self) -> date:
        """The first day of this week."""
        return self.day - timedelta(days=self.day.weekday())


@dataclass(frozen=True, slots=True)
class Yearly:
    """Days of every year, each a month and a day.

    Day 0 is the last of its month, and an end before its start is next year's.
    """

    start: tuple[int, int]
    end: tuple[int, int]

    def of(self, year: int) -> Days | None:
        """Return the days in the year in which they begin; None if that year has no such day."""
        later = year + (self.end[0] < self.start[0])
        first, last = _day(year, *self.start), _day(later, *self.end)
        return Days(first, last) if first and last and first <= last else None


@dataclass(frozen=True, slots=True)
class Weekly:
    """Days of every week, Monday being 0; an end before the start is next week's.

    ``every`` means all of them (w soboty), not the next.
    """

    first: int
    last: int
    every: bool = False

    def starting(self, monday: date) -> Days:
        """Return the days that begin in the week of this Monday."""
        length = (self.last - self.first) % 7
        first = monday + timedelta(days=self.first)
        return Days(first, first + timedelta(days=length))


Period: TypeAlias = Days | Yearly | Weekly


def _day(year: int, month: int, day: int) -> date | None:
    if not (1 <= year <= MAXYEAR and 1 <= month <= 12):  # noqa: PLR2004 - twelve months
        return None
    longest = monthrange(year, month)[1]
    return date(year, month, day or longest) if day <= longest else None


def month(year: int, number: int, start: int = 1, end: int = 0) -> Days | None:
    """Return a month or a part of it; months count on beyond December and before January."""
    return Yearly(((number - 1) % 12 + 1, start), ((number - 1) % 12 + 1, end)).of(year + (number - 1) // 12)


def resolve(period: Period, today: Today) -> Days | None:
    """Return the days meant: the next ones not yet over, or the latest begun when the past is asked about."""
    if isinstance(period, Days):
        return period
    return latest(period, today.day) if today.past else earliest(period, today.day)


def earliest(period: Period, since: date) -> Days | None:
    """Return the first occurrence that is not over before a day."""
    return next((days for days in _around(period, since) if days.last and days.last >= since), None)


def latest(period: Period, until: date) -> Days | None:
    """Return the last occurrence that has begun by a day."""
    return next((days for days in reversed(_around(period, until)) if days.first and days.first <= until), None)


def _around(period: Period, day: date) -> list[Days]:
    if isinstance(period, Days):
        return [period]
    if isinstance(period, Weekly):
        monday = day - timedelta(days=day.weekday())
        return [period.starting(monday + WEEK * shift) for shift in (-1, 0, 1)]
    years = range(day.year - YEARS_BETWEEN_LEAP_DAYS, day.year + YEARS_BETWEEN_LEAP_DAYS + 1)
    return [days for year in years if (days := period.of(year))]


def between(first: Period, last: Period, today: Today) -> Period | None:
    """Return everything from one period to another; what one leaves open (year, week) the other or today decides."""
    if isinstance(first, Weekly) and isinstance(last, Weekly):
        return Weekly(first.first, last.last)
    if isinstance(first, Days):
        begin: Days | None = first
        end = earliest(last, first.first) if first.first else None
    else:
        end = resolve(last, today)
        begin = latest(first, end.last) if end and end.last else None
    if not (begin and begin.first and end and end.last and begin.first <= end.last):
        return None
    return Days(begin.first, end.last)


def onwards(period: Period, today: Today, *, beyond: bool) -> Days | None:
    """Return all days from the beginning of a period on, or those beyond its end; a date under a month ago counts."""
    if isinstance(period, Yearly) and not today.past:
        days = earliest(period, today.day - UNDER_WAY)
    else:
        days = resolve(period, today)
    if days is None or (edge := days.last if beyond else days.first) is None:
        return None
    return Days(edge + DAY if beyond else edge, None)


def up_to(period: Period, today: Today, *, short: bool) -> Days | None:
    """Return all days until the end of a period, or those short of its beginning."""
    days = resolve(period, today)
    if days is None or (edge := days.first if short else days.last) is None:
        return None
    return Days(None, edge - DAY if short else edge)
