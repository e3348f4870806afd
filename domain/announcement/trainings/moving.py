"""Lines of a list that a notice below or above it moves to another day or cancels; all the other lines stay.

Knows days, their roles and the trainings found; decides not which days those are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.announcement.language import words
from domain.announcement.layout.days import Dated, Day
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings.event import Event
from domain.announcement.trainings.role import Role

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
        if role not in {Role.EVENT, Role.MENTIONED, Role.OTHER} or page.row(dated) or len(dated.days) > 1:
            continue
        if _MOVED.search(page.folded, *sentence):
            _change(page, found, dated, sentence, tuple(_left(page, roles, dated, sentence)))
    for match in _CANCELLED.finditer(page.folded):
        _cancel(page, found, page.sentence(match.start()))
    return found


def _cancel(page: Page, found: list[Event], sentence: Range) -> None:
    """Cancel the one training that a notice outside the list names by its day or by what its line names."""
    days = [each.first for each in beginning(page.days, *sentence)]
    if any(_within(event, sentence) for event in found) or _MOVED.search(page.folded, *sentence):
        return
    meant = _meant(page, found, sentence, days)
    if len(meant) == 1:
        found[found.index(meant[0])] = replace(meant[0], notice=sentence)


def _within(event: Event, sentence: Range) -> bool:
    return event.own[0] <= sentence[0] < event.own[1]


def _meant(page: Page, found: Sequence[Event], sentence: Range, days: Sequence[Day]) -> list[Event]:
    """Return the trainings that a notice names: by a day, else by what their lines name."""
    return [each for each in found if _same(each.dated.first, days)] or [
        each for each in found if not days and _named(page, each, sentence)
    ]


def _change(page: Page, found: list[Event], dated: Dated, sentence: Range, left: Sequence[Day]) -> None:
    """Give the one training that a notice names its new day, and take away what the notice alone would be."""
    others = [each for each in found if not sentence[0] <= each.dated.start < sentence[1]]
    meant = _meant(page, others, sentence, left)
    if len(meant) != 1 or _within(meant[0], sentence):
        return
    new = replace(meant[0], dated=dated, left=meant[0].dated, notice=sentence, shared=(sentence, *meant[0].shared))
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
    told = re.findall(r"[^\W\d_]+", page.folded[slice(*sentence)])
    for place in _names(page, event):
        named = [each for each in re.findall(r"[^\W\d_]+", page.folded[slice(*place)]) if len(each) >= SHORT]
        if named and all(any(_alike(each, other) for other in told) for each in named):
            return True
    return False


def _names(page: Page, event: Event) -> Iterator[Range]:
    """Yield what a line of a list names: its title, what stands before its day, its cells that tell where."""
    if (title := event.title) and event.own[0] <= title.start < event.own[1]:
        yield title.start, title.end
    if listed := page.row(event.dated):
        yield listed[1].lead
    line = page.line_at(event.dated.start)
    yield from ((each.start, each.end) for each in line.segments if line.row and "place" in each.labels)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are forms of one: they begin alike, up to their endings."""
    stem = _ENDING.sub("", one)
    return other.startswith(stem[: max(SHORT, len(stem) - 1)]) and abs(len(one) - len(other)) <= SHORT
