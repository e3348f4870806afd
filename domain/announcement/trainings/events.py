"""Which trainings a text tells of: the days that name them, and the stretch of text that is each one's own.

What stands outside all of these stretches, above or below, is shared by all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from domain.announcement.layout.days import Dated, Day
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import (
    anchors,
    cards,
    dayparts,
    fellows,
    grouping,
    headlines,
    lasting,
    leftovers,
    moving,
    reach,
    repeated,
    sharing,
    sparing,
    timetable,
    titles,
)
from domain.announcement.trainings.anchors import Anchor
from domain.announcement.trainings.event import Event
from domain.announcement.trainings.masks import masks
from domain.announcement.trainings.role import Role
from domain.announcement.trainings.titles import Title

FEW = 4
"""Days that a training lasts at most, when each has a programme of its own."""
CARD = 3
"""Lines below a day that stands on top of a page, among which the title is looked for."""
MOST = 100
"""Trainings that one text may hold."""
_SERIES = re.compile(r"(?<!\w)(?:z|w ramach) (?:cyklu|serii)(?!\w)")


def events(page: Page, roles: Sequence[Role]) -> tuple[Event, ...]:
    """Return the trainings of a text in their order."""
    hidden = masks(page, sparing.titled(page, roles))
    found, also, program = _merged(page, hidden, fellows.named(page, hidden, anchors.anchors(page, hidden, roles)))
    joined, single = lasting.joined(page, hidden, found)
    told = reach.addressed(page, roles, repeated.opened(page, _stretched(page, hidden, roles, joined), also))
    told = moving.moved(page, roles, told)
    return tuple(
        made
        for event in told
        for made in _exploded(
            replace(
                event,
                also=tuple(_again(event, also)),
                program=_programme(page, event, (*program, *single)),
            )
        )
    )


def _programme(page: Page, event: Event, found: Sequence[Dated]) -> tuple[Dated, ...]:
    """Return the days within a training of several that its programme names, in their order."""
    together = event.dated.ranged or lasting.consecutive(event.dated.days)
    headed = dayparts.days(page, event.own, event.dated) if together else ()
    named = {each.start: each for each in (*headed, *found)}
    return tuple(named[place] for place in sorted(named) if _inside(named[place], event.dated))


def _again(event: Event, also: Sequence[Dated]) -> Iterator[Dated]:
    """Yield other mentions of the day of a training, and the day that it was moved from, whose hour may have stayed."""
    yield from (each for each in also if each.first.any_year(event.dated.first))
    yield from [event.left] if event.left else ()


def _inside(dated: Dated, whole: Dated) -> bool:
    """Tell whether days lie within several; those across New Year hold what lies on either side."""
    if len(whole.days) == 1 or dated is whole:
        return False
    if not (whole.ranged or lasting.consecutive(whole.days)):
        return all(any(each.any_year(other) for other in whole.days) for each in dated.days)
    first, last = (whole.first.month, whole.first.day), (whole.last.month, whole.last.day)
    low, high = (dated.first.month, dated.first.day), (dated.last.month, dated.last.day)
    return first <= low and high <= last if first <= last else low >= first or high <= last


def _merged(page: Page, hidden: Sequence[Range], found: list[Anchor]) -> tuple[list[Anchor], list[Dated], list[Dated]]:
    """Leave out what names a day again, days of a programme inside a longer training, and periods that hold a list."""
    also: list[Dated] = []
    program: list[Dated] = []
    kept: list[Anchor] = []
    found = [each for each in found if not _period(page, each, found)]
    longer = [each for each in found if len(each.dated.days) > 1]
    for anchor in found:
        whole = next((each for each in longer if _around(each.dated, anchor.dated)), None)
        if whole and (_programmed(page, hidden, anchor, whole) or not _distinct(page, anchor, whole)):
            program.append(anchor.dated)
            continue
        twin = next((each for each in kept if each.dated.first.any_year(anchor.dated.first)), None)
        if (
            twin
            and twin.dated is not anchor.dated
            and (
                repeated.again(page, anchor, twin)
                or not (_distinct(page, anchor, twin) or lasting.elsewhere(page, anchor, twin))
            )
        ):
            also.append(anchor.dated)
            if len(anchor.dated.days) > len(twin.dated.days) and not twin.dated.ranged:
                also.append(twin.dated)
                kept[kept.index(twin)] = replace(twin, dated=anchor.dated, head=min(twin.head, anchor.head))
            continue
        kept.append(anchor)
    return [each for each in kept if not _holds(each, kept)], also, program


def _around(whole: Dated, dated: Dated) -> bool:
    """Tell whether days lie within several; of the same days named twice, the later ones within the earlier."""
    again = (whole.first, whole.last) == (dated.first, dated.last) and dated.start <= whole.start
    return not again and _inside(dated, whole)


def _period(page: Page, whole: Anchor, found: Sequence[Anchor]) -> bool:
    """Tell whether several days are but a period in which others lie: longer than a training, each of them timed."""
    inside = [each for each in found if each is not whole and _inside(each.dated, whole.dated)]
    lines = [page.line_at(max(each.dated.start, each.head)) for each in inside]
    timed = [line for line in lines if beginning(page.hours, line.start, line.end)]
    return whole.dated.ranged and not _few(whole.dated) and len(timed) == len(inside) > 1


def _holds(anchor: Anchor, others: Sequence[Anchor]) -> bool:
    return anchor.dated.ranged and sum(_inside(each.dated, anchor.dated) for each in others if each is not anchor) > 1


def _programmed(page: Page, hidden: Sequence[Range], anchor: Anchor, whole: Anchor) -> bool:
    """Tell whether a day heads a part of a programme: „Dzień II", or nothing but a day of a training of a few."""
    line = page.line_at(anchor.dated.start)
    together = whole.dated.ranged or lasting.consecutive(whole.dated.days)
    if together and timetable.bare(page, hidden, line) and _few(whole.dated):
        return True
    return bool(lasting.DAY_OF.match(page.folded, line.body)) or "agenda" in page.segment_at(anchor.dated.start).labels


