"""Titles said word for word: the one whole title wins over a longer one that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from domain.question.index import Contents

WHOLE: Final = 100
"""A title said as a whole counts before any that is only begun."""
BEGUN: Final = 3

Said = Sequence[frozenset[int]]
"""For each token of a sentence, the words of the programme that it may be."""


def exact(numbers: tuple[int, ...], said: Said, index: Contents, *, headings: bool) -> tuple[int, ...]:
    """Return the one training whose title was said in a row, the longest if one holds another; else all of them.

    ``headings`` lets the part of a title before its colon count, too.
    """
    spoken = {number: _spoken(number, said, index, headings=headings) for number in numbers}
    longest = max(spoken.values())
    named = tuple(number for number in numbers if spoken[number] == longest)
    return named if longest and len(named) == 1 else numbers


def _spoken(number: int, said: Said, index: Contents, *, headings: bool) -> int:
    """Return how many words of a title were said in a row: all of them or of its heading, or how it begins; else 0."""
    listed = index.listed[number]
    titles = (listed.title, listed.heading) if headings else (listed.title,)
    whole = max((len(title) for title in titles if len(title) > 1 and _in_a_row(title, said)), default=0)
    if whole or not headings:
        return whole * WHOLE
    begun = max((_begun(listed.title, said[at:]) for at in range(len(said))), default=0)
    return begun if begun >= BEGUN else 0


def _in_a_row(title: Sequence[int], said: Said) -> bool:
    return any(_begun(title, said[at:]) == len(title) for at in range(len(said) - len(title) + 1))


def _begun(title: Sequence[int], said: Said) -> int:
    """Return how many words of a title stand at the beginning of what was said."""
    pairs = zip(title, said, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] in pair[1], pairs))
