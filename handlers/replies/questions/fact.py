"""A fact about a training, said twice: as a sentence of its own, and short for a line of a list. Looks nothing up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from handlers.replies.questions.plainly import unmarked
from handlers.texts.markup import units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.texts import Words
    from handlers.texts.markup import Markup

ROOM: Final = 2400


@dataclass(frozen=True, slots=True)
class Fact:
    """What is stated: ``sentence`` answers a question about one training, ``short`` stands in a list (may be empty)."""

    sentence: Markup
    short: Markup


def fitting(words: Words, rows: Sequence[Markup], room: int = ROOM) -> list[Markup]:
    """Return the rows that fit in so many UTF-16 units, whole ones only, and then how many more there are."""
    kept: list[Markup] = []
    for row in rows:
        room -= units(unmarked(row)) + 1
        if room < 0:
            break
        kept.append(row)
    left = len(rows) - len(kept)
    return [*kept, words("qa.and_more", n=left)] if left else kept
