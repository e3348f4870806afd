"""A pasted announcement read: from its text to drafts of trainings, offline and without a clock."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.announcement.facts import drafting, years
from domain.announcement.facts.sheet import Background
from domain.announcement.facts.years import Era
from domain.announcement.language.text import LONGEST
from domain.announcement.layout import page
from domain.announcement.layout.page import Page, Range
from domain.announcement.reading import Problem, Reading
from domain.announcement.trainings import events, roles
from domain.announcement.trainings.event import Event
from domain.announcement.trainings.role import Role

_YEARS = re.compile(r"(?<![\d.,/-])(20\d\d)(?:\s?[/–-]\s?(?:20)?(\d\d))?(?![\d]|[.,]\d)")


def read(text: str, now: datetime, zone: ZoneInfo) -> Reading:
    """Read an announcement; ``now`` is aware, its day in the zone is the day of pasting."""
    problems = [Problem.TOO_LONG] if len(text) > LONGEST else []
    given = page.read(text)
    today = now.astimezone(zone).date()
    parts = roles.roles(given, today)
    told = events.events(given, parts)
    if len(told) > events.MOST or len(given.days) == page.MOST_DAYS:
        problems.append(Problem.TOO_MANY)
        told = told[: events.MOST]
    published = _published(given, parts, today)
    era = _era(given, parts, told, published or today)
    background = Background(given, parts, _busy(given, told), era, now, zone)
    found = tuple(drafting.drafts(told, background))
    if not found:
        problems.append(Problem.NO_EVENT)
    return Reading(found, tuple(problems), published)


def _busy(given: Page, told: Sequence[Event]) -> tuple[Range, ...]:
    """Return what is no place: days, hours, addresses and titles."""
    titles = [(event.title.start, event.title.end) for event in told if event.title]
    return tuple(sorted({*given.mentions, *titles}))


def _published(given: Page, parts: Sequence[Role], today: date) -> date | None:
    """Return the day on which a text says it was published or sent; the last of a mail handed on is its first."""
    for dated, role in zip(given.days, parts, strict=True):
        if role is Role.PUBLISHED and (made := years.latest(dated.first, today)):
            return made
    return None


def _era(given: Page, parts: Sequence[Role], told: Sequence[Event], published: date) -> Era:
    first = min((event.dated.start for event in told), default=0)
    heading = _heading(given, first, told) if len(told) > 1 else ()
    written = tuple(
        made
        for dated, role in zip(given.days, parts, strict=True)
        if role in {Role.EVENT, Role.DEADLINE}
        for day in dated.days
        if day.year is not None and (made := years.latest(day, published))
    )
    return Era(published, heading, written)


def _heading(given: Page, end: int, told: Sequence[Event]) -> tuple[int, ...]:
    """Return the year, or the two of a school year, in the lines above a list; none in which no weekday of it fits."""
    for line in given.lines:
        if line.start >= end:
            break
        for match in _YEARS.finditer(given.folded, line.body, min(line.end, end)):
            if any(each.start <= match.start() < each.end for each in given.days) or line.end - line.start > 120:  # noqa: PLR2004
                continue
            year = int(match[1])
            following = int(match[2]) + 2000 if match[2] else None
            named = (year, following) if following == year + 1 else (year,)
            if not _contradicted(named, told):
                return named
    return ()


def _contradicted(named: tuple[int, ...], told: Sequence[Event]) -> bool:
    """Tell whether the weekdays of several days fit in no year of a heading: „fundusz na rok 2028", held in 2027."""
    days = [event.dated.first for event in told if event.dated.first.weekday and event.dated.first.year is None]
    settled = [years.settle(day, Era(date(named[0], 1, 1), named)) for day in days]
    return len(settled) > 1 and not any(each.day for each in settled)
