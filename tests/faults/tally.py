"""The tally: what became of updates whose receipt was confirmed to Telegram, in each case and in all of them."""

from collections.abc import Iterator, MutableMapping
from dataclasses import astuple, dataclass, fields
from itertools import pairwise
from typing import Self

from tests.faults.evidence import Evidence

STORABLE = 2**63
"""Numbers from here on are confirmed and forgotten: no database has room for them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many updates were confirmed, and what must be none of them: lost, or of twice the effect."""

    deaths: int
    confirmed: int
    lost: int
    twice: int

    def __add__(self, other: Self) -> "Tally":
        return Tally(*map(sum, zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        return ", ".join(f"{field.name} {getattr(self, field.name)}" for field in fields(self))


tallies: MutableMapping[str, Tally] = {}
"""Those of the case that runs, each by its database as it was judged last."""


def note(database: str, evidence: Evidence, deaths: int) -> None:
    """Note how a case stands that is judged now; ``deaths`` are those of the process that it did not wish for."""
    lost, twice = len(list(lost_in(evidence))), len(list(twice_in(evidence)))
    tallies[database] = Tally(deaths, len(evidence.world.updates.confirmed), lost, twice)


def lost_in(evidence: Evidence) -> Iterator[int]:
    """Find the updates that were confirmed and never kept."""
    kept = evidence.states("inbox")
    for update in evidence.world.updates.confirmed:
        number = update["update_id"]
        if number not in kept and abs(number) < STORABLE:
            yield number


def twice_in(evidence: Evidence) -> Iterator[tuple[int, list[str]]]:
    """Find the updates that took effect more than once, with all that they were."""
    for number, states in evidence.states("inbox").items():
        path = [state["state"] for state in states]
        if sum(before == "new" != after for before, after in pairwise(path)) > 1:
            yield number, path
