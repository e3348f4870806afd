"""Questions in plain words, in the private chat: whatever is typed and not waited for. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.question import Answer, Behaviour, Intent
from handlers import finding, why
from handlers.buttons import ShowAccount, ShowMine
from handlers.replies import questions as replies

if TYPE_CHECKING:
    from handlers.buttons import AskAbout
    from handlers.context import Context

LONGEST = 1000
"""Characters of a question that are read."""


async def answer(context: Context, text: str) -> None:
    """Answer a question as a follow-up of the last few, and keep it for a while so that it can be passed on."""
    official, chat_id = context.official, context.exchange.chat_id
    before = await context.office.questions.recent(official, chat_id)
    found = await context.office.information.answer([*before, text[:LONGEST]], official.language)
    noted = await context.office.questions.take(official, chat_id, text, found)
    words = context.words_in(found.language)
    if found.notices:
        await why.show(context, ShowAccount(), words=words)
        return
    if found.intent is Intent.MINE:
        await finding.show_mine(context, ShowMine(), words=words)
    else:
        context.reply(replies.answer(words, found, context.service, question=noted.number, mine=noted.place))


async def command(context: Context, argument: str) -> None:
    """Answer /zapytaj: with a question answer it, without one show how to ask."""
    if argument:
        await answer(context, argument)
    else:
        await show_how(context)


async def show_how(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Show what can be asked; whatever the bot waited for, what comes next is a question."""
    await context.office.profile.answered(context.official)
    words = context.words
    how = Answer(Intent.HELP, Behaviour.ANSWER, words.language)
    context.show(replies.answer(words, how, context.service))


async def ask_about(context: Context, press: AskAbout) -> None:
    """Invite a question about one training: as if it had just been named, so that "where?" is understood."""
    stored = await context.office.information.training(press.training)
    if stored is None:
        await finding.missing(context)
        return
    await context.office.profile.answered(context.official)
    words = context.words
    named = Answer(Intent.DETAILS, Behaviour.ANSWER, words.language, (stored,))
    title, day = stored.training.title, stored.training.details.start.day
    await context.office.questions.note(
        context.official, context.exchange.chat_id, f"{title}, {day.day}.{day.month:02}.{day.year}", named
    )
    context.reply(replies.invitation(words, stored.training))
