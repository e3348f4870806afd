"""One training made of what a page says about it: a draft, the place of each fact, and what has to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from domain import dates
from domain.announcement.facts import attending, lacking, stating, timing
from domain.announcement.facts.sheet import Background, Shared, Sheet
from domain.announcement.language import words
from domain.announcement.language.text import folded
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Kind, Page, Range, beginning
from domain.announcement.reading import Fact, Found
from domain.announcement.trainings import leftovers, schedules, sharing, titles
from domain.announcement.trainings.event import Event
from domain.training import Draft

MOST_READ = 8_000
"""Shared pieces that are read, for all trainings of a text together."""
FEWEST = 60
"""Shared pieces that are read for each training, at least."""
NEAR = 60
"""Signs before a title in which its kind may stand."""
_SEVERAL = re.compile(r"(?:[eoa]n|ow|ach|ami|om)$")
_TOLD = words.phrase("before", "happens", "happened")
_ABOUT = re.compile(r"(?<!\w)(?:z|ze|o|w|we|na|po|przed|dla|podczas|do|od|bez) (?:[^\W\d]+ )?$")
"""What stands in a title before something that the training is only about: „protokół z sesji"."""
_AND = re.compile(r" (?:i|oraz|a) [^\W\d]")
HEADING = 60
"""Signs of the heading of a list, at most."""
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
    """Yield the words for its kind: beside the title, else its own, else the one that is shared, else its topic."""
    beside = _beside(sheet)
    own = [each for piece in sheet.own for each in beginning(sheet.page.kinds, piece.outer, piece.end)]
    inside = [each for each in own if not _part(sheet.page, each)]
    yield from (each for each in (*beside, *inside) if not _about(sheet, each))
    if not inside or all(_about(sheet, each) for each in inside):
        yield from _shared(sheet) or _only(sheet)
    yield from beside


def _part(page: Page, kind: Kind) -> bool:
    """Tell whether a word only numbers a part: „Zjazd II"."""
    return page.line_at(kind.start).body == kind.start and bool(titles.PARTED.match(page.folded, kind.start))


def _about(sheet: Sheet, kind: Kind) -> bool:
    """Tell whether a word in a title is what the training is about."""
    title = sheet.event.title
    if title is None or not title.start <= kind.start < title.end:
        return False
    if title.start == kind.start:
        return not sheet.common.alike and _matter(sheet.page, kind, title.end)
    return bool(_ABOUT.search(sheet.page.folded, title.start, kind.start))


def _matter(page: Page, kind: Kind, end: int) -> bool:
    """Tell whether several of a kind, joined to something else, are the matter: „zgromadzenia i imprezy masowe"."""
    several = page.folded[kind.start : kind.end] != folded(kind.name)
    joined = _AND.match(page.folded, kind.end, end)
    return several and joined is not None and not beginning(page.kinds, joined.start(), end)


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
    if headed := _headed(sheet):
        return headed
    pieces = [piece for piece in sheet.shared if "agenda" not in piece.labels]
    inside = [each for piece in pieces for each in beginning(sheet.page.kinds, piece.outer, piece.end)]
    found = [each for each in inside if not _general(sheet.page, each)]
    above = [each for each in found if each.start < sheet.event.own[0]] or found
    return above if len({each.name.removesuffix("y") for each in above}) == 1 else []


def _headed(sheet: Sheet) -> list[Kind]:
    """Return the kind in the heading right above a list: „Terminy szkoleń:"."""
    page = sheet.page
    above = [high for _, high in sheet.event.shared if high <= sheet.event.own[0]]
    line = page.line_at(above[-1] - 1) if above else None
    if line is None or line.end - line.body > HEADING:
        return []
    announces = page.folded[line.end - 1] == ":"
    named = beginning(page.kinds, line.body, line.end)
    return [each for each in named if announces or schedules.headed(page.folded[line.body : each.start])]


def _general(page: Page, kind: Kind) -> bool:
    """Tell whether a sentence names several only in general: „wracamy do spotkań", „udział w spotkaniach"."""
    low, high = page.sentence(kind.start)
    if not _SEVERAL.search(page.folded[kind.start : kind.end]) or _TOLD.search(page.folded, low, high):
        return False
    return leftovers.spoken(page, low, high)
