"""The days of a series as organisers type them: listed („12, 19 i 26.09”), or every so many weeks until a day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from domain import dates
from domain.folding import fold
from domain.stating import texts, times
from domain.stating.field import Misfit, Unclear, UnclearError
from domain.stating.words import WEEKS, WORDS
from domain.wall import Wall

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from zoneinfo import ZoneInfo

MOST: Final = 50
WEEK: Final = timedelta(weeks=1)


def _one_of(words: Sequence[str] | frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))


_WEEKLY = re.compile(
    rf"(?:{_one_of(WORDS['every'])}) (?:(?P<weeks>\d\d?|{_one_of(frozenset(WEEKS))}) )?(?:{_one_of(WORDS['week'])})"
    rf"(?: (?:{_one_of(WORDS['since'])}) (?P<since>.+?))?"
    rf"(?: (?:{_one_of(WORDS['until'])}) (?P<until>.+)|[,;]? (?P<times>\d{{1,2}}) (?:{_one_of(WORDS['times'])}))"
)
_APART = re.compile(rf"[,;]| (?:{_one_of(WORDS['and'])}) ")
_BARE = re.compile(r"\d{1,2}\.?")
_LEADING = re.compile(r"\d{1,2}")


def days(text: str, after: Wall, now: datetime, zone: ZoneInfo) -> tuple[Wall, ...] | Unclear:
    """Return the days in their order, with an hour where one is typed, or why they cannot be taken.

    „Co tydzień” without a first day begins with the first such day to come after the training's own, ``after``.
    """
    told, today = fold(texts.cleaned(text).replace("\n", ";")), dates.local(now, zone)
    try:
        weekly = _WEEKLY.fullmatch(told)
        found = tuple(_weekly(weekly, after.day, today) if weekly else _listed(told, today))
    except UnclearError as error:
        return Unclear(error.misfit)
    return found if len(found) <= MOST else Unclear(Misfit.TOO_MANY)


def _weekly(told: re.Match[str], after: date, today: datetime) -> Iterator[Wall]:
    weeks = WEEKS.get(told["weeks"] or "", 0) or int(told["weeks"] or 1)
    step = weeks * WEEK
    if not step or told["times"] in {"0", "00"}:
        raise UnclearError(Misfit.UNREAD)
    first = _day(told["since"], today).day if told["since"] else _next(after, step, today.date())
    last = _day(told["until"], today).day if told["until"] else first + (int(told["times"]) - 1) * step
    if last < first:
        raise UnclearError(Misfit.END_FIRST)
    for number in range(min((last - first) // step, MOST) + 1):
        yield Wall(first + number * step)


def _next(after: date, step: timedelta, today: date) -> date:
    """Return the first day of the rhythm that comes after the training's own, and is not past."""
    missed = max(today - after - timedelta(days=1), timedelta()) // step
    return after + (missed + 1) * step


def _listed(told: str, today: datetime) -> list[Wall]:
    """Return the days of a list; a bare number shares the month told after it, and all share an hour after the last."""
    parts = [each.strip() for each in _APART.split(told) if each.strip()]
    if len(parts) > MOST:
        raise UnclearError(Misfit.TOO_MANY)
    found: list[Wall] = []
    month = ""
    for part in reversed(parts):
        if _BARE.fullmatch(part):
            found.append(_day(part.rstrip(".") + month, today))
        else:
            month = part[leading.end() :] if (leading := _LEADING.match(part)) else ""
            found.append(_day(part, today))
    if not found:
        raise UnclearError(Misfit.UNREAD)
    last, *others = found
    if last.hour and not any(each.hour for each in others):
        found = [Wall(each.day, last.hour) for each in found]
    return sorted(dict.fromkeys(found), key=str)


def _day(told: str, today: datetime) -> Wall:
    """Return the one day of a text, with the hour at which it begins if one is told."""
    read = times.told(told, today)
    if read.days is None or read.days[0] != read.days[1]:
        raise UnclearError(Misfit.UNREAD)
    return Wall(read.days[0], read.hours[0] if read.hours else None)
