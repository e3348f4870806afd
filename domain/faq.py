"""What organisers keep for understanding questions: answers to frequent questions, and groups of equal phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

MOST_SYNONYMS = 200
FEWEST_PHRASES = 2
MOST_PHRASES = 8
LONGEST_PHRASE = 60


@dataclass(frozen=True, slots=True)
class Faq:
    """A question often asked and its answer.

    ``key`` is the id in the programme file, ``phrases`` are other ways in which it was asked, ``training_id`` is set
    when the answer holds for one training only.
    """

    id: int
    programme_id: int
    key: str
    question: str
    answer: str
    phrases: tuple[str, ...] = ()
    training_id: int | None = None


@dataclass(frozen=True, slots=True)
class Synonym:
    """Phrases that mean the same, as organisers added them; ``added_by`` is ``None`` once that person was erased."""

    id: int
    phrases: tuple[str, ...]
    added_by: int | None
    added_at: datetime
