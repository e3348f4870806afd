"""The bot with a stopwatch that a file puts forward, and short pauses between polls: an hour of trouble in a minute."""

import asyncio
import sys
import time
from pathlib import Path

from bot import intake
from bot.cli.opening import SystemClock, opened, settings_from_environment
from bot.logs import start_logging
from bot.pulse import Polls
from bot.serving import serve

PAUSE = 0.1
"""Seconds between polls that fail."""
FORWARD = Path(sys.argv[1])


def seconds() -> float:
    return time.monotonic() + float(FORWARD.read_text())


async def run() -> None:
    settings = settings_from_environment()
    start_logging(settings.logs)
    intake.LONGEST_PAUSE = PAUSE
    Polls.__init__.__defaults__ = (seconds,)
    async with opened(settings, exclusive=True) as storage:
        await serve(settings, storage, SystemClock(), lambda _line: None)


if __name__ == "__main__":
    asyncio.run(run())
