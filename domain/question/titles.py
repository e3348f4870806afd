"""Titles said word for word: the one whole title wins over a longer one that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.question.index import Contents

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
    """Return how many words of a title were said in a row: all of them, or all of its heading; else 0."""
    listed = index.listed[number]
    titles = (listed.title, listed.heading) if headings else (listed.title,)
    return max((len(title) for title in titles if len(title) > 1 and _in_a_row(title, said)), default=0)


def _in_a_row(title: Sequence[int], said: Said) -> bool:
    return any(
        all(word in heard for word, heard in zip(title, said[at:], strict=False))
        for at in range(len(said) - len(title) + 1)
    )
