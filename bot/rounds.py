"""Rounds: work that is looked at again after each ring. Never imports handlers or storage."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.trouble import Trouble

PAUSE = 5.0
"""Seconds after a round that failed as a whole, because of a locked database for example."""


class Rings:
    """Events that are set together: one ring wakes everybody who waits for an event of these."""

    def __init__(self) -> None:
        self._events: list[asyncio.Event] = []

    def add(self) -> asyncio.Event:
        """Return one more event."""
        self._events.append(asyncio.Event())
        return self._events[-1]

    def ring(self) -> None:
        """Set all of them."""
        for event in self._events:
            event.set()


class Rounds:
    """Does its work, delivering what is due for example, whenever the event is set; anybody may set it."""

    def __init__(self, work: Callable[[], Awaitable[object]], rung: asyncio.Event) -> None:
        self._work = work
        self._rung = rung
        self._trouble = Trouble("a round", logging.ERROR)

    def ring(self) -> None:
        """Make a round now."""
        self._rung.set()

    async def run(self) -> None:
        """Make rounds for ever, the first at once."""
        self._rung.set()
        while True:
            await self._rung.wait()
            self._rung.clear()
            try:
                await self._work()
            except Exception as error:  # noqa: BLE001 - the next one may work
                self._trouble.failed(type(error).__name__, exc_info=error)
                await asyncio.sleep(PAUSE)
                self._rung.set()
            else:
                self._trouble.worked()
