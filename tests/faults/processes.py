"""The bot as a child process on a local Telegram: started, killed, started again."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playground.server import Address, serve
from playground.world import World

ROOT = Path(__file__).parents[2]


@dataclass
class Served:
    """A world behind a door, and the settings with which a child process finds it."""

    world: World
    address: Address
    database: str

    @property
    def folder(self) -> Path:
        """Where nothing but the database is: no settings of a person's who runs the tests in a working copy."""
        return Path(self.database.removeprefix("sqlite:///")).parent

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
        return kept | {
            "PYTHONPATH": str(ROOT),
            "TERMINARZ_TOKEN": self.world.token,
            "TERMINARZ_BASE_URL": self.address.root,
            "TERMINARZ_DATABASE": self.database,
            "TERMINARZ_CONTROLLER__NAME": "Metropolia Nadmorska",
            "TERMINARZ_CONTROLLER__CONTACT": "dane@metropolia.example.org",
            "TERMINARZ_SENDING__RATE": "200",
            "TERMINARZ_INTAKE__POLL_TIMEOUT": "2",
        }

    async def start(self, more: Mapping[str, str] | None = None) -> Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "run",
            env=self.environment() | dict(more or {}),
            cwd=self.folder,
            stdout=DEVNULL,
            stderr=DEVNULL,
        )

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Process]:
        """Run the bot for a while and kill it."""
        process = await self.start()
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()

    async def until(self, fulfilled: Callable[[], bool], within: float = 60.0) -> None:
        await self.world.until(fulfilled, within=within)


@asynccontextmanager
async def served(world: World, database: Path) -> AsyncIterator[Served]:
    async with serve(world) as address:
        yield Served(world, address, f"sqlite:///{database}")
