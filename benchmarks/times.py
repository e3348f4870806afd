"""Time: what waits for its hour as rows, beside APScheduler's jobs; many due at once, and restarts."""

import shutil
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.measuring import jobs
from benchmarks.measuring.large import DAY, NOW, Extent, made
from benchmarks.measuring.loops import run
from benchmarks.measuring.pending import with_pending
from benchmarks.measuring.processes import in_child, lateness, resident_mb
from benchmarks.measuring.replay import Noting, opened, replay
from benchmarks.measuring.rows import Work, aim, ratio, tell, working
from domain.notice import Kind, Lane, Planned
from domain.ports import Storage
from storage.database import open_storage

PENDING, STORED = 100_000, 1_000
A_TURN = 500
DUE, A_CLAIM = 10_000, 500
SMALL, LARGE = 1_000, 1_000_000
LEASE = timedelta(minutes=2)
FREE, PAID = 30, 1_000
"""Messages a second that Telegram permits, and to those who pay."""


def adding(folder: Path) -> None:
    """Print what adding takes, each way in a process of its own."""
    ways = {
        "rows, added": in_child(added, str(folder / "added.db"), PENDING),
        "peer: APScheduler in memory, added": in_child(jobs.added, PENDING, None),
        "peer: APScheduler in its SQLite store, added": in_child(jobs.added, STORED, str(folder / "jobs.db")),
    }
    works = {}
    for what, (wall, cpu, grown) in ways.items():
        n = STORED if "SQLite" in what else PENDING
        works[what] = tell(what, Work(n, wall, cpu), grown_mb=grown)
    rows, memory, store = works.values()
    ratio("adding, rows / APScheduler in memory", rows.wall_ms / memory.wall_ms)
    ratio("adding, rows / APScheduler in its SQLite store", rows.wall_ms / store.wall_ms)


def added(file: str, many: int) -> tuple[float, float, float]:
    """Add reminders through the port, some hundreds in a transaction; return seconds, of the processor, MB grown."""
    told: list[float] = []

    async def add() -> None:
        storage = await open_storage(await made(Path(file), Extent(1, 1, 1)))
        before, began, worked = resident_mb(), perf_counter(), process_time()
        for first in range(0, many, A_TURN):
            async with storage.transaction() as transaction:
                await transaction.notices.plan([_planned(number) for number in range(first, first + A_TURN)])
        told.extend([perf_counter() - began, process_time() - worked, resident_mb() - before])
        await storage.close()

    run(add())
    wall, cpu, grown = told
    return wall, cpu, grown


def _planned(number: int) -> Planned:
    key = f"{Kind.REMINDER_DAY}:1:{number}"
    due_at = NOW + 30 * DAY + timedelta(seconds=number)
    return Planned(Kind.REMINDER_DAY, number + 1, key, due_at, training_id=1, args={"start": "2026-04-28T09:00"})


async def due(folder: Path) -> None:
    """Print how the many that are due in one second are claimed, counted and settled, and what the loop feels of it."""
    storage = await open_storage(await with_pending(folder / "due.db", DUE, NOW))
    handed, begun = 0, 0.0
    began, worked = perf_counter(), process_time()
    async with lateness() as late:
        while taken := await _handed_over(storage):
            handed, begun = handed + taken, perf_counter() - began
    work = tell("due at once: claimed, counted, settled", Work(handed, begun, process_time() - worked))
    tell("the loop meanwhile, late", Work(len(late), each_ms=late))
    aim(f"{DUE} due at once: the last one handed over", begun, "s", most=0.2)
    aim("the loop, longest wait", max(late), "ms", most=20)
    ratio(f"claimed and settled a second / {FREE} permitted", handed / work.wall / FREE, least=20)
    ratio(f"claimed and settled a second / {PAID} permitted", handed / work.wall / PAID)
    await storage.close()
    last, ran = in_child(jobs.due_at_once, DUE)
    tell("peer: APScheduler in memory, due at once", Work(DUE), ran=ran, last_s=last)
    bare = tell("peer: bare sqlite3, the same statements", await _replayed(folder / "noted.db", folder / "bare.db"))
    ratio("due at once / bare sqlite3, the same statements, by processor", work.cpu / bare.cpu)


async def _replayed(noted_in: Path, done_in: Path) -> Work:
    """Have the statements done by sqlite3 alone, in a database that holds the same."""
    await with_pending(noted_in, DUE, NOW)
    shutil.copy(noted_in, done_in)
    with closing(opened(noted_in)) as connection:
        noting = Noting(connection)
        while await _handed_over(noting):
            pass
    with closing(opened(done_in)) as connection, working(DUE) as work:
        for calls in noting.noted:
            replay(connection, calls)
    return work


async def _handed_over(storage: Storage | Noting) -> int:
    """Do with the next batch what the courier does, but for sending; return how many they were."""
    async with storage.transaction() as transaction:
        claimed = await transaction.notices.claim(Lane.TIMELY, NOW, A_CLAIM, NOW + LEASE)
    if claimed:
        async with storage.transaction() as transaction:
            await transaction.notices.begin(claimed)
        async with storage.transaction() as transaction:
            await transaction.notices.delivered([(notice, notice.id) for notice in claimed], NOW)
    return len(claimed)


async def restarts(folder: Path) -> None:
    """Print what a start takes until it is known when to wake up, with few rows and with many."""
    grown, woken = {}, 0.0
    for many in (SMALL, LARGE):
        file = folder / f"{many}.db"
        await with_pending(file, many, NOW + DAY, apart_s=1.0)
        opened, woken, grown[many] = in_child(restarted, str(file))
        tell(
            f"restart with {many} rows", Work(many), opened_ms=opened, opened_to_wake_up_ms=woken, grown_mb=grown[many]
        )
    aim(f"restart with {LARGE} rows, opened to wake-up", woken, "ms", most=10)
    aim(f"restart, MB that {LARGE} rows take more than {SMALL}", grown[LARGE] - grown[SMALL], "mb", most=5)
    store = str(folder / "jobs.db")
    tell(
        f"peer: APScheduler restarted with {STORED} jobs",
        Work(STORED),
        wake_up_ms=1000 * in_child(jobs.restarted, store),
    )


def restarted(file: str) -> tuple[float, float, float]:
    """Return the milliseconds until a database is open and from there until the next instant is known, and MB grown."""
    told: list[float] = []

    async def start() -> None:
        before, began = resident_mb(), perf_counter()
        storage = await open_storage(f"sqlite:///{file}")
        opened = perf_counter()
        await storage.recover(NOW)
        async with storage.reading() as transaction:
            await transaction.next_due()
        told.extend([1000 * (opened - began), 1000 * (perf_counter() - opened), resident_mb() - before])
        await storage.close()

    run(start())
    opened, woken, grown = told
    return opened, woken, grown


async def main() -> None:
    """Print all rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        adding(folder)
        await due(folder)
        await restarts(folder)


if __name__ == "__main__":
    run(main())
