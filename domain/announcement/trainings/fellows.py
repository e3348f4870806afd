"""Lines of a list that name their trainings at one spot: what would be a house elsewhere is a title there.

Knows the days of trainings with their titles; „17 września – Centrum Usług Wspólnych" among topics is a topic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.announcement.language import names
from domain.announcement.layout.page import Page, Range
from domain.announcement.trainings import anchors, leftovers, masks, titles
from domain.announcement.trainings.anchors import Anchor
from domain.announcement.trainings.candidates import leading

FEWEST = 2
"""Lines of a list that name their trainings right behind the day, at least."""
WORDS = 3
"""Words of a house that may be a topic, at least: „Ratusz" and „Urząd Gminy" are where people come."""


def named(page: Page, hidden: Sequence[Range], found: list[Anchor]) -> list[Anchor]:
    """Return the days of a list, those with a title whose line has a house where the others have their titles."""
    bare = any(not anchors.own(each) for each in found)
    titled = [each for each in found if bare and anchors.own(each) and _behind(page, hidden, each)]
    if len(titled) < FEWEST:
        return found
    return [each if anchors.own(each) else _titled(page, hidden, each) for each in found]


def _behind(page: Page, hidden: Sequence[Range], anchor: Anchor) -> bool:
    """Tell whether the title of a line that begins with its day stands right behind it."""
    rest = _rest(page, hidden, anchor)
    return rest is not None and anchor.title is not None and anchor.title.start == rest[0]


def _titled(page: Page, hidden: Sequence[Range], anchor: Anchor) -> Anchor:
    """Return a day with the house in its line for a title, when it has a longer name and no town."""
    rest = _rest(page, hidden, anchor)
    if rest is None or not leftovers.placelike(page, *rest):
        return anchor
    said = page.text.words(*rest).split()
    towns = any(names.geographic(each) for each in said) or {"w", "we", "im."} & set(said)
    if towns or len(said) < WORDS or not all(each.isalpha() for each in said):
        return anchor
    made = next(iter(titles.made(page, rest, titles.LINE)), None)
    return replace(anchor, title=made, head=page.line_at(anchor.dated.start).start) if made else anchor


def _rest(page: Page, hidden: Sequence[Range], anchor: Anchor) -> Range | None:
    """Return what alone stands behind the day with which a line begins."""
    line = page.line_at(anchor.dated.start)
    if line.row or not leading(page, anchor.dated):
        return None
    left = list(masks.left(page, hidden, (anchor.dated.end, line.end)))
    return left[0] if len(left) == 1 else None
