"""The dialogue: what a person answers, typed or tapped, when asked for a name or an institution."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from domain.desks.profile import INSTITUTION, NAME
from domain.institution import Institution
from domain.official import clean_name
from handlers import answering, asking, broadcasting, composing, forecasting, questions, signing_up, start
from handlers.announcing import draft, files, gaps, offering, paste, publishing, unanswered, waiting
from handlers.changing import calling, forms, managing
from handlers.replies import profile as replies
from handlers.texts.markup import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from telegram import Message, Update

    from domain.ports import Prompt
    from handlers.buttons import AskInstitution, ChangeName, OtherInstitution, PickInstitution, SkipInstitution
    from handlers.context import Context

    Taking = Callable[[Context, Prompt, Message], Coroutine[Any, Any, None]]

LONGEST_INSTITUTION = 120
SHORTEST_INSTITUTION = 2


async def typed(update: Update, context: Context) -> None:
    """Take a typed text as the answer to the question it replies to, as what is waited for, or as a question."""
    if await answering.organiser_reply(update, context):
        return
    message = update.message
    prompt = await context.office.profile.awaited(context.official)
    take = TAKEN.get(prompt.awaits) if prompt else None
    if message and prompt and take:
        await take(context, prompt, message)
    elif not (message and await offering.offered(context, prompt, message)):
        await questions.answer(context, _text(message))


def _text(message: Message | None) -> str:
    return (message and (message.text or message.caption)) or ""


async def change_name(context: Context, press: ChangeName) -> None:
    """Wait for another name."""
    await asking.ask_name(context, press.training)


async def _name(context: Context, prompt: Prompt, message: Message) -> None:
    text = _text(message)
    name = clean_name(text)
    if name is None:
        await unanswered.refuse(context, text, replies.bad_name(context.words))
        return
    if prompt.training_id:
        await signing_up.confirm_as(context, prompt.training_id, name)
    else:
        await context.office.profile.answered(context.official)
        context.official = await context.office.profile.name(context.official, name)
        context.reply(replies.saved(context.words))


async def ask_institution(context: Context, press: AskInstitution) -> None:
    """Wait for an institution."""
    context.show(await asking.institution_question(context, press.training, required=False))


async def other_institution(context: Context, press: OtherInstitution) -> None:
    """Take the institution just typed as it stands, or wait for it to be typed."""
    prompt = await context.office.profile.awaited(context.official)
    if prompt and prompt.awaits == INSTITUTION and prompt.data:
        await _belong(context, Institution(0, prompt.data), press.training)
    else:
        await asking.wait_for_institution(context, press.training)
        context.show(replies.type_institution(context.words, press.training))


async def pick_institution(context: Context, press: PickInstitution) -> None:
    """Take one of the suggested institutions."""
    institution = await context.office.profile.institution(press.institution)
    if institution is None:
        await start.stale(context)
    else:
        await _belong(context, institution, press.training)


async def skip_institution(context: Context, _: SkipInstitution) -> None:
    """Go without an institution, or keep the one that is known."""
    await context.office.profile.answered(context.official)
    known = context.official.institution
    context.show(replies.institution_saved(context.words, known) if known else replies.skipped(context.words))


def _can_be_institution(name: str) -> bool:
    """Tell a name from a slip; a question is none, though the bot waits for a name."""
    fits = SHORTEST_INSTITUTION <= len(name) <= LONGEST_INSTITUTION
    return fits and any(sign.isalpha() for sign in name) and not name.endswith("?")


async def _institution(context: Context, prompt: Prompt, message: Message) -> None:
    text = _text(message)
    name = clean(text)
    training_id = prompt.training_id or 0
    if not _can_be_institution(name):
        await unanswered.refuse(context, text, replies.bad_institution(context.words))
        return
    suggested = await context.office.profile.suggest(name)
    if len(suggested) == 1 and context.office.profile.names(suggested[0], name):
        await _belong(context, suggested[0], training_id)
    elif suggested:
        await context.office.profile.ask(context.official, INSTITUTION, prompt.training_id, name)
        context.reply(
            replies.ask_institution(context.words, suggested, training_id, required=bool(training_id), typed=name)
        )
    else:
        await _belong(context, Institution(0, name), training_id)


async def _belong(context: Context, institution: Institution, training_id: int) -> None:
    await context.office.profile.answered(context.official)
    context.official = await context.office.profile.belong(context.official, institution)
    context.show(replies.institution_saved(context.words, institution))
    if training_id:
        await signing_up.go_on(context, training_id)


def _reading(take: Callable[[Context, Prompt, str], Coroutine[Any, Any, None]]) -> Taking:
    """Return what takes the text of a message."""

    async def taking(context: Context, prompt: Prompt, message: Message) -> None:
        await take(context, prompt, _text(message))

    return taking


async def _announcement(context: Context, prompt: Prompt, message: Message) -> None:
    """Read a text or a caption; the file above a caption is not read."""
    await paste.taken(context, prompt, _text(message))
    if message.document:
        await files.refused(context, message)


TAKEN: Final[Mapping[str, Taking]] = {
    NAME: _name,
    INSTITUTION: _institution,
    composing.TEXT: broadcasting.write,
    waiting.ANNOUNCEMENT: _announcement,
    waiting.PROGRAMME: _reading(paste.named),
    waiting.STATEMENT: _reading(draft.answered),
    waiting.GAP: _reading(gaps.answered),
    waiting.HOUR: _reading(publishing.hour_answered),
    forecasting.HOUR: _reading(forecasting.hour_answered),
    managing.REASON: _reading(calling.typed),
    managing.DAYS: _reading(forms.typed_days),
    managing.STEP: _reading(forms.typed),
}
"""What takes a typed text, by what was waited for."""
