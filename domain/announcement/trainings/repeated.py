"""Topics that a page names twice: in a list of days, and once more where it opens one of them below.

Knows anchors, lines and the trainings found; decides not which days are those of trainings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.announcement.layout.days import Dated
from domain.announcement.layout.page import Page, Range
from domain.announcement.trainings import sharing, timetable
from domain.announcement.trainings.anchors import Anchor
from domain.announcement.trainings.event import Event


def again(page: Page, anchor: Anchor, twin: Anchor) -> bool:
    """Tell whether a day stands below its title again: the same title, no other town and no other hour."""
    if anchor.title is None or twin.title is None or anchor.title.start < twin.dated.end:
        return False
    named = anchor.title.value.casefold() == twin.title.value.casefold()
    return (
        named
        and not timetable.apart(page, anchor.dated, twin.dated)
        and not all(map(page.timed, (anchor.dated, twin.dated)))
    )


def opened(page: Page, told: Sequence[Event], also: Sequence[Dated]) -> list[Event]:
    """Give each training what is told below its topic where it is opened; to those of other topics that is nothing."""
    topics = {event.title.value.casefold() for event in told if event.title}
    found = dict(_sections(page, told, also)) if len(topics) > 1 else {}
    return [_limited(event, found) for event in told] if found else list(told)


def _limited(event: Event, found: dict[str, Range]) -> Event:
    own = found.get(event.title.value.casefold()) if event.title else None
    cuts = sorted(found.values())
    shared = tuple(piece for stretch in event.shared for piece in sharing.without(stretch, cuts))
    return replace(event, shared=shared, under=own or event.under)


def _sections(page: Page, told: Sequence[Event], also: Sequence[Dated]) -> Iterator[tuple[str, Range]]:
    """Yield each topic that is opened below its list, with the lines from its title to the next topic or contact."""
    for event in told:
        mentioned = next(
            (each for each in also if each.first.same(event.dated.first) and each.start > event.own[0]), None
        )
        if event.title is None or mentioned is None:
            continue
        named = event.title.value.casefold()
        lines = page.lines[page.line_at(event.dated.start).number : page.line_at(mentioned.start).number]
        head = next((each for each in lines if page.text.words(each.body, each.end).casefold() == named), None)
        if head:
            yield named, (head.start, _limit(page, told, mentioned.start))


def _limit(page: Page, told: Sequence[Event], place: int) -> int:
    heads = [event.own[0] for event in told if event.own[0] > place]
    asked = [page.line_at(each.start).start for each in (*page.mails, *page.phones) if each.start > place]
    return min([*heads, *asked, len(page.folded)])
