"""Which trainings a text tells of: the days that name them, and the stretch of text that is each one's own.

What stands outside all of these stretches, above or below, is shared by all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.announcement import titles, words
from domain.announcement.days import Day, Dated
from domain.announcement.masks import masks
from domain.announcement.page import Page, Range
from domain.announcement.roles import Role
from domain.announcement.titles import Title

MOST = 100
"""Trainings that one text may hold."""
_PARTS = re.compile(rf"(?<!\w)(?:{words.alternatives('several', 'parts')})(?!\w)")
_DAY_OF = re.compile(r"^[^\w]*(?:dzien|day|(?:[ivx]+|\d)\.? dzien|pierwszy dzien|drugi dzien|trzeci dzien)\b")


@dataclass(frozen=True, slots=True)
class Event:
    """A training: the days that name it, its title, its own stretch and what it shares with the others."""

    dated: Dated
    own: Range
    title: Title | None = None
    shared: tuple[Range, ...] = ()
    also: tuple[Dated, ...] = ()
    """Other mentions of its days."""
    program: tuple[Dated, ...] = ()
    """Days inside it under which parts of its programme stand."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day of a training, where the words about it begin, and its own title."""

    dated: Dated
    head: int
    title: Title | None = None
    alone: bool = True
    """Its line or sentence tells of it alone."""


def events(page: Page, roles: Sequence[Role]) -> tuple[Event, ...]:
    """Return the trainings of a text in their order."""
    hidden = masks(page)
    days = _candidates(page, roles)
    anchors = [anchor for anchor in _anchors(page, hidden, days)]
    anchors, also, program = _merged(page, anchors)
    found = _stretched(page, hidden, anchors)
    found = [
        replace(
            event,
            also=tuple(each for each in also if _same(each.first, event.dated.first)),
            program=tuple(each for each in program if _inside(each, event.dated)),
        )
        for event in found
    ]
    return tuple(_exploded(page, found))


def _candidates(page: Page, roles: Sequence[Role]) -> list[Dated]:
    found = [dated for dated, role in zip(page.days, roles, strict=True) if role is Role.EVENT]
    if found or not page.kinds:
        return found
    return [dated for dated, role in zip(page.days, roles, strict=True) if role is Role.MENTIONED]


def _same(one: Day, other: Day) -> bool:
    return (one.day, one.month) == (other.day, other.month)


def _order(day: Day) -> tuple[int, int]:
    return day.month, day.day


def _inside(dated: Dated, whole: Dated) -> bool:
    """Tell whether days lie within a range; one across New Year holds what lies on either side."""
    if not whole.ranged and len(whole.days) == 1:
        return False
    first, last = _order(whole.first), _order(whole.last)
    low, high = _order(dated.first), _order(dated.last)
    return first <= low and high <= last if first <= last else low >= first or high <= last


def _anchors(page: Page, hidden: Sequence[Range], days: Sequence[Dated]) -> list[Anchor]:
    found: list[Anchor] = []
    previous = 0
    for index, dated in enumerate(days):
        following = days[index + 1].start if index + 1 < len(days) else len(page.folded)
        anchor = _anchor(page, hidden, dated, previous, following)
        found.append(anchor)
        previous = dated.end
    return found


def _anchor(page: Page, hidden: Sequence[Range], dated: Dated, previous: int, following: int) -> Anchor:
    """Find the title that belongs to a day: in its line, in its sentence, or above."""
    line = page.line_at(dated.start)
    alone = not (line.start < previous) and following >= line.end
    start = max(line.body, previous)
    listed = line.row or line.bulleted or _leading(page, dated) or _short(page, line.start, line.end)
    if not alone:
        return _in_sentence(page, hidden, dated, previous, min(following, line.end))
    if listed:
        own = _line_title(page, hidden, (start, line.end))
        if own:
            return Anchor(dated, line.start, own)
    if not listed or page.sentence(dated.start)[0] > line.body:
        sentence = page.sentence(dated.start)
        quoted = titles.best(list(titles.titles(page, hidden, [(max(previous, line.start), line.end)])))
        if quoted and quoted.sure >= titles.PHRASE:
            return Anchor(dated, max(previous, line.start) if previous > line.start else line.start, quoted)
        del sentence
    return _above(page, hidden, dated, previous)


def _leading(page: Page, dated: Dated) -> bool:
    line = page.line_at(dated.start)
    return dated.start - line.body <= 25 and not re.search(r"[a-z]{4,}", re.sub(r"dni\w+|grup\w+|edycj\w+|termin\w*|dzien|data|kiedy", "", page.folded[line.body : dated.start]))  # noqa: PLR2004


