"""The bot in little memory, with a handler that takes all of it at a certain word, as a bug of ours might."""

import asyncio
from pathlib import Path
from resource import RLIM_INFINITY, RLIMIT_AS, setrlimit

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.application import Bot
from bot.cli.opening import SystemClock, opened, settings_from_environment
from bot.logs import start_logging
from bot.serving import serve
from handlers.context import Context

EATS = "zjedz wszystko"
SPARE = 256 * 2**20
PAGE = 4096
MOUTHFUL = 2**20


async def eat(_update: Update, _context: Context) -> None:
    """Take memory until there is none."""
    eaten = []
    while True:
        eaten.append(bytearray(MOUTHFUL))


def starve(bot: Bot) -> None:
    """Add the handler, and let the process grow by no more than a little from here on."""
    bot.dispatcher.add_handler(MessageHandler(filters.Text([EATS]), eat), group=-1)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    setrlimit(RLIMIT_AS, (pages * PAGE + SPARE, RLIM_INFINITY))


async def run() -> None:
    settings = settings_from_environment()
    start_logging(settings.logs)
    async with opened(settings, exclusive=True) as storage:
        await serve(settings, storage, SystemClock(), lambda _line: None, ready=starve)


if __name__ == "__main__":
    asyncio.run(run())
