"""How full a training is, and a training beside that; never who is on its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.training import Training


@dataclass(frozen=True, slots=True)
class Occupancy:
    """How full a training is: seats taken, seats still free in all (``None`` = no limit known), people waiting."""

    taken: int
    free: int | None
    waiting: int


@dataclass(frozen=True, slots=True)
class Stored:
    """A training and its occupancy, as lists and cards need it."""

    training: Training
    occupancy: Occupancy
