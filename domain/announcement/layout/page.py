"""A text with everything found in it: lines, days, hours, addresses, words for kinds of trainings, quoted words.

Later steps ask it what stands where; it decides nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Protocol, TypeVar

from domain.announcement.language import text, words
from domain.announcement.language.text import Text
from domain.announcement.layout import asides, days, hours, lines, links, months, rows, stacking, unrolling, wrapping
from domain.announcement.layout.days import Dated
from domain.announcement.layout.hours import Hours
from domain.announcement.layout.lines import Line, Segment
from domain.announcement.layout.links import Address
from domain.announcement.layout.rows import Row, Run

_QUOTED = re.compile(r"[„“”\"«»]([^„“”\"«»\n]{2,240})[”“\"»«]|,,([^\n„”\"]{2,240}?)(?:”|''|\"|,,)|''([^'\n]{2,240})''")
_KIND = words.phrase("kinds")
_BUTTON = re.compile(rf"(?<=[\w.)|–—-] )(?:{words.alternatives('page', 'button', 'state')})[ .!>»]*$", re.MULTILINE)
Range = tuple[int, int]
LONGEST_SENTENCE = 1_000
"""Signs on either side of a place that count as its sentence."""
TRAILS = 6
"""Lines on top in which the trail of a page may stand."""
MOST_DAYS = 250
"""Days that are read of a text; one that names more is no announcement."""


_START = attrgetter("start")
_ROW_START = attrgetter("dated.start")


class Placed(Protocol):
    """Something that stands in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""


Thing = TypeVar("Thing", bound=Placed)


def beginning(things: Sequence[Thing], low: int, high: int) -> Sequence[Thing]:
    """Return those of some things, which are in the order of the text, that begin within a stretch."""
    return things[bisect_left(things, low, key=_START) : bisect_left(things, high, key=_START)]


@dataclass(frozen=True, slots=True)
class Kind:
    """A word for a kind of training, and the same in the nominative."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything found in a text, each kind of thing in the order of the text."""

    text: Text
    folded: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    """Where lines start."""
    sentences: tuple[int, ...]
    days: tuple[Dated, ...]
    hours: tuple[Hours, ...]
    urls: tuple[Address, ...]
    mails: tuple[Address, ...]
    phones: tuple[Address, ...]
    kinds: tuple[Kind, ...]
    quotes: tuple[Range, ...]
    buttons: tuple[Range, ...]
    """What one presses on a page of the web, at the ends of lines."""
    heads: frozenset[int]
    """Lines that are the head of a mail."""
    files: frozenset[int]
    """Lines that are documents to be downloaded."""
    runs: tuple[Run, ...] = ()
    """Lists of days whose rows name something before them."""

    def line_at(self, place: int) -> Line:
        """Return the line around a place."""
        return self.lines[max(0, bisect_right(self.starts, place) - 1)]

    def segment_at(self, place: int) -> Segment:
        """Return the piece of a line around a place; a label belongs to its piece."""
        segments = self.line_at(place).segments
        found = bisect_right(segments, place, key=attrgetter("outer"))
        return segments[found - 1] if found else Segment(place, place, place)

    def opening(self, piece: Segment) -> int:
        """Return where a piece begins with its label; one that was cut off what stands before it has none."""
        return piece.start if self.segment_at(piece.start).start < piece.start else piece.outer

    def sentence(self, place: int) -> Range:
        """Return the sentence around a place."""
        index = max(0, bisect_right(self.sentences, place) - 1)
        following = self.sentences[index + 1] if index + 1 < len(self.sentences) else len(self.folded)
        start = max(self.sentences[index], place - LONGEST_SENTENCE)
        return start, min(following, self.line_at(place).end, place + LONGEST_SENTENCE)

    def before(self, place: int) -> str:
        """Return the folded words of the same sentence that stand before a place, the label among them."""
        segment = self.segment_at(place)
        start = self.sentence(place)[0]
        return self.folded[min(start, segment.outer) if start <= segment.start else start : place]

    def after(self, place: int) -> str:
        """Return the folded words of the same sentence that stand after a place."""
        return self.folded[place : self.sentence(place)[1]]

    @property
    def mentions(self) -> tuple[Range, ...]:
        """The places of days, hours, addresses, numbers and buttons, in order."""
        of_time = [(each.start, each.end) for each in self.days] + [(each.start, each.end) for each in self.hours]
        of_people = [(each.start, each.end) for each in (*self.urls, *self.mails, *self.phones)]
        return tuple(sorted([*of_time, *of_people, *self.buttons]))

    def timed(self, dated: Dated) -> bool:
        """Tell whether the line of a day names an hour."""
        line = self.line_at(dated.start)
        return bool(beginning(self.hours, line.start, line.end))

    def row(self, dated: Dated) -> tuple[Run, Row] | None:
        """Return the row of a list that a day stands in, with its list."""
        for run in self.runs:
            place = bisect_left(run.rows, dated.start, key=_ROW_START)
            if place < len(run.rows) and run.rows[place].dated == dated:
                return run, run.rows[place]
        return None

    def quoted(self, place: int) -> bool:
        """Tell whether a place is within quoted words."""
        before = bisect_right(self.quotes, (place, len(self.folded)))
        return before > 0 and place < self.quotes[before - 1][1]

    def kinds_before(self, place: int) -> bool:
        """Tell whether a word for a kind of training stands before a place."""
        return bool(self.kinds) and self.kinds[0].start < place

    def pieces(self, ranges: Iterable[Range]) -> tuple[Segment, ...]:
        """Return the pieces of lines within some stretches, cut where a stretch begins or ends."""
        return tuple(piece for stretch in ranges for piece in self._within(stretch))

    def _within(self, stretch: Range) -> Iterator[Segment]:
        start, end = stretch
        first = max(0, bisect_right(self.starts, start) - 1)
        for line in self.lines[first : bisect_left(self.starts, end)]:
            for segment in line.segments:
                if start <= segment.start and segment.end <= end and segment.end > start and segment.start < end:
                    yield segment
                elif segment.end > start and segment.start < end:
                    yield replace(segment, start=max(segment.start, start), end=min(segment.end, end))


