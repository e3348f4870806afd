"""Lines of a list that a notice below or above it moves to another day or cancels; all the other lines stay.

Knows days, their roles and the trainings found; decides not which days those are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.announcement import words
from domain.announcement.days import Dated, Day
from domain.announcement.event import Event
from domain.announcement.page import Page, Range
from domain.announcement.role import Role

SHORT = 4
"""Letters of a word that names a line of a list, at least."""
_MOVED = words.phrase("before", "moved")
_CANCELLED = words.phrase("status", "cancelled")
_FROM = re.compile(r"(?<!\w)(?:z|ze|from) (?P<day>\d{1,2})\.? (?:na|to) $")
_ENDING = re.compile(r"(?:[aeiouy]+|ow|em|ie|ego|iem)$")


def moved(page: Page, roles: Sequence[Role], told: Sequence[Event]) -> list[Event]:
    """Return the trainings with those changed that a notice tells of: of each notice just one, the one it names."""
    found = list(told)
    if len(found) < 2:  # noqa: PLR2004 -- a list has two lines at least
        return found
    for dated, role in zip(page.days, roles, strict=True):
        sentence = page.sentence(dated.start)
        if role not in {Role.EVENT, Role.MENTIONED} or page.row(dated) or len(dated.days) > 1:
            continue
        if _MOVED.search(page.folded, *sentence):
            _change(page, found, dated, sentence, tuple(_left(page, roles, dated, sentence)))
    return found


def _change(page: Page, found: list[Event], dated: Dated, sentence: Range, left: Sequence[Day]) -> None:
    """Give the one training that a notice names its new day, and take away what the notice alone would be."""
    others = [each for each in found if not sentence[0] <= each.dated.start < sentence[1]]
    meant = [each for each in others if _same(each.dated.first, left)] or [
        each for each in others if _named(page, each, sentence)
    ]
    if len(meant) != 1 or meant[0].own[0] <= dated.start < meant[0].own[1]:
        return
    new = replace(
        meant[0], dated=dated, left=meant[0].dated, notice=sentence, shared=(sentence, *meant[0].shared)
    )
    found[:] = [new if each is meant[0] else each for each in found if each in others]


def _same(day: Day, left: Sequence[Day]) -> bool:
    return any((day.day, day.month) == (each.day, each.month) for each in left)


def _left(page: Page, roles: Sequence[Role], dated: Dated, sentence: Range) -> Iterator[Day]:
    """Yield the days that a notice moves from: „z 12 na 18 lutego", „zamiast 12 lutego"."""
    for other, role in zip(page.days, roles, strict=True):
        if role is Role.LEFT and sentence[0] <= other.start < sentence[1]:
            yield other.first
    if match := _FROM.search(page.folded, sentence[0], dated.start):
        yield replace(dated.first, day=int(match["day"]), weekday=None)


def _named(page: Page, event: Event, sentence: Range) -> bool:
    """Tell whether a notice names what a line of a list names: „Czapielsk – 16 lutego", „kurs w Czapielsku"."""
    listed = page.row(event.dated)
    place = listed[1].lead if listed else (event.title.start, event.title.end) if event.title else None
    if place is None or not event.own[0] <= place[0] < event.own[1]:
        return False
    told = re.findall(r"[^\W\d_]+", page.folded[slice(*sentence)])
    named = [each for each in re.findall(r"[^\W\d_]+", page.folded[slice(*place)]) if len(each) >= SHORT]
    return bool(named) and all(any(_alike(each, other) for other in told) for each in named)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: they begin alike, up to their endings."""
    stem = _ENDING.sub("", one)
    return other.startswith(stem[: max(SHORT, len(stem) - 1)]) and abs(len(one) - len(other)) <= SHORT
