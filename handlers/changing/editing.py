"""Editing: a change is prepared on a draft, seen as old beside new, approved, put on top of others', undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.announced import Act, Origin
from domain.drafting import Gone, Incomplete, Overtaken, Prospect, Published, Sheet, TooLate, Undone
from domain.training import Training
from handlers.announcing import draft, sheet
from handlers.changing.managing import over, refused, stop_waiting
from handlers.replies.changing import calling, proposals
from handlers.reply import Toast

if TYPE_CHECKING:
    from handlers.buttons import ApplyEdit, DropEdit, EditTraining, Rebase, ShowProposal, UndoAct
    from handlers.context import Context


async def edit(context: Context, press: EditTraining) -> None:
    """Begin to change a training, or go on."""
    await begin(context, press.training)


async def begin(context: Context, training_id: int) -> None:
    """Show the draft on which a training is changed."""
    begun = await context.office.trainings.edit(context.official, training_id)
    if isinstance(begun, Sheet):
        await stop_waiting(context)
        await draft.show(context, begun.drafts[0].id)
    else:
        await refused(context, begun)


async def propose(context: Context, press: ShowProposal) -> None:
    """Show what a change would mean."""
    await _propose(context, press.announcement)


async def _propose(context: Context, announcement_id: int) -> None:
    seen = await context.office.drafts.prospect(context.official, announcement_id)
    if isinstance(seen, Gone) or (isinstance(seen, Prospect) and not seen.sheet.open):
        over(context)
    elif isinstance(seen, Prospect):
        _weigh(context, seen)
    else:
        await refused(context, seen)


def _weigh(context: Context, seen: Prospect) -> None:
    """Show a change with its consequences, or what stands in its way."""
    drafted = next(iter(seen.sheet.drafts), None)
    if drafted is None or drafted.training is None or drafted.base is None:
        over(context)
    elif drafted.outdated:
        context.show(proposals.overtaken(context.words, drafted, drafted.training, drafted.base))
    elif drafted.details is None:
        context.show(proposals.incomplete(context.words, drafted.training))
    elif not seen.changes:
        context.show(proposals.nothing_changed(context.words, drafted.training))
    else:
        context.show(proposals.proposal(context.words, seen.sheet, seen.changes[0]))


async def apply(context: Context, press: ApplyEdit) -> None:
    """Change a training as it was shown, and tell those whom it concerns unless silent."""
    seen = await context.office.drafts.prospect(context.official, press.announcement)
    told = seen.changes[0].told if isinstance(seen, Prospect) and seen.changes and not press.silent else 0
    outcome = await context.office.drafts.publish(
        context.official, press.announcement, press.version, silent=press.silent
    )
    match outcome:
        case Published(changed=(training, *_), undo=undo):
            context.show(proposals.applied(context.words, training, told, undo))
        case Overtaken() | Incomplete():
            context.toast(Toast(context.words.plain("toast.changed_meanwhile")))
            await _propose(context, press.announcement)
        case Published() | Gone():
            over(context)
        case _:
            await refused(context, outcome)


async def rebase(context: Context, press: Rebase) -> None:
    """Put one's changes on top of what somebody else changed meanwhile."""
    outcome = await context.office.trainings.rebase(context.official, press.draft)
    match outcome:
        case (Sheet() as seen) | Overtaken(seen):
            await (_propose if seen.announcement.origin is Origin.EDIT else sheet.show)(context, seen.announcement.id)
        case Gone():
            over(context)
        case _:
            await refused(context, outcome)


async def drop(context: Context, press: DropEdit) -> None:
    """Give up a change that was prepared."""
    seen = await context.office.drafts.sheet(context.official, press.announcement)
    if not isinstance(seen, Sheet):
        await refused(context, seen)
        return
    training = next((each.training for each in seen.drafts if each.training), None)
    discarded = await context.office.drafts.discard(context.official, press.announcement)
    if training and isinstance(discarded, Sheet):
        context.show(proposals.dropped(context.words, training))
    else:
        over(context)


async def undo(context: Context, press: UndoAct) -> None:
    """Put back what an act changed, or say that it is too late and what can be done instead."""
    outcome = await context.office.trainings.undo(context.official, press.act)
    match outcome:
        case Undone(training):
            context.show(calling.undone(context.words, training))
        case TooLate(Act(training=Training() as training, before=before)):
            again = training.details == before
            context.show((calling.undone if again else calling.too_late)(context.words, training))
        case TooLate() | Gone():
            over(context)
        case _:
            await refused(context, outcome)