def read(given: str) -> Page:
    """Read a text; nothing of it is understood yet."""
    made = wrapping.joined(stacking.stacked(unrolling.unrolled(text.plain(given))))
    ruled = lines.read(made)
    pieces = [segment for line in ruled for segment in line.segments]
    dated = days.find(made)
    dated = tuple(sorted((*dated, *months.days(made, ruled, dated)), key=lambda each: each.start))[:MOST_DAYS]
    clock = [(each.start, each.end) for each in pieces if not each.labels.isdisjoint({"hour", "end"})]
    clocked = tuple(each for each in hours.find(made, dated, clock) if not asides.signed(made, each.start, each.end))
    calls = {each.start for each in pieces if not each.labels.isdisjoint({"phone", "contact"})}
    mails = tuple(links.mails_of(made))
    urls = tuple(links.urls(made, mails))
    addresses = [(each.start, each.end) for each in (*urls, *mails)]
    ends = lines.sentences(made, ruled)
    return Page(
        text=made,
        folded=made.folded,
        lines=ruled,
        starts=tuple(line.start for line in ruled),
        sentences=ends,
        days=dated,
        hours=clocked,
        urls=urls,
        mails=mails,
        phones=tuple(links.phones(made, calls)),
        kinds=_meant(made, ruled, ends, addresses),
        quotes=tuple(_quotes(made)),
        buttons=tuple(_buttons(made)),
        heads=_heads(ruled),
        files=frozenset(line.number for line in ruled if asides.filed(made, line.start, line.end)),
        runs=tuple(rows.runs(made, ruled, dated, clocked)),
    )


def _kinds(made: Text, addresses: Sequence[Range]) -> Iterator[Kind]:
    names: dict[str, str] = {}
    for name, forms in words.table("kinds").items():
        names |= {form: name for form in forms if form not in names}
    for match in _KIND.finditer(made.folded):
        if not any(start <= match.start() < end for start, end in addresses):
            yield Kind(match.start(), match.end(), names.get(match[0], match[0]))


def _meant(made: Text, rows: Sequence[Line], ends: Sequence[int], addresses: Sequence[Range]) -> tuple[Kind, ...]:
    """Return the kinds of trainings, but for those of a trail of pages, and those that only shut an office."""
    trails = [(line.start, line.end) for line in rows[:TRAILS] if asides.trail(made, line.body, line.end)]
    return tuple(each for each in _kinds(made, [*addresses, *trails]) if not _excuse(made, ends, each))


def _excuse(made: Text, ends: Sequence[int], kind: Kind) -> bool:
    """Tell whether a kind is only why an office is shut in its sentence."""
    index = bisect_right(ends, kind.start)
    stretch = ends[max(0, index - 1)], ends[index] if index < len(ends) else len(made.folded)
    return asides.excuses(made, stretch, kind.start, kind.end)


def _quotes(made: Text) -> Iterator[Range]:
    for match in _QUOTED.finditer(made.plain):
        yield match.span(match.lastindex or 0)


def _buttons(made: Text) -> Iterator[Range]:
    """Yield „Zapisz się" and the like where they end a line that tells something else, with a capital."""
    for match in _BUTTON.finditer(made.folded):
        if made.plain[match.start()].isupper():
            yield match.span()


def _heads(rows: tuple[Line, ...]) -> frozenset[int]:
    """Return the numbers of lines that are the head of a mail."""
    found: set[int] = set()
    for line in rows:
        if line.bearing("header"):
            found |= {
                other.number
                for other in rows[max(0, line.number - 4) : line.number + 5]
                if other.paragraph == line.paragraph and other.bearing("header", "subject", "published", "date")
            }
    return frozenset(found) if len(found) > 1 else frozenset()
