"""Name and institution: asked once, before or after a first sign-up, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.official import clean_name
from handlers.buttons import (
    AskInstitution,
    ConfirmHold,
    DeclineHold,
    OtherInstitution,
    PickInstitution,
    ShowCard,
    ShowMine,
    SkipInstitution,
)
from handlers.replies.rows import does, grid, mine_and_menu, named, to_menu
from handlers.reply import Button, Reply
from handlers.texts.markup import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.institution import Institution
    from handlers.service import Service
    from handlers.texts import Words

INSTITUTION: Final = 40
"""Letters of an institution's name on a button: offices that share their first words must be told apart."""


def ask_name(words: Words, display_name: str, training_id: int, *, service: Service | None = None) -> Reply:
    """Return the question for the name; the one Telegram shows is offered when it can stand on a list.

    With ``service`` the information clause stands under the question, for people who have not seen it yet.
    """
    name = clean_name(display_name)
    text = words("name.ask_or_keep", name=name) if name else words("name.ask")
    clause = words("hold.clause", controller=service.controller.name) if service else None
    keep = does(words, "button.keep_name", ConfirmHold(training_id)) if name and training_id else None
    leave = does(words, "button.not_now", DeclineHold(training_id)) if training_id else None
    return Reply(paragraphs(text, clause), grid([keep], [leave or _back(words, training_id)]))


def bad_name(words: Words) -> Reply:
    """Return what a name must look like, after one that cannot stand on a list."""
    return Reply(words("name.bad"), grid([to_menu(words)]))


def ask_institution(
    words: Words,
    suggestions: Sequence[Institution],
    training_id: int,
    *,
    required: bool,
    typed: str = "",
    service: Service | None = None,
) -> Reply:
    """Return the question for the institution, or which of several was meant by what was ``typed``.

    ``required`` = without it nobody can tell whether a seat may be given; ``service`` as with the name.
    """
    key = "institution.which" if typed else "institution.ask_required" if required else "institution.ask"
    other = "button.as_typed" if typed else "button.other_institution"
    skip = None if required else does(words, "button.skip", SkipInstitution(training_id))
    clause = words("hold.clause", controller=service.controller.name) if service else None
    return Reply(
        paragraphs(words(key, typed=typed), clause),
        grid(
            *([named(each.name, PickInstitution(each.id, training_id), INSTITUTION)] for each in suggestions),
            [does(words, other, OtherInstitution(training_id)), skip or _back(words, training_id)],
        ),
    )


def type_institution(words: Words, training_id: int) -> Reply:
    """Return the request to type the institution's full name."""
    return Reply(words("institution.type"), grid([_back(words, training_id)]))


def bad_institution(words: Words, training_id: int = 0) -> Reply:
    """Return what an institution's name must look like, after a text that cannot be one."""
    return Reply(words("institution.bad"), grid([_back(words, training_id)]))


def institution_saved(words: Words, institution: Institution) -> Reply:
    """Return the confirmation that the institution is noted."""
    change = does(words, "button.change_institution", AskInstitution())
    return Reply(words("institution.saved", name=institution.name), grid([change], mine_and_menu(words)))


def skipped(words: Words) -> Reply:
    """Return that it goes without an institution."""
    give = does(words, "button.ask_institution", AskInstitution())
    return Reply(words("institution.skipped"), grid([give], mine_and_menu(words)))


def saved(words: Words) -> Reply:
    """Return the confirmation that the name is noted."""
    return Reply(words("saved"), grid(mine_and_menu(words)))


def _back(words: Words, training_id: int) -> Button:
    return does(words, "button.back", ShowCard(training_id) if training_id else ShowMine())
