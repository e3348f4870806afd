"""The dialogue: what a person answers, typed or tapped, when asked for a name or an institution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.desks.profile import INSTITUTION, NAME
from domain.institution import Institution
from domain.official import clean_name
from handlers import answering, asking, questions, signing_up, start
from handlers.replies import profile as replies
from handlers.texts.markup import clean

if TYPE_CHECKING:
    from telegram import Update

    from domain.ports import Prompt
    from handlers.buttons import AskInstitution, ChangeName, OtherInstitution, PickInstitution, SkipInstitution
    from handlers.context import Context
    from handlers.reply import Reply

LONGEST_INSTITUTION = 120
SHORTEST_INSTITUTION = 2


async def typed(update: Update, context: Context) -> None:
    """Take a typed text as the answer to the question it replies to, as what is waited for, or as a question."""
    if await answering.organiser_reply(update, context):
        return
    text = (update.message and (update.message.text or update.message.caption)) or ""
    prompt = await context.office.profile.awaited(context.official)
    if prompt is None:
        await questions.answer(context, text)
    elif prompt.awaits == NAME:
        await _name(context, prompt, text)
    else:
        await _institution(context, prompt, text)


async def _refuse(context: Context, text: str, why: Reply) -> None:
    """Say why a text is not what was waited for, unless it is a question: that is answered, and the waiting goes on."""
    if clean(text).endswith("?"):
        await questions.answer(context, text)
    else:
        context.reply(why)


async def change_name(context: Context, press: ChangeName) -> None:
    """Wait for another name."""
    await asking.ask_name(context, press.training)


async def _name(context: Context, prompt: Prompt, text: str) -> None:
    name = clean_name(text)
    if name is None:
        await _refuse(context, text, replies.bad_name(context.words))
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


async def _institution(context: Context, prompt: Prompt, text: str) -> None:
    name = clean(text)
    training_id = prompt.training_id or 0
    if not _can_be_institution(name):
        await _refuse(context, text, replies.bad_institution(context.words))
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
