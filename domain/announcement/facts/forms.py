"""Sentences that set the trainings of a list apart by their form: „Online od 10 do 14, stacjonarne od 9.30 do 14.30".

Knows hours and the words for forms; decides not which form a training has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from domain.announcement.language import words
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range, beginning
from domain.training import Mode

_WORDS = {
    Mode.ONLINE: words.phrase("mode", "online"),
    Mode.ON_SITE: re.compile(rf"(?<!\w)(?:{words.alternatives('mode', 'on_site')})(?!\w)"),
}


def apart(page: Page, pieces: Sequence[Segment]) -> Mapping[int, Mode]:
    """Return where hours of pieces stand that are those of one form alone, because their sentence sets forms apart."""
    inside = (hours for piece in pieces for hours in beginning(page.hours, piece.start, piece.end))
    sentences = dict.fromkeys(page.sentence(hours.start) for hours in inside)
    return dict(told for sentence in sentences for told in _told(page, sentence))


def common(page: Page, pieces: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return pieces without the sentences that set forms apart, which say of no training which form it has."""
    return tuple(left for piece in pieces for left in _without(page, piece))


def _without(page: Page, piece: Segment) -> Iterator[Segment]:
    place = piece.start
    for hours in beginning(page.hours, piece.start, piece.end):
        low, high = page.sentence(hours.start)
        if low >= place and any(_told(page, (low, high))):
            yield replace(piece, start=place, end=max(place, low))
            place = high
    if place < piece.end or place == piece.start:
        yield replace(piece, start=place)


def _told(page: Page, sentence: Range) -> Iterator[tuple[int, Mode]]:
    """Yield the place of each hour of a sentence with its form, if each of several has one and they differ."""
    found: list[tuple[int, Mode]] = []
    place = sentence[0]
    for hours in beginning(page.hours, *sentence):
        named = [mode for mode, pattern in _WORDS.items() if pattern.search(page.folded, place, hours.start)]
        if len(named) != 1:
            return
        found.append((hours.start, named[0]))
        place = hours.end
    if len({mode for _, mode in found}) > 1:
        yield from found
