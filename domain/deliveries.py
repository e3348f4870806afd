"""Deliveries: what became of everything said about a training, counted, and whom it did not reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.broadcast import Broadcast
    from domain.entry import Unheard
    from domain.notice import Kind
    from domain.training import Training


@dataclass(frozen=True, slots=True)
class Tally:
    """How many notices of a kind became what; ``refused`` holds those to people whom nothing reaches.

    ``dropped`` were not true any more when their moment came; what was written anew is counted where that is. No
    ``kind`` = reminders of dates that the training had before.
    """

    kind: Kind | None
    delivered: int = 0
    refused: int = 0
    uncertain: int = 0
    missed: int = 0
    dropped: int = 0
    left: int = 0

    @property
    def lost(self) -> int:
        """How many did not arrive for certain."""
        return self.refused + self.uncertain + self.missed

    @property
    def told(self) -> int:
        """How many there were to say, without those that were not true any more."""
        return self.delivered + self.lost + self.left


@dataclass(frozen=True, slots=True)
class Deliveries:
    """What became of everything said about a training, and how many people something did not reach for certain."""

    training: Training
    tallies: Sequence[Tally]
    unheard: int


@dataclass(frozen=True, slots=True)
class UnheardPage:
    """A page of those whom something about a training did not reach for certain, of ``count`` in all."""

    training: Training
    people: Sequence[Unheard]
    count: int
    page: int = 1


@dataclass(frozen=True, slots=True)
class UnreachedPage:
    """A page of those whom a message to many did not reach for certain, of ``count`` in all."""

    broadcast: Broadcast
    people: Sequence[Unheard]
    count: int
    page: int = 1


@dataclass(frozen=True, slots=True)
class Unreached:
    """A change or a cancellation that is out and did not reach so many people; ``last`` is its newest such notice."""

    training_id: int
    kind: Kind
    people: int
    last: int
