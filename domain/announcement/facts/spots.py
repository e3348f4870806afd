"""Where a line of a list says that its training is: the village before its day, the house after its day and its hour.

Knows rows of lists and the words for houses; prose is not its concern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.announcement.facts.rooms import LOCATIVE, NOMINATIVE, Part
from domain.announcement.facts.venues import Where, parse
from domain.announcement.language import names
from domain.announcement.layout import rows
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import leftovers

_PREPOSITION = re.compile(r"(?:w|we|na|przy) ")
_PLAIN = re.compile(
    r"(?!(?:[Ss]al|[Aa]ul|[Pp]ok)\w* )(?!(?:placu|plac|ul\.) [A-ZŁŚŻ])(?:(?!(?:w|we|przy) )[^\W\d][\w-]*(?: |$)){1,4}"
)
"""A house by common words alone, without a room, a street or a town."""


def find(page: Page, pieces: Sequence[Segment], busy: Sequence[Range], day: int) -> Where:
    """Return the place in the row of a ``day``, else one beside the hour of a line."""
    listed = next(((run, row) for run in page.runs for row in run.rows if row.dated.start == day), None)
    if listed and any(page.opening(each) <= day < each.end for each in pieces):
        return _rowed(page, *listed, busy)
    for stretch in _found(page, pieces):
        return _behind(page, stretch, busy)
    return Where()


def _rowed(page: Page, run: rows.Run, row: rows.Row, busy: Sequence[Range]) -> Where:
    found = _behind(page, row.tail, busy) if rows.housed(page.text, row) else Where()
    if run.local and (hall := rows.hall(page.text, row)):
        found.join(_behind(page, hall, busy))
    town = rows.town(page.text, run, row)
    found.join(Where(city=Part(*row.lead, town) if town else None))
    return found


def _found(page: Page, pieces: Sequence[Segment]) -> Iterator[Range]:
    """Yield the houses beside the hours of lines, those over items, and those alone in small letters."""
    for piece in pieces:
        line = page.line_at(piece.start)
        if line.row or piece.labels - {"agenda"}:
            continue
        timed = beginning(page.hours, piece.start, line.end)
        if timed:
            yield from _housed(page, max(line.body, piece.start), timed[0].start)
        small = page.text.plain[line.body].islower() or _towned(page, line.body, line.end)
        if timed or small or page.folded[line.end - 1] == ":":
            yield from _housed(page, timed[-1].end if timed else line.body, line.end)


def _towned(page: Page, start: int, end: int) -> bool:
    """Tell whether a line is a town and a house in small letters: „Rzeszów, siedziba biura"."""
    town, joint, house = page.text.plain[start:end].partition(", ")
    return bool(joint) and house[:1].islower() and names.geographic(town)


def _housed(page: Page, start: int, end: int) -> Iterator[Range]:
    """Yield a stretch without its signs, if it is a house: „Borki, świetlica"."""
    start, end = rows.trimmed(page.text, start, end)
    if rows.indoors(page.text, start, end) and leftovers.placelike(page, start, end):
        yield start, end


def _behind(page: Page, stretch: Range, busy: Sequence[Range]) -> Where:
    """Return the place behind a day: „w klubiku" in the nominative, one with a room, a street or a town taken apart."""
    lead = _PREPOSITION.match(page.folded, *stretch)
    start = lead.end() if lead else stretch[0]
    written = page.text.words(start, stretch[1])
    if _PLAIN.fullmatch(written):
        return Where(name=Part(start, stretch[1], names.house(written, LOCATIVE) if lead else written))
    return parse(page, stretch, busy, LOCATIVE if lead else NOMINATIVE, labelled=True)
