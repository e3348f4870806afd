"""How long something takes, in words, rounded up. Knows nothing of what it is."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from handlers.texts import Words
    from handlers.texts.markup import Markup

MINUTE: Final = 60
HOUR: Final = 3600
ENOUGH: Final = 2
"""So many of a larger unit are told in it."""


def about(words: Words, seconds: float) -> Markup:
    """Return a length to follow "about": ``10 sekund``, ``3 minut``, ``2 godzin``."""
    if seconds < ENOUGH * MINUTE:
        return words.plural("span.about_seconds", max(1, ceil(seconds)))
    if seconds < ENOUGH * HOUR:
        return words.plural("span.about_minutes", ceil(seconds / MINUTE))
    return words.plural("span.about_hours", ceil(seconds / HOUR))


def length(words: Words, seconds: float) -> Markup:
    """Return a length by itself: ``11 sekund``, ``3 minuty``, ``2 godziny``."""
    if seconds < ENOUGH * MINUTE:
        return words.plural("span.seconds", max(1, ceil(seconds)))
    if seconds < ENOUGH * HOUR:
        return words.plural("span.minutes", ceil(seconds / MINUTE))
    return words.plural("span.hours", ceil(seconds / HOUR))
