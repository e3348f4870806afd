"""What an answer is made of: the intent understood, the way to answer, and the rows that every fact comes from.

Words are put to it elsewhere; imports no grammar, no index.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.asked import Behaviour, Intent
from domain.faq import Faq

if TYPE_CHECKING:
    from domain.official import Language
    from domain.ports import Stored
    from domain.training import AgendaItem, Programme

__all__ = ["Answer", "Behaviour", "Courtesy", "Faq", "Intent", "Missing"]


class Courtesy(StrEnum):
    """What small talk is about."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    OTHER = "other"


class Missing(StrEnum):
    """What alone was asked for and is not stated: the hour or the room, or something that no row holds."""

    HOUR = "hour"
    ROOM = "room"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer before it is worded.

    ``about`` – every training it is about, by start: all that fit for an answer, all candidates for *clarify*, the
    known one for *abstain*, none for the other behaviours. ``items`` – the parts of the agenda asked about, none when
    it is asked for as a whole. ``programmes`` – for answers about no training in particular: whose sign-up, contact
    and help it tells. ``topics`` – the nearest topics when nothing was found. ``missing`` – set when abstaining on
    something narrower or wider than the intent. ``also`` – what else was asked of the same training in one breath.
    ``notices`` – one's own notices are asked after, and not one's places.
    """

    intent: Intent
    behaviour: Behaviour
    language: Language
    about: tuple[Stored, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    programmes: tuple[Programme, ...] = ()
    faq: Faq | None = None
    topics: tuple[str, ...] = ()
    courtesy: Courtesy | None = None
    missing: Missing | None = None
    also: tuple[Intent, ...] = ()
    notices: bool = False
