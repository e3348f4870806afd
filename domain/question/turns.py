"""A question understood: what it asks, what it narrows, which trainings fit. Values and no rules."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.question.answer import Courtesy, Faq, Intent, Missing
from domain.question.query import Query


@dataclass(frozen=True, slots=True)
class Turn:
    """A question understood.

    ``intent`` is ``None`` where only a subject was named. ``numbers`` are the trainings that fit, by start, and
    ``share`` (0–1) how much of the subject they have. ``scope`` tells whether it is about trainings at all,
    ``inquiring`` that it asks and not only names. ``day`` is the day of a longer training whose agenda is asked for,
    from 0; ``ending`` tells that it asks when something ends; ``also`` is what else it asks. ``notices`` tells that
    it is about what the bot said unasked, or did not say.
    """

    query: Query = field(default_factory=Query)
    intent: Intent | None = None
    numbers: tuple[int, ...] = ()
    share: float = 0.0
    courtesy: Courtesy | None = None
    faq: Faq | None = None
    missing: Missing | None = None
    scope: bool = True
    inquiring: bool = False
    day: int | None = None
    ending: bool = False
    also: tuple[Intent, ...] = ()
    notices: bool = False

    def resumed(self, intent: Intent | None) -> Turn:
        """Return what this turn fixed, asked for something else."""
        return Turn(self.query, intent, self.numbers, self.share)
