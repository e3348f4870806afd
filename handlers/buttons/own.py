"""Presses about what is one's own: registrations, settings, data. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass

from domain.official import Language
from handlers.buttons.kinds import Hour, Number, Plain, Wish


@dataclass(frozen=True, slots=True)
class ShowMine(Plain):
    """A page of my registrations."""

    code = "y"

    page: Number = 1


@dataclass(frozen=True, slots=True)
class ShowAccount(Plain):
    """A page of what was said to me, or is to be, and why."""

    code = "yw"

    page: Number = 1


@dataclass(frozen=True, slots=True)
class ShowWhy(Plain):
    """A page of what was said to me about a training and why, and how I stand there."""

    code = "yt"

    training: Number
    page: Number = 1


class ShowSettings(Plain):
    """Reminders, quiet time, language."""

    code = "p"


@dataclass(frozen=True, slots=True)
class Toggle(Plain):
    """One of the reminders on or off."""

    code = "pt"

    what: Wish


class ChooseQuiet(Plain):
    """Ways to set the quiet time."""

    code = "pq"


@dataclass(frozen=True, slots=True)
class SetQuiet(Plain):
    """Quiet from one hour to another; equal hours = never quiet."""

    code = "ps"

    start: Hour
    end: Hour


@dataclass(frozen=True, slots=True)
class SetLanguage(Plain):
    """The language of the chat."""

    code = "pl"

    language: Language


@dataclass(frozen=True, slots=True)
class GreetIn(Plain):
    """The language of the chat, chosen under the greeting."""

    code = "g"

    language: Language


class ShowPrivacy(Plain):
    """The information clause and my data."""

    code = "d"


class AskErase(Plain):
    """What erasing my data would mean."""

    code = "da"


class Erase(Plain):
    """Erase my data."""

    code = "de"


Own = (
    ShowMine
    | ShowAccount
    | ShowWhy
    | ShowSettings
    | Toggle
    | ChooseQuiet
    | SetQuiet
    | SetLanguage
    | GreetIn
    | ShowPrivacy
    | AskErase
    | Erase
)
