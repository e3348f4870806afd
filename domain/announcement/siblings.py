"""Days that their neighbours tell to be those of trainings: rows of one shape, items of one list, an hour beside a day.

Corrects roles that single days were given; knows lines, days and hours, never a title.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from domain.announcement import names
from domain.announcement.days import Dated
from domain.announcement.lines import Line
from domain.announcement.page import Page
from domain.announcement.role import Role

LONGEST = 160
"""Signs of a row, at most."""
MANY = 2
"""Rows of one shape, from which on they are a list."""
_LEAD = re.compile(r"[^\n.!?\d]*?(?:\d{1,2}[^\n.!?\d]{2,})?(?:[–—-]|:|,|\()\s?(?:(?:w|we|dnia|w dniu) )?$")
"""What a row names before its day: „Lublewo – ", „Filia nr 2: "."""
_BESIDE = re.compile(r"[\s,:(–—-]*(?:(?:r|roku|br|b\.r)\b\.?)?[\s,:)(–—-]*(?:(?:juz|na|o|od|w|dokladnie) )*$")
"""What may stand between a day and its hour."""


def listed(page: Page, found: list[Role]) -> list[Role]:
    """Make days that nothing tells about those of trainings where their rows or their hours do."""
    told = _rows(page, found) | _items(page, found) | _appointed(page, found)
    return [Role.EVENT if each is Role.MENTIONED and index in told else each for index, each in enumerate(found)]


def _rows(page: Page, found: Sequence[Role]) -> set[int]:
    """Return the days of lines that follow each other and name something before their one day: „Lublewo – 9 lutego"."""
    alone = Counter(page.line_at(each.start).number for each in page.days)
    runs: list[list[int]] = []
    for index, dated in enumerate(page.days):
        line = page.line_at(dated.start)
        row = alone[line.number] == 1 and found[index] in {Role.EVENT, Role.MENTIONED} and _shaped(page, dated, line)
        if not row:
            continue
        if runs and _next(page, page.line_at(page.days[runs[-1][-1]].start), line):
            runs[-1].append(index)
        else:
            runs.append([index])
    return {index for run in runs if len(run) >= MANY and _certain(page, run) for index in run}


def _shaped(page: Page, dated: Dated, line: Line) -> bool:
    """Tell whether a line is short, names something before its day, and says of nobody what he does."""
    lead = page.folded[line.body : dated.start]
    if line.row or line.end - line.start > LONGEST or not any(map(str.isalpha, lead)) or not _LEAD.fullmatch(lead):
        return False
    return not any(names.verbal(each) for each in re.findall(r"[^\W\d_]{3,}", page.folded[line.body : line.end]))


def _next(page: Page, one: Line, other: Line) -> bool:
    return other.number - one.number == 1 and other.bulleted == one.bulleted


def _certain(page: Page, run: Sequence[int]) -> bool:
    """Tell whether rows are of trainings, not of a plan of something else: each has a weekday or an hour."""
    days = [page.days[index] for index in run]
    return all(each.first.weekday or _hour(page, each, page.line_at(each.start).end) for each in days)


def _items(page: Page, found: Sequence[Role]) -> set[int]:
    """Return the days of items of a list most of which are of trainings."""
    lists: dict[int, list[int]] = {}
    for index, dated in enumerate(page.days):
        line = page.line_at(dated.start)
        if line.bulleted and found[index] in {Role.EVENT, Role.MENTIONED} and not line.bearing("agenda"):
            lists.setdefault(line.paragraph, []).append(index)
    return {
        index
        for items in lists.values()
        if sum(found[each] is Role.EVENT for each in items) * 2 >= len(items)
        for index in items
    }


def _appointed(page: Page, found: Sequence[Role]) -> set[int]:
    """Return the days right behind which an hour stands; one within a longer training is when a coach leaves for it."""
    longer = [each for each, role in zip(page.days, found, strict=True) if role is Role.EVENT and len(each.days) > 1]
    return {
        index
        for index, dated in enumerate(page.days)
        if found[index] is Role.MENTIONED and appointed(page, dated) and not any(_held(dated, each) for each in longer)
    }


def _held(dated: Dated, whole: Dated) -> bool:
    first, last = (whole.first.month, whole.first.day), (whole.last.month, whole.last.day)
    return first <= (dated.first.month, dated.first.day) <= last


def appointed(page: Page, dated: Dated) -> bool:
    """Tell whether an hour stands right behind a day in its sentence."""
    return _hour(page, dated, page.sentence(dated.start)[1])


def _hour(page: Page, dated: Dated, end: int) -> bool:
    return any(_BESIDE.fullmatch(page.folded, dated.end, each) for each in _hours(page, dated.end, end))


def _hours(page: Page, start: int, end: int) -> Iterator[int]:
    """Yield where the hours of a stretch begin; of them the first alone can stand beside a day."""
    first = bisect_left(page.hours, start, key=lambda each: each.start)
    yield from (each.start for each in page.hours[first : first + 1] if each.start < end)
