"""The same things in time as APScheduler's jobs: in memory, and in its SQLite store."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

from apscheduler.events import EVENT_JOB_REMOVED
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger

from benchmarks.measuring.processes import resident_mb

SOON = timedelta(seconds=0.5)
PATIENCE_S = 60.0
_ran: list[float] = []


async def remind(number: int) -> None:
    """Stand for a reminder handed over."""
    del number
    _ran.append(perf_counter())


def added(many: int, file: str | None) -> tuple[float, float, float]:
    """Add jobs of the far future, to memory or to a file; return seconds on the wall, of the processor, MB grown."""

    async def add() -> tuple[float, float, float]:
        scheduler = _scheduler(file)
        scheduler.start(paused=True)
        before, began, worked = resident_mb(), perf_counter(), process_time()
        due_at = datetime.now(UTC) + timedelta(days=30)
        for number in range(many):
            scheduler.add_job(remind, DateTrigger(due_at + timedelta(seconds=number)), [number])
        taken = perf_counter() - began, process_time() - worked, resident_mb() - before
        scheduler.shutdown()
        return taken

    return asyncio.run(add())


def restarted(file: str) -> float:
    """Return the seconds that a scheduler takes from a file of jobs to knowing when to wake up."""

    async def start() -> float:
        began = perf_counter()
        scheduler = _scheduler(file)
        scheduler.start()
        await asyncio.sleep(0)
        taken = perf_counter() - began
        scheduler.shutdown()
        return taken

    return asyncio.run(start())


def due_at_once(many: int) -> tuple[float, int]:
    """Return how many seconds after their instant the last of these jobs ran, and how many ran at all."""

    async def ring() -> tuple[float, int]:
        _ran.clear()
        logging.getLogger("apscheduler").setLevel(logging.CRITICAL)  # it would write a line for each job it drops
        scheduler = _scheduler(None)
        scheduler.start(paused=True)
        due_at = datetime.now(UTC) + SOON + timedelta(milliseconds=many / 2)
        for number in range(many):
            scheduler.add_job(remind, DateTrigger(due_at), [number])
        due = perf_counter() + (due_at - datetime.now(UTC)).total_seconds()
        scheduler.resume()
        ended = asyncio.Event()
        scheduler.add_listener(lambda _: ended.set() if not scheduler.get_jobs() else None, EVENT_JOB_REMOVED)
        async with asyncio.timeout(PATIENCE_S):
            await ended.wait()
        await asyncio.sleep(0.1)
        scheduler.shutdown()
        return (max(_ran) - due if _ran else 0.0), len(_ran)

    return asyncio.run(ring())


def _scheduler(file: str | None) -> AsyncIOScheduler:
    store = SQLAlchemyJobStore(f"sqlite:///{Path(file)}") if file else MemoryJobStore()
    return AsyncIOScheduler(jobstores={"default": store}, timezone=UTC)
