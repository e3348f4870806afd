"""The bot with a clock that is so many seconds ahead of the machine's: for what happens in office hours only."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta

from bot.cli.opening import opened, settings_from_environment
from bot.serving import serve


class Ahead:
    """The machine's clock and a constant."""

    def __init__(self, by: timedelta) -> None:
        self._by = by

    def now(self) -> datetime:
        return datetime.now(UTC) + self._by


async def run(by: timedelta) -> None:
    settings = settings_from_environment()
    async with opened(settings, exclusive=True) as storage:
        await serve(settings, storage, Ahead(by), lambda _line: None)


if __name__ == "__main__":
    asyncio.run(run(timedelta(seconds=float(sys.argv[1]))))
