"""How long before a training one is reminded, and how long until it starts, in words. Plans nothing."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, Final

from domain.notice import Kind
from handlers.texts import dates
from handlers.texts.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.notice import Planned
    from domain.training import Training
    from handlers.texts import Words

MINUTE: Final = timedelta(minutes=1)
AN_HOUR: Final = 60
A_WHILE: Final = 90


def whole_minutes(left: timedelta) -> int:
    """Return the minutes that are left, begun ones included, at least one."""
    return max(1, ceil(left / MINUTE))


def reminded(words: Words, training: Training, reminders: Sequence[Planned]) -> Markup | None:
    """Return the sentence that tells when reminders will come: ``Przypomnimy w środę o 14:00 i godzinę przed …``."""
    phrases = [_when(words, training, each) for each in sorted(reminders, key=lambda each: each.due_at)]
    if not phrases:
        return None
    *first, last = phrases
    return words("reminded", when=words("and", first=Markup(", ".join(first)), last=last) if first else last)


def _when(words: Words, training: Training, reminder: Planned) -> Markup:
    before = whole_minutes(training.starts_at - reminder.due_at)
    if reminder.kind is not Kind.REMINDER_HOUR or before > A_WHILE:
        return dates.moment(words, reminder.due_at, training.zone)
    return words("before.hour") if before == AN_HOUR else words.plural("before.minutes", before)


def ahead(words: Words, training: Training) -> Markup:
    """Return how long it is until the start: ``Za godzinę``, ``Za 15 minut``, ``Jutro o 6:30``."""
    if words.now >= training.starts_at:
        return words("ahead.now")
    left = whole_minutes(training.starts_at - words.now)
    if left == AN_HOUR:
        return words("ahead.hour")
    if left <= A_WHILE:
        return words.plural("ahead.minutes", left)
    return capital(dates.moment(words, training.starts_at, training.zone))


def capital(phrase: Markup) -> Markup:
    """Return a phrase as the beginning of a sentence."""
    return Markup(phrase[:1].upper() + phrase[1:])
