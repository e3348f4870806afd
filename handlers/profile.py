"""What Telegram shows of the bot: its commands and descriptions, from the catalogue. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from domain.official import Language
from handlers.texts import Words

if TYPE_CHECKING:
    from handlers.service import Service

LISTED = {
    Language.POLISH: ("szkolenia", "moje", "zapisz", "wypisz", "zapytaj", "settings", "privacy", "help"),
    Language.ENGLISH: ("trainings", "my", "register", "withdraw", "ask", "settings", "privacy", "help"),
}
KEYS = ("trainings", "my", "register", "withdraw", "ask", "settings", "privacy", "help")


@dataclass(frozen=True, slots=True)
class ProfileTexts:
    """Commands as Telegram takes them, and the two descriptions."""

    commands: list[dict[str, str]]
    description: str
    short_description: str


def texts(language: Language, service: Service) -> ProfileTexts:
    """Return what the bot says of itself in a language."""
    words = Words(language, datetime.now(UTC))
    commands = [
        {"command": name, "description": words(f"command.{key}")}
        for name, key in zip(LISTED[language], KEYS, strict=True)
    ]
    organiser = service.controller.name or service.name
    return ProfileTexts(commands, words("profile.description", organiser=organiser), words("profile.short_description"))