def _short(page: Page, start: int, end: int) -> bool:
    return end - start <= 160 and not words.phrase("before", "happens", "happened").search(page.folded[start:end])  # noqa: PLR2004


def _line_title(page: Page, hidden: Sequence[Range], stretch: Range) -> Title | None:
    """Return the title that stands in the line of a day itself."""
    found = [
        each
        for each in titles.titles(page, hidden, [stretch])
        if each.sure >= titles.QUOTED - 5 and each.sure != titles.PHRASE
    ]
    line = page.line_at(stretch[0])
    if line.row:
        found += _cell_titles(page, hidden, stretch)
    else:
        found += titles.line_titles(page, hidden, stretch, titles.LINE)
    return titles.best(found)


def _cell_titles(page: Page, hidden: Sequence[Range], stretch: Range) -> list[Title]:
    """Return the longest cell without a label."""
    cells = [each for each in page.pieces([stretch]) if not each.labels]
    found = [each for cell in cells for each in titles.line_titles(page, hidden, (cell.start, cell.end), titles.LINE)]
    return sorted(found, key=lambda each: each.start - each.end)[:1]


def _in_sentence(page: Page, hidden: Sequence[Range], dated: Dated, previous: int, following: int) -> Anchor:
    """Find the title of one of several days of a line: right before it or right after it."""
    line = page.line_at(dated.start)
    before = [
        each
        for each in titles.titles(page, hidden, [(max(previous, line.start), dated.start)])
        if each.sure >= titles.PHRASE
    ]
    after = [
        each for each in titles.titles(page, hidden, [(dated.end, following)]) if each.sure >= titles.PHRASE
    ]
    first = previous <= line.start
    chosen = titles.best(before) or (titles.best(after))
    start = max(previous, line.start)
    if chosen and chosen.start < dated.start:
        kind = [each.start for each in page.kinds if start <= each.start <= chosen.start]
        return Anchor(dated, line.start if first else min([chosen.start, *kind[-1:]]), chosen, alone=False)
    if not chosen and not first and (rest := list(titles.line_titles(page, hidden, (dated.end, following), titles.LINE))):
        if page.line_at(dated.start).row or ";" in page.folded[previous : dated.start]:
            chosen = rest[0] if rest[0].end - rest[0].start > 25 else None  # noqa: PLR2004 -- shorter ones are places
    return Anchor(dated, line.start if first else dated.start, chosen, alone=False)


def _above(page: Page, hidden: Sequence[Range], dated: Dated, previous: int) -> Anchor:
    """Find the title in the lines above: the nearest that is not labelled, and those joined with it."""
    line = page.line_at(dated.start)
    head = line.start
    chosen: Title | None = None
    at: int | None = None
    for other in reversed(page.lines[: line.number]):
        if other.start < previous:
            break
        if at is not None and other.paragraph != at:
            break
        found = _heading(page, hidden, other.start, other.end)
        if found:
            chosen, at, head = found if chosen is None or found.sure > chosen.sure else chosen, other.paragraph, other.start
        elif at is not None and not any(each.labels for each in other.segments):
            break
    return Anchor(dated, head if chosen else line.start, chosen)


def _heading(page: Page, hidden: Sequence[Range], start: int, end: int) -> Title | None:
    found = [
        each
        for each in titles.titles(page, hidden, [(start, end)])
        if each.sure >= titles.QUOTED - 5 or (each.sure >= titles.PHRASE and each.sure != titles.LEADING)
    ]
    return titles.best([*found, *titles.heading(page, hidden, (start, end))])


def _merged(page: Page, anchors: list[Anchor]) -> tuple[list[Anchor], list[Dated], list[Dated]]:
    """Leave out what names a day again, days of a programme inside a longer training, and periods that hold a list."""
    also: list[Dated] = []
    program: list[Dated] = []
    spans = [each for each in anchors if each.dated.ranged]
    kept: list[Anchor] = []
    for anchor in anchors:
        whole = next((each for each in spans if each is not anchor and _inside(anchor.dated, each.dated)), None)
        if whole and (_programmed(page, anchor) or whole.title is None or not _own(page, anchor)):
            program.append(anchor.dated)
            continue
        twin = next((each for each in kept if _same(each.dated.first, anchor.dated.first)), None)
        if twin and (not _own(page, anchor) or _one(anchor.title, twin.title)):
            also.append(anchor.dated)
            continue
        kept.append(anchor)
    held = [each for each in kept if each.dated.ranged and sum(_inside(o.dated, each.dated) for o in kept if o is not each) > 1]
    return [each for each in kept if each not in held], also, program


