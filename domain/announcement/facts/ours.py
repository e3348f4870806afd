"""A place told as that of whoever invites: „u nas, ul. Długa 5", „w siedzibie organizatora".

It is the house of the organiser where one is named as such, or heads the text; else nothing but its street.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.announcement.facts.rooms import HOUSE, NOMINATIVE, Part
from domain.announcement.facts.venues import Where, parse
from domain.announcement.language import names, words
from domain.announcement.layout.page import Page, Range

_OURS = re.compile(
    rf"(?:(?:w|we|na) )?(?:{words.alternatives('places', 'ours')})(?: w (?:siedzibie|biurze|urzedzie))?"
    r"(?!\w)(?= *(?:[,;.(–-]|przy |$))[,; ]*"
)
LONGEST = 90
"""Signs in the line of an office that heads a text."""


def told(page: Page, stretch: Range, busy: Sequence[Range]) -> Where | None:
    """Return the place of a stretch that begins with „u nas"; ``None`` when it begins with anything else."""
    match = _OURS.match(page.folded, *stretch)
    if match is None:
        return None
    found = parse(page, (match.end(), stretch[1]), busy, NOMINATIVE, labelled=True)
    host = next(_hosts(page, busy), Where())
    found.join(Where(city=host.city))
    if host.name:
        place = found.name or Part(match.start(), match.end(), "")
        said = f"{host.name.value}, {place.value}" if place.value else host.name.value
        found.name = Part(place.start, place.end, said)
    return found


def _hosts(page: Page, busy: Sequence[Range]) -> Iterator[Where]:
    """Yield the houses that a label calls those of the organiser, and the one whose name is the first line."""
    pieces = [piece for line in page.lines for piece in line.segments if "organiser" in piece.labels]
    stretches = [(each.start, each.end) for each in pieces if each.end > each.start]
    stretches += [(line.body, line.end) for line in page.lines[:1] if not line.segments or not line.segments[0].labels]
    for low, high in stretches:
        house = HOUSE.match(page.folded, low, high)
        if house and high - low <= LONGEST and names.nominal(page.folded[house.start("venue") : high].split()[0]):
            found = parse(page, (low, high), busy, NOMINATIVE)
            if found.name and not words.phrase("kinds").search(page.folded, low, high):
                yield found
