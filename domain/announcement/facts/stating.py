"""What else is stated of a training: for how many, for how much, by whom, for whom, and whether it takes place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.announcement.facts import audience, figures, quotas, speaking
from domain.announcement.facts.sheet import Sheet
from domain.announcement.language import words
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range
from domain.announcement.reading import Fact, Why
from domain.announcement.trainings.role import Role
from domain.training import Eligibility, Status

_CANCELLED = words.phrase("status", "cancelled")
_MOVED = words.phrase("status", "moved")
_MAYBE = re.compile(r"zastrzeg\w+|moze|moga|w przypadku|jesli|jezeli|prawo do|w razie|may be|if ")
_INSTEAD = re.compile(
    r"[^.;!?\n]{0,120}, (?:lecz|tylko|ale|a) (?:w|we|na|przy|online|on-line|zdalnie|stacjonarnie|hybrydowo)(?!\w)"
)
"""What follows „nie odbędzie się" when only the house or the manner is another."""


def counted(sheet: Sheet) -> None:
    """Take down the number of places, for how many of an institution, and the price; several are asked about."""
    if room := sheet.first(figures.capacity):
        sheet.put("capacity", room[0], Fact.CAPACITY, room[1])
    if people := sheet.first(quotas.each):
        sheet.facts["eligibility"] = Eligibility(per_institution=people)
    priced = sheet.first(figures.prices)
    if priced and len(priced[0]) == 1:
        sheet.put("price_pln", priced[0][0], Fact.PRICE, priced[1])
    elif priced:
        sheet.ask(Fact.PRICE, Why.UNCLEAR, [str(each) for each in priced[0]])


def spoken(sheet: Sheet) -> None:
    """Take down who speaks, and for whom; a sentence below several topics is about one of them."""
    shared = speaking.find if sheet.common.alike else speaking.announced
    speakers = speaking.find(sheet.page, sheet.own) or sheet.common.once(shared, lambda all_: shared(sheet.page, all_))
    if speakers:
        sheet.put("speakers", speakers[0], Fact.SPEAKERS, speakers[1])
    if found := sheet.first(audience.find):
        sheet.put("audience", found[0], Fact.AUDIENCE, found[1])


def status(sheet: Sheet) -> None:
    """Take down whether it was cancelled or moved; what a list says of one of its lines holds for that line."""
    page, event = sheet.page, sheet.event
    left = any(
        role is Role.LEFT and event.own[0] <= dated.start < event.own[1]
        for dated, role in zip(page.days, sheet.background.roles, strict=True)
    )
    cancelled, moved = _said(page, sheet.own, _CANCELLED), _said(page, sheet.own, _MOVED)
    if event.notice:
        left, (cancelled, moved) = event.left is not None, (None, event.notice) if event.left else (event.notice, None)
    if cancelled and not left:
        sheet.put("status", Status.CANCELLED, Fact.STATUS, cancelled)
    elif moved or left:
        sheet.put("status", Status.MOVED, Fact.STATUS, moved or (event.dated.start, event.dated.end))


def _said(page: Page, pieces: Sequence[Segment], pattern: re.Pattern[str]) -> Range | None:
    for piece in pieces:
        if piece.labels & {"agenda", "header"}:
            continue
        for match in pattern.finditer(page.folded, piece.outer, piece.end):
            quoted = page.quoted(match.start())
            doubtful = _MAYBE.search(page.before(match.start())[-90:]) or _INSTEAD.match(page.folded, match.end())
            if not quoted and not doubtful:
                return match.span()
    return None
