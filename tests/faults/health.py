"""Health as whoever watches over the bot sees it: what each part told last, read beside the bot."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic

from domain.health import Beat, Condition, Part, serves
from tests.faults.ledger import instant
from tests.faults.processes import Served, rows

LONGEST = 3600.0
"""Seconds for which nothing lasts that is watched."""


def green(bot: Served) -> bool:
    """Tell whether every part is there and serves."""
    told = rows(bot.file, "SELECT part, beaten_at, condition, said FROM heartbeat")
    beats = [Beat(Part(part), instant(at), Condition(condition), said) for part, at, condition, said in told]
    return serves(beats, bot.world.clock.now())


def red(bot: Served) -> bool:
    """Tell whether health says that the bot cannot serve."""
    return not green(bot)


async def asked(bot: Served) -> int:
    """Ask as an operator does, and return the exit status."""
    return await bot.ended(await bot.started("-m", "bot", "health"))


@asynccontextmanager
async def told(bot: Served, tell: Callable[[str], None]) -> AsyncIterator[None]:
    """Tell how soon health turned red while something lasts, if it did; it is green when that begins."""
    await bot.until(lambda: green(bot))
    began, turned = monotonic(), []

    async def look() -> None:
        await bot.until(lambda: red(bot), within=LONGEST)
        turned.append(monotonic() - began)

    async with asyncio.TaskGroup() as tasks:
        looking = tasks.create_task(look())
        try:
            yield
        finally:
            looking.cancel()
    tell(f"health red after {turned[0]:.1f} s" if turned else "health never red")
