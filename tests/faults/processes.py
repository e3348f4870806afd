"""The bot as a child process on a local Telegram: started, killed, started again."""

import asyncio
import os
import signal
import sqlite3
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from domain.dates import MIDNIGHT
from domain.official import Preferences
from domain.wall import Wall
from playground.chats import Message
from playground.persons import Person
from playground.server import Address, serve
from playground.world import World
from storage.database import open_storage
from tests.faults import recorder

ROOT = Path(__file__).parents[2]
AHEAD = Path(__file__).with_name("ahead.py")
IN_FLIGHT = 16
"""Notices on their way at the same time, unless the settings say otherwise."""
TICK = 0.05
"""Seconds between two looks at what no event of the world tells of."""
TAIL = 4_000
"""Characters of what the bot said that a failed wait shows."""
ENTRY = '{"programme": "Szkolenia", "organiser": null, "coordinator": null, "signup_url": null, "faq": null}'
"""A programme with a name and nothing else."""
HOUR_BEFORE_ALONE = Preferences(day_before=False, quiet_from=MIDNIGHT, quiet_until=MIDNIGHT)


@dataclass
class Served:
    """A world behind a door, and the settings with which a child process finds it.

    The bot goes by the machine's clock, or ``by_its_clock``, the world's. ``settings`` are more of them, for every
    start, ``program`` is what Python runs in place of the bot itself. ``kills`` counts the deaths that were not the
    bot's own wish; ``process`` is the one that runs, if any.
    """

    world: World
    address: Address
    database: str
    by_its_clock: bool = False
    settings: dict[str, str] = field(default_factory=dict)
    process: Process | None = None
    kills: int = 0
    program: Sequence[str] = ("-m", "bot", "run")

    @property
    def folder(self) -> Path:
        """Where nothing but the database is: no settings of a person's who runs the tests in a working copy."""
        return self.file.parent

    @property
    def file(self) -> Path:
        """The database."""
        return Path(self.database.removeprefix("sqlite:///"))

    @property
    def log(self) -> Path:
        """All that the bot has said on standard error, over all starts."""
        return self.folder / "stderr.txt"

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
            **self.settings,
        }

    async def start(self, more: Mapping[str, str] | None = None) -> Process:
        """Start the bot and leave it to the caller; `running` stops it as well."""
        ahead = (self.world.clock.now() - datetime.now(UTC)).total_seconds()
        program = (str(AHEAD), str(ahead)) if self.by_its_clock else self.program
        return await self.started(*program, more=more)

    async def started(self, *words: str, more: Mapping[str, str] | None = None) -> Process:
        """Start Python on anything in the bot's surroundings."""
        with self.log.open("ab") as log:
            return await asyncio.create_subprocess_exec(
                sys.executable,
                *words,
                env=self.environment() | dict(more or {}),
                cwd=self.folder,
                stdout=DEVNULL,
                stderr=log,
            )

    @asynccontextmanager
    async def running(self, more: Mapping[str, str] | None = None) -> AsyncIterator[Process]:
        """Run the bot for a while and kill it."""
        self.process = process = await self.start(more)
        try:
            yield process
        finally:
            self.process = None
            await self.kill(process)

    async def kill(self, process: Process) -> None:
        """End a process at once, unless it has ended by itself."""
        if process.returncode is None:
            process.kill()
            self.kills += 1
        await process.wait()

    async def stop(self, process: Process, within: float = 10.0) -> int:
        """Ask a process to stop, wait for it and return its status."""
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        return await self.ended(process, within)

    async def ended(self, process: Process, within: float = 30.0) -> int:
        """Wait for a process that ends by itself and return its status; below 0 it is a signal."""
        try:
            async with asyncio.timeout(within):
                return await process.wait()
        except TimeoutError:
            raise AssertionError(f"it runs on after {within} s{self.last_words()}") from None

    @asynccontextmanager
    async def supervised(self) -> AsyncIterator[list[int]]:
        """Run the bot, start it anew as often as it ends, kill the last; the statuses of those that ended so far."""
        statuses: list[int] = []

        async def supervise() -> None:
            while True:
                current.append(await self.start())
                statuses.append(await current[-1].wait())

        current: list[Process] = []
        async with asyncio.TaskGroup() as tasks:
            supervising = tasks.create_task(supervise())
            try:
                yield statuses
            finally:
                supervising.cancel()
                if current:
                    await self.kill(current[-1])

    @asynccontextmanager
    async def frozen(self, span: timedelta) -> AsyncIterator[None]:
        """Let the process that runs stand still for a while, however many it may be by then."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)
        until = self.world.clock.now() + span
        yield
        await self.until(lambda: self.world.clock.now() >= until, within=span.total_seconds() + 30)
        self.process.send_signal(signal.SIGCONT)

    async def killed_after(
        self, more: int, count: Callable[[], int], besides: Callable[[], object] = lambda: True
    ) -> None:
        """Run the bot and kill it when there is so much more of something, and besides something holds."""
        wanted = count() + more
        async with self.running():
            await self.until(lambda: count() >= wanted and besides())

    async def until(self, fulfilled: Callable[[], object], within: float = 60.0) -> None:
        """Wait until something holds, looking at every event of the world and between; not longer than the bot runs.

        A wait that fails shows the last words of the bot.
        """
        moved = asyncio.Event()
        stop = self.world.watch(lambda _event: moved.set())
        try:
            async with asyncio.timeout(within):
                while not fulfilled():
                    if self.process and self.process.returncode is not None and not fulfilled():
                        raise AssertionError(f"the bot ended with {self.process.returncode}{self.last_words()}")
                    await _happened(moved)
        except TimeoutError:
            calls = [(call.method, call.chat_id, call.outcome) for call in self.world.calls[-5:]]
            told = f"did not come true within {within} s; last calls: {calls}{self.last_words()}"
            raise AssertionError(told) from None
        finally:
            stop()

    def last_words(self) -> str:
        """Return the end of what the bot has said on standard error."""
        said = self.log.read_text(errors="replace")[-TAIL:] if self.log.exists() else ""
        return f"\nlast words of the bot:\n{said}" if said else "\nthe bot said nothing"


async def _happened(event: asyncio.Event) -> None:
    """Wait for an event of the world, or for a while."""
    try:
        async with asyncio.timeout(TICK):
            await event.wait()
            event.clear()
    except TimeoutError:
        return


@asynccontextmanager
async def served(
    world: World, database: Path, *, by_its_clock: bool = False, recorded: bool = True
) -> AsyncIterator[Served]:
    """Serve a world to a bot whose database is recorded, unless the case is about one that is not there or broken."""
    if recorded:
        await (await open_storage(f"sqlite:///{database}")).close()
        recorder.install(database)
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