def _few(dated: Dated) -> bool:
    """Tell whether days lie so near each other that a training may last as long."""
    first, last = dated.first, dated.last
    return (last.day - first.day if first.month == last.month else last.day) < FEW


def _distinct(page: Page, anchor: Anchor, other: Anchor) -> bool:
    """Tell whether a day has a title of its own, other than that of another."""
    if anchor.title is None or not anchors.own(anchor):
        return False
    if other.title is None or anchor.title.value.casefold() != other.title.value.casefold():
        return (
            anchor.title.sure >= titles.PLAIN and anchors.listed(page, anchor.dated)
        ) or anchor.title.sure > titles.PHRASE
    return anchors.listed(page, anchor.dated) and not other.dated.start < anchor.dated.start < other.head


def _stretched(page: Page, hidden: Sequence[Range], roles: Sequence[Role], found: list[Anchor]) -> list[Event]:
    """Give each training the text from its head to the next one's; the last one as much as the others have."""
    if not found:
        return []
    if len(found) == 1:
        only = found[0]
        whole = (0, len(page.folded))
        return [Event(only.dated, whole, _main(page, hidden, only), cuts=sharing.foreign(page, roles, found))]
    common = _common(page, hidden, found)
    found = _continued(page, found, common)
    under = grouping.headings(page, [max(anchor.head, anchor.dated.start) for anchor in found])
    ends = [
        min(after.head, top[0]) if top and top[0] > before.dated.start else after.head
        for (before, after), top in zip(pairwise(found), under[1:], strict=True)
    ]
    ends.append(reach.end(page, found))
    shared = sharing.shared(page, roles, found, ends[-1])
    heads = [anchor.head for anchor in found]
    carded = cards.cards(page, heads, ends[-1])
    return [
        Event(
            anchor.dated,
            (anchor.head, max(cards.end(carded, anchor.head, end), anchor.dated.end)),
            anchor.title or common,
            cards.held(carded, heads, anchor.head, shared),
            card=next((low for low, high in carded if low <= anchor.head < high), None),
            under=None if carded else heading,
        )
        for anchor, end, heading in zip(found, ends, under, strict=True)
    ]


