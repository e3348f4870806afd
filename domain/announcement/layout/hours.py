"""Hours as texts write them: godz. 9, 9:00–12:30, od 10 do 14, 9⁰⁰, 2 pm. Decides not what begins or ends then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time

from domain.announcement.language import words
from domain.announcement.language.text import Text
from domain.announcement.layout import days
from domain.announcement.layout.days import Dated

_CLOCK = r"(?:[01]?\d|2[0-4])(?: ?[.:] ?[0-5]\d)?"
_FULL = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_AMPM = r"(?: ?(?:am|pm|a\.m\.|p\.m\.))"
_PREFIX = rf"(?<!\w)(?:{words.alternatives('hours', 'prefix')})"
_TO = r"(?:[ \t]?[-–—]+|\s?(?:\bdo\b|\bto\b|\btill?\b|\buntil\b))\s?(?:ok\.? ?|okolo )?(?:godz\w*\.? ?|g\. ?)?"
_UNITS = (
    r" ?(?:zl\b|pln|%|mln|tys|osob|uczestn|miejsc|lat\b|dni\b|min|godzin[^a]|h\b|m2|pkt"
    r"|stron|km|rok|r\.|eur|x\b"
)
_NOT_MEASURED = rf"(?!\d|:\d|[.,]\d|{_UNITS}))"
_NOT_COUNTED = rf"(?!\d|:\d|[.,]\d|{_UNITS}|(?!jan\b)(?:{words.months()})\b))"
"""Neither before a unit nor before a month, if not Jan, who speaks then."""
_FIGURES = re.compile(r"\d+")
"""Where the patterns that begin with an hour are tried."""
_RANGE = re.compile(
    rf"(?<![\d.,:/])(?P<from>{_FULL}{_AMPM}?){_TO}(?P<to>{_FULL}{_AMPM}?|(?:[01]?\d|2[0-4]){_AMPM}){_NOT_MEASURED}"
    rf"|(?<![\d.,:/])(?P<from2>(?:1?\d)(?::[0-5]\d)?{_AMPM}?){_TO}(?P<to2>(?:1?\d)(?::[0-5]\d)?{_AMPM}){_NOT_COUNTED}"
)
_PREFIXED = re.compile(
    rf"{_PREFIX}(?!\s*\n\s*\d{{1,2}}[.)] )\s?(?::\s?)?(?:od )?(?:ok\.? ?"
    rf"|okolo )?(?P<from>{_CLOCK}{_AMPM}?)(?:{_TO}(?P<to>{_CLOCK}{_AMPM}?)(?![\d]|[.,]\d))?{_NOT_COUNTED}"
)
_FROM_TO = re.compile(
    rf"\b(?:od|from|miedzy|between) (?:godz\w*\.? ?)?(?P<from>{_CLOCK}{_AMPM}?) (?:do|to|a|and"
    rf"|until) (?:godz\w*\.? ?)?(?P<to>{_CLOCK}{_AMPM}?){_NOT_COUNTED}"
)
_AT = re.compile(
    rf"(?<!\w)(?:o|at|od|from|startujemy o|start o) (?P<from>{_FULL}{_AMPM}?|1?\d{_AMPM}|(?<=\bo )(?:[6-9]"
    rf"|1\d|2[0-2])){_NOT_COUNTED}"
)
_LASTS = re.compile(
    rf"(?<!\w)(?:po|za)?(?:trwa\w*|konczy\w*)(?: sie)? (?:do|o) (?:godz\w*\.? |ok\.? )*(?P<from>{_CLOCK}){_NOT_COUNTED}"
)
_BARE = re.compile(
    rf"(?<![\d.,:/§-])(?P<from>(?:[01]?\d|2[0-4]):[0-5]\d{_AMPM}?{_NOT_MEASURED}"
    rf"|(?:(?:0?[6-9]|1\d|2[0-2])\.[0-5][05]|1?\d{_AMPM}){_NOT_COUNTED})"
)
_LABELLED = re.compile(
    rf"\s*(?:od )?(?P<from>{_CLOCK})(?:{_TO}(?P<to>{_CLOCK}))?{_NOT_COUNTED}"
    rf"(?! ?(?:{words.alternatives('hours', 'unit')})(?!\w))"
)
_NO_HOUR = re.compile(
    r"(?:\bart\.?|\bust\.?|\bpkt\.?|§|\bnr|\bwersj\w+|\bpoz\.?|\brozdz\w*\.?|\bul\. [^,\n|]{0,30}|\bv\.?"
    r"|\btel\.?:?|\bid\b:?) ?$"
)
_NUMBER = re.compile(r"(\d{1,2})(?:\s?[.:]\s?(\d\d))?(?: ?([ap])\.?m)?")
_WHOLE_DAY = 24


@dataclass(frozen=True, slots=True)
class Hours:
    """An hour or a stretch of them, with its place."""

    start: int
    end: int
    opens: time
    closes: time | None = None


def find(text: Text, dates: Iterable[Dated], labelled: Iterable[tuple[int, int]]) -> tuple[Hours, ...]:
    """Return every mention of hours that is no part of a day; ``labelled`` are pieces that announce an hour."""
    free = bytearray(len(text.folded) + 1)
    for dated in dates:
        free[dated.start : dated.end] = b"\1" * (dated.end - dated.start)
        for start, end in (dated.gap,) if dated.gap else ():
            free[start:end] = bytes(end - start)
    found: list[Hours] = []
    for match in _matches(text, labelled):
        start, end = match.span()
        begin = match.start("from") if match.groupdict().get("from") else match.start("from2")
        if any(free[begin:end]) or _NO_HOUR.search(text.folded[max(0, start - 40) : start]):
            continue
        if hours := _hours(match, begin if match.re is _LASTS else start):
            free[start:end] = b"\1" * (end - start)
            found.append(hours)
    return tuple(sorted(found, key=lambda each: each.start))


def _matches(text: Text, labelled: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    figures = [match.start() for match in _FIGURES.finditer(text.folded)]
    yield from days.matches(_RANGE, text, figures)
    for pattern in (_PREFIXED, _FROM_TO):
        yield from pattern.finditer(text.folded)
    for start, end in labelled:
        if match := _LABELLED.match(text.folded, start, end):
            yield match
    for pattern in (_LASTS, _AT):
        yield from pattern.finditer(text.folded)
    yield from days.matches(_BARE, text, figures)


def _hours(match: re.Match[str], start: int) -> Hours | None:
    groups = match.groupdict()
    begins = groups.get("from") or groups.get("from2")
    ends = groups.get("to") or groups.get("to2")
    half = None
    if ends and (found := _NUMBER.match(ends)) and found[3]:
        half = found[3]
    closes = clock(ends) if ends else None
    opens = clock(begins or "", half if half == "p" else None)
    if opens and closes and opens >= closes and half:
        opens = clock(begins or "")
    if opens is None or (ends and closes is None):
        return None
    if closes and closes <= opens:
        return None if closes == opens else Hours(start, match.end(), opens)
    return Hours(start, match.end(), opens, closes)


def clock(written: str, half: str | None = None) -> time | None:
    """Return the hour of the clock that was written; ``None`` if the clock has none such."""
    match = _NUMBER.match(written)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3] or half
    if half == "p" and hour < 12:  # noqa: PLR2004 -- noon
        hour += 12
    if half == "a" and hour == 12:  # noqa: PLR2004 -- midnight
        hour = 0
    return time(hour, minute) if hour < _WHOLE_DAY and minute < 60 else None  # noqa: PLR2004 -- an hour's minutes
