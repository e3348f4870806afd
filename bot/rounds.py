"""The courier's rounds: one after each ring of the alarm. Never imports handlers or storage."""

import asyncio

import structlog

from domain.desks.courier import Courier

log = structlog.get_logger()

PAUSE = 5.0
"""Seconds after a round that failed as a whole, a locked database for example."""


class Rounds:
    """Lets the courier deliver what is due whenever somebody rings."""

    def __init__(self, courier: Courier) -> None:
        self._courier = courier
        self._rung = asyncio.Event()
        self._rung.set()

    def ring(self) -> None:
        """Ask for a round."""
        self._rung.set()

    async def run(self) -> None:
        """Make rounds for ever."""
        while True:
            await self._rung.wait()
            self._rung.clear()
            try:
                await self._courier.deliver_due()
            except Exception:
                log.exception("round failed")
                await asyncio.sleep(PAUSE)
                self.ring()
