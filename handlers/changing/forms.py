"""New trainings without an announcement: step by step, as a copy, as a series. What is waited for is a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast, get_args

from domain.announced import Origin
from domain.desks.organisers import Denial
from domain.drafting import Gone, Overtaken, Sheet
from domain.stating import Field, Unclear, state
from domain.stating.repeating import days
from handlers.announcing import draft, sheet, unanswered
from handlers.answering import refuse
from handlers.buttons import AskStep
from handlers.buttons.changing import Step
from handlers.changing.managing import DAYS, STEP, over, refused, stop_waiting
from handlers.replies.changing import forms as replies

if TYPE_CHECKING:
    from domain.announced import Drafted
    from domain.ports import Prompt
    from domain.training import Draft
    from handlers.buttons import CopyTraining, FillForm, RepeatTraining
    from handlers.context import Context
    from handlers.reply import Reply

_FIELDS: Final[dict[Step, Field]] = {
    "title": Field.TITLE,
    "when": Field.WHEN,
    "place": Field.PLACE,
    "capacity": Field.CAPACITY,
    "deadline": Field.DEADLINE,
}


async def begin(context: Context, press: FillForm) -> None:
    """Begin a new training step by step, in the programme that is chosen if there are several."""
    programmes = await context.office.drafts.programmes(context.official)
    if not programmes:
        refuse(context, Denial.NO_RIGHTS)
        return
    if not press.programme and len(programmes) > 1:
        context.show(replies.choose_programme(context.words, programmes))
        return
    begun = await context.office.trainings.form(context.official, press.programme or programmes[0].id)
    await _begin(context, begun, "title")


async def copy(context: Context, press: CopyTraining) -> None:
    """Begin a training like another one; its day is asked for first."""
    begun = await context.office.trainings.copy(context.official, press.training)
    await _begin(context, begun, "when", press.training)


async def _begin(context: Context, begun: Sheet | Gone | Denial, step: Step, copied: int | None = None) -> None:
    if isinstance(begun, Sheet):
        await _ask(context, begun, begun.drafts[0], step, copied)
    else:
        await refused(context, begun)


async def ask_step(context: Context, press: AskStep) -> None:
    """Ask a question of the form, or show the draft when there are no more."""
    seen = await _open(context, press.draft)
    if seen:
        await _ask(context, *seen, press.step)


async def _open(context: Context, draft_id: int) -> tuple[Sheet, Drafted] | None:
    """Return the draft that is filled in, or tell why it cannot be."""
    seen = await context.office.drafts.draft(context.official, draft_id)
    if isinstance(seen, Denial):
        await refused(context, seen)
        return None
    if isinstance(seen, Gone) or not seen[0].open:
        await stop_waiting(context)
        over(context)
        return None
    return seen


async def _ask(context: Context, seen: Sheet, drafted: Drafted, step: Step, copied: int | None = None) -> None:
    """Wait for the answer to a step; after the last one show the draft. ``copied`` is the training it is like."""
    if step == "done":
        await stop_waiting(context)
        await draft.show(context, drafted.id)
        return
    await context.office.profile.ask(context.official, STEP, copied, f"{drafted.id}:{step}")
    context.show(_question(context, seen, drafted, step))


def _question(context: Context, seen: Sheet, drafted: Drafted, step: Step, unclear: Unclear | None = None) -> Reply:
    zone = seen.announcement.programme.zone
    lead = replies.lead(context.words, zone, drafted.draft, _FIELDS[step], unclear)
    skip = AskStep(drafted.id, _following(seen, step))
    if seen.announcement.origin is Origin.COPY:
        return replies.copied(context.words, drafted.draft, skip, lead)
    return replies.step(context.words, drafted.id, step, skip, lead)


def _following(seen: Sheet, step: Step) -> Step:
    """Return the step after this one: of a copy the day alone is asked for."""
    steps = get_args(Step)
    return "done" if seen.announcement.origin is Origin.COPY else steps[steps.index(step) + 1]


async def typed(context: Context, prompt: Prompt, text: str) -> None:
    """Take the answer to a step and ask the next one, or ask again with why it cannot be taken."""
    number, _, name = prompt.data.partition(":")
    open_draft = await _open(context, int(number))
    if open_draft is None:
        return
    (seen, drafted), step = open_draft, cast("Step", name)
    stated = _state(context, seen, drafted.draft, _FIELDS[step], text)
    if isinstance(stated, Unclear):
        await unanswered.refuse(context, text, _question(context, seen, drafted, step, stated))
        return
    if prompt.training_id:
        stated = await context.office.trainings.at_its_hours(context.official, prompt.training_id, stated)
    outcome = await context.office.drafts.restate(context.official, drafted.id, drafted.version, stated, _FIELDS[step])
    if isinstance(outcome, Sheet):
        await _ask(context, outcome, outcome.drafts[0], _following(seen, step))
    elif isinstance(outcome, Overtaken):
        await _ask(context, outcome.sheet, drafted, step)
    else:
        await refused(context, outcome)


def _state(context: Context, seen: Sheet, stated: Draft, field: Field, text: str) -> Draft | Unclear:
    """Return the draft with the answer; where it takes place may also be answered with „online” or a link."""
    now, zone = context.office.now, seen.announcement.programme.zone
    if field is Field.PLACE:
        attended = state(stated, Field.ONLINE, text, now, zone)
        if not isinstance(attended, Unclear):
            return attended
    return state(stated, field, text, now, zone)


async def ask_days(context: Context, press: RepeatTraining) -> None:
    """Wait for the days on which a training is to be repeated."""
    seen = await context.office.trainings.managed(context.official, press.training)
    if isinstance(seen, Gone | Denial):
        await refused(context, seen)
        return
    await context.office.profile.ask(context.official, DAYS, press.training)
    context.show(replies.ask_days(context.words, seen.stored.training))


async def typed_days(context: Context, prompt: Prompt, text: str) -> None:
    """Take the days of a series and show its drafts, or ask again with why they cannot be taken."""
    seen = await context.office.trainings.managed(context.official, prompt.training_id or 0)
    if isinstance(seen, Gone | Denial):
        await refused(context, seen)
        return
    training = seen.stored.training
    found = days(text, training.details.start, context.office.now, training.zone)
    if isinstance(found, Unclear):
        said = replies.unread_days(context.words, found)
        await unanswered.refuse(context, text, replies.ask_days(context.words, training, said))
        return
    begun = await context.office.trainings.series(context.official, training.id, found)
    if isinstance(begun, Sheet):
        await stop_waiting(context)
        await sheet.show(context, begun.announcement.id)
    else:
        await refused(context, begun)
