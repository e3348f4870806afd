"""A published training as its organisers see it: who is on the list, and what can be done. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.buttons import (
    AskCallOff,
    AskRevive,
    CopyTraining,
    EditTraining,
    Manage,
    RepeatTraining,
    ShowCard,
    ShowDeliveries,
    ShowHistory,
)
from handlers.replies import facts
from handlers.replies.rows import does, grid, numbers, to_menu
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.drafting import Managed
    from domain.training import Training
    from handlers.reply import Button, Rows
    from handlers.texts import Words

A_LIST: Final = 8
A_TITLE: Final = 60


def managed(words: Words, seen: Managed) -> Reply:
    """Return a training with its numbers, and everything an organiser can do with it."""
    training = seen.stored.training
    return Reply(
        paragraphs(
            lines(words("manage.head", number=training.id), facts.summary(words, training)),
            lines(
                facts.ended(words, training),
                counts(words, seen.stored.occupancy.taken, seen.stored.occupancy.waiting),
                words("manage.being_edited") if seen.changed else None,
            ),
        ),
        grid(
            [does(words, "manage.button.edit", EditTraining(training.id)), _calling(words, training)],
            [
                does(words, "manage.button.copy", CopyTraining(training.id)),
                does(words, "manage.button.repeat", RepeatTraining(training.id)),
            ],
            [does(words, "manage.button.history", ShowHistory(training.id)), to_card(words, training)],
            [does(words, "deliveries.button", ShowDeliveries(training.id)), to_menu(words)],
        ),
    )


def _calling(words: Words, training: Training) -> Button | None:
    if training.cancelled:
        return does(words, "manage.button.revive", AskRevive(training.id))
    return None if training.over(words.now) else does(words, "manage.button.call_off", AskCallOff(training.id))


def choose(words: Words, trainings: Sequence[Training], press: type[EditTraining | AskCallOff], act: str) -> Reply:
    """Return the trainings from which one is to be chosen for an act, a number button each."""
    here = trainings[:A_LIST]
    if not here:
        return Reply(words("manage.choose.none"), grid([to_menu(words)]))
    items = (
        words("list.item", number=each.id, when=dates.short(words, each), title=facts.title(each, A_TITLE))
        for each in here
    )
    return Reply(
        paragraphs(words(f"manage.choose.{act}"), lines(*items), words(f"manage.number.{act}")),
        (*numbers([(each.id, press(each.id)) for each in here]), *grid([to_menu(words)])),
    )


def counts(words: Words, seated: int, waiting: int) -> Markup:
    """Return how many people are on the list and how many wait."""
    return words(
        "manage.counts", seated=words.plural("manage.seated", seated), waiting=words.plural("manage.waiting", waiting)
    )


def to_card(words: Words, training: Training) -> Button:
    """Return the way to the training's card."""
    return does(words, "manage.button.card", ShowCard(training.id))


def to_training(words: Words, training: Training) -> Button:
    """Return the way back to what can be done with a training."""
    return does(words, "manage.button.manage", Manage(training.id))


def onwards(words: Words, training: Training) -> Rows:
    """Return the ways on from an act on a training."""
    return grid([to_training(words, training), to_menu(words)])
