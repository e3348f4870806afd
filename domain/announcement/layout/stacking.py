"""Tables copied from the web with a cell a line, made rows again; a day above the name of its month, made one.

Knows labels and the look of days; decides nothing of what a cell holds. No place moves.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from domain.announcement.language import words
from domain.announcement.language.text import Text

NARROWEST, WIDEST = 3, 8
"""Columns of a table."""
LONGEST = 40
"""Signs of the heading of a column."""
MANY = 2
"""Rows wider than their head, from which on they are a table."""
_HEADING = re.compile(rf"(?:{words.alternatives('labels')}|l\.? ?p\.?)(?:[ ,/]{{1,2}}[^\W\d]+){{0,2}} ?:?")
_DATED = re.compile(rf"(?:(?:{words.alternatives('labels', 'date')})(?:[ ,/]{{1,2}}[^\W\d]+){{0,2}}) ?:?")
DAY = re.compile(rf"\W*(?:(?:{words.weekdays()})\b\W*)?\d{{1,4}}(?:[./-]\d{{1,2}}|\.? (?:{words.months()})\b)")
_ALONE, _MONTH = re.compile(r"\s*\d{1,2}\.?\s*"), re.compile(rf"\s*(?:{words.months()})\.?\s*(?:20\d\d)?\s*")

_Cell = tuple[int, int]


def stacked(text: Text) -> Text:
    """Return the text with tabs in place of the breaks between the cells of a row."""
    cells = [each for each in _cells(text) if text.folded[slice(*each)].strip()]
    breaks = [*_tabled(text, cells)]
    cards = [
        (one[1], other[0])
        for one, other in pairwise(cells)
        if _ALONE.fullmatch(text.folded, *one) and _MONTH.fullmatch(text.folded, *other)
    ]
    return _filled(_filled(text, breaks, "\t"), cards, " ")


def _cells(text: Text) -> Iterator[_Cell]:
    place = 0
    for piece in text.folded.split("\n"):
        yield place, place + len(piece)
        place += len(piece) + 1


def _filled(text: Text, breaks: Sequence[_Cell], sign: str) -> Text:
    if not breaks:
        return text
    plain, folded = list(text.plain), list(text.folded)
    for start, end in breaks:
        plain[start:end] = folded[start:end] = sign * (end - start)
    return replace(text, plain="".join(plain), folded="".join(folded))


def _tabled(text: Text, cells: Sequence[_Cell]) -> Iterator[_Cell]:
    """Yield the breaks inside the head and the rows of every table."""
    heads = [place for place, cell in enumerate(cells) if _heads_days(text, *cell)]
    number = 0
    while (following := bisect_left(heads, number)) < len(heads):
        number = max(number, heads[following] - WIDEST)
        width, column = _head(text, cells, number)
        if not width:
            blocks = _blocks(text, cells, number)
            for block in blocks:
                yield from ((one[1], other[0]) for one, other in pairwise(block))
            number += sum(map(len, blocks)) or 1
            continue
        rows = number
        while rows == number or _is_row(text, cells, rows, width, column):
            row = cells[rows : rows + width]
            yield from ((one[1], other[0]) for one, other in pairwise(row))
            rows += width
        number = rows


def _heads_days(text: Text, start: int, end: int) -> bool:
    """Tell whether a cell may be the heading of days: no table is without one."""
    return end - start <= LONGEST and bool(_DATED.fullmatch(text.folded, start, end))


def _blocks(text: Text, cells: Sequence[_Cell], number: int) -> list[Sequence[_Cell]]:
    """Return the head and the rows of a table with a paragraph a row; cells before the day may have no head."""
    rows = _paragraphs(cells, number)
    head = next(rows)
    dated = [place for place, cell in enumerate(head) if _DATED.fullmatch(text.folded, *cell)]
    labelled = sum(bool(_HEADING.fullmatch(text.folded, *cell)) for cell in head)
    if len(head) < NARROWEST or not dated or labelled * 2 <= len(head) or len([*_headings(text, head)]) < len(head):
        return []
    taken: list[Sequence[_Cell]] = [head]
    wide = 0
    for row in rows:
        wide = wide or (len(row) if len(row) > 1 else 0)
        if len(row) > 1 and not (WIDEST >= wide >= len(head) and _fits(text, row, wide, wide - len(head) + dated[0])):
            break
        taken.append(row)
    return taken if sum(len(row) > 1 for row in taken) > MANY else []


def _fits(text: Text, row: Sequence[_Cell], wide: int, column: int) -> bool:
    return len(row) == wide and _is_row(text, row, 0, wide, column)


def _paragraphs(cells: Sequence[_Cell], number: int) -> Iterator[Sequence[_Cell]]:
    """Yield the cells from one on, those without a blank line between them together, no more than a row can have."""
    while number < len(cells):
        end = number + 1
        while end < min(len(cells), number + WIDEST + 1) and cells[end][0] - cells[end - 1][1] == 1:
            end += 1
        yield cells[number:end]
        number = end


def _head(text: Text, cells: Sequence[_Cell], number: int) -> tuple[int, int]:
    """Return how many columns a table has whose head begins here, and which holds days; zeros for no table."""
    head = list(_headings(text, cells[number : number + WIDEST]))
    dated = [column for column, cell in enumerate(head) if _DATED.fullmatch(text.folded, *cell)]
    if not dated or not _HEADING.fullmatch(text.folded, *head[0]) or text.folded[head[0][1] - 1] == ":":
        return 0, 0
    named = [bool(_HEADING.fullmatch(text.folded, *cell)) for cell in head]
    apart = [other[0] - one[1] > 1 for one, other in pairwise(head)]
    for width in range(len(head), NARROWEST - 1, -1):
        fits = len(set(apart[: width - 1])) == 1 and dated[0] < width < sum(named[:width]) * 2
        begins = fits and _is_row(text, cells, number + width, width, dated[0])
        if begins and not _HEADING.fullmatch(text.folded, *cells[number + width]):
            return width, dated[0]
    return 0, 0


def _headings(text: Text, cells: Sequence[_Cell]) -> Iterator[_Cell]:
    for start, end in cells:
        written = text.folded[start:end]
        if end - start > LONGEST or any(map(str.isdecimal, written)) or "\t" in written or "|" in written:
            return
        yield start, end


def _is_row(text: Text, cells: Sequence[_Cell], number: int, width: int, column: int) -> bool:
    """Tell whether a row begins here: its day stands in the column of days, and in none else."""
    row = cells[number : number + width]
    dated = [place for place, cell in enumerate(row) if DAY.match(text.folded, *cell)]
    return len(row) == width and dated[:1] == [column]
