"""Cards of a list: each headed by a town in a line of its own, with what holds for the trainings below it.

Knows lines and where the words about trainings begin; decides not which days are those of trainings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.announcement.language import names
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings.sharing import without

FEWEST = 2
"""Cards in a list."""


def cards(page: Page, heads: Sequence[int], limit: int) -> tuple[Range, ...]:
    """Return the cards of a list that ends at a place: two at least, with all the ``heads`` of trainings in them."""
    starts = [line.start for line in page.lines if line.start < limit and _headed(page, line)]
    found = [each for each in pairwise([*starts, limit]) if any(each[0] <= head < each[1] for head in heads)]
    return tuple(found) if len(found) >= FEWEST and found[0][0] <= heads[0] else ()


def _headed(page: Page, line: Line) -> bool:
    """Tell whether a line is nothing but a town, not last, and first in its paragraph or below a day."""
    if line.row or line.bulleted or any(piece.labels for piece in line.segments):
        return False
    above = page.lines[line.number - 1] if line.number else None
    below = page.lines[line.number + 1] if line.number + 1 < len(page.lines) else None
    dated = above and beginning(page.days, above.start, above.end)
    if below is None or (above and above.paragraph == line.paragraph and not dated):
        return False
    written = names.unit(page.text.words(line.body, line.end).strip(" :"))
    return names.geographic(written.title() if written.isupper() else written)


def held(found: Sequence[Range], heads: Sequence[int], head: int, shared: Sequence[Range]) -> tuple[Range, ...]:
    """Return what a training shares: the head of its card first, then what stands in none."""
    if not found:
        return tuple(shared)
    common = [piece for stretch in shared for piece in without(stretch, found)]
    return (*_lead(found, heads, head), *common)


def _lead(found: Sequence[Range], heads: Sequence[int], head: int) -> Iterator[Range]:
    for start, end in found:
        if start <= head < end:
            first = min(each for each in heads if start <= each)
            if first > start:
                yield start, first


def end(found: Sequence[Range], head: int, limit: int) -> int:
    """Return where the stretch of a training ends: no later than its card."""
    return next((min(limit, high) for low, high in found if low <= head < high), limit)
