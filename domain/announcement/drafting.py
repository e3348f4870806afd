"""One training made of what a page says about it: a draft, the place of each fact, and what has to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from domain import dates
from domain.announcement import attending, lacking, leftovers, sharing, stating, timing, words
from domain.announcement.event import Event
from domain.announcement.lines import Segment
from domain.announcement.page import Kind, Page, Range, beginning
from domain.announcement.reading import Fact, Found
from domain.announcement.sheet import Background, Shared, Sheet
from domain.training import Draft

MOST_READ = 8_000
"""Shared pieces that are read, for all trainings of a text together."""
FEWEST = 60
"""Shared pieces that are read for each training, at least."""
NEAR = 60
"""Signs before a title in which its kind may stand."""
_SEVERAL = re.compile(r"(?:[eoa]n|ow|ach|ami|om)$")
_TOLD = words.phrase("before", "happens", "happened")
_SINGULAR = {"warsztaty": "warsztat", "webinarium": "webinar", "dni otwarte": "dzień otwarty"}


def drafts(events: Iterable[Event], background: Background) -> Iterator[Found]:
    """Make a training of each event."""
    shared: dict[tuple[Range, ...], Shared] = {}
    several = tuple(events)
    alike = len({event.title.value if event.title else None for event in several}) == 1
    for event in several:
        if event.shared not in shared:
            shared[event.shared] = Shared(_common(background.page, event), alike)
        yield _draft(event, background, shared[event.shared])


def _draft(event: Event, background: Background, shared: Shared) -> Found:
    page = background.page
    sheet = Sheet(event, background, _own(page, event), shared)
    if event.title:
        sheet.put("title", event.title.value, Fact.TITLE, (event.title.start, event.title.end))
    if kind := next(_kinds(sheet), None):
        sheet.put("kind", _SINGULAR.get(kind.name, kind.name), Fact.KIND, (kind.start, kind.end))
    settled = timing.when(sheet)
    attendance = attending.mode(sheet)
    attending.where(sheet, attendance)
    attending.joined(sheet, attendance)
    stating.counted(sheet)
    stating.spoken(sheet)
    stating.status(sheet)
    timing.deadline(sheet)
    made = Draft(**sheet.facts)
    asked = {each.about for each in sheet.questions}
    sheet.questions += [each for each in lacking.missing(made) if each.about not in asked]
    past = bool(made.start and dates.closing(made.start, made.end, background.zone) <= background.now)
    return Found(made, dict(sheet.evidence), tuple(sheet.questions), settled.by, past)


def _own(page: Page, event: Event) -> tuple[Segment, ...]:
    """Return the pieces of a training alone, with those of the heading of its group."""
    return page.pieces([*sharing.without(event.own, event.cuts), *([event.under] if event.under else ())])


def _common(page: Page, event: Event) -> tuple[Segment, ...]:
    """Return the pieces shared with others: of very many, read for each of many trainings, the first and the last."""
    pieces = page.pieces(event.shared)
    half = max(FEWEST, MOST_READ // max(1, len(page.days))) // 2
    return pieces if len(pieces) <= 2 * half else pieces[:half] + pieces[-half:]


def _kinds(sheet: Sheet) -> Iterator[Kind]:
    """Yield the words for its kind: beside the title, else its own, else the one that is shared."""
    yield from _beside(sheet)
    inside = [each for piece in sheet.own for each in beginning(sheet.page.kinds, piece.outer, piece.end)]
    yield from inside
    if not inside:
        yield from _shared(sheet) or _only(sheet)


def _only(sheet: Sheet) -> Sequence[Kind]:
    """Return the first kind of a text that knows but one, when it stands above the training."""
    first = sheet.page.kinds[:1]
    alone = len({each.name.removesuffix("y") for each in sheet.page.kinds}) == 1
    return first if alone and first[0].start < sheet.event.own[0] and not _general(sheet.page, first[0]) else ()


def _beside(sheet: Sheet) -> Sequence[Kind]:
    """Return the kind before the title in its line, the first of „szkolenie i konsultacje", or one in the title."""
    title, page = sheet.event.title, sheet.page
    if title is None:
        return []
    line = page.line_at(title.start)
    beside = beginning(page.kinds, max(title.start - NEAR, line.start), title.end)
    sentence = page.sentence(title.start)[0]
    beside = [each for each in beside if each.start >= sentence] or beside
    before = [each for each in beside if each.end <= title.start]
    both = len(before) > 1 and re.fullmatch(
        r".{0,40}? (?:i|oraz|/|and) ", page.folded[before[-2].end : before[-1].start]
    )
    return before[-2:] if both else before[-1:] or beside


def _shared(sheet: Sheet) -> list[Kind]:
    """Return the kind that stands above or below a list; none when several stand there."""
    pieces = [piece for piece in sheet.shared if "agenda" not in piece.labels]
    inside = [each for piece in pieces for each in beginning(sheet.page.kinds, piece.outer, piece.end)]
    found = [each for each in inside if not _general(sheet.page, each)]
    above = [each for each in found if each.start < sheet.event.own[0]] or found
    return above if len({each.name.removesuffix("y") for each in above}) == 1 else []


def _general(page: Page, kind: Kind) -> bool:
    """Tell whether a sentence names several only in general: „wracamy do spotkań", „udział w spotkaniach"."""
    low, high = page.sentence(kind.start)
    if not _SEVERAL.search(page.folded[kind.start : kind.end]) or _TOLD.search(page.folded, low, high):
        return False
    return leftovers.spoken(page, low, high)
