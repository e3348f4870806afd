"""Items of a programme whose hours stand behind them: „Referaty, g. 10.10–12.00", „Przerwa – 12.00–12.30".

Knows lines and hours; decides not which of them begin and end a training.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from domain.announcement.facts import people
from domain.announcement.layout.hours import Hours
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import masks

FEWEST = 3
"""Lines that end with hours, from which on they are a programme."""
SHORTEST = 3
"""Letters of an item at least."""
LONGEST = 150
"""Signs of an item at most."""
_REST = re.compile(r"[\s.,;)\]]*")


@dataclass(frozen=True, slots=True)
class Item:
    """A line that ends with hours, and the place of the words before them."""

    line: Line
    title: Range
    hours: Hours


def items(page: Page, stretch: Range) -> tuple[Item, ...]:
    """Return the lines of a stretch that end with hours, if they follow one another as the items of a day do."""
    lines = beginning(page.lines, *stretch)
    told = next((line.start for line in lines if line.bearing("agenda")), -1)
    found = [each for line in lines if line.start >= told for each in _item(page, line)]
    following = sum(one.hours.closes == other.hours.opens for one, other in pairwise(found))
    ordered = all(one.hours.opens < other.hours.opens for one, other in pairwise(found))
    ranged = all(each.hours.closes for each in found[1:-1])
    enough = following >= (1 if told >= 0 else FEWEST - 1)
    return tuple(found) if len(found) >= FEWEST and ordered and ranged and enough else ()


def _item(page: Page, line: Line) -> Iterator[Item]:
    """Yield what a line tells before the hours at its end; a line with a day or a label of its own tells none."""
    hours = beginning(page.hours, line.body, line.end)[-1:]
    if not hours or not _ended(page, line, hours[0]) or line.end - line.start > LONGEST:
        return
    if beginning(page.days, line.start, line.end) or any(piece.labels - {"agenda"} for piece in line.segments):
        return
    title = next(masks.left(page, (), (line.body, hours[0].start)), None)
    if title and sum(map(str.isalpha, page.folded[slice(*title)])) >= SHORTEST:
        yield Item(line, title, hours[0])


def _ended(page: Page, line: Line, hours: Hours) -> bool:
    """Tell whether nothing stands behind hours, or but the name of who speaks then."""
    if _REST.fullmatch(page.folded, hours.end, line.end):
        return True
    person = people.named(page, hours.end, line.end)
    around = "" if person is None else page.folded[hours.end : person.start] + page.folded[person.end : line.end]
    return person is not None and not any(map(str.isalnum, around))
