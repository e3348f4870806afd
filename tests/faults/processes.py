"""The bot as a child process on a local Telegram: started, killed, started again."""

import asyncio
import os
import sqlite3
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from domain.dates import MIDNIGHT
from domain.official import Preferences
from domain.wall import Wall
from playground.chats import Message
from playground.persons import Person
from playground.server import Address, serve
from playground.world import World

ROOT = Path(__file__).parents[2]
AHEAD = Path(__file__).with_name("ahead.py")
IN_FLIGHT = 16
"""Notices on their way at the same time, unless the settings say otherwise."""
ENTRY = '{"programme": "Szkolenia", "organiser": null, "coordinator": null, "signup_url": null, "faq": null}'
"""A programme with a name and nothing else."""
HOUR_BEFORE_ALONE = Preferences(day_before=False, quiet_from=MIDNIGHT, quiet_until=MIDNIGHT)


@dataclass
class Served:
    """A world behind a door, and the settings with which a child process finds it.

    The bot goes by the machine's clock, or ``by_its_clock``, the world's.
    """

    world: World
    address: Address
    database: str
    by_its_clock: bool = False

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
            "TERMINARZ_SENDING__PER_CHAT": "60000",
            "TERMINARZ_INTAKE__POLL_TIMEOUT": "2",
        }

    async def start(self, more: Mapping[str, str] | None = None) -> Process:
        ahead = (self.world.clock.now() - datetime.now(UTC)).total_seconds()
        program = (str(AHEAD), str(ahead)) if self.by_its_clock else ("-m", "bot", "run")
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *program,
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

    async def killed_after(
        self, more: int, count: Callable[[], int], besides: Callable[[], object] = lambda: True
    ) -> None:
        """Run the bot and kill it when there is so much more of something, and besides something holds."""
        wanted = count() + more
        async with self.running():
            await self.until(lambda: count() >= wanted and besides())

    async def until(self, fulfilled: Callable[[], object], within: float = 60.0) -> None:
        await self.world.until(fulfilled, within=within)


@asynccontextmanager
async def served(world: World, database: Path, *, by_its_clock: bool = False) -> AsyncIterator[Served]:
    async with serve(world) as address:
        yield Served(world, address, f"sqlite:///{database}", by_its_clock)


def known(world: World, first_name: str, last_name: str, number: int) -> Person:
    """Return somebody who has started the bot long ago."""
    person = world.person(first_name, last_name, id=number)
    person.private.members[world.bot.id] = "member"
    return person


def said(messages: list[Message], phrase: str) -> list[Message]:
    """Return what the bot has said with a phrase in it."""
    return [message for message in messages if message.from_bot and phrase in message.text.replace("\xa0", " ")]


def wall(moment: datetime) -> Wall:
    """Return what a clock in a programme of UTC shows, in whole minutes."""
    return Wall(moment.date(), moment.time().replace(second=0, microsecond=0))


def rows(database: Path, question: str) -> list[Any]:
    """Look into a database while the bot runs or not."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(question).fetchall()
