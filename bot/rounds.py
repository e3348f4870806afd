"""The courier's rounds: one after each ring. Never imports handlers or storage."""

import asyncio

import structlog

from domain.desks.courier import Courier

log = structlog.get_logger()

PAUSE = 5.0
"""Seconds after a round that failed as a whole, because of a locked database for example."""


class Rounds:
    """Lets the courier deliver what is due whenever the event is set; anybody may set it."""

    def __init__(self, courier: Courier, rung: asyncio.Event) -> None:
        self._courier = courier
        self._rung = rung

    async def run(self) -> None:
        """Make rounds for ever, the first at once."""
        self._rung.set()
        while True:
            await self._rung.wait()
            self._rung.clear()
            try:
                await self._courier.deliver_due()
            except Exception:
                log.exception("round failed")
                await asyncio.sleep(PAUSE)
                self._rung.set()
