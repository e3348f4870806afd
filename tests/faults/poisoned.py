"""The bot with a handler, asked before all others, that fails as a bug of ours might: at certain words."""

import asyncio
import os
import signal

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.application import Bot
from bot.cli.opening import SystemClock, opened, settings_from_environment
from bot.logs import start_logging
from bot.serving import serve
from domain.official import Official
from handlers.context import Context

DIES, HANGS, CANCELS, RAISES = "giń", "zawiśnij", "przerwij", "upadnij"
HALF_DONE = "Pół Roboty"
"""The name that whoever wrote one of the words is given before it all fails."""


async def fail(update: Update, context: Context) -> None:
    """Begin to have an effect, then fail."""
    await context.office.transaction.officials.save(Official(context.official.id, name=HALF_DONE))
    match update.message and update.message.text:
        case "giń":
            os.kill(os.getpid(), signal.SIGKILL)
        case "zawiśnij":
            await asyncio.Event().wait()
        case "przerwij":
            waiting = asyncio.get_running_loop().create_future()
            waiting.cancel()
            await waiting
        case _:
            raise ValueError


def spoil(bot: Bot) -> None:
    """Add the handler."""
    words = filters.Text([DIES, HANGS, CANCELS, RAISES])
    bot.dispatcher.add_handler(MessageHandler(words, fail), group=-1)


async def run() -> None:
    settings = settings_from_environment()
    start_logging(settings.logs)
    async with opened(settings, exclusive=True) as storage:
        await serve(settings, storage, SystemClock(), lambda _line: None, ready=spoil)


if __name__ == "__main__":
    asyncio.run(run())
