"""Calling a training off and taking that back: whom it concerns, why, what they will read. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.buttons import AskRevive, CallOff, EditTraining, Manage, Revive
from handlers.replies import facts
from handlers.replies.changing.managed import counts, onwards, to_training
from handlers.replies.changing.proposals import undoable
from handlers.replies.rows import does, grid
from handlers.reply import Button, Reply
from handlers.texts.markup import lines, paragraphs

if TYPE_CHECKING:
    from domain.drafting import CalledOff, Calling
    from domain.training import Training
    from handlers.texts import Words

LONGEST_REASON: Final = 300


def ask_call_off(words: Words, calling: Calling) -> Reply:
    """Return what calling a training off would mean, and the question for the reason where somebody is to be told."""
    training, occupancy = calling.stored.training, calling.stored.occupancy
    asked = (
        words.plural("cancel_training.ask_reason", calling.told) if calling.told else words("cancel_training.nobody")
    )
    return Reply(
        paragraphs(
            lines(words("cancel_training.head"), facts.summary(words, training)),
            counts(words, occupancy.taken, occupancy.waiting),
            asked,
        ),
        grid(
            [does(words, "cancel_training.button.keep", Manage(training.id))],
            [
                _silently(
                    words, training, "cancel_training.button.silently" if calling.told else "cancel_training.button.now"
                )
            ],
        ),
    )


def _noted(words: Words, training: Training, reason: str) -> Reply:
    """Return the reason that only the card will tell, there being nobody on the list."""
    return Reply(
        paragraphs(
            lines(words("cancel_training.head"), facts.summary(words, training)),
            lines(words("cancelled.reason", reason=reason), words("cancel_training.other_reason")),
        ),
        grid(
            [does(words, "cancel_training.button.keep", Manage(training.id))],
            [_silently(words, training, "cancel_training.button.now")],
        ),
    )


def _silently(words: Words, training: Training, label: str) -> Button:
    return does(words, label, CallOff(training.id, training.version, silent=True))


def bad_reason(words: Words, training: Training) -> Reply:
    """Return what a reason has to be like."""
    return Reply(
        words("cancel_training.bad_reason", limit=LONGEST_REASON),
        grid([does(words, "cancel_training.button.keep", Manage(training.id))]),
    )


def preview(words: Words, calling: Calling, reason: str) -> Reply:
    """Return the message with this reason as people on the list will read it, to be sent or not."""
    training = calling.stored.training
    if not calling.told:
        return _noted(words, training, reason)
    tell = words.plain("cancel_training.button.tell", n=calling.told)
    return Reply(
        paragraphs(
            words("cancel_training.preview"),
            lines(words("cancelled.head"), facts.brief(words, training), words("cancelled.reason", reason=reason)),
            words("cancelled.seated"),
            words("cancel_training.other_reason"),
        ),
        grid(
            [does(words, "cancel_training.button.keep", Manage(training.id))],
            [Button(tell, CallOff(training.id, training.version))],
            [_silently(words, training, "cancel_training.button.silently")],
        ),
    )


def called_off(words: Words, outcome: CalledOff) -> Reply:
    """Return that a training is called off, who will hear of it, and the way back."""
    told = words.plural("cancel_training.will_tell", outcome.people) if outcome.people else words("edit.told_nobody")
    return Reply(
        lines(words("cancel_training.done"), facts.brief(words, outcome.training), told),
        undoable(words, outcome.training, outcome.act),
    )


def ask_revive(words: Words, calling: Calling) -> Reply:
    """Return what taking a cancellation back would mean."""
    training, occupancy = calling.stored.training, calling.stored.occupancy
    return Reply(
        paragraphs(
            lines(words("cancel_training.revive_head"), facts.summary(words, training)),
            counts(words, occupancy.taken, occupancy.waiting),
            words("cancel_training.revive_tells"),
        ),
        grid(
            [to_training(words, training)],
            [does(words, "manage.button.revive", Revive(training.id, training.version))],
        ),
    )


def revived(words: Words, training: Training) -> Reply:
    """Return that a training takes place after all."""
    return Reply(lines(words("cancel_training.revived"), facts.summary(words, training)), onwards(words, training))


def undone(words: Words, training: Training) -> Reply:
    """Return that everything is as it was before."""
    return Reply(lines(words("undo.done"), facts.summary(words, training)), onwards(words, training))


def too_late(words: Words, training: Training) -> Reply:
    """Return that it is too late to undo, and what can be done instead."""
    revive, edit = AskRevive(training.id), EditTraining(training.id)
    instead = (
        does(words, "manage.button.revive", revive) if training.cancelled else does(words, "manage.button.edit", edit)
    )
    return Reply(
        paragraphs(lines(words("undo.too_late"), facts.summary(words, training)), words("undo.why")),
        (*grid([instead]), *onwards(words, training)),
    )


def overtaken(words: Words, training: Training) -> Reply:
    """Return that somebody else changed the training after its consequences were shown, so that nothing was done."""
    return Reply(lines(words("cancel_training.overtaken"), facts.summary(words, training)), onwards(words, training))
