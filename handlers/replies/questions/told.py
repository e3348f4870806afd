"""What is told beside a fact: which training it is, whether it was called off, the organiser's note, the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.replies import facts
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.training import Training
    from handlers.texts import Words

LONGEST_TITLE: Final = 300
LONGEST_NOTE: Final = 400


def about(words: Words, training: Training) -> Markup:
    """Return which training it is: title and days."""
    return words("brief", title=facts.title(training, LONGEST_TITLE), when=dates.full(words, training))


def called_off(words: Words, training: Training) -> Markup | None:
    """Return that it was called off, with the reason."""
    return lines(words("card.cancelled"), note(training)) if training.cancelled else None


def note(training: Training) -> Markup | None:
    """Return what the organiser noted."""
    return escape(training.details.note, LONGEST_NOTE) if training.details.note else None


def source(words: Words, trainings: Iterable[Training]) -> Markup:
    """Return the line that names where an answer comes from: announcements, or programmes whose rows it tells."""
    names = dict.fromkeys(_source(words, training) for training in trainings)
    return words("qa.source", names=escape(", ".join(names), 200))


def _source(words: Words, training: Training) -> str:
    if training.announced_on is None:
        return training.programme.name
    today = dates.today(words, training.zone)
    return str(words("qa.announcement", day=dates.day(words, training.announced_on, today)))