def _continued(page: Page, found: list[Anchor], common: Title | None) -> list[Anchor]:
    """Let a day without a title have that of the day before; the first has the heading's.

    A paragraph about a day above or below a list of titles has none of theirs.
    """
    made: list[Anchor] = []
    told = sum(anchors.own(each) for each in found) > len(found) / 2
    for anchor in found:
        line = page.line_at(anchor.dated.start)
        if told and anchors.gathering(page, anchor.dated) and _distant(page, anchor, line):
            made.append(replace(anchor, title=None, head=line.start))
            continue
        before = made[-1].title if made and anchor.head < anchor.dated.end else common
        headed = not (made or told) and _headed(anchor, common)
        made.append(replace(anchor, title=common if headed else anchor.title or before))
    return made


def _headed(anchor: Anchor, common: Title | None) -> bool:
    """Tell whether a headline names a list more surely than what prose above its first day says of all."""
    title = anchor.title
    prose = title is not None and title.sure <= titles.PHRASE and not anchors.own(anchor)
    return prose and common is not None and title is not None and common.sure > title.sure


def _distant(page: Page, anchor: Anchor, line: Line) -> bool:
    """Tell whether the title of a day is the headline of the page, not of the paragraph that begins with the day."""
    return anchor.title is None or page.line_at(anchor.title.start).paragraph < line.paragraph - 1


def _common(page: Page, hidden: Sequence[Range], found: list[Anchor]) -> Title | None:
    """Return the title above all days; none when the days have their own."""
    if all(anchors.own(each) for each in found):
        return None
    above = (0, found[0].dated.start)
    return titles.best([*titles.titles(page, hidden, [above]), *headlines.heading(page, hidden, above)]) or titles.best(
        list(titles.titles(page, hidden, [(0, len(page.folded))]))
    )


def _main(page: Page, hidden: Sequence[Range], anchor: Anchor) -> Title | None:
    """Return the title of the only training of a text."""
    above = (0, page.line_at(anchor.dated.start).end)
    heads = list(headlines.heading(page, hidden, above))
    line = page.line_at(anchor.dated.start)
    series = [each for each in heads if _SERIES.search(page.folded, each.start, each.end)]
    if len(series) == len(heads) and timetable.bare(page, hidden, line):
        below = list(headlines.heading(page, hidden, _under(page, line)))[:1]
        heads = [replace(each, sure=titles.LINE) for each in below] if heads else below
    found = [*titles.titles(page, hidden, [(0, len(page.folded))]), *heads]
    if anchor.title:
        found.append(anchor.title)
    return titles.best(found) or next(leftovers.line_titles(page, hidden, (line.body, line.end), titles.ANY), None)


def _under(page: Page, line: Line) -> Range:
    """Return the first lines below one that is nothing but a day, as on a card of a calendar."""
    last = page.lines[min(line.number + CARD, len(page.lines) - 1)]
    return line.end, last.end


def _exploded(event: Event) -> Iterator[Event]:
    """Make a training of each of several days that do not follow each other; days that do are one."""
    if event.dated.ranged or len(event.dated.days) == 1:
        yield event
    else:
        for run in _runs(event.dated.days):
            yield replace(event, dated=replace(event.dated, days=run, ranged=len(run) > 1))


def _runs(days: Sequence[Day]) -> list[tuple[Day, ...]]:
    """Return the days in runs of those that follow each other."""
    runs: list[tuple[Day, ...]] = []
    for day in days:
        if runs and lasting.consecutive((runs[-1][-1], day)):
            runs[-1] = (*runs[-1], day)
        else:
            runs.append((day,))
    return runs
