"""From PTB's handlers to ours: commands with their argument, presses with their type. Never imports storage."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from telegram import CallbackQuery, Update
from telegram.constants import ChatType
from telegram.ext import CommandHandler, filters

from handlers.buttons import Press, decode
from handlers.context import Context

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST_NUMBER = 15

Told = Coroutine[Any, Any, None]
Callback = Callable[[Update, Context], Told]
Command = Callable[[Context, str], Told]
Pressed = Callable[[Context, Any], Told]


def command(names: Sequence[str], answer: Command, where: filters.BaseFilter) -> CommandHandler[Context, None]:
    """Answer a command under each of its names; what stands behind it is its argument."""

    async def answered(update: Update, context: Context) -> None:
        message = update.effective_message
        told = message.reply_to_message if message else None
        context.exchange.replied_to = told.message_id if told else None
        text = message.text if message else None
        _, *behind = (text or "").split(maxsplit=1)
        await answer(context, "".join(behind).strip())

    return CommandHandler(names, answered, filters=where)


def number(argument: str) -> int | None:
    """Return the number behind a command, 0 for one too long to be anything's, ``None`` when it is no number."""
    if not (argument.isascii() and argument.isdigit()):
        return None
    return int(argument) if len(argument) <= LONGEST_NUMBER else 0


def pressed(
    presses: Mapping[type[Press], Pressed], stale: Callable[[Context], Told], in_public: Callable[[Context], Told]
) -> Callback:
    """Answer a press by its type: one of another time or make kindly, one in public without anything personal."""

    async def answered(update: Update, context: Context) -> None:
        query = update.callback_query
        press = _press(query)
        if query and query.message and query.message.chat.type != ChatType.PRIVATE:
            await in_public(context)
        elif press is None:
            await stale(context)
        else:
            await presses[type(press)](context, press)

    return answered


def _press(query: CallbackQuery | None) -> Press | None:
    return decode(query.data) if query and query.data else None
