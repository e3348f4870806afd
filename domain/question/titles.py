"""Titles said word for word: the one whole title wins over a longer one that holds it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from domain.question.index import Contents

BEGUN: Final = 3
"""Words of a title that, said in a row from its first, name it."""

Said = Sequence[frozenset[int]]
"""For each token of a sentence, the words of the programme that it may be."""


def exact(numbers: tuple[int, ...], said: Said, index: Contents, *, headings: bool, known: int = 1) -> tuple[int, ...]:
    """Return the one training whose title was said in a row, the longest if one holds another; else all of them.

    ``headings`` lets the part of a title before its colon count, too, and how it begins if that is longer than the
    longest phrase that is ``known`` anyway: „ochrona danych osobowych” names no title.
    """
    spoken = {number: _in_a_row(index.listed[number].title, said) for number in numbers}
    if headings and not any(spoken.values()):
        spoken = _headings(numbers, said, index)
    if headings and not any(spoken.values()):
        least = max(BEGUN, known + 1)
        begun = {number: _begun_anywhere(index.listed[number].title, said) for number in numbers}
        spoken = {number: length if length >= least else 0 for number, length in begun.items()}
    longest = max(spoken.values())
    named = tuple(number for number in numbers if spoken[number] == longest)
    return named if longest and len(named) == 1 else numbers


def _headings(numbers: tuple[int, ...], said: Said, index: Contents) -> dict[int, int]:
    """Return how long the headings said in a row are; one with which another title begins, too, names neither."""
    spoken = {number: _in_a_row(index.listed[number].heading, said) for number in numbers}
    named = max(numbers, key=spoken.__getitem__)
    heading = index.listed[named].heading
    begun = sum(1 for number in numbers if index.listed[number].title[: len(heading)] == heading)
    return spoken if begun == 1 else dict.fromkeys(numbers, 0)


def _begun_anywhere(title: Sequence[int], said: Said) -> int:
    return max((_begun(title, said[at:]) for at in range(len(said))), default=0)


def _in_a_row(title: Sequence[int], said: Said) -> int:
    """Return how many words a title has if all of them, more than one, were said in a row, else 0."""
    whole = any(_begun(title, said[at:]) == len(title) for at in range(len(said) - len(title) + 1))
    return len(title) if whole and len(title) > 1 else 0


def _begun(title: Sequence[int], said: Said) -> int:
    """Return how many words of a title stand at the beginning of what was said."""
    pairs = zip(title, said, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] in pair[1], pairs))
