"""A training with ten thousand people on its list is moved, called off and takes place again: what each act locks.

The database is a file, written ahead with synchronous=FULL. Two lines of JSON a change: what the act took, and what the
chunks after it in which it is written for everybody.
"""

import asyncio
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.measuring.rows import Work, aim, tell
from domain import calendar
from domain.desks.changing import Changing
from domain.desks.fan_outs import FanOutLane
from domain.fan_out import ALTERED
from domain.ports import Storage
from domain.training import Details, Status
from domain.wall import Wall
from storage.database import open_storage

PEOPLE = 10_000
FIRST = 10**9
STEP = 37
NOW = datetime(2026, 4, 27, 6, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ENTRY = '{"programme": "Szkolenia", "organiser": null, "coordinator": null, "signup_url": null, "faq": null}'
LONGEST_MS = 50.0

Change = Callable[[Details], Details]

CHANGES: dict[str, Change] = {
    "its link stated": lambda details: replace(details, online_url="https://example.org"),
    "moved": lambda details: replace(details, start=Wall.parse("2026-06-12T10:00")),
    "called off": lambda details: replace(details, status=Status.CANCELLED, note="Choroba."),
    "takes place again": lambda details: replace(details, status=Status.PLANNED, note=None),
}


async def measure(people: int) -> None:
    """Print a row for each change, and how long any of them locked."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "town.db"
        storage = await open_storage(f"sqlite:///{file}")
        number = await _listed(storage, file, people)
        calendar.is_working(NOW.date())
        longest = 0.0
        for place, (what, change) in enumerate(CHANGES.items()):
            longest = max(longest, await _measured(storage, number, what, change, NOW + place * MINUTE))
        await storage.close()
    aim(f"the longest transaction of a change for {people} people", longest, "cpu_ms", most=LONGEST_MS)


async def _listed(storage: Storage, file: Path, people: int) -> int:
    """Add a training and seat people; by hand, since it takes long otherwise."""
    details = Details(title="Szkolenie", start=Wall.parse("2026-06-11T09:00"), end=Wall.parse("2026-06-11T15:00"))
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Europe/Warsaw", ENTRY)
        number = await transaction.trainings.add(programme, "a", details, people)
    with sqlite3.connect(file) as connection:
        ids = [(FIRST + STEP * place, place + 1) for place in range(people)]
        connection.executemany(
            "INSERT INTO official (id, language, preferences) VALUES (?, 'pl', '{}')", [i[:1] for i in ids]
        )
        connection.executemany(
            "INSERT INTO registration (training_id, official_id, state, seat, confirmed) VALUES (?, ?, 'seated', ?, 0)",
            [(number, *each) for each in ids],
        )
    connection.close()
    return number


async def _measured(storage: Storage, number: int, what: str, change: Change, now: datetime) -> float:
    """Change the training, write it for everybody and print both; return the most processor time of one, in ms."""
    async with storage.reading() as transaction:
        stored = await transaction.trainings.get(number)
    assert stored
    act = Work(1)
    began, worked = perf_counter(), process_time()
    async with storage.transaction() as transaction:
        await Changing(transaction, now, None).apply(stored.training, change(stored.training.details), silent=False)
    act.note(perf_counter() - began, process_time() - worked)
    chunks, each_cpu = Work(0), [act.cpu]
    lane, began, worked = FanOutLane(storage), perf_counter(), process_time()
    while await lane.write_next() is not None:
        chunks.n += 1
        each_cpu.append(process_time() - worked)
        chunks.note(perf_counter() - began, each_cpu[-1])
        began, worked = perf_counter(), process_time()
    tell(f"{what}: the act", act)
    if chunks.n:
        tell(f"{what}: chunks of {ALTERED}", chunks, cpu_s=chunks.cpu)
    return 1000 * max(each_cpu)


if __name__ == "__main__":
    asyncio.run(measure(PEOPLE))
