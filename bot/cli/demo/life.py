"""A town that lives by itself: its clock runs, and the bot answers whatever comes.

One loop does in turn what the served bot does at once, with the very same parts. So a clock that is moved over a week
can wait at every reminder until it has been said.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Self

import structlog

from bot.cli.demo.town import Town
from playground.clock import RunningClock
from playground.state import Event

log = structlog.get_logger()

TICK = 1.0
"""Seconds after which the town is looked at even if nobody did anything: time passes, and attempts are repeated."""

SHORTEST_TICK = 0.05


class Life:
    """Lets a town live, and time pass in it; only one of the two acts on it at any moment."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._undisturbed = asyncio.Lock()
        self._woken = asyncio.Event()
        town.world.watch(self._notice)

    @asynccontextmanager
    async def lived(self) -> AsyncIterator[Self]:
        """Live until the block ends."""
        living = asyncio.create_task(self.go_on())
        try:
            yield self
        finally:
            living.cancel()
            await asyncio.gather(living, return_exceptions=True)

    async def go_on(self) -> None:
        """Answer and deliver for ever, whatever fails."""
        while True:
            self._woken.clear()
            quiet_for = TICK
            try:
                async with self._undisturbed:
                    await self._catch_up()
                    quiet_for = await self._quiet_for()
            except Exception:
                log.exception("the town stumbled")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), quiet_for)

    async def until(self, moment: datetime) -> None:
        """Move the clock to an instant, stopping wherever something falls due on the way."""
        async with self._undisturbed:
            await self._town.until(moment)

    async def next_due(self) -> datetime | None:
        """Return the instant at which something falls due next, once all that is going on has been said."""
        async with self._undisturbed:
            await self._catch_up()
            return await self._town.next_due()

    def _notice(self, event: Event) -> None:
        if event.kind == "update":
            self._woken.set()

    async def _quiet_for(self) -> float:
        """Return the real seconds until something falls due, so that a fast clock is served on time as well."""
        clock, due = self._town.clock, await self._town.next_due()
        if due is None or not isinstance(clock, RunningClock) or not clock.running:
            return TICK
        return min(TICK, max(SHORTEST_TICK, (due - clock.now()).total_seconds() / clock.speed))

    async def _catch_up(self) -> None:
        """Settle; Telegram is asked only when it has something, so that an idle town leaves no trace of calls."""
        if self._town.world.updates.pending:
            await self._town.settle()
        else:
            await self._town.bot.turns.drain()
            await self._town.bot.delivery.courier.deliver_due()
