"""A person who talks with the bot: name, institution, language and what reminders are wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from domain.institution import Institution

LONGEST_NAME = 60
_NAME = re.compile(r"[^\W\d_][^\W\d_'’.\-]*(?:[ '’.\-]+[^\W\d_][^\W\d_'’.\-]*)+\.?")


class Language(StrEnum):
    """The languages of the chat."""

    POLISH = "pl"
    ENGLISH = "en"


class Role(StrEnum):
    """What an organiser may do: everything; trainings and people of a programme; own lists and questions."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    TRAINER = "trainer"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Which reminders a person wants, and when the bot keeps quiet (local hours; equal hours = never quiet)."""

    week_before: bool = False
    day_before: bool = True
    hour_before: bool = True
    quiet_from: time = time(20, 0)
    quiet_until: time = time(7, 0)


@dataclass(frozen=True, slots=True)
class Official:
    """A person, by Telegram's id; ``name`` is ``None`` until the person confirmed it for a list.

    ``notice_version`` and ``notice_seen_at`` tell which information clause was shown before the first datum was stored;
    ``unreachable`` is why messages do not arrive, until the person writes again.
    """

    id: int
    language: Language = Language.POLISH
    name: str | None = None
    institution: Institution | None = None
    preferences: Preferences = field(default_factory=Preferences)
    notice_version: str | None = None
    notice_seen_at: datetime | None = None
    unreachable: str | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held by a person: in one programme, or everywhere (``programme_id`` ``None``: administrators)."""

    official_id: int
    role: Role
    programme_id: int | None = None


def clean_name(text: str) -> str | None:
    """Return a first name and surname ready for a list, or ``None`` when the text cannot be one.

    Two to sixty characters in at least two words; letters of any script, hyphens, apostrophes, initials.
    """
    name = " ".join(text.split())
    return name if len(name) <= LONGEST_NAME and _NAME.fullmatch(name) else None
