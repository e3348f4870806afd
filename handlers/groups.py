"""Groups: what is said where others read along. Short, never personal, and not often; the rest is for the private chat.

Never imports storage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import MessageEntityType

from domain.question import Answer, Behaviour, Intent
from handlers.questions import LONGEST
from handlers.replies import groups as replies
from handlers.replies import questions
from handlers.reply import Toast

if TYPE_CHECKING:
    from telegram import Message, Update

    from handlers.context import Context
    from handlers.reply import Reply


async def hint(_: Update, context: Context) -> None:
    """Answer a command that is personal with the way to the private chat."""
    await say(context, replies.hint(context.words, context.service))


async def list_command(context: Context, _: str) -> None:
    """Answer /szkolenia with the next few trainings."""
    upcoming = await context.office.information.upcoming()
    await say(context, replies.upcoming(context.words, upcoming, context.service))


async def ask_command(context: Context, argument: str) -> None:
    """Answer /zapytaj: with a question answer it, without one tell what can be asked."""
    if not await context.office.questions.speak_in(context.exchange.chat_id):
        return
    found = Answer(Intent.HELP, Behaviour.ANSWER, context.official.language)
    if argument:
        found = await context.office.information.answer([argument[:LONGEST]], context.official.language)
        await context.office.questions.count(found)
    context.reply(questions.answer(context.words_in(found.language), found, context.service, private=False))


async def heard(update: Update, context: Context) -> None:
    """Answer a message that speaks to the bot, by a mention or as a reply to it; all others are left alone."""
    asked = _asked(update.message, context) if update.message else None
    if asked is not None:
        await ask_command(context, asked)


async def pressed(context: Context) -> None:
    """Answer a press to the one who pressed alone: what is personal stays in the private chat."""
    context.toast(Toast(context.words.plain("group.hint"), alert=True))


async def say(context: Context, reply: Reply) -> None:
    """Say something, unless the bot has just spoken here."""
    if await context.office.questions.speak_in(context.exchange.chat_id):
        context.reply(reply)


def _asked(message: Message, context: Context) -> str | None:
    """Return what a message asks of the bot, without its name, or ``None`` when it speaks to others."""
    text = message.text or message.caption or ""
    read = message.parse_entities if message.text else message.parse_caption_entities
    name = f"@{context.service.bot_username}".casefold()
    mentions = [said for said in read([MessageEntityType.MENTION]).values() if said.casefold() == name]
    told = message.reply_to_message
    replies_to_us = told is not None and told.from_user is not None and told.from_user.id == context.bot.id
    if not mentions and not replies_to_us:
        return None
    for said in mentions:
        text = text.replace(said, " ")
    return text.strip()
