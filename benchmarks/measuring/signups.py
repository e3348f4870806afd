"""Sign-ups done in several ways: through the port, as the same statements without us, and as other people would.

Each way writes ahead, syncs each commit unless told otherwise, and opens one transaction a sign-up.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from benchmarks.measuring.large import ENTRY, NOW
from benchmarks.measuring.replay import PRAGMAS, Call, Noting, opened, pragmas, replay
from benchmarks.measuring.rows import Work
from domain import roster
from domain.official import Official
from domain.outcome import Signup
from domain.ports import Storage
from domain.roster import Decision, Roster
from domain.training import Details
from domain.wall import Wall
from storage import sqlite_schema
from storage.database import open_storage

SEATS = 40
FOUR = (
    "UPDATE training SET taken = taken + 1 WHERE id = :training AND taken < seats",
    "INSERT INTO registration VALUES (:training, :person)",
    "INSERT INTO notice (person, due, kind) VALUES (:person, 1, 'day')",
    "INSERT INTO notice (person, due, kind) VALUES (:person, 2, 'hour')",
)
PLAIN = (
    "CREATE TABLE training (id INTEGER PRIMARY KEY, taken INTEGER, seats INTEGER)",
    "CREATE TABLE registration (training INTEGER, person INTEGER, UNIQUE (training, person))",
    "CREATE TABLE notice (id INTEGER PRIMARY KEY, person INTEGER, due INTEGER, kind TEXT)",
    "CREATE INDEX notice_due ON notice (due)",
)


def placing(number: int) -> Callable[[Roster], Decision[Signup]]:
    """Return the rule that seats a person."""
    person = Official(number, name="Anna Nowak")
    return lambda seen: roster.place(seen, person, NOW)


async def prepared(file: Path, trainings: int, seats: int = SEATS) -> Storage:
    """Open a new database with trainings of so many seats, numbered from one."""
    storage = await open_storage(f"sqlite:///{file}")
    details = Details(title="Prawo opcji", start=Wall.parse("2026-05-06T09:00"), capacity=seats)
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Europe/Warsaw", ENTRY)
        for number in range(trainings):
            await transaction.trainings.add(programme, f"t{number}", details, seats)
    return storage


async def through_the_port(file: Path, n: int, synchronous: str = "FULL", *, at_once: int = 1) -> Work:
    """Sign people up as the bot does, so many at the same time."""
    sqlite_schema.PRAGMAS = pragmas(synchronous)  # type: ignore[assignment]
    try:
        storage = await prepared(file, 1 + n // SEATS)
    finally:
        sqlite_schema.PRAGMAS = PRAGMAS  # type: ignore[assignment]

    async def sign_up(number: int) -> None:
        async with storage.transaction() as transaction:
            await transaction.rosters.decide(1 + number // SEATS, number + 1, placing(number + 1), NOW)

    work = await _at_once(n, at_once, sign_up)
    await storage.close()
    return work


async def _at_once(n: int, at_once: int, do: Callable[[int], Awaitable[None]]) -> Work:
    """Do something with each of n numbers, so many at the same time."""
    work = Work(n)
    numbers = iter(range(n))

    async def work_off() -> None:
        for number in numbers:
            began = perf_counter()
            await do(number)
            work.each_ms.append((perf_counter() - began) * 1000)

    began, worked = perf_counter(), process_time()
    await asyncio.gather(*(work_off() for _ in range(at_once)))
    work.wall, work.cpu = perf_counter() - began, process_time() - worked
    return work


async def statements_of(file: Path, n: int) -> list[list[Call]]:
    """Return the statements with which the port signs people up."""
    await (await prepared(file, 1 + n // SEATS)).close()
    with closing(opened(file)) as connection:
        noting = Noting(connection)
        for number in range(n):
            async with noting.transaction() as transaction:
                await transaction.rosters.decide(1 + number // SEATS, number + 1, placing(number + 1), NOW)
    return noting.noted


async def replayed(file: Path, signups: Sequence[Sequence[Call]], synchronous: str = "FULL") -> Work:
    """Have the same statements done by sqlite3, without a rule, a value or a hop between threads."""
    await (await prepared(file, 1 + len(signups) // SEATS)).close()
    work = Work(len(signups))
    with closing(opened(file, synchronous)) as connection:
        for signup in signups:
            work.timed(lambda signup=signup: replay(connection, signup))  # type: ignore[misc]
    return work


def four_statements(file: Path, n: int) -> Work:
    """Sign people up in a plain schema: take a seat, note the person, plan two reminders; nothing is checked."""
    work = Work(n)
    with closing(opened(file)) as connection:
        for sql in PLAIN:
            connection.execute(sql)
        connection.executemany("INSERT INTO training VALUES (?, 0, 40)", [(each,) for each in range(1 + n // SEATS)])
        for number in range(n):
            told = {"training": number // SEATS, "person": number}
            work.timed(lambda told=told: replay(connection, [(sql, told) for sql in FOUR]))  # type: ignore[misc]
    return work


async def sqlalchemy_core(file: Path, signups: Sequence[Sequence[Call]], *, at_once: int = 1) -> Work:
    """Have the same statements done by SQLAlchemy's Core over aiosqlite; one at a time has the connection."""
    await (await prepared(file, 1 + len(signups) // SEATS)).close()
    one = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0}
    engine = create_async_engine(f"sqlite+aiosqlite:///{file}", **one)
    event.listen(engine.sync_engine, "connect", _told_how)
    known = {sql: text(sql) for signup in signups for sql, _ in signup}

    async def sign_up(number: int) -> None:
        async with engine.begin() as connection:
            for sql, told in signups[number]:
                found = await connection.execute(known[sql], told)
                if found.returns_rows:
                    found.all()

    work = await _at_once(len(signups), at_once, sign_up)
    await engine.dispose()
    return work


def _told_how(connection: Any, _: object) -> None:  # noqa: ANN401 - SQLAlchemy's own wrapping of a connection
    for pragma in PRAGMAS:
        connection.execute(pragma)
