"""Days that their neighbours tell to be those of trainings: rows of one shape, items of one list, an hour beside a day.

Corrects roles that single days were given; knows lines, days and hours, never a title.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from domain.announcement.layout.days import Dated
from domain.announcement.layout.page import Page, beginning
from domain.announcement.trainings.role import Role

AGO = re.compile(r"(?<!\w)(?:(?:ubiegl|zeszl|minion|poprzedni)\w+|rok temu|lat temu)(?!\w)")
"""Words of sentences that tell of what was."""
_BESIDE = re.compile(r"[\s,:(–—-]*(?:(?:r|roku|br|b\.r)\b\.?)?[\s,:)(–—-]*(?:(?:juz|na|o|od|w|dokladnie) )*$")
"""What may stand between a day and its hour."""


def listed(page: Page, found: list[Role]) -> list[Role]:
    """Make days that nothing tells about those of trainings where their rows or their hours do."""
    told = _rows(page, found) | _items(page, found) | _appointed(page, found)
    return [Role.EVENT if each is Role.MENTIONED and index in told else each for index, each in enumerate(found)]


def _rows(page: Page, found: Sequence[Role]) -> set[int]:
    """Return the days of rows that are certainly of trainings, not of a plan: each has a weekday or an hour."""
    roles = dict(zip(page.days, found, strict=True))
    listed = {
        row.dated
        for run in page.runs
        if (run.local or all(row.timed or row.dated.first.weekday for row in run.rows))
        and all(roles[row.dated] in {Role.EVENT, Role.MENTIONED} for row in run.rows)
        for row in run.rows
    }
    return {index for index, dated in enumerate(page.days) if dated in listed}


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
    """Tell whether an hour stands right behind a day in its sentence, or one behind each of several days."""
    low, high = page.sentence(dated.start)
    if not beginning(page.hours, low, high) or AGO.search(page.folded, low, high):
        return False
    if _hour(page, dated, high):
        return True
    days = beginning(page.days, low, high)
    ends = [*(each.start for each in days[1:]), high]
    return len(days) > 1 and all(any(_hours(page, one.end, end)) for one, end in zip(days, ends, strict=True))


def _hour(page: Page, dated: Dated, end: int) -> bool:
    return any(_BESIDE.fullmatch(page.folded, dated.end, each) for each in _hours(page, dated.end, end))


def _hours(page: Page, start: int, end: int) -> Iterator[int]:
    """Yield where the hours of a stretch begin; of them the first alone can stand beside a day."""
    first = bisect_left(page.hours, start, key=lambda each: each.start)
    yield from (each.start for each in page.hours[first : first + 1] if each.start < end)
