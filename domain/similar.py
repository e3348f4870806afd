"""Similar trainings: what to offer in place of one that cannot be had; by topics, else by the words of the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from domain.folding import fold
from domain.news import topics_of, worth_telling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from domain.occupancy import Stored
    from domain.training import Training

MOST = 5
STEM = 5
"""Letters by which words are compared: endings differ, beginnings hardly do; shorter words say too little."""
_WORD = re.compile(r"[^\W\d_]{5,}")


def similar(training: Training, others: Iterable[Stored], now: datetime) -> list[Stored]:
    """Return up to five other trainings that one can still sign up for, those that have most in common first.

    Two trainings have topics in common; only where nobody shares a topic, words of their titles count.
    """
    open_ones = [each for each in others if each.training.id != training.id and worth_telling(each.training, now)]
    alike = _ranked(topics_of(training), ((each, topics_of(each.training)) for each in open_ones))
    if not alike:
        kinds = {stem for each in (training, *(each.training for each in open_ones)) for stem in _kind(each)}
        alike = _ranked(_stems(training) - kinds, ((each, _stems(each.training)) for each in open_ones))
    return alike[:MOST]


def _ranked(wanted: AbstractSet[str], others: Iterable[tuple[Stored, AbstractSet[str]]]) -> list[Stored]:
    shared = [(len(wanted & theirs), each) for each, theirs in others if wanted & theirs]
    return [each for _, each in sorted(shared, key=lambda found: (-found[0], found[1].training.starts_at))]


def _stems(training: Training) -> set[str]:
    return {word[:STEM] for word in _WORD.findall(fold(training.title))}


def _kind(training: Training) -> set[str]:
    """Return what a training is called by its kind, which says nothing of what it is about."""
    return {word[:STEM] for word in _WORD.findall(fold(training.details.kind or ""))}
