"""Sign-up that is no longer possible, and why. Never refuses by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.replies import seats
from handlers.replies.questions.fact import Fact
from handlers.texts import dates

if TYPE_CHECKING:
    from domain.training import Training
    from handlers.texts import Words


def gone(words: Words, training: Training) -> Fact | None:
    """Return why nobody can sign up any more; ``None`` while people can."""
    if training.cancelled:
        return Fact(words("qa.signup.none"), words("list.cancelled"))
    if training.over(words.now):
        return Fact(words("refused.closed"), words("qa.short.over"))
    if training.begun(words.now):
        return Fact(words("refused.closed"), words("list.begun"))
    stated = training.details.signup_deadline
    if stated and seats.closed(training, words.now):
        closed = words("refused.closed_on", when=dates.passed(words, stated, training.zone))
        return Fact(closed, words("list.closed"))
    return None
