"""A place that a label, a column or the line of the day states: the house, the town, the room.

Knows the pieces of lines and their labels; prose and lists are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.announcement.facts import ours
from domain.announcement.facts.rooms import LOCATIVE, NOMINATIVE, Part
from domain.announcement.facts.venues import Where, parse, parts
from domain.announcement.language import words
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range

_SPOT = re.compile(
    r"(?<!\w)(?:(?:stacjonarnie|na miejscu|on site|in person): (?=\D)"
    rf"|miejscem (?:{words.alternatives('kinds')}|obrad|zajec|wykladow) (?:bedzie|beda|jest|sa) "
    rf"|the (?:venue|place)(?: of the (?:{words.alternatives('kinds')}))? (?:is|will be) (?:the )?)"
)
"""What leads to a place in a sentence: „Miejscem obrad będzie"."""
_NUMBERED = re.compile(r"(?<!\w)(?:[Ss]al[ai]|[Ss]\.|[Pp]ok\.|[Pp]ok[oó]ju?|[Aa]ul[ai]) ?(?:(?:nr )?\d|[A-ZŁŚŻŹĆ„])")
_VILLAGE = re.compile(r"[A-ZŁŚŻŹĆŃ][a-ząćęłńóśźż]+(?:[ -](?:nad |pod )?[A-ZŁŚŻŹĆŃ][a-ząćęłńóśźż]+){0,2}")


def announced(page: Page, pieces: Sequence[Segment], busy: Sequence[Range]) -> Where:
    """Return the place that labels announce, else the one after „stacjonarnie:"."""
    found = Where()
    for segment in pieces:
        if segment.labels & {"place", "room"} and segment.end > segment.start:
            found.join(_labelled(page, segment, busy))
    for segment in pieces:
        if "town" in segment.labels and segment.end > segment.start:
            found.join(_town(page, segment, busy))
    for segment in pieces if not found else ():
        if spot := _SPOT.search(page.folded, segment.start, segment.end):
            found.join(parse(page, (spot.end(), page.sentence(spot.end())[1]), busy, NOMINATIVE, labelled=True))
    return found


def _town(page: Page, segment: Segment, busy: Sequence[Range]) -> Where:
    """Return the town that a label or a column announces, though no dictionary knows it; else what stands there."""
    written = page.text.words(segment.start, segment.end).strip(" .")
    if _VILLAGE.fullmatch(written):
        return Where(city=Part(segment.start, segment.end, written))
    return _labelled(page, replace(segment, labels=frozenset({"place"})), busy)


def numbered(page: Page, pieces: Sequence[Segment], busy: Sequence[Range], day: int) -> Part | None:
    """Return the room with a number or a name that stands in the line of the day, apart from the place."""
    line = page.line_at(day)
    for segment in pieces:
        if line.start <= segment.start < line.end and (
            match := _NUMBERED.search(page.text.plain, segment.start, segment.end)
        ):
            return parse(page, (match.start(), segment.end), busy, NOMINATIVE).room
    return None


def _labelled(page: Page, segment: Segment, busy: Sequence[Range]) -> Where:
    stretch = segment.start, segment.end
    if "place" in segment.labels:
        if (found := ours.told(page, stretch, busy)) is not None:
            return found
        lead = re.match(r"(?:w|we|na) ", page.folded[segment.start : segment.end])
        found = parse(page, stretch, busy, LOCATIVE if lead else NOMINATIVE, labelled=True)
        return _continued(page, stretch, busy, found)
    first = next(parts(page, *stretch, busy), None)
    parsed = parse(page, (first[1], segment.end), busy, NOMINATIVE) if first else Where()
    if first:
        written = re.sub(r"^(?:nr|sala|numer)\.? ", "", page.text.words(*first), flags=re.IGNORECASE)
        parsed.room = Part(*first, written)
    return parsed


def _continued(page: Page, stretch: Range, busy: Sequence[Range], found: Where) -> Where:
    """Join to a labelled place what the line below tells of it, when a comma leads there."""
    following = page.lines[page.line_at(stretch[0]).number + 1 :][:1]
    leads = page.folded[stretch[0] : stretch[1]].endswith(",")
    for line in following if leads else ():
        if not any(piece.labels for piece in line.segments):
            found.join(parse(page, (line.body, line.end), busy, NOMINATIVE, labelled=True))
    return found
