"""The corpus counted: how many trainings were found and how many fields are right, and the goals none may miss."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tests.announcements.corpus import Announcement
from tests.announcements.judging import FIELDS, Judged, Mark, judge

GOALS: Final = {
    "trainings": 0.97,
    "day": 0.98,
    "time": 0.97,
    "title": 0.95,
    **dict.fromkeys(("place", "city"), 0.90),
    **dict.fromkeys(("online_url", "signup_url", "contact_email", "signup_deadline"), 0.95),
}
INVENTED: Final = 0
"""How many fields may be filled of which the text says nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the report: what was found and wanted, with the goal that precision and recall both have."""

    name: str
    right: int
    wrong: int
    missed: int
    invented: int
    goal: float | None

    @property
    def precision(self) -> float:
        """How much of what was found is right."""
        return _share(self.right, self.right + self.wrong + self.invented)

    @property
    def recall(self) -> float:
        """How much of what is stated was found."""
        return _share(self.right, self.right + self.wrong + self.missed)

    @property
    def short(self) -> bool:
        """Whether it falls short of its goal."""
        return self.goal is not None and min(self.precision, self.recall) < self.goal


@dataclass(frozen=True, slots=True)
class Tally:
    """All texts, judged."""

    judged: Sequence[Judged]

    def trainings(self) -> Row:
        """Return the row of whole trainings."""
        return Row(
            name="trainings",
            right=sum(each.pairs for each in self.judged),
            wrong=0,
            missed=sum(len(each.missing) for each in self.judged),
            invented=sum(len(each.surplus) for each in self.judged),
            goal=GOALS["trainings"],
        )

    def rows(self) -> Iterable[Row]:
        """Return a row for the trainings and one for each field."""
        marks = Counter((field.name, field.mark) for each in self.judged for field in each.fields)
        yield self.trainings()
        for name in FIELDS:
            yield Row(
                name=name,
                right=marks[name, Mark.RIGHT],
                wrong=marks[name, Mark.WRONG],
                missed=marks[name, Mark.MISSED],
                invented=marks[name, Mark.INVENTED],
                goal=GOALS.get(name),
            )

    def invented(self) -> int:
        """Return how many fields are filled of which the text says nothing."""
        return sum(field.mark is Mark.INVENTED for each in self.judged for field in each.fields)

    def unfounded(self) -> int:
        """Return how many values are not where their evidence says."""
        return sum(len(each.unfounded) for each in self.judged)

    def missed(self) -> list[str]:
        """Return which goals are missed."""
        rows = [f"{row.name} {min(row.precision, row.recall):.3f} < {row.goal}" for row in self.rows() if row.short]
        return [
            *rows,
            *([f"{self.invented()} invented fields"] if self.invented() > INVENTED else []),
            *([f"{self.unfounded()} values without their words"] if self.unfounded() else []),
        ]


def tally(chosen: Sequence[Announcement], show: Callable[[int, int], None] = lambda _done, _total: None) -> Tally:
    """Read every text; ``show`` is told how many of how many are read."""
    judged = []
    for done, each in enumerate(chosen, start=1):
        judged.append(judge(each))
        show(done, len(chosen))
    return Tally(judged)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
