"""The town of a training that stands apart from its house: after „w", or a whole part of a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from domain.announcement.facts.rooms import GENITIVE, LOCATIVE, NOMINATIVE, Part
from domain.announcement.facts.venues import parts
from domain.announcement.language import names
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings.titles import bare

BEFORE_HOUR = 8
"""Signs between a town and its hour, at most: „Radzyń Chełmiński, godz. 10"."""
_TRIP = re.compile(r"(?<!\w)(?:wyjazd\w*|wizyt\w+)(?: [^\W\d]\w*)?(?: „[^”]{2,80}”)? do (?=\w)")
_CALLED = re.compile(r"(?<!\w)(?:w|we) (?:miejscowości|msc\.) (?P<town>[A-ZŁŚŻŹĆ][\w-]+(?: [A-ZŁŚŻŹĆ][\w-]+)?)(?!\w)")
_TOWN_AFTER = re.compile(r"(?<![^\s(,])(?:[wW]|[wW]e|[iI]n) (?=[A-ZŁŚŻŹĆŃ])")


def find(page: Page, segment: Segment, busy: Sequence[Range]) -> Part | None:
    """Return the town after „w" in prose, or one that is a whole part of a line with a day or of its own."""
    plain = page.text.plain
    for match in _TRIP.finditer(page.folded, segment.start, segment.end):
        said = following(page, match.end(), segment.end)
        town = names.town([_cased(word) for word in said], cases=GENITIVE, beside=page.text.plain)
        if town:
            return Part(match.end(), match.end() + len(" ".join(said[: town[1]])), town[0])
    for match in _TOWN_AFTER.finditer(plain, segment.start, segment.end):
        said = following(page, match.end(), segment.end)
        cases = NOMINATIVE if page.folded.startswith("in", match.start()) else LOCATIVE
        apart = hidden(match.start(), busy) or page.quoted(match.start())
        town = None if apart else names.town([_cased(word) for word in said], cases=cases, beside=page.text.plain)
        if town:
            return Part(match.end(), match.end() + len(" ".join(said[: town[1]])), town[0])
    return _called(page, segment) or _whole(page, segment, busy)


def _called(page: Page, segment: Segment) -> Part | None:
    """Return the town after „w miejscowości", where it stands in the nominative."""
    match = _CALLED.search(page.text.plain, segment.start, segment.end)
    if match is None:
        return None
    name, *rest = match["town"].split()
    written = " ".join([name, *(word for word in rest if names.qualifying(word))])
    return Part(match.start("town"), match.start("town") + len(written), written)


def _whole(page: Page, segment: Segment, busy: Sequence[Range]) -> Part | None:
    """Return the town that is a whole part of a line with a day, stands right before an hour, or in its own line."""
    line = page.line_at(segment.start)
    first = bisect_left(page.days, line.start, key=lambda each: each.start)
    dated = any(each.start < line.end for each in page.days[first : first + 1])
    for start, end in parts(page, segment.start, segment.end, busy):
        whole = (start, end) == bare(page, (line.body, line.end))
        written = _cased(names.unit(page.text.words(start, end)) if whole else page.text.words(start, end))
        told = dated or whole or beginning(page.hours, end, end + BEFORE_HOUR)
        if told and written[:1].isupper() and names.geographic(written) and not page.quoted(start):
            return Part(start, end, written)
    return None


def of_house(page: Page, house: Part) -> Part | None:
    """Return the town that is told where a house is named once more: „Biblioteka Miejska w Pile" over its name alone.

    ``None`` for a house of one common word, which may be any.
    """
    name = house.value.split(",")[0]
    if " " not in name:
        return None
    if not any(f"{name} {leading}" in page.text.plain for leading in "wW"):
        return None
    for match in re.finditer(rf"(?<!\w){re.escape(name)} (?:w|we|W|WE) (?=[A-ZŁŚŻŹĆŃ])", page.text.plain):
        said = following(page, match.end(), page.line_at(match.start()).end)
        town = names.town([_cased(word) for word in said], beside=page.text.plain)
        if town:
            return Part(match.end(), match.end() + len(" ".join(said[: town[1]])), town[0])
    return None


def following(page: Page, place: int, end: int) -> list[str]:
    """Return the three words that follow a place, bare of their stops."""
    return [word.strip('.,;:)(!?”"') for word in page.text.plain[place : min(end, place + 80)].split()[:3]]


def hidden(place: int, busy: Sequence[Range]) -> bool:
    """Tell whether a place is within a stretch that names none."""
    return any(start <= place < end for start, end in busy)


def _cased(written: str) -> str:
    """Return words that are shouted as names are written."""
    return written.title() if written.isupper() else written
