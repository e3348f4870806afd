"""The bot as `python -m bot run` runs it, by a clock that is so many seconds ahead: in a city it is office hours."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta

import uvloop

from bot.cli.opening import opened, settings_from_environment
from bot.logs import start_logging
from bot.serving import serve


class Ahead:
    """The machine's clock and a constant."""

    def __init__(self, by: timedelta) -> None:
        self._by = by

    def now(self) -> datetime:
        """Return the instant in UTC."""
        return datetime.now(UTC) + self._by


async def run(by: timedelta) -> None:
    """Serve until SIGTERM."""
    settings = settings_from_environment()
    start_logging(settings.logs)
    async with opened(settings, exclusive=True) as storage:
        await serve(settings, storage, Ahead(by), lambda _line: None)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(run(timedelta(seconds=float(sys.argv[1]))))
