"""Where a training takes place, and the link of an online one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.training import Mode
from handlers.replies import facts
from handlers.replies.questions.fact import Fact
from handlers.texts.markup import escape

if TYPE_CHECKING:
    from domain.ports import Stored
    from domain.training import Training
    from handlers.texts import Words
    from handlers.texts.markup import Markup

LONGEST_LINK: Final = 2000
SHORT_LINK: Final = 150


def where(words: Words, stored: Stored) -> Fact | None:
    """Return town, venue and room, "online", or both."""
    training = stored.training
    if facts.online(training):
        return Fact(words("qa.where.online"), words("place.online"))
    if not training.details.place and training.details.mode is not Mode.HYBRID:
        return None
    stated = facts.where(words, training)
    return Fact(words("qa.where", where=stated), stated)


def town(words: Words, training: Training) -> Markup | None:
    """Return the town, or "online", for a line of a list."""
    if facts.online(training):
        return words("place.online")
    place = training.details.place
    named = place and (place.city or place.name)
    return escape(named, facts.LONGEST_PART) if named else None


def link(words: Words, stored: Stored) -> Fact | None:
    """Return the address of the online meeting; one too long for a list stays on the card."""
    stated = stored.training.details.online_url
    if not stated:
        return None
    short = escape(stated) if len(stated) <= SHORT_LINK else words("place.online")
    return Fact(words("qa.link", url=escape(stated, LONGEST_LINK)), short)
