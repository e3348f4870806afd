"""Presses about the groups and channels in which trainings are posted. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass

from domain.chats import Venue
from domain.official import Language
from handlers.buttons.kinds import Flag, Number, Plain


@dataclass(frozen=True, slots=True)
class ShowChats(Plain):
    """A page of the bound chats."""

    code = "j"

    page: Number = 1


@dataclass(frozen=True, slots=True)
class AddChat(Plain):
    """Choose a chat to bind."""

    code = "ja"

    venue: Venue


@dataclass(frozen=True, slots=True)
class BindChat(Plain):
    """A chat that I have shown is for this programme."""

    code = "jb"

    shown: Number
    programme: Number


@dataclass(frozen=True, slots=True)
class OfChat(Plain):
    """A bound chat, by its number."""

    chat: Number


class ShowChat(OfChat):
    """What a bound chat is set to."""

    code = "jc"


@dataclass(frozen=True, slots=True)
class PauseChat(OfChat):
    """Post nothing new in it, or begin again."""

    code = "jp"

    paused: Flag


@dataclass(frozen=True, slots=True)
class SpeakInChat(OfChat):
    """Post in this language."""

    code = "jl"

    language: Language


class AskUnbind(OfChat):
    """What unbinding it would mean."""

    code = "ju"


class Unbind(OfChat):
    """Post in it no longer."""

    code = "jd"


Binding = ShowChats | AddChat | BindChat | ShowChat | PauseChat | SpeakInChat | AskUnbind | Unbind
