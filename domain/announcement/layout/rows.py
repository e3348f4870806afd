"""Rows of a list of days: lines of one shape that follow each other, what each names before its day and after it.

Knows lines, days and hours; decides not which days are those of trainings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from domain.announcement.language import names, words
from domain.announcement.language.text import Text
from domain.announcement.layout.days import Dated
from domain.announcement.layout.hours import Hours
from domain.announcement.layout.lines import Line

LONGEST = 160
"""Signs of a row, at most."""
MANY = 2
"""Rows of one shape, from which on they are a list."""
MOST = 6
"""Hours of a row that are looked at."""
LONGEST_PART = 60
"""Signs of a room, of a house or of a street in a row, at most."""
NEAR = 20
"""Signs in which words that join two hours stand."""
WORDS = 7
"""Words of a place behind a day, at most."""
_LEAD = re.compile(r"[^\n.!?\d]*(?:nr \d{1,3}[^\n.!?\d]*)?(?:[–—-]|:|,|\()\s?(?:(?:w|we|dnia|w dniu) )?$")
"""What a row names before its day: „Lublewo – ", „Filia nr 2: "."""
_BARE = re.compile(r"(?:[\s:,(–—-]|(?:^|(?<=[\s(]))(?:w dniu|dnia|we?)(?= |$))+$")
_AREA = re.compile(r"(?:solectw\w+|osiedl\w+|os\.|dzielnic\w+|wies|m\.|miasto|gmina|gm\.) ")
_PREPOSED = re.compile(
    r"(?:w|we|na|przy) (?!(?:tym|trakcie|czasie|razie|temat|rzecz|ramach|zakresie|sprawie|celu"
    r"|dniach|dniu|formie|godz\w*)\b)"
)
_HOUSE = re.compile(
    r"(?:[^\W\d]+(?:n[yae]|k[iae]e?|w[yae]|cz[yae]) ){0,2}"
    rf"(?:{words.alternatives('places', 'venue', 'room')}|osp|sp|zsp?|psp|kgw|lks)(?!\w)"
)
_STREET = re.compile(rf"(?:{words.alternatives('places', 'street')}) ?\w")
_JOINT = re.compile(r", | [–—-] ")
_VILLAGE = re.compile(r"[^\W\d][^\n:,–—(]{2,40}?(?:: | [–—-] |, )")
_JOINED = re.compile(r"[\s,;]*(?:\b(?:i|oraz|a)\b)?[\s,;]*(?:\bo\b|\bod\b)?\s*$")
_KIND = words.phrase("kinds")
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One line with one day: what it names before it and what stands after the day and its hours; both may be empty."""

    dated: Dated
    lead: Range
    tail: Range
    timed: bool
    sites: tuple[Range, ...] = ()
    """Where each of several hours stands with the house behind it: „10.00 remiza i 13.00 dom kultury"."""


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow each other; ``local`` = what each names first is where people live or meet, not a title."""

    rows: tuple[Row, ...]
    local: bool


def runs(text: Text, lines: Sequence[Line], days: Sequence[Dated], hours: Sequence[Hours]) -> Iterator[Run]:
    """Yield the lists of a text of whose rows each names something before its day."""
    starts = [each.start for each in lines]
    at = [lines[max(0, bisect_left(starts, each.start + 1) - 1)] for each in days]
    alone = Counter(line.number for line in at)
    run: list[Row] = []
    last: Line | None = None
    for dated, line in zip(days, at, strict=True):
        row = _row(text, line, dated, hours) if alone[line.number] == 1 else None
        if row is None or last is None or not _follows(last, line):
            yield from _run(text, run)
            run = []
        run += [row] if row else []
        last = line
    yield from _run(text, run)


def _follows(one: Line, other: Line) -> bool:
    return other.number - one.number == 1 and other.bulleted == one.bulleted


def _run(text: Text, rows: Sequence[Row]) -> Iterator[Run]:
    if len(rows) >= MANY:
        local = sum(_local(text, *each.lead) for each in rows) * 2 >= len(rows)
        yield Run(tuple(rows), local and all(_short(text, *each.lead) for each in rows))


def _row(text: Text, line: Line, dated: Dated, hours: Sequence[Hours]) -> Row | None:
    """Return a line that is short, names something before its day, and says of nobody what he does."""
    lead = text.folded[line.body : dated.start]
    if line.row or line.end - line.start > LONGEST or not any(map(str.isalpha, lead)) or not _LEAD.fullmatch(lead):
        return None
    if any(names.verbal(each) for each in re.findall(r"[^\W\d_]{3,}", text.plain[line.body : line.end])):
        return None
    first = bisect_left(hours, dated.end, key=lambda each: each.start)
    near = [each for each in hours[first : first + MOST] if each.start < line.end]
    sites = _sites(text, near, line.end)
    own = near[:1] if sites else near[:2]
    bare = _BARE.search(lead)
    low = line.body + (bare.start() if bare else len(lead))
    end = _joined(text, near[1].start) if sites else line.end
    tail = trimmed(text, max([dated.end, *(each.end for each in own)]), end)
    return Row(dated, (line.body, low), tail, bool(own), sites)


def _sites(text: Text, hours: Sequence[Hours], end: int) -> tuple[Range, ...]:
    """Return where several hours of a row stand with their houses, if each has one."""
    if len(hours) < MANY:
        return ()
    ends = [*(_joined(text, each.start) for each in hours[1:]), end]
    tails = [trimmed(text, each.end, limit) for each, limit in zip(hours, ends, strict=True)]
    sites = tuple((each.start, tail[1]) for each, tail in zip(hours, tails, strict=True))
    return sites if all(_inside(text, *each) for each in tails) else ()


def _joined(text: Text, place: int) -> int:
    """Return where the words begin that join an hour to what stands before it: „ i o godz. ", „, "."""
    match = _JOINED.search(text.folded, max(0, place - NEAR), place)
    return match.start() if match else place


def trimmed(text: Text, start: int, end: int) -> Range:
    """Return a stretch without the signs around it."""
    while start < end and text.folded[start] in " ,;:.–—-()|":
        start += 1
    while end > start and text.folded[end - 1] in " ,;.":
        end -= 1
    return start, end


def _local(text: Text, start: int, end: int) -> bool:
    match = _VILLAGE.match(text.folded, start, end)
    housed = match and _HOUSE.match(text.folded, match.end(), end)
    written = text.plain[start : _village(text, start, end)]
    return bool(housed or _AREA.match(text.folded, start, end)) or names.geographic(written.strip(" *"))


def _village(text: Text, start: int, end: int) -> int:
    """Return where the village ends that a lead begins with: it may go on with a house, or aside in brackets."""
    match = _VILLAGE.match(text.folded, start, end)
    inside = match and _HOUSE.match(text.folded, match.end(), end)
    if match and inside:
        return start + len(match[0].rstrip(" :,–—-"))
    aside = text.folded.find(" (", start, end)
    return end if aside < 0 else aside


def _short(text: Text, start: int, end: int) -> bool:
    """Tell whether a lead is a name of a few words, and none of a training."""
    named = text.plain[start : _village(text, start, end)].split()
    return len(named) <= 4 and named[0][:1].isupper() and not _KIND.search(text.folded, start, end)  # noqa: PLR2004


def town(text: Text, run: Run, row: Row) -> str | None:
    """Return the village that a row of a list of villages begins with; none for a part of a town."""
    if not run.local or _AREA.match(text.folded, *row.lead):
        return None
    return text.words(row.lead[0], _village(text, *row.lead))


def hall(text: Text, row: Row) -> Range | None:
    """Return the house that stands before a day, after the village: „Borki: świetlica, 3 lutego"."""
    match = _VILLAGE.match(text.folded, *row.lead)
    if match and _HOUSE.match(text.folded, match.end()) and not _KIND.search(text.folded, *row.lead):
        return match.end(), row.lead[1]
    return None


def housed(text: Text, row: Row) -> bool:
    """Tell whether what stands behind a day and its hours is where people meet: „w domu sołtysa", „remiza"."""
    return _inside(text, *row.tail)


def _inside(text: Text, start: int, end: int) -> bool:
    if start >= end or _KIND.search(text.folded, start, end):
        return False
    if len(text.folded[start:end].split()) > WORDS and not _spelt(text, start, end):
        return False
    return bool(_PREPOSED.match(text.folded, start, end) or _HOUSE.match(text.folded, start, end))


def _spelt(text: Text, start: int, end: int) -> bool:
    """Tell whether a place is spelt out: the room, the house and the street, none of them long."""
    ends = [match.end() for match in _JOINT.finditer(text.folded, start, end)]
    short = all(high - low <= LONGEST_PART for low, high in pairwise((start, *ends, end)))
    return short and any(_STREET.match(text.folded, place, end) for place in ends)


def indoors(text: Text, start: int, end: int) -> bool:
    """Tell whether a stretch names a house: „świetlica", „Lipowo, świetlica"."""
    return any(
        _HOUSE.match(text.folded, place, end)
        for place in (start, *(each.end() for each in _JOINT.finditer(text.folded, start, end)))
    )
