"""A city on a strict Telegram in this process, whoever sends to it in another, and what the two did."""

import asyncio
import gc
import os
import sys
import time
from asyncio.subprocess import Process
from bisect import bisect_left
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from benchmarks.city.database import FIRST
from benchmarks.measuring.processes import lateness, most_resident_mb
from playground.clock import RunningClock
from playground.faults import Fault, slow, too_many
from playground.limits import Limits, Rate
from playground.server import serve
from playground.state import Event
from playground.world import Call, World

ROOT = Path(__file__).parents[2]
OFFICE_HOURS = datetime(2026, 4, 27, 10, 0, tzinfo=ZoneInfo("Europe/Warsaw")).astimezone(UTC)
LATENCY = 0.06
"""Seconds between a call and its answer."""
FREE_RATE = 30
"""Messages a second for which Telegram does not charge."""
RETRY_AFTER = 3
"""Seconds for which a refused person is to be left alone."""
QUIET = RETRY_AFTER + 2
"""Seconds without a message after which no more is expected."""
OK, TOO_MANY = 200, 429


class Send(NamedTuple):
    """A message to a person that came at a time of this process, how it was answered, and for how long to rest then."""

    at: float
    person: int
    status: int
    rest: float


class City:
    """People on a Telegram that allows so many messages a second, and what was sent to them, oldest first.

    The first message to each of the ``refused`` is answered with 429, and so is a ``stormy`` part of all. ``late`` are
    milliseconds by which this process did what was due: the server's part in what was measured.
    """

    def __init__(self, people: int, rate: int, refused: Sequence[int] = (), stormy: float = 0.0) -> None:
        limits = Limits(overall=Rate(min(rate, FREE_RATE), 1), paid=Rate(rate, 1))
        self.world = World(RunningClock(OFFICE_HOURS), limits=limits)
        self.people = [self.world.person("Anna", "Nowak", id=FIRST + number) for number in range(people)]
        for person in self.people:
            person.private.members[self.world.bot.id] = "member"
        for number in refused:
            self.world.faults.add(Fault(too_many(RETRY_AFTER), method="sendMessage", chat=number))
        self.world.faults.add(Fault(too_many(1), method="sendMessage", times=None, probability=stormy))
        self.world.faults.add(Fault(slow(LATENCY), times=None, after=True, spares=frozenset({"getUpdates"})))
        self.sends: list[Send] = []
        self.late: list[float] = []
        self.answered = 0
        self.world.watch(self._saw)

    def _saw(self, event: Event) -> None:
        if isinstance(event.subject, Call):
            if event.subject.method == "sendMessage":
                answer, status = event.subject.answer or {}, event.subject.status
                rest = answer.get("parameters", {}).get("retry_after", 0)
                self.sends.append(Send(time.perf_counter(), event.chat_id, status, rest))
                self.answered += status == OK
            self.world.calls.clear()  # an hour of a thousand a second would fill the memory

    @asynccontextmanager
    async def served(self) -> AsyncIterator[str]:
        """Serve the city without the garbage collector, which would stop the world for a tenth of a second."""
        gc.collect()
        gc.disable()
        try:
            async with serve(self.world) as address, lateness() as self.late:
                yield address.root
        finally:
            gc.enable()

    async def until(self, count: int, seconds: float, sender: Process) -> None:
        """Wait until so many messages were taken, or so long, or until none has come for a while."""
        end = time.perf_counter() + seconds
        while self.answered < count and time.perf_counter() < end:
            await asyncio.sleep(0.1)
            if sender.returncode is not None:
                raise RuntimeError("The process that sends has ended.")
            if self.sends and time.perf_counter() > self.sends[-1].at + QUIET:
                return


@dataclass(frozen=True, slots=True)
class Used:
    """What a process has used: processor seconds, and megabytes of memory at most."""

    seconds: float
    megabytes: float


@asynccontextmanager
async def running(
    city: City, root: str, program: Sequence[str], folder: Path, settings: Mapping[str, str]
) -> AsyncIterator[Process]:
    """Run a program of Python on a city until the block ends, stopped as a supervisor does."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    city_settings = {"TERMINARZ_TOKEN": city.world.token, "TERMINARZ_BASE_URL": root}
    environment = {**kept, **city_settings, "PYTHONPATH": str(ROOT), **settings}
    process = await asyncio.create_subprocess_exec(sys.executable, *program, env=environment, cwd=folder)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


def bot(city: City, root: str, database: Path, rate: int) -> AbstractAsyncContextManager[Process]:
    """Run the bot on a database."""
    settings = {
        "TERMINARZ_DATABASE": f"sqlite:///{database}",
        "TERMINARZ_CONTROLLER__NAME": "Metropolia Nadmorska",
        "TERMINARZ_CONTROLLER__CONTACT": "dane@metropolia.example.org",
        "TERMINARZ_LOGS__LEVEL": "ERROR",
        "TERMINARZ_SENDING__PAID": "true" if rate > FREE_RATE else "false",
    }
    ahead = (city.world.clock.now() - datetime.now(UTC)).total_seconds()
    return running(city, root, ("-m", "benchmarks.city.ahead", str(ahead)), database.parent, settings)


def used(process: Process) -> Used:
    """Read what a running process has used so far."""
    parts = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    seconds = (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")
    return Used(seconds, most_resident_mb(process.pid))


def most_in_a_second(times: Sequence[float]) -> int:
    """Return how many of the growing times lie within any second at most."""
    return max((bisect_left(times, at + 1.0) - number for number, at in enumerate(times)), default=0)


def share(found: Sequence[float], part: float) -> float:
    """Return a percentile; -1 for none."""
    return round(sorted(found)[min(len(found) - 1, int(part * len(found)))], 1) if found else -1.0
