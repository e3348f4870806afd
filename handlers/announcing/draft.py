"""A draft: shown, corrected field by field with typed answers, dropped. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import stating
from domain.announced import Drafted
from domain.drafting import Overtaken, Sheet
from domain.news import Subscription
from domain.stating import Field, Unclear
from handlers.announcing import sheet, unanswered, waiting
from handlers.announcing.waiting import STATEMENT, Statement
from handlers.replies.announcing import draft as replies
from handlers.replies.announcing import fields, publishing
from handlers.texts.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.ports import Prompt
    from handlers.buttons import AskField, DropDraft, EmptyField, PickOption, ShowDraft
    from handlers.context import Context


async def show(context: Context, draft_id: int, page: int = 1, said: Markup | None = None) -> None:
    """Show a draft, in place of the message whose button was pressed or in one of its own."""
    if seen := await _seen(context, draft_id):
        context.show(replies.draft(context.words, *seen, page, said))


async def _seen(context: Context, draft_id: int) -> tuple[Sheet, Drafted] | None:
    """Return a draft on its sheet, or tell why there is none."""
    outcome = await context.office.drafts.draft(context.official, draft_id)
    if isinstance(outcome, tuple):
        return outcome
    sheet.tell(context, outcome)
    return None


async def opened(context: Context, press: ShowDraft) -> None:
    """Show a page of a draft; what the bot waited for, it waits for no longer."""
    await context.office.profile.answered(context.official)
    await show(context, press.draft, press.page)


async def ask(context: Context, press: AskField) -> None:
    """Wait for what a field is to state."""
    await wait_for(context, press.draft, press.field)


async def wait_for(context: Context, draft_id: int, field: Field, unclear: Unclear | None = None) -> None:
    """Ask for a field of a draft, under why the answer before could not be taken."""
    if not (seen := await _seen(context, draft_id)):
        return
    announced, drafted = seen
    if not announced.open:
        sheet.tell(context, announced)
        return
    await waiting.ask(context, STATEMENT, Statement(drafted.id, drafted.version, field))
    context.show(replies.ask(context.words, announced, drafted, field, unclear, await known(context, field)))


async def known(context: Context, field: Field) -> Sequence[str]:
    """Return the topics there are where topics are asked for: people hear of new trainings by them."""
    return await context.office.news.topics(Subscription(context.official.id)) if field is Field.TOPICS else ()


async def answered(context: Context, prompt: Prompt, text: str) -> None:
    """Take a typed answer about a field of a draft."""
    asked = waiting.statement(prompt.data)
    if await _state(context, asked, text):
        await context.office.profile.answered(context.official)


async def empty(context: Context, press: EmptyField) -> None:
    """Let a field state nothing."""
    await context.office.profile.answered(context.official)
    await _state(context, Statement(press.draft, press.version, press.field), "-")


async def pick(context: Context, press: PickOption) -> None:
    """Take one of the values between which the text leaves a choice."""
    if not (seen := await _seen(context, press.draft)):
        return
    options = replies.options(seen[1], press.field)
    if press.at >= len(options):
        await show(context, press.draft, fields.page_of(press.field))
        return
    await context.office.profile.answered(context.official)
    option = options[press.at]
    typed = option.replace("T", " ") if press.field in {Field.WHEN, Field.DEADLINE} else option
    await _state(context, Statement(press.draft, press.version, press.field), typed)


async def _state(context: Context, asked: Statement, text: str) -> bool:
    """State a field as it was seen at a version and show the draft; ``False`` while the bot still waits for it."""
    if not (seen := await _seen(context, asked.number)):
        return True
    announced, drafted = seen
    zone = announced.announcement.programme.zone
    stated = stating.state(drafted.draft, asked.field, text, context.office.now, zone)
    if isinstance(stated, Unclear):
        await unanswered.refuse(context, text, replies.ask(context.words, announced, drafted, asked.field, stated))
        return False
    outcome = await context.office.drafts.restate(context.official, drafted.id, asked.version, stated, asked.field)
    match outcome:
        case Sheet():
            said = context.words("draft.saved", name=fields.name(context.words, asked.field))
            await show(context, drafted.id, fields.page_of(asked.field), said)
        case Overtaken():
            await show(context, drafted.id, fields.page_of(asked.field), publishing.overtaken(context.words))
        case _:
            sheet.tell(context, outcome)
    return True


async def drop(context: Context, press: DropDraft) -> None:
    """Remove a draft from its announcement."""
    await context.office.profile.answered(context.official)
    outcome = await context.office.drafts.drop(context.official, press.draft)
    sheet.tell(context, outcome, said=context.words("draft.dropped"))
