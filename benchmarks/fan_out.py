"""A message to a quarter of a million people: written beside a bare INSERT ... SELECT of the same rows, held and ended.

The database is a file, written ahead with synchronous=FULL. One line of JSON a row.
"""

import asyncio
import json
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measuring.rows import Work, working
from domain.broadcast import Audience, Begun, Broadcast, Segment, Turned, Turning
from domain.desks.broadcasts import BroadcastsDesk
from domain.desks.composing import ComposingDesk
from domain.desks.fan_outs import FanOutLane
from domain.desks.organisers import Denial
from domain.fan_out import CHUNK
from domain.official import Grant, Official, Role
from domain.ports import Storage
from storage.database import open_storage

PEOPLE = 250_000
FIRST = 10**9
STEP = 37
NOW = datetime(2026, 4, 27, 6, 0, tzinfo=UTC)
ENTRY = '{"programme": "Szkolenia", "organiser": null, "coordinator": null, "signup_url": null, "faq": null}'
OLGA = Official(1, name="Olga Lis")
BEAT = 0.001

Verb = Callable[[BroadcastsDesk, Official, int], Awaitable[Turning | Denial]]
TURNS: tuple[Verb, ...] = (BroadcastsDesk.pause, BroadcastsDesk.resume, BroadcastsDesk.pause, BroadcastsDesk.stop)


@dataclass(frozen=True, slots=True)
class FannedOut:
    """How long it took, in milliseconds on the wall and of the processor: the act, all chunks, the longest of them.

    ``loop_ms`` is the longest wait of the loop meanwhile. ``turns_cpu_ms`` are the acts that hold it, let it go on,
    hold it again and end it; ``dropping_cpu_ms`` is the longest of the chunks that drop the rest.
    """

    people: int
    act_ms: float
    act_cpu_ms: float
    total_ms: float
    cpu_ms: float
    longest_ms: float
    longest_cpu_ms: float
    loop_ms: float
    turns_cpu_ms: tuple[float, ...]
    dropping_cpu_ms: float


@dataclass(slots=True)
class Chunks:
    """What transactions took, one after another: seconds of the processor, and milliseconds of each on the wall."""

    cpu: float = 0.0
    most_cpu_ms: float = 0.0
    each_ms: list[float] = field(default_factory=list)

    def add(self, chunk: Work) -> None:
        """Note what one took."""
        self.cpu += chunk.cpu
        self.most_cpu_ms = max(self.most_cpu_ms, chunk.cpu_ms)
        self.each_ms.append(chunk.wall_ms)


@dataclass(slots=True)
class Pulse:
    """Wakes every millisecond and keeps how late it was at the most, in seconds."""

    latest: float = 0.0

    async def beat(self) -> None:
        """Beat until cancelled."""
        while True:
            due = time.perf_counter() + BEAT
            await asyncio.sleep(BEAT)
            self.latest = max(self.latest, time.perf_counter() - due)


async def measure(people: int = PEOPLE) -> FannedOut:
    """Let a message go out to everybody who hears of what is new, and write all their notices."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "town.db"
        storage = await open_storage(f"sqlite:///{file}")
        composed = await _composed(storage)
        _settle(file, people)
        pulse = Pulse()
        async with asyncio.TaskGroup() as tasks:
            beating = tasks.create_task(pulse.beat())
            act = await _send(storage, composed, people)
            written = await _write(storage)
            beating.cancel()
        _check(file, people)
        turns = [await _turn(storage, composed, verb) for verb in TURNS]
        dropped = await _write(storage)
        await storage.close()
    return FannedOut(
        people,
        act.wall_ms,
        act.cpu_ms,
        sum(written.each_ms),
        1000 * written.cpu,
        max(written.each_ms),
        written.most_cpu_ms,
        1000 * pulse.latest,
        tuple(round(each.cpu_ms, 1) for each in turns),
        dropped.most_cpu_ms,
    )


async def _composed(storage: Storage) -> Broadcast:
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Europe/Warsaw", ENTRY)
        await transaction.officials.save(OLGA)
        await transaction.organisers.grant(Grant(OLGA.id, Role.COORDINATOR, programme))
        desk = ComposingDesk(transaction, NOW)
        begun = await desk.compose(OLGA, programme)
        assert isinstance(begun, Broadcast)
        await desk.write(OLGA, begun.id, "Uwaga", 5)
        await desk.address(OLGA, begun.id, Segment(Audience.EVERYONE))
    return begun


def _settle(file: Path, people: int) -> None:
    """Add people who hear of everything that is new; by hand, since it takes long otherwise."""
    with sqlite3.connect(file) as connection:
        ids = [(FIRST + STEP * place,) for place in range(people)]
        connection.executemany("INSERT INTO official (id, language, preferences) VALUES (?, 'pl', '{}')", ids)
        connection.executemany("INSERT INTO subscription (official_id, weekly, everything) VALUES (?, 0, 1)", ids)
    connection.close()


async def _send(storage: Storage, composed: Broadcast, people: int) -> Work:
    """Return what the transaction of the act took."""
    with working(1) as act:
        async with storage.transaction() as transaction:
            sent = await ComposingDesk(transaction, NOW).send(OLGA, composed.id, people, OLGA.id, None)
    assert isinstance(sent, Begun)
    return act


async def _turn(storage: Storage, composed: Broadcast, verb: Verb) -> Work:
    """Return what the transaction took that holds it, lets it go on or ends it."""
    with working(1) as act:
        async with storage.transaction() as transaction:
            turned = await verb(BroadcastsDesk(transaction, NOW), OLGA, composed.id)
    assert isinstance(turned, Turned)
    return act


async def _write(storage: Storage) -> Chunks:
    """Return what each transaction took."""
    chunks, lane = Chunks(), FanOutLane(storage)
    while True:
        with working(1) as chunk:
            people = await lane.write_next()
        if people is None:
            return chunks
        chunks.add(chunk)


def _check(file: Path, people: int) -> None:
    connection = sqlite3.connect(file)
    (written,) = connection.execute("SELECT COUNT(DISTINCT official_id) FROM notice").fetchone()
    connection.close()
    assert written == people


def bare(people: int = PEOPLE) -> float:
    """Return how many milliseconds the rows alone take, in one transaction that locks everybody out."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "bare.db"
        asyncio.run(_empty(file))
        _settle(file, people)
        connection = sqlite3.connect(file, isolation_level=None)
        connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO notice (kind, official_id, key, args, due_at) "
            "SELECT 'message', official_id, 'message:' || official_id || ':1', '{}', 1 FROM subscription"
        )
        connection.execute("COMMIT")
        taken = time.perf_counter() - began
        connection.close()
    return 1000 * taken


async def _empty(file: Path) -> None:
    storage = await open_storage(f"sqlite:///{file}")
    await storage.close()


def main() -> None:
    """Print both rows."""
    print(json.dumps({"what": "one bare INSERT ... SELECT", "n": PEOPLE, "total_ms": round(bare(), 1)}))
    measured = asdict(asyncio.run(measure()))
    figures = {name: round(value, 1) if isinstance(value, float) else value for name, value in measured.items()}
    print(json.dumps({"what": f"a message to many, chunks of {CHUNK}", **figures}))


if __name__ == "__main__":
    main()
