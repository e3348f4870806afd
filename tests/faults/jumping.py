"""The bot on a machine whose clock is set while it runs: by as many seconds as a file says at any moment."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Self

import apscheduler.schedulers.base

import bot.alarm
from bot.cli.opening import opened, settings_from_environment
from bot.logs import start_logging
from bot.serving import serve

OFF = Path(sys.argv[1])
OFTEN = timedelta(seconds=2)
"""So often the records are looked through here: nobody waits five minutes for it."""


class Set(datetime):
    """What the machine's clock shows."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return super().now(tz) + timedelta(seconds=float(OFF.read_text()))


class SetClock:
    """The machine's clock."""

    @staticmethod
    def now() -> datetime:
        return Set.now(UTC)


async def run() -> None:
    settings = settings_from_environment()
    start_logging(settings.logs)
    async with opened(settings, exclusive=True) as storage:
        await serve(settings, storage, SetClock(), lambda _line: None)


if __name__ == "__main__":
    apscheduler.schedulers.base.datetime = Set
    bot.alarm.RECONCILED_EVERY = OFTEN
    bot.alarm.datetime = Set  # type: ignore[attr-defined]
    asyncio.run(run())
