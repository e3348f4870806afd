"""A text that was not waited for: an organiser's may be an announcement, and is asked about. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from domain import announcement
from domain.programme.form import DEFAULT_TIMEZONE
from handlers import questions
from handlers.announcing import files, paste, waiting
from handlers.announcing.sheet import organises
from handlers.announcing.waiting import A_PART, CONTINUED, OFFERED, Parts
from handlers.replies.announcing import paste as replies
from handlers.texts.markup import clean

if TYPE_CHECKING:
    from telegram import Message

    from domain.ports import Prompt
    from handlers.context import Context

LONG: Final = 200
"""Characters from which on one date is enough."""
SHORTEST: Final = 15


async def offered(context: Context, prompt: Prompt | None, message: Message) -> bool:
    """Take an organiser's text as the next part of one before, or ask whether it is an announcement.

    ``False`` when it is none; a document above a caption that is none is refused.
    """
    text = message.text or message.caption or ""
    kept = waiting.parts(prompt.data) if prompt and prompt.awaits in {OFFERED, CONTINUED} else Parts()
    if whole := kept.continued(text, context.office.now):
        await _go_on(context, prompt, whole)
        return True
    found = _trainings(context, text) if _worth_reading(text) and await organises(context) else None
    if found is None or not _may_be(text, found, forwarded=message.forward_origin is not None):
        return bool(message.document) and await files.refused(context, message)
    await waiting.keep(context, OFFERED, waiting.begun(text, context.office.now))
    context.reply(replies.offer(context.words, found))
    return True


async def _go_on(context: Context, prompt: Prompt | None, whole: Parts) -> None:
    if prompt and prompt.awaits == CONTINUED:
        await paste.read(context, whole)
    else:
        await waiting.keep(context, OFFERED, whole)


def _worth_reading(text: str) -> bool:
    """Tell whether a text is worth reading at all: a word or a short question announces nothing."""
    return len(text) >= SHORTEST and not (len(text) < LONG and clean(text).endswith("?"))


def _may_be(text: str, found: int, *, forwarded: bool) -> bool:
    """Tell whether a text in which so many trainings were found may be an announcement."""
    if len(text) >= A_PART:
        return True
    return found > 1 or (found > 0 and (forwarded or len(text) > LONG))


def _trainings(context: Context, text: str) -> int:
    return len(announcement.read(text, context.office.now, ZoneInfo(DEFAULT_TIMEZONE)).found)


async def accept(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Read the text that is at hand as an announcement."""
    if parts := await _at_hand(context):
        await paste.read(context, parts)


async def ask(context: Context, _: Any = None) -> None:  # noqa: ANN401
    """Answer the text that is at hand as a question."""
    if parts := await _at_hand(context):
        await context.office.profile.answered(context.official)
        await questions.answer(context, parts.text)


async def _at_hand(context: Context) -> Parts | None:
    prompt = await context.office.profile.awaited(context.official)
    parts = waiting.parts(prompt.data) if prompt and prompt.awaits == OFFERED else Parts()
    if not parts.text:
        context.show(replies.forgotten(context.words))
        return None
    return parts
