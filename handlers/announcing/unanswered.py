"""A typed text that is not what was waited for: a question is answered, and the waiting goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers import questions
from handlers.texts.markup import clean

if TYPE_CHECKING:
    from handlers.context import Context
    from handlers.reply import Reply


async def refuse(context: Context, text: str, why: Reply) -> None:
    """Say why a text cannot be taken, unless it is a question: that is answered."""
    if clean(text).endswith("?"):
        await questions.answer(context, text)
    else:
        context.reply(why)
