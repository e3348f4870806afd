"""Words known by their folded forms, found also when a finger slipped.

Imports nothing of ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Generic, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

OPEN = 5
CLOSED = 4
LONGEST = 40
"""Letters of the longest word that is looked for with slips."""
_LONG = 8
_OPENING = 5
"""Letters by which candidates are found: one more doubles the memory, one fewer takes four times as long."""

Value = TypeVar("Value")


class Vocabulary(Generic[Value]):
    """Folded forms and what each stands for; immutable after it is made, so any thread may read it.

    Words shorter than ``least`` letters are found only as they are written: ``OPEN`` for the words of a programme,
    ``CLOSED`` for a list that is short and chosen, such as months.
    """

    def __init__(self, forms: Mapping[str, Value], *, least: int = OPEN) -> None:
        self._forms = forms
        self._least = least
        self._openings: dict[str, list[str]] = defaultdict(list)
        for form in filter(self._may_slip, forms):
            self._openings[form[:_OPENING]].append(form)
        # Two words within k slips have openings that become equal when at most k letters are left out of each.
        # Most of what is worn belongs to one opening alone, and all of that shares one tuple: half the room of lists.
        self._worn: dict[str, tuple[str, ...]] = {}
        for opening in self._openings:
            alone = (opening,)
            for worn in set(_worn(opening, 2)):
                others = self._worn.get(worn)
                self._worn[worn] = others + alone if others else alone

    def exact(self, word: str) -> Value | None:
        """Return what a folded word stands for, or None."""
        return self._forms.get(word)

    def near(self, word: str) -> tuple[str, ...]:
        """Return the forms with the fewest slips between them and a folded word, in alphabetical order.

        A slip is a letter too many, missing, wrong, or swapped with its neighbour; one is forgiven up to seven letters,
        two from eight. Figures are never taken for other figures.
        """
        if word in self._forms:
            return (word,)
        if not self._may_slip(word):
            return ()
        found = process.extract(
            word, self._candidates(word), scorer=OSA.distance, score_cutoff=slips_forgiven(word), limit=None
        )
        fewest = min((slips for _, slips, _ in found), default=0)
        return tuple(sorted(form for form, slips, _ in found if slips == fewest))

    def _may_slip(self, word: str) -> bool:
        return self._least <= len(word) <= LONGEST and word.isalpha()

    def _candidates(self, word: str) -> list[str]:
        worn = _worn(word[:_OPENING], slips_forgiven(word))
        openings = {opening for each in worn for opening in self._worn.get(each, ())}
        return [form for opening in openings for form in self._openings[opening]]


def slips_forgiven(word: str) -> int:
    """Return how many slips a word of this length may hold."""
    return 2 if len(word) >= _LONG else 1


def _worn(opening: str, most: int) -> Iterator[str]:
    for left_out in range(most + 1):
        for kept in combinations(opening, len(opening) - left_out):
            yield "".join(kept)
