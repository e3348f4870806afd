"""What a day of a text can be. Knows nothing else."""

from __future__ import annotations

from enum import Enum, auto


class Role(Enum):
    """What a day is."""

    EVENT = auto()
    """People come on it: it leads its line, a label announces it, or its sentence tells of a training."""
    MENTIONED = auto()
    """Nothing tells what it is; with no better one, it is that of the training."""
    DEADLINE = auto()
    PUBLISHED = auto()
    LEFT = auto()
    """A training was moved from it."""
    OTHER = auto()
