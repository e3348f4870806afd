"""The first words, the menu, help, and what to say when something was not understood or went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.official import Language
from handlers.buttons import (
    Ask,
    GreetIn,
    SetLanguage,
    ShowBroadcasts,
    ShowChats,
    ShowHelp,
    ShowList,
    ShowMine,
    ShowOrganisers,
    ShowPaste,
    ShowPrivacy,
    ShowSettings,
)
from handlers.replies import facts
from handlers.replies.rows import does, grid, to_forecast, to_menu
from handlers.reply import Button, Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.training import Contact
    from handlers.buttons import Press
    from handlers.reply import Rows
    from handlers.service import Service
    from handlers.texts import Words


def hero(words: Words, service: Service) -> Reply:
    """Return the greeting of a person who comes for the first time, or again."""
    return Reply(
        paragraphs(
            lines(words("start.hello"), _whose(words, service)),
            words("start.can"),
        ),
        _ways(words),
    )


def greeting(words: Words) -> Markup:
    """Return the line above the card that a link opened."""
    return words("start.from_link")


def menu(words: Words, service: Service, *, organises: bool = False) -> Reply:
    """Return the menu; those who organise have their ways in it, too."""
    rows = _ways(words)
    return Reply(words("menu", service=service.name), (*_organising(words), *rows) if organises else rows)


def _whose(words: Words, service: Service) -> Markup:
    organiser = service.controller.name
    return words("start.run_by" if organiser else "start.this_is", service=service.name, organiser=organiser)


def _ways(words: Words) -> Rows:
    return grid(
        [does(words, "button.upcoming", ShowList())],
        [does(words, "button.mine", ShowMine()), does(words, "button.ask", Ask())],
        [does(words, "button.settings", ShowSettings()), does(words, "button.help", ShowHelp())],
        [does(words, "button.privacy", ShowPrivacy()), other_language(words, GreetIn)],
    )


def other_language(words: Words, change: Callable[[Language], Press] = SetLanguage) -> Button:
    """Return the button that changes to the other language, named in that language."""
    other = Language.ENGLISH if words.language is Language.POLISH else Language.POLISH
    return does(words, "button.other_language", change(other))


def help_page(words: Words, service: Service, contact: Contact | None) -> Reply:
    """Return how it works, every command, and a human to turn to."""
    who = facts.person(contact) or escape(service.controller.contact)
    return Reply(
        paragraphs(words("help.commands"), words("help.how"), words("contact", who=who) if who else None),
        grid([does(words, "button.upcoming", ShowList())], [does(words, "button.ask", Ask()), to_menu(words)]),
    )


def organisers_help(words: Words) -> Reply:
    """Return how it works for those who organise: every command, and theirs as buttons, too."""
    return Reply(
        paragraphs(words("help.commands"), words("help.organisers"), words("help.how")),
        (
            *_organising(words),
            *grid([does(words, "button.upcoming", ShowList())], [does(words, "button.ask", Ask()), to_menu(words)]),
        ),
    )


def _organising(words: Words) -> Rows:
    return grid(
        [
            does(words, "announcement.button.another", ShowPaste()),
            does(words, "broadcast.button.all", ShowBroadcasts()),
        ],
        [to_forecast(words), does(words, "button.chats", ShowChats())],
        [does(words, "button.organisers", ShowOrganisers())],
    )


def unknown(words: Words) -> Reply:
    """Return what can be done, to a person who sent something else than words."""
    return Reply(
        words("unknown"),
        grid(
            [does(words, "button.upcoming", ShowList())],
            [does(words, "button.mine", ShowMine()), does(words, "button.ask", Ask())],
        ),
    )


def stale(words: Words) -> Markup:
    """Return the line above a fresh list, after a press of a button that is out of date."""
    return words("stale")


def no_such_training(words: Words) -> Reply:
    """Return that there is no training of this number, and the way to those there are."""
    return Reply(words("no_such_training"), grid([does(words, "button.upcoming", ShowList())], [to_menu(words)]))


def sorry(words: Words, reference: str) -> Reply:
    """Return the words for a fault of ours, with the number under which it was noted."""
    return Reply(
        words("sorry", reference=reference), grid([does(words, "button.upcoming", ShowList())], [to_menu(words)])
    )