def _programmed(page: Page, anchor: Anchor) -> bool:
    line = page.line_at(anchor.dated.start)
    return bool(_DAY_OF.match(page.folded[line.body : line.end])) or page.segment_at(anchor.dated.start).labels == {"agenda"}


def _own(page: Page, anchor: Anchor) -> bool:
    """Tell whether a title stands in the line of a day itself."""
    if anchor.title is None:
        return False
    line = page.line_at(anchor.dated.start)
    return line.start <= anchor.title.start < line.end or anchor.head < line.start


def _one(title: Title | None, other: Title | None) -> bool:
    return bool(title and other and title.value.casefold() == other.value.casefold())


def _stretched(page: Page, hidden: Sequence[Range], anchors: list[Anchor]) -> list[Event]:
    """Give each training the text from its head to the next one's; the last one as much as the others have."""
    if not anchors:
        return []
    if len(anchors) == 1:
        only = anchors[0]
        return [Event(only.dated, (0, len(page.folded)), _main(page, hidden, only))]
    anchors = _continued(anchors)
    ends = [anchor.head for anchor in anchors[1:]]
    ends.append(_end(page, anchors))
    shared = ((0, anchors[0].head), (ends[-1], len(page.folded)))
    common = _common(page, hidden, anchors)
    return [
        Event(anchor.dated, (anchor.head, end), anchor.title or common, shared)
        for anchor, end in zip(anchors, ends, strict=True)
    ]


def _continued(anchors: list[Anchor]) -> list[Anchor]:
    """Let a day without a title have that of the day before."""
    made: list[Anchor] = []
    for anchor in anchors:
        title = anchor.title or (made[-1].title if made else None)
        made.append(replace(anchor, title=title))
    return made


def _common(page: Page, hidden: Sequence[Range], anchors: list[Anchor]) -> Title | None:
    above = (0, anchors[0].dated.start)
    found = [*titles.titles(page, hidden, [above]), *titles.heading(page, hidden, above)]
    return titles.best(found)


def _main(page: Page, hidden: Sequence[Range], anchor: Anchor) -> Title | None:
    """Return the title of the only training of a text."""
    whole = (0, len(page.folded))
    above = (0, page.line_at(anchor.dated.start).end)
    found = [*titles.titles(page, hidden, [whole]), *titles.heading(page, hidden, above)]
    if anchor.title:
        found.append(anchor.title)
    chosen = titles.best(found)
    return chosen or next(iter(titles.line_titles(page, hidden, above, titles.ANY)), None)


def _end(page: Page, anchors: list[Anchor]) -> int:
    """Return where the stretch of the last training ends: it is as long as that of most others."""
    last = page.line_at(anchors[-1].head)
    lines = [page.line_at(anchor.head) for anchor in anchors]
    if not anchors[-1].alone:
        return page.line_at(anchors[-1].dated.start).end
    pairs = list(zip(lines, lines[1:], strict=False))
    paragraphs = Counter(other.paragraph - one.paragraph for one, other in pairs).most_common(1)[0][0]
    longest = max((other.number - one.number for one, other in pairs if other.paragraph - one.paragraph == paragraphs), default=1)
    dated = page.line_at(anchors[-1].dated.start)
    for line in page.lines[last.number + 1 :]:
        if line.number <= dated.number:
            continue
        apart = line.paragraph - last.paragraph
        if apart >= max(paragraphs, 1) or (paragraphs == 0 and line.number - last.number >= longest):
            return line.start
    return len(page.folded)


def _exploded(page: Page, found: list[Event]) -> list[Event]:
    """Make a training of each of several days that do not follow each other; days that do are one."""
    made: list[Event] = []
    for event in found:
        if event.dated.ranged or len(event.dated.days) == 1:
            made.append(event)
        elif _consecutive(event.dated.days):
            made.append(replace(event, dated=replace(event.dated, ranged=True)))
        else:
            made += [replace(event, dated=replace(event.dated, days=(day,))) for day in event.dated.days]
    return made


def _consecutive(days: Sequence[Day]) -> bool:
    return all(one.month == other.month and other.day - one.day == 1 for one, other in zip(days, days[1:], strict=False))
