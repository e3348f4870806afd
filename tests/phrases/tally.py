"""The corpus counted: how many answers are right, by kind and by way of typing, and the floors that none may miss."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from tests.phrases.asking import VARIANTS, Judged, judge
from tests.phrases.corpus import Phrase

OVERALL: Final = 97.0
A_KIND: Final = 93.0
ENGLISH: Final = 95.0
SILENT: Final = 97.0
"""What the programme does not tell: abstained on, or not found."""
VARIED: Final = {"one slip": 94.0, "no Polish letters": 96.0}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report; ``floor`` is the least percentage, ``None`` = only told."""

    name: str
    right: int
    asked: int
    but_for_intent: int
    floor: float | None

    @property
    def percent(self) -> float:
        """How many of a hundred are right."""
        return 100 * self.right / self.asked if self.asked else 100.0

    @property
    def missed(self) -> bool:
        """Whether it is below its floor."""
        return self.floor is not None and self.percent < self.floor


@dataclass(frozen=True, slots=True)
class Tally:
    """All answers, by way of typing, in the order of the corpus."""

    judged: dict[str, list[Judged]]

    @property
    def plain(self) -> list[Judged]:
        """Those to phrases as they are written."""
        return self.judged["as written"]

    def kinds(self) -> list[Row]:
        """Return a row a kind."""
        kinds = dict.fromkeys(each.phrase.kind for each in self.plain)
        return [_row(kind, [each for each in self.plain if each.phrase.kind == kind], A_KIND) for kind in kinds]

    def summary(self) -> list[Row]:
        """Return the rows over all kinds."""
        english = [each for each in self.plain if each.phrase.lang == "en"]
        silent = [each for each in self.plain if each.phrase.behaviour in {"abstain", "not_found"}]
        return [
            _row("overall", self.plain, OVERALL),
            _row("English", english, ENGLISH),
            _row("abstaining, not found", silent, SILENT),
            *(_row(name, self.judged[name], floor) for name, floor in VARIED.items()),
        ]

    def missed(self) -> list[str]:
        """Return what is below its floor, and how many values were made up if any were."""
        rows = [
            f"{row.name} {row.percent:.1f} < {row.floor:g}" for row in (*self.kinds(), *self.summary()) if row.missed
        ]
        return rows + ([f"{len(self.invented())} invented values"] if self.invented() else [])

    def invented(self) -> list[tuple[Judged, str]]:
        """Return the values that no row gives, in all ways of typing."""
        return [(each, value) for judged in self.judged.values() for each in judged for value in each.invented]

    def failures(self, variant: str) -> list[Judged]:
        """Return the answers that are not right."""
        return [each for each in self.judged[variant] if not each.right]


def tally(phrases: Sequence[Phrase], show: Callable[[int, int], None] = lambda _done, _total: None) -> Tally:
    """Ask every phrase in every way of typing; ``show`` is told how many of how many are answered."""
    wanted = [(name, phrase) for name in VARIANTS for phrase in phrases if not _slipped_already(name, phrase)]
    judged: dict[str, list[Judged]] = {name: [] for name in VARIANTS}
    for done, (name, phrase) in enumerate(wanted, start=1):
        judged[name].append(judge(phrase, VARIANTS[name]))
        show(done, len(wanted))
    return Tally(judged)


def _slipped_already(variant: str, phrase: Phrase) -> bool:
    return variant == "one slip" and phrase.kind == "slips"


def _row(name: str, judged: Sequence[Judged], floor: float | None) -> Row:
    return Row(
        name=name,
        right=sum(each.right for each in judged),
        asked=len(judged),
        but_for_intent=sum(each.right_but_for_intent for each in judged),
        floor=floor,
    )
