"""Whom and which chat a visitor means: by role, kind, or part of a name, whatever its accents. Changes nothing."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from playground.chats import GROUPS, Chat
from playground.stage import Phone, Stage
from playground.terminal.words import Words

_KINDS = {
    "bot": ("private",),
    "private": ("private",),
    "group": GROUPS,
    "grupa": GROUPS,
    "channel": ("channel",),
    "kanal": ("channel",),
}

Meant = TypeVar("Meant")


def plain(text: str) -> str:
    """Write a text small and without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(character for character in apart if not unicodedata.combining(character))


def people_meant(phones: Sequence[Phone], wanted: str, words: Words) -> list[Phone]:
    """Find the people whose role is wanted, or else those whose name fits best."""
    word = plain(wanted)
    in_role = [phone for phone in phones if word in {phone.role, plain(words(phone.role))}]
    return in_role or _best(phones, word, lambda phone: phone.person.name)


def chats_meant(chats: Sequence[Chat], wanted: str) -> list[Chat]:
    """Find the chats of a kind, or else those whose title fits best."""
    word = plain(wanted)
    if word in _KINDS:
        return [chat for chat in chats if chat.type in _KINDS[word]]
    return _best(chats, word, lambda chat: chat.title)


def call_of(phone: Phone, phones: Sequence[Phone], words: Words) -> str:
    """Return the shortest words after `:who` that mean this person and nobody else."""
    name = plain(phone.person.name)
    first, *_ = name.split() or [name]
    return first if people_meant(phones, first, words) == [phone] else name


def place_of(chat: Chat, words: Words) -> str:
    """Say which chat it is."""
    return words("group" if chat.type in GROUPS else chat.type, title=chat.title)


def whereabouts(stage: Stage, chat: Chat, here: Phone, words: Words) -> tuple[str, str] | None:
    """Return what a chat is called by and the command that leads there; None where the person here cannot see it."""
    owner = stage.phone(chat.id)
    if owner is here:
        return words("private"), ":chat bot"
    if owner is not None:
        return owner.person.name, f":who {call_of(owner, stage.phones, words)}"
    if chat not in stage.chats_of(here.person):
        return None
    kind = "group" if chat.type in GROUPS else "channel"
    alone = len(chats_meant(stage.chats_of(here.person), kind)) == 1
    return place_of(chat, words), f":chat {kind if alone else plain(chat.title)}"


def _best(all_of_them: Iterable[Meant], word: str, name_of: Callable[[Meant], str]) -> list[Meant]:
    """Find those whose name is the word, or else has it as a part, begins a part with it, or contains it."""
    named = [(each, plain(name_of(each))) for each in all_of_them]
    fits: tuple[Callable[[str], bool], ...] = (
        lambda name: name == word,
        lambda name: word in name.split(),
        lambda name: any(part.startswith(word) for part in name.split()),
        lambda name: word in name,
    )
    found = ([each for each, name in named if name and fit(name)] for fit in fits)
    return next((each for each in found if each), [])
