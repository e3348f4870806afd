"""Rounds: work that is looked at again after each ring. Never imports handlers or storage."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger()

PAUSE = 5.0
"""Seconds after a round that failed as a whole, because of a locked database for example."""


class Rounds:
    """Does its work, delivering what is due for example, whenever the event is set; anybody may set it."""

    def __init__(self, work: Callable[[], Awaitable[object]], rung: asyncio.Event) -> None:
        self._work = work
        self._rung = rung

    async def run(self) -> None:
        """Make rounds for ever, the first at once."""
        self._rung.set()
        while True:
            await self._rung.wait()
            self._rung.clear()
            try:
                await self._work()
            except Exception:
                log.exception("round failed")
                await asyncio.sleep(PAUSE)
                self._rung.set()
