"""How far words reach: to where the last training of a list ends, and to which trainings a sentence beside it speaks.

Knows anchors, lines and the trainings found; decides not which days are those of trainings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from domain.announcement.language import dictionary, names, words
from domain.announcement.language.text import folded
from domain.announcement.layout.days import Day
from domain.announcement.layout.page import Kind, Page, Range, beginning
from domain.announcement.trainings import sharing
from domain.announcement.trainings.anchors import Anchor
from domain.announcement.trainings.event import Event
from domain.announcement.trainings.role import Role

HALF_YEAR = 6
"""Months."""
MANY = 2
"""Numbered items, from which on they are a list."""
_HAPPENED = words.phrase("before", "happened")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)] ?(?!\d)")
_FIGURES = r"\d{1,2}(?:(?:, ?| ?[–-] ?| (?:i|oraz|and) )\d{1,2})*(?![\w%]|[.:/]\d)"
_ITEMS = re.compile(
    rf"(?<!\w)(?:(?:{words.alternatives('positions', 'item')})\.?(?: nr\.?| numer)? "
    rf"|(?:{words.alternatives('kinds')}) nr\.? )(?P<numbers>{_FIGURES})"
)
_RANGE = re.compile(r"(\d{1,2})(?: ?[–-] ?(\d{1,2}))?")
_SAYS = re.compile(rf"(?:{words.alternatives('kinds')}) (?P<verb>[^\W\d]+)")


def end(page: Page, found: Sequence[Anchor]) -> int:
    """Return where the stretch of the last training ends: as far behind its day as that of most others."""
    if not found[-1].alone:
        return found[-1].dated.end
    days = [page.line_at(max(each.dated.start, each.head)) for each in found]
    pairs = [(day, page.line_at(_begins(one, other))) for day, (one, other) in zip(days, pairwise(found), strict=False)]
    paragraphs = Counter(head.paragraph - day.paragraph for day, head in pairs).most_common(1)[0][0]
    longest = max(head.number - day.number for day, head in pairs if head.paragraph - day.paragraph == paragraphs)
    last = days[-1]
    for line in page.lines[last.number + 1 :]:
        apart = line.paragraph - last.paragraph
        if apart >= max(paragraphs, 1) or (paragraphs == 0 and line.number - last.number >= longest):
            return line.start
    return len(page.folded)


def _begins(one: Anchor, other: Anchor) -> int:
    """Return where a training begins after another: at its day, if that is a heading above it."""
    return other.head if one.dated is other.dated else min(other.head, other.dated.start)


def addressed(page: Page, roles: Sequence[Role], told: Sequence[Event]) -> list[Event]:
    """Leave out of what each training shares the sentences that speak of others only, by number, kind or last day."""
    if len(told) < MANY:
        return list(told)
    spoken = sorted({**_by_end(page, roles, told), **_by_kind(page, told), **_by_number(page, told)}.items())
    return [_left(event, [place for place, meant in spoken if index not in meant]) for index, event in enumerate(told)]


def _left(event: Event, cuts: Sequence[Range]) -> Event:
    if not cuts:
        return event
    return replace(event, shared=tuple(piece for each in event.shared for piece in sharing.without(each, cuts)))


def _by_end(page: Page, roles: Sequence[Role], told: Sequence[Event]) -> dict[Range, frozenset[int]]:
    """Return the sentences about signing up until a day: none is about a training told to have been before it."""
    been = {
        index for index, event in enumerate(told) if _HAPPENED.search(page.folded, *page.sentence(event.dated.start))
    }
    until = [each for each, role in zip(page.days, roles, strict=True) if role is Role.DEADLINE] if been else []
    everyone = frozenset(range(len(told)))
    return {
        page.sentence(each.start): everyone - {index for index in been if _later(each.last, told[index].dated.first)}
        for each in until
    }


def _later(one: Day, other: Day) -> bool:
    """Tell whether a day is later than another, if less than half a year lies between them."""
    months = (one.month - other.month) % 12
    return (0, other.day) < (months, one.day) and months < HALF_YEAR


def _by_number(page: Page, told: Sequence[Event]) -> dict[Range, frozenset[int]]:
    """Return the sentences beside a numbered list that name some of its items: „Na poz. 2 i 3 zapisuje sekretariat"."""
    lines = [page.line_at(event.stands) for event in told]
    found = [_NUMBER.match(page.folded, line.start, line.end) for line in lines]
    numbers = [int(each[1]) if each else None for each in found]
    if sum(each is not None for each in numbers) < MANY:
        return {}
    named = {}
    for match in _ITEMS.finditer(page.folded):
        meant = set(_counted(match["numbers"]))
        if meant <= set(numbers):
            items = frozenset(index for index, number in enumerate(numbers) if number in meant)
            named[page.sentence(match.start())] = items
    return named


def _counted(written: str) -> Iterator[int]:
    """Yield the numbers of „2, 4 i 6-8"."""
    for match in _RANGE.finditer(written):
        yield from range(int(match[1]), int(match[2] or match[1]) + 1)


def _by_kind(page: Page, told: Sequence[Event]) -> dict[Range, frozenset[int]]:
    """Return the sentences of those of one kind, „Webinary trwają godzinę", beside a list that mostly names kinds."""
    kinds = [_named(page, event) for event in told]
    if len(set().union(*kinds)) < MANY or sum(map(bool, kinds)) * 2 <= len(told):
        return {}
    said = list(_said(page, told))
    apart = len({_one(kind.name) for kind, _ in said}) > 1
    meant = {page.sentence(kind.start): _meant(verb, kind.name, kinds, apart=apart) for kind, verb in said}
    return {place: items for place, items in meant.items() if items}


def _said(page: Page, told: Sequence[Event]) -> Iterator[tuple[Kind, str]]:
    """Yield each kind with which a sentence beside a list begins, and the word behind it."""
    for kind in page.kinds:
        low, high = page.sentence(kind.start)
        match = _SAYS.match(page.folded, kind.start, high)
        if match and kind.start == low and not any(event.own[0] <= low < event.own[1] for event in told):
            yield kind, page.text.plain[slice(*match.span("verb"))]


def _meant(verb: str, name: str, kinds: Sequence[frozenset[str]], *, apart: bool) -> frozenset[int]:
    """Return of which trainings a verb after a kind tells: of all of the kind, or of the only one.

    ``apart`` = other sentences tell of other kinds, so that a training is no workshop.
    """
    only = frozenset(index for index, each in enumerate(kinds) if _one(name) in each)
    if not names.verbal(verb):
        return frozenset()
    if any(each.number == "pl" for each in dictionary.readings(verb)):
        return only if apart else frozenset(index for index, each in enumerate(kinds) if each & _sorts(name))
    return only if len(only) == 1 and folded(name) not in words.table("sorts") else frozenset()


def _sorts(name: str) -> frozenset[str]:
    """Return the kinds that a word for several may stand for: a workshop is a training, too."""
    return frozenset(map(_one, words.table("sorts").get(folded(name), ()))) | {_one(name)}


def _named(page: Page, event: Event) -> frozenset[str]:
    """Return the kinds that the line of a training names."""
    line = page.line_at(event.stands)
    return frozenset(_one(kind.name) for kind in beginning(page.kinds, line.start, line.end))


def _one(name: str) -> str:
    """Return the same name for a workshop and for workshops."""
    return folded(name).removesuffix("y").removesuffix("ium")
