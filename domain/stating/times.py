"""Days and hours as organisers type them: every sign has to be understood, or nothing is.

The words of time and the rules for days are those that questions are read by. Knows no draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Final
from zoneinfo import ZoneInfo

from domain import dates
from domain.programme.times import YEARS
from domain.question import when
from domain.question.folding import Token, tokens
from domain.question.when.items import Item, items, marks
from domain.stating.field import Misfit, UnclearError
from domain.stating.hours import Hours, covered, impossible, spoken

LONGEST: Final = timedelta(days=60)
_DAY: Final = timedelta(days=1)
_YEAR: Final = timedelta(days=366)
_MORNING: Final = time(8)
_FIGURES: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"(?<=\d)([⁰¹²³⁴⁵⁶⁷⁸⁹]{2})(?!\w)")
_SEPARATES = frozenset({"in", "at", "day", "year", "dash", "and", "start", "hours"})
_JOINED = re.compile(r"(?:[noxgr]\S*)(?: \S+)?(?: y\d+)?(?: year)? (?:dash|to|through|a|and) (?:d\d )?[noxg]")
_IN_FIGURES = re.compile(r"x(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?|[nog](\d{1,2}) [mr](\d{1,2})(?: y(\d{4}))?")
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class Told:
    """What a text tells of time: the first and the last day, and the hours; ``None`` = it tells nothing of them."""

    days: tuple[date, date] | None = None
    hours: Hours | None = None
    daily: bool = True
    """Whether the hours are those of every day; else the first day's beginning and the last day's end."""


def told(text: str, now: datetime) -> Told:
    """Return what a text tells of time; ``now`` is aware and in the zone of the hours.

    A date without a year is the next such date. „9.10–12.10” are days, unless a day is told beside it.
    """
    seen = tokens(_raised(text))
    for reading in _readings(seen, now):
        if reading and (reading.days or reading.hours):
            return reading
    raise UnclearError(_misfit(marks(items(seen))))


def hours(text: str) -> Hours:
    """Return the hours that a text tells, and nothing else: „9-12”, „od 9.10 do 12.10”, „godz. 9”."""
    seen = tokens(_raised(text))
    line = items(seen)
    for found, used in spoken(line, bare=True):
        if used == covered(line):
            return found
    raise UnclearError(Misfit.NO_SUCH_HOUR if impossible(marks(line)) else Misfit.UNREAD)


def until(text: str, now: datetime) -> tuple[date, time | None]:
    """Return until when something is possible: „do 10.09”, „10 września, 12:00”, „do 10.09 do godz. 12”."""
    seen = tokens(_raised(text))
    line = items(seen)
    for found, used in [*spoken(line, bare=False, until=True), (None, frozenset[int]())]:
        if found and found[1]:
            continue
        last = _last_day(_left(seen, used), now)
        if last:
            return last, found[0] if found else None
    raise UnclearError(_misfit(marks(line)))


def _raised(text: str) -> str:
    return _RAISED.sub(lambda found: f":{found[1].translate(_FIGURES)}", text)


def _left(seen: Sequence[Token], used: frozenset[int]) -> list[Token]:
    return [token for place, token in enumerate(seen) if place not in used]


def _readings(seen: Sequence[Token], now: datetime) -> Iterator[Told | None]:
    """Yield what the text may tell, the likeliest first."""
    yield _of_days(seen, now, None)
    yield _from_point_to_point(seen, now)
    for found, used in spoken(items(seen), bare=True):
        yield _of_days(_left(seen, used), now, found)


def _of_days(seen: Sequence[Token], now: datetime, found: Hours | None) -> Told | None:
    if not [mark for mark in marks(items(seen)).split() if mark not in _SEPARATES]:
        return Told(None, found) if found else None
    days = _days(seen, now)
    return Told(days, found) if days else None


def _from_point_to_point(seen: Sequence[Token], now: datetime) -> Told | None:
    """Read „12.05 14:00 – 13.05 12:00”: a day and an hour on either side."""
    line = items(seen)
    for place, item in enumerate(line):
        if item.mark in {"dash", "to"}:
            sides = [_point(_within(seen, side), now) for side in (line[:place], line[place + 1 :])]
            if (first := sides[0]) and (last := sides[1]) and first[0] < last[0]:
                return Told((first[0], last[0]), (first[1], last[1]), daily=False)
    return None


def _within(seen: Sequence[Token], line: Sequence[Item]) -> list[Token]:
    return [seen[place] for place in sorted(covered(line))]


def _point(seen: Sequence[Token], now: datetime) -> tuple[date, time] | None:
    for found, used in spoken(items(seen), bare=False):
        days = _days(_left(seen, used), now)
        if days and days[0] == days[1] and found[1] is None:
            return days[0], found[0]
    return None


def _days(seen: Sequence[Token], now: datetime) -> tuple[date, date] | None:
    """Return the first and the last day of a text that tells of days alone."""
    line = items(seen)
    found = when.read(seen, now)
    if found is None or found.window or not found.days:
        return None
    left = {item.mark for item in line if not item.used & found.used}
    if left - _SEPARATES:
        return None
    if found.mismatch:
        raise UnclearError(Misfit.WEEKDAY)
    first, last = found.days[0].first, found.days[-1].last
    if first is None or last is None or not _one_stretch(found.days, marks(line)):
        return None
    if not timedelta(0) <= last - first <= LONGEST:
        raise UnclearError(Misfit.END_FIRST)
    if first.year not in YEARS or last.year not in YEARS:
        raise UnclearError(Misfit.NO_SUCH_DAY)
    return first, last


def _one_stretch(days: Sequence[when.Days], text: str) -> bool:
    """Tell whether days are one, or several that are told from the first to the last: no week, no month."""
    singles = [each.single for each in days]
    if len(days) == 1 and singles[0]:
        return True
    one_by_one = all(one and two and two - one == _DAY for one, two in pairwise(singles))
    return bool(_JOINED.search(text)) and (len(days) == 1 or one_by_one)


def _last_day(seen: Sequence[Token], now: datetime) -> date | None:
    """Return the one day of a text, or the day until which it speaks."""
    found = when.read(seen, now)
    if found is None or len(found.days) != 1 or found.window:
        return None
    line = items(seen)
    if {item.mark for item in line if not item.used & found.used} - _SEPARATES - {"to"}:
        return None
    if found.mismatch:
        raise UnclearError(Misfit.WEEKDAY)
    days = found.days[0]
    day = days.last if days.first is None else days.single
    return day if day and day.year in YEARS else None


def _misfit(text: str) -> Misfit:
    """Return why a text could not be read: a day or an hour that there is not, else that it is not understood."""
    for match in _IN_FIGURES.finditer(text):
        day, month, year = int(match[1] or match[4]), int(match[2] or match[5]), int(match[3] or match[6] or _LEAP)
        try:
            date(year, month, day)
        except ValueError:
            return Misfit.NO_SUCH_DAY
    return Misfit.NO_SUCH_HOUR if impossible(text) else Misfit.UNREAD


def instant(text: str, now: datetime) -> datetime:
    """Return the one instant that a text tells, from now on: „jutro 8:00”, „w poniedziałek”, ``9:30``.

    A day without an hour means 8:00, an hour without a day the next such.
    """
    found = told(text, now)
    hour = found.hours[0] if found.hours else _MORNING
    day = found.days[0] if found.days else now.date()
    if (found.hours and found.hours[1]) or (found.days and found.days[0] != found.days[1]):
        raise UnclearError(Misfit.UNREAD)
    if not dates.exists(day, hour, zone := _zone(now)):
        raise UnclearError(Misfit.SKIPPED)
    then = dates.instant(day, hour, zone)
    if then <= now and not found.days:
        then = dates.instant(day + _DAY, hour, zone)
    if not now < then <= now + _YEAR:
        raise UnclearError(Misfit.PAST)
    return then


def _zone(now: datetime) -> ZoneInfo:
    if not isinstance(now.tzinfo, ZoneInfo):
        raise TypeError(now.tzinfo)
    return now.tzinfo
