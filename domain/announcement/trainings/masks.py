"""Stretches of a page that say when, where, how and for how much: what is left of a line names the training."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from domain.announcement.language import names, words
from domain.announcement.layout import rows
from domain.announcement.layout.page import Page, Range

_LEADING = re.compile(
    r"[\s,;:.!|/•*)\]–—→>-]+|(?:w dniu|w dniach|dnia|godz\w*\.?|(?:w|o) godz\w*\.?|oraz|a|i|startujemy|od"
    r"|at|on)(?=[\s:]|$)"
)
_TRAILING = re.compile(
    r"(?:[\s,;:|/•*(\[–—→>-]+|(?<=[^.])\.(?<!\b[a-z]\.)"
    r"|(?:^|(?<=[\s,(–-]))(?:w dniu|w dniach|dnia|w|we|o|od|do|na|w godz\w*\.?|o godz\w*\.?|godz\.?|godziny|g\."
    r"|at|on|from|i|oraz|a|juz|odbedzie sie|odbeda sie)"
    r"|(?:^|(?<=[,;(|–-] ))(?:termin\w*|data|start|link|zapisy|tel\.?|e-mail|kontakt))$"
)
_VENUE = words.alternatives("places", "venue")
_ROOM = words.alternatives("places", "room")
_STREET = words.alternatives("places", "street")
_WHERE = re.compile(
    rf"(?:[,;|–—(-] ?|\b)(?:w|we|na|przy) (?:(?P<named>(?:{_VENUE})(?!\w))|siedzibie|(?:{_ROOM}) ?(?:\d|nr"
    rf"|„|\w+[,.]))|[,;|(–—-] ?(?:{_STREET}) ?\w"
    rf"|, (?:{_VENUE})(?: [^\W\d]+){{0,3}}(?: we? [^\W\d]+)?(?=,|$)"
    rf"|[,;|(–—-] ?(?:{_ROOM}) ?(?:\d|[a-z]\d|[„\"]|\w+(?=[,).;]|$))"
)
_IN_TOWN = re.compile(rf", (?:{_VENUE})(?: [^\W\d]+){{0,3}} we? (?P<town>[^\W\d]+ [^\W\d]+)(?=,|$)")
_CAPITAL_VENUE = re.compile(rf"[,;|(] ?(?P<venue>(?:{_VENUE})(?!\w))")
_HOW = re.compile(
    rf"[,;|(–—-] ?(?:{words.alternatives('mode', 'on_site', 'hybrid')}|online|on-line|zdalnie|ms teams"
    rf"|teams|zoom|platforma|bezplatn\w+|wstep wolny"
    r"|prowadzi\b|prowadzac\w+|poprowadzi\w*|trener\w*|wykladow\w*|prelegen\w*|zapisy|rejestracja"
    rf"|odwolan[eya]\b|termin odwolan\w+|{words.alternatives('page', 'state')}"
    r"|cancelled|led by|free\b)(?![\w-])"
)
_BRACKET = re.compile(rf" \((?=[^()]*(?<!\w)(?:{_ROOM}|{_VENUE}|{_STREET}|online|on-line)(?!\w)[^()]*\)?$)")
_FILED = re.compile(
    rf"(?: \(|, | [–—-] )(?:(?:{words.alternatives('page', 'drawer')})\s?:"
    rf"|(?:{words.alternatives('page', 'term')})\s?:? ?\d)"
)
_REPEATED = re.compile(r" ?[–—(-] ?(?:\d|dwa|trzy|cztery|do wyboru) ?(?:terminy|edycje|grupy|tury)")
_TOWN = re.compile(
    r"(?:, | \(|\t| [–—-] )(?P<town>[A-ZŁŚŻŹĆŃ][^\W\d_]+(?:[ -][A-ZŁŚŻŹĆŃ][^\W\d_]+){0,2})(?=[,)|(]| \(|\s*$)"
)
_MONEY = re.compile(
    r"[,;|(–—-] ?(?:koszt\w*|cena|oplat\w*|wpisowe|fee|limit)?:? ?\d[\d .]*(?:,\d\d)? ?(?:zl|pln|miejsc|osob)\b"
)


def masks(page: Page, spared: Collection[Range] = ()) -> tuple[Range, ...]:
    """Return the stretches that cannot be a title, in order; days that are part of one are spared."""
    return tuple(sorted(set(_masks(page)).difference(spared)))


def _masks(page: Page) -> Iterator[Range]:
    for low, high in page.mentions:
        if not any(start <= low and high <= end for start, end in page.quotes):
            yield low, high
    for run in page.runs:
        for row in run.rows:
            yield from [row.lead] if run.local else ()
            yield from row.sites or ([row.tail] if rows.housed(page.text, row) else [])
    for line in page.lines:
        for segment in line.segments:
            listed = segment.labels == {"date"} and not segment.own and not line.row
            if segment.labels and not listed and segment.labels.isdisjoint({"title", "agenda"}):
                yield segment.outer, max(segment.end, segment.start)
            elif segment.labels:
                yield segment.outer, segment.start


def left(page: Page, hidden: Sequence[Range], stretch: Range) -> Iterator[Range]:
    """Yield what a stretch holds between the hidden ones, without separators and words that only lead to them."""
    place, end = stretch
    for start, finish in [each for each in hidden[: bisect_left(hidden, (end,))] if each[1] > place]:
        yield from _trimmed(page, place, start)
        place = max(place, finish)
    yield from _trimmed(page, place, end)


def _trimmed(page: Page, start: int, end: int) -> Iterator[Range]:
    if start >= end:
        return
    end = min(end, tail(page, start, end))
    while match := _LEADING.match(page.folded, start, end):
        start = match.end()
    while (match := _TRAILING.search(page.folded[start:end])) and match.end() > match.start():
        end = start + match.start()
    if sum(map(str.isalpha, page.folded[start:end])) > 2:  # noqa: PLR2004 -- fewer letters name nothing
        yield start, end


def tail(page: Page, start: int, end: int) -> int:
    """Return where the words about place and manner begin that may follow a title."""
    cuts = [end]
    for pattern in (_WHERE, _HOW, _MONEY, _BRACKET, _REPEATED, _FILED):
        match = pattern.search(page.folded, start + 3, end)
        while match and (page.quoted(match.start()) or _common(page, match) or _single(page, start, match)):
            match = pattern.search(page.folded, match.end(), end)
        if match:
            cuts.append(match.start())
    cuts += [
        match.start()
        for match in _CAPITAL_VENUE.finditer(page.folded, start + 3, end)
        if page.text.plain[match.start("venue")].isupper() and not page.quoted(match.start())
    ]
    cuts += [
        match.start()
        for match in _IN_TOWN.finditer(page.folded, start + 3, end)
        if page.text.plain[slice(*match.span("town"))].istitle() and not page.quoted(match.start())
    ]
    cuts += [
        match.start()
        for match in _TOWN.finditer(page.text.plain, start + 3, end)
        if names.geographic(match["town"]) and not page.quoted(match.start())
    ]
    return min(cuts)


def _single(page: Page, start: int, match: re.Match[str]) -> bool:
    """Tell whether a place right after one word belongs to it: „Uczniowie w Urzędzie Gminy"."""
    return match[0][0].isalpha() and len(page.folded[start : match.start()].split()) == 1


def _common(page: Page, match: re.Match[str]) -> bool:
    """Tell whether „w bibliotece" is no certain library."""
    named = match.groupdict().get("named")
    start = match.start("named") if named else 0
    return bool(named) and not (page.text.plain[start].isupper() and page.text.plain[start + 1].islower())
