"""The bot with less patience: it gives an answer up, tries again and trusts its token anew after a second or two."""

import asyncio
from datetime import timedelta

from bot import sending, telegram
from bot.cli.opening import SystemClock, opened, settings_from_environment
from bot.logs import start_logging
from bot.serving import serve
from domain.desks import leases

PATIENCE = 1.0
"""Seconds for which it waits for an answer to what it sends."""
AGAIN = timedelta(seconds=0.2)


async def run() -> None:
    settings = settings_from_environment()
    start_logging(settings.logs)
    (telegram.BotApi.call.__kwdefaults__ or {})["read_timeout"] = PATIENCE
    leases.AGAIN_AFTER = AGAIN
    sending.TOKEN_PAUSE = PATIENCE
    async with opened(settings, exclusive=True) as storage:
        await serve(settings, storage, SystemClock(), lambda _line: None)


if __name__ == "__main__":
    asyncio.run(run())
