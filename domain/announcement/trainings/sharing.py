"""What all trainings of a text share: what stands above and below their list, but no sentence with a day of its own.

Knows lines, days and their roles; decides not which days are those of trainings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.announcement.language import words
from domain.announcement.layout.days import Dated
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range
from domain.announcement.trainings.anchors import Anchor
from domain.announcement.trainings.role import Role

_ADDRESS = re.compile(rf"(?<!\w)(?:{words.alternatives('places', 'street', 'room')}) ?(?:nr ?)?$")
"""What stands before a day that is an address: „ul. 3 Maja", „sala 2.08"."""
_TOLD = frozenset({Role.EVENT, Role.MENTIONED})


def shared(page: Page, roles: Sequence[Role], found: Sequence[Anchor], end: int) -> tuple[Range, ...]:
    """Return what stands above and below a list that ends at ``end``, without what is said of other days."""
    cuts = foreign(page, roles, found)
    return tuple(piece for stretch in _around(page, found, end) for piece in without(stretch, cuts))


def foreign(page: Page, roles: Sequence[Role], found: Sequence[Anchor]) -> tuple[Range, ...]:
    """Return the sentences that tell of other days alone, whether or not those are days of trainings."""
    told = [page.sentence(each.start) for each in _others(page, roles, found)]
    own = [page.sentence(each.dated.start) for each in found]
    return tuple(each for each in dict.fromkeys(told) if each not in own)


def _others(page: Page, roles: Sequence[Role], found: Sequence[Anchor]) -> Iterator[Dated]:
    """Yield the days that people come on, or that nothing tells about, and that hold none of the trainings found."""
    own = {(day.month, day.day) for each in found for day in each.dated.days}
    for dated, role in zip(page.days, roles, strict=True):
        first, last = dated.first, dated.last
        held = any((first.month, first.day) <= day <= (last.month, last.day) for day in own)
        if role in _TOLD and not held and not _ADDRESS.search(page.before(dated.start)):
            yield dated


def without(stretch: Range, cuts: Sequence[Range]) -> Iterator[Range]:
    """Yield what is left of a stretch outside some others, which stand in their order."""
    start, end = stretch
    for low, high in cuts:
        if low < end and high > start:
            if low > start:
                yield start, low
            start = max(start, high)
    if start < end:
        yield start, end


def _around(page: Page, found: Sequence[Anchor], end: int) -> Iterator[Range]:
    """Yield what stands above and below a list, without other items of the same list."""
    bulleted = sum(page.line_at(each.head).bulleted for each in found) > len(found) / 2
    first = page.line_at(found[0].head)
    low = found[0].head
    for line in page.lines:
        if (line.start < low or line.start >= end) and not (bulleted and line.bulleted and _alike(page, line, first)):
            yield line.start, line.end
        elif line.start < low < line.end:
            yield line.start, low
        elif line.start < end < line.end and end > low:
            yield end, line.end


def _alike(page: Page, line: Line, other: Line) -> bool:
    """Tell whether two lines are items of one list: their bullets are of one kind."""
    one, two = page.folded[line.start : line.body].strip(), page.folded[other.start : other.body].strip()
    return re.sub(r"[\da-z]+", "1", one) == re.sub(r"[\da-z]+", "1", two)
