"""The whole demonstration in this process: the town of `make demo` with its people and its page; the clock stands."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.cli.demo.play import Demo
from playground import page
from playground.server import serve
from playground.stage import Stage


@asynccontextmanager
async def opened() -> AsyncIterator[Stage]:
    """Let a town live with everyone in it, until the block ends."""
    async with Demo(None, today=False).opened() as stage:
        stage.clock.pause()
        yield stage


@asynccontextmanager
async def served(stage: Stage, port: int = 0) -> AsyncIterator[str]:
    """Serve the page of a stage; yields its address."""
    async with serve(stage.world, port=port, routes=page.routes(stage)) as address:
        yield f"{address.root}/"
