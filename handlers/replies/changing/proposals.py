"""A change before it is made: old beside new, whom it concerns, what others changed. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.buttons import ApplyEdit, DropEdit, EditTraining, Rebase, UndoAct
from handlers.replies import facts
from handlers.replies.changing.managed import counts, onwards, to_training
from handlers.replies.differences import changed, differences, fitting
from handlers.replies.rows import does, grid
from handlers.reply import Button, Reply
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from domain.announced import Drafted
    from domain.drafting import Change, Sheet
    from domain.training import Details, Draft, Training
    from handlers.reply import Rows
    from handlers.texts import Words

ROOM: Final = 600
"""Characters for the changed fields of one screen."""


def proposal(words: Words, sheet: Sheet, change: Change) -> Reply:
    """Return a change to approve: every changed field, how many people it concerns, who cannot come then."""
    training = change.training
    told = differences(words, training.zone, training.details, change.after)
    if not told:
        return nothing_changed(words, training)
    return Reply(
        paragraphs(
            lines(words("edit.head"), facts.title(training)),
            lines(*fitting(words, told, ROOM)),
            lines(counts(words, change.seated, change.waiting), _clashing(words, change), _fewer(words, change)),
            words("edit.goes_later") if change.told else words("edit.tells_nobody"),
        ),
        grid(
            *_approving(words, sheet, change),
            [
                does(words, "edit.button.fields", EditTraining(training.id)),
                does(words, "edit.button.drop", DropEdit(sheet.announcement.id)),
            ],
        ),
    )


def _clashing(words: Words, change: Change) -> Markup | None:
    return words.plural("edit.clashing", change.clashing) if change.clashing else None


def _fewer(words: Words, change: Change) -> Markup | None:
    capacity = change.after.capacity
    if capacity is None or capacity >= change.seated or capacity == change.training.details.capacity:
        return None
    return words("edit.fewer_seats", capacity=capacity, seated=change.seated)


def _approving(words: Words, sheet: Sheet, change: Change) -> list[list[Button]]:
    number, version = sheet.announcement.id, sheet.announcement.version
    if not change.told:
        return [[does(words, "edit.button.apply", ApplyEdit(number, version, silent=True))]]
    label = str(words.plural("edit.button.apply_and_tell", change.told))
    return [
        [Button(label, ApplyEdit(number, version))],
        [does(words, "edit.button.apply_silently", ApplyEdit(number, version, silent=True))],
    ]


def nothing_changed(words: Words, training: Training) -> Reply:
    """Return that nothing is to be changed yet."""
    return Reply(
        lines(words("edit.nothing_changed"), facts.title(training)),
        grid([does(words, "edit.button.fields", EditTraining(training.id))], [to_training(words, training)]),
    )


def incomplete(words: Words, training: Training) -> Reply:
    """Return that a training cannot be without a title or a day."""
    return Reply(
        lines(words("edit.incomplete"), facts.title(training)),
        grid([does(words, "edit.button.fields", EditTraining(training.id))], [to_training(words, training)]),
    )


def overtaken(words: Words, drafted: Drafted, training: Training, base: Details) -> Reply:
    """Return what somebody else has changed meanwhile, what was to be changed here, and the choice between them."""
    theirs = differences(words, training.zone, base, training.details)
    mine = differences(words, training.zone, base, drafted.draft)
    return Reply(
        paragraphs(
            lines(words("edit.overtaken"), facts.title(training)),
            lines(words("edit.theirs"), *fitting(words, theirs, ROOM // 2)),
            lines(words("edit.mine"), *fitting(words, mine, ROOM // 2)),
            _both(words, base, training.details, drafted.draft),
        ),
        grid(
            [does(words, "edit.button.rebase", Rebase(drafted.id))],
            [does(words, "edit.button.drop", DropEdit(drafted.announcement_id))],
            [to_training(words, training)],
        ),
    )


def _both(words: Words, base: Draft, theirs: Draft, mine: Draft) -> Markup | None:
    """Return the warning that the same field was changed by both, if so."""
    return words("edit.both") if set(changed(base, theirs)) & set(changed(base, mine)) else None


def applied(words: Words, training: Training, people: int, undo: int | None) -> Reply:
    """Return that a training was changed, how many people will hear of it, and the way back."""
    told = words.plural("edit.will_tell", people) if people else words("edit.told_nobody")
    return Reply(
        paragraphs(lines(words("edit.done"), facts.summary(words, training)), told),
        undoable(words, training, undo),
    )


def undoable(words: Words, training: Training, act: int | None) -> Rows:
    """Return the button that undoes an act, and the ways on."""
    undo = does(words, "edit.button.undo", UndoAct(act)) if act else None
    return (*grid([undo]), *onwards(words, training))


def dropped(words: Words, training: Training) -> Reply:
    """Return that the changes that were prepared are forgotten."""
    return Reply(lines(words("edit.dropped"), facts.title(training)), onwards(words, training))
