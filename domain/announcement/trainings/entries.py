"""Days that stand as headings of their own above what happens on each: „23 lutego (wtorek):" over one entry or several.

Knows lines, hours and titles; decides not which days are those of trainings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.announcement.layout.days import Dated
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import leftovers, timetable, titles
from domain.announcement.trainings.timetable import Hourly
from domain.announcement.trainings.titles import Title

MANY = 2
"""Headings, from which on they are those of a list."""
_SET_OFF = re.compile(r" ?[–—:|-] $")


def entered(page: Page, hidden: Sequence[Range], days: Sequence[Dated]) -> dict[Dated, tuple[Hourly, ...]]:
    """Return the trainings below days that are headings, if every one of them has an entry with an hour and a title."""
    lines = [page.line_at(each.start) for each in days]
    if len(days) < MANY or not all(_heading(page, hidden, line) for line in lines):
        return {}
    ends = [*(line.start for line in lines[1:]), len(page.folded)]
    below = {
        dated: tuple(_entries(page, hidden, line, end)) for dated, line, end in zip(days, lines, ends, strict=True)
    }
    found = [each for entries in below.values() for each in entries]
    told = all(below.values()) and all(title for _, title in found)
    return {} if not told or _programme(page, days, [line for line, _ in found]) else below


def _programme(page: Page, days: Sequence[Dated], lines: Sequence[Line]) -> bool:
    """Tell whether entries are the parts of a meeting of several days: each begins with its hour, the days follow."""
    following = all(
        one.last.month == other.first.month and other.first.day - one.last.day <= 1 for one, other in pairwise(days)
    )
    return following and all(timetable.leading(page, line) for line in lines)


def _heading(page: Page, hidden: Sequence[Range], line: Line) -> bool:
    """Tell whether a line is nothing but a day, in a paragraph of its own."""
    around = page.lines[max(0, line.number - 1) : line.number + 2]
    alone = sum(each.paragraph == line.paragraph for each in around) == 1
    return alone and not line.row and timetable.bare(page, hidden, line)


def _entries(page: Page, hidden: Sequence[Range], head: Line, limit: int) -> Iterator[Hourly]:
    """Yield the paragraphs below a heading that tell an hour, up to the first that tells none."""
    following = [line for line in page.lines[head.number + 1 :] if line.start < limit]
    firsts = [line for above, line in pairwise([head, *following]) if line.paragraph != above.paragraph]
    for line in firsts:
        last = [each for each in following if each.paragraph == line.paragraph][-1]
        if not beginning(page.hours, line.start, last.end):
            return
        yield line, _title(page, hidden, line)


def _title(page: Page, hidden: Sequence[Range], line: Line) -> Title | None:
    """Return the title of an entry: quoted, a kind with its words behind who invites, or what is left of the line."""
    found = list(titles.titles(page, hidden, [(line.start, line.end)]))
    named = [each for each in found if each.sure > titles.HEADING or _apart(page, line, each)]
    rest = titles.best([*found, *leftovers.line_titles(page, hidden, (line.body, line.end), titles.LINE)])
    return titles.best(named) or next(_called(page, rest), rest)


def _called(page: Page, title: Title | None) -> Iterator[Title]:
    """Yield the quotation with which a title ends, behind nothing but a kind: „webinar „Napisy do filmów”"."""
    for low, high in page.quotes:
        if (
            title
            and title.start < low
            and high + 1 >= title.end
            and titles.EMPTY.fullmatch(page.folded, title.start, low)
        ):
            yield from titles.made(page, (low, high), titles.QUOTED)


def _apart(page: Page, line: Line, title: Title) -> bool:
    """Tell whether a phrase begins its line, or stands behind a dash or a colon."""
    return title.sure >= titles.PHRASE and (
        title.start == line.body or bool(_SET_OFF.search(page.folded, line.body, title.start))
    )
