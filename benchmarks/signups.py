"""Sign-ups a second through the storage port, beside the same four statements on bare sqlite3 in the same run.

Both write ahead with synchronous=FULL and one transaction a sign-up. One line of JSON a row.
"""

import asyncio
import json
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from domain import roster
from domain.official import Official
from domain.outcome import Signup
from domain.roster import Decision, Roster
from domain.training import Details
from domain.wall import Wall
from storage.database import open_storage

N = 1_000
NOW = datetime(2026, 4, 27, 6, 0, tzinfo=UTC)
ENTRY = '{"programme": "Szkolenia", "organiser": null, "coordinator": null, "signup_url": null, "faq": null}'


def placing(number: int) -> Callable[[Roster], Decision[Signup]]:
    """Return the rule that seats a person."""
    person = Official(number, name="Anna Nowak")
    return lambda seen: roster.place(seen, person, NOW)


async def through_the_port(folder: Path) -> tuple[float, float]:
    """Return wall and processor seconds of N sign-ups."""
    storage = await open_storage(f"sqlite:///{folder / 'port.db'}")
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Europe/Warsaw", ENTRY)
        details = Details(title="Prawo opcji", start=Wall.parse("2026-05-06T09:00"), capacity=N)
        training = await transaction.trainings.add(programme, "t", details, N)
    began, worked = time.perf_counter(), time.process_time()
    for number in range(1, N + 1):
        async with storage.transaction() as transaction:
            await transaction.rosters.decide(training, number, placing(number), NOW)
    taken = time.perf_counter() - began, time.process_time() - worked
    await storage.close()
    return taken


def bare(folder: Path) -> tuple[float, float]:
    """Return the same for the statements alone: take a seat, note the person, plan two reminders."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE training (id INTEGER PRIMARY KEY, taken INTEGER, seats INTEGER);"
        "CREATE TABLE registration (training INTEGER, person INTEGER, UNIQUE (training, person));"
        "CREATE TABLE notice (id INTEGER PRIMARY KEY, person INTEGER, due INTEGER, kind TEXT);"
        "CREATE INDEX notice_due ON notice (due);"
    )
    connection.execute("INSERT INTO training VALUES (1, 0, ?)", (N,))
    began, worked = time.perf_counter(), time.process_time()
    for number in range(N):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE training SET taken = taken + 1 WHERE id = 1 AND taken < seats")
        connection.execute("INSERT INTO registration VALUES (1, ?)", (number,))
        connection.execute("INSERT INTO notice (person, due, kind) VALUES (?, 1, 'day')", (number,))
        connection.execute("INSERT INTO notice (person, due, kind) VALUES (?, 2, 'hour')", (number,))
        connection.execute("COMMIT")
    taken = time.perf_counter() - began, time.process_time() - worked
    connection.close()
    return taken


def main() -> None:
    """Print both rows and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = {"bare sqlite3": bare(folder), "sign-up through the port": asyncio.run(through_the_port(folder))}
    for what, (wall, cpu) in rows.items():
        print(json.dumps({"what": what, "n": N, "rate": round(N / wall), "cpu_ms": round(1000 * cpu / N, 3)}))


if __name__ == "__main__":
    main()
