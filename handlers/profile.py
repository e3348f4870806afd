"""What Telegram shows of the bot: its commands and descriptions, from the catalogue. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from domain.official import Language
from domain.ports import Outgoing
from handlers.texts import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.service import Service

LISTED = {
    Language.POLISH: ("szkolenia", "moje", "zapisz", "wypisz", "zapytaj", "dlaczego", "settings", "privacy", "help"),
    Language.ENGLISH: ("trainings", "my", "register", "withdraw", "ask", "why", "settings", "privacy", "help"),
}
ORGANISERS = {
    Language.POLISH: (
        "nowe",
        "zmien",
        "odwolaj",
        "ogloszenie",
        "prognoza",
        "pytania",
        "zmiany",
        "kanaly",
        "organizatorzy",
    ),
    Language.ENGLISH: (
        "new",
        "change",
        "cancel",
        "message",
        "forecast",
        "questions",
        "changes",
        "channels",
        "organisers",
    ),
}
ORGANISERS_KEYS = ("new", "change", "call_off", "message", "forecast", "questions", "changes", "channels", "organisers")
KEYS = ("trainings", "my", "register", "withdraw", "ask", "why", "settings", "privacy", "help")


@dataclass(frozen=True, slots=True)
class ProfileTexts:
    """Commands as Telegram takes them, and the two descriptions."""

    commands: list[dict[str, str]]
    description: str
    short_description: str


def texts(language: Language, service: Service) -> ProfileTexts:
    """Return what the bot says of itself in a language."""
    words = Words(language, datetime.now(UTC))
    organiser = service.controller.name or service.name
    commands = _commands(words, LISTED[language], KEYS)
    return ProfileTexts(commands, words("profile.description", organiser=organiser), words("profile.short_description"))


def organisers(words: Words, official_id: int) -> Outgoing:
    """Return the call that offers an organiser the organisers' commands, in the private chat."""
    own = _commands(words, LISTED[words.language], KEYS)
    more = _commands(words, ORGANISERS[words.language], ORGANISERS_KEYS)
    return Outgoing(official_id, "setMyCommands", {"commands": [*own, *more], "scope": _chat(official_id)})


def everybody(official_id: int) -> Outgoing:
    """Return the call that offers a person everybody's commands again."""
    return Outgoing(official_id, "deleteMyCommands", {"scope": _chat(official_id)})


def _chat(official_id: int) -> dict[str, str | int]:
    return {"type": "chat", "chat_id": official_id}


def _commands(words: Words, names: Sequence[str], keys: Sequence[str]) -> list[dict[str, str]]:
    described = zip(names, keys, strict=True)
    return [{"command": name, "description": words(f"command.{key}")} for name, key in described]
