"""A new training asked for step by step, copies of one and several on other days. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.stating import Field, Misfit
from domain.stating.repeating import MOST
from handlers.buttons import AskStep, FillForm, Manage
from handlers.buttons.changing import Step
from handlers.replies import facts
from handlers.replies.announcing import fields
from handlers.replies.announcing.draft import misfit
from handlers.replies.rows import does, grid, named, to_menu
from handlers.reply import Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from domain.stating import Unclear
    from domain.training import Draft, Programme, Training
    from handlers.buttons import Press
    from handlers.texts import Words

A_VALUE: Final = 200
STEPS: Final[tuple[Step, ...]] = ("title", "when", "place", "capacity", "deadline")
_ASKS: Final[dict[Step, str]] = {
    "title": "form.title",
    "when": "form.when",
    "place": "form.place",
    "capacity": "form.capacity",
    "deadline": "form.deadline",
}


def choose_programme(words: Words, programmes: Sequence[Programme]) -> Reply:
    """Return the programmes between which a new training is to be placed."""
    chosen = [[named(each.name, FillForm(each.id))] for each in programmes]
    return Reply(words("form.which_programme"), grid(*chosen, [to_menu(words)]))


def step(words: Words, draft: int, asked: Step, skip: Press, lead: Markup | None = None) -> Reply:
    """Return a question of the form under a ``lead``; ``skip`` leaves it as it is."""
    at = STEPS.index(asked)
    back = does(words, "button.back", AskStep(draft, STEPS[at - 1])) if at else to_menu(words)
    return Reply(
        paragraphs(lead, lines(words("form.step", number=at + 1, of=len(STEPS)), words(_ASKS[asked]))),
        grid([does(words, "button.skip", skip), back]),
    )


def copied(words: Words, draft: Draft, skip: Press, lead: Markup | None = None) -> Reply:
    """Return the question for the day of a copy, under a ``lead``."""
    return Reply(
        paragraphs(lead, lines(words("form.copy"), escape(draft.title, facts.LONGEST_TITLE)), words("form.copy_when")),
        grid([does(words, "button.skip", skip), to_menu(words)]),
    )


def lead(words: Words, zone: ZoneInfo, stated: Draft, field: Field, unclear: Unclear | None) -> Markup:
    """Return why an answer could not be taken, and what the field states now."""
    now = fields.value(words, zone, stated, field, A_VALUE) if fields.stated(stated, field) else None
    return lines(misfit(words, unclear, field) if unclear else None, words("draft.now", value=now) if now else None)


def unread_days(words: Words, unclear: Unclear) -> Markup:
    """Return why the days of a series could not be taken."""
    if unclear.misfit is Misfit.TOO_MANY:
        return words("series.too_many", limit=MOST)
    return misfit(words, unclear, Field.WHEN)


def ask_days(words: Words, training: Training, said: Markup | None = None) -> Reply:
    """Return the question on which days a training is to be repeated."""
    return Reply(
        paragraphs(said, lines(words("series.head"), facts.title(training)), words("series.ask")),
        grid([does(words, "button.back", Manage(training.id))]),
    )
