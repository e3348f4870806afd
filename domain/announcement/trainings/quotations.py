"""Quotations that name no training: a newspaper, a book, who invites, a house with its address.

Knows the words around a quotation; decides not whether any other one is a title.
"""

from __future__ import annotations

import re

from domain.announcement.language import names, words
from domain.announcement.layout.page import Page, Range

_NOT_TITLE = re.compile(rf"(?<!\w)(?:{words.alternatives('titles', 'not_title')}) ?(?:pn\.?|pt\.?|pod nazwa|:)? ?$")
_WORK = re.compile(rf"(?<!\w)(?:{words.alternatives('titles', 'work')})(?: [^\W\d][\w-]+){{0,3}} $")
_INVITES = re.compile(rf"[”\"»“]? (?:[^\W\d]+ ){{0,3}}?(?:{words.alternatives('titles', 'calls')})(?!\w)")
_NAMED_HOUSE = re.compile(
    rf"(?<!\w)(?:w|we|na|przy|do|miejsce:) (?:[^\W\d]\w+ )?(?:{words.alternatives('places', 'venue')})(?: \w+){{0,4}} $"
)
_HOUSE_OF = re.compile(
    rf"(?:^|[,;:(|–—-] ?)(?:[^\W\d]\w+ )?(?:{words.alternatives('places', 'venue', 'room')})(?: [^\W\d]\w+){{0,3}} $"
)
_ADDRESS = re.compile(rf"[”\"»“]?[,;)]? ?\(?(?:przy )?(?:{words.alternatives('places', 'street', 'room')}) ?[\w„]")
_TOWNED = re.compile(
    r"(?:^|[:–—-] )(?P<town>[A-ZŁŚŻŹĆŃ][^\W\d]+(?:[ -][^\W\d]+){0,2}), "
    r"(?P<house>[A-ZŁŚŻŹĆŃ][^\W\d]+(?: [^\W\d]+){0,2}) $"
)
_KIND = words.phrase("kinds")


def of_other(page: Page, before: str, quote: Range) -> bool:
    """Tell whether a quotation names something else; ``before`` are the folded words that stand before its mark."""
    other = _NOT_TITLE.search(before) or _WORK.search(before) or _NAMED_HOUSE.search(before)
    return bool(other) or _host(page, *quote) or _addressed(page, before, quote)


def _host(page: Page, start: int, end: int) -> bool:
    """Tell whether a quotation belongs to the name of who invites: „Stowarzyszenie „Tama” zaprasza na"."""
    low = page.sentence(start)[0]
    return bool(_INVITES.match(page.folded, end)) and not any(low <= each.start < start for each in page.kinds)


def _addressed(page: Page, before: str, quote: Range) -> bool:
    """Tell whether a quotation is the name of a house with its address: „Ośrodek „Most”, ul. Chlebowa 9"."""
    return bool(_ADDRESS.match(page.folded, quote[1])) and bool(_HOUSE_OF.search(before) or _towned(page, quote[0] - 1))


def _towned(page: Page, end: int) -> bool:
    """Tell whether nothing but a town and a house by its noun stand before a place: „Piła, Akademia (Orla)"."""
    match = _TOWNED.search(page.text.plain, page.line_at(end).body, end)
    named = match is not None and names.geographic(match["town"])
    return match is not None and named and not _KIND.search(page.folded, *match.span("house"))
