"""Weeks of trainings: days above items each of which begins with its hours and names its own kind.

„Wtorek, 16 listopada / 9:00-11:00 Webinar „Taryfy" / 12:00-15:00 Warsztaty „Mapa"" are two trainings; the items of
a conference are none, nor those of a day or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.announcement.language import words
from domain.announcement.layout.days import Dated
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range
from domain.announcement.trainings import leftovers, timetable, titles
from domain.announcement.trainings.timetable import Hourly

MANY = 3
"""Items, from which on they are a list of trainings."""
LONG = 4
"""Days from the first to the last of a week of trainings, at least: a conference is shorter."""
MONTH = 30
_TRAININGS = ("szkolenie", "warsztat", "warsztaty", "webinar", "webinarium", "kurs", "seminarium", "spotkanie")
_KIND = re.compile(rf"[\s,:–—|-]*(?:{words.alternatives('kinds', *_TRAININGS)})(?!\w)")


def items(page: Page, hidden: Sequence[Range], days: Sequence[Dated]) -> dict[Dated, tuple[Hourly, ...]]:
    """Return the trainings below each day that heads some; a day that heads none has no training in such a week."""
    heads = [each for each in days if len(each.days) == 1 and timetable.bare(page, hidden, page.line_at(each.start))]
    below = {dated: list(_below(page, dated)) for dated in heads}
    lines = [line for found in below.values() for line in found]
    held = [dated for dated, found in below.items() if found]
    named = [place for line in lines if (place := _named(page, line))]
    if len(lines) < MANY or len(named) < len(lines) or not _long(held):
        return {}
    return {dated: tuple((line, _title(page, hidden, line)) for line in found) for dated, found in below.items()}


def _below(page: Page, dated: Dated) -> Iterator[Line]:
    """Yield the lines of the same paragraph below a day that begin with an hour, up to the first that does not."""
    own = page.line_at(dated.start)
    for line in page.lines[own.number + 1 :]:
        if line.paragraph != own.paragraph or timetable.leading(page, line) is None:
            return
        yield line


def _named(page: Page, line: Line) -> bool:
    """Tell whether a kind follows the hours of an item."""
    hours = timetable.leading(page, line)
    return hours is not None and bool(_KIND.match(page.folded, hours.end, line.end))


def _long(held: Sequence[Dated]) -> bool:
    if not held:
        return False
    first, last = held[0].first, held[-1].first
    return (last.month - first.month) % 12 * MONTH + last.day - first.day >= LONG


def _title(page: Page, hidden: Sequence[Range], line: Line) -> titles.Title | None:
    hours = timetable.leading(page, line)
    rest = hours.end if hours else line.body, line.end
    quoted = [(low, high) for low, high in page.quotes if rest[0] <= low and high <= rest[1]]
    found = [each for place in quoted[:1] for each in titles.made(page, place, titles.QUOTED)]
    return titles.best([*found, *leftovers.line_titles(page, hidden, rest, titles.LINE)])
