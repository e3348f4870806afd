"""A database that is locked, a disk that is full: nothing is lost, nothing untrue is said, and it goes on after."""

import sqlite3
from asyncio.subprocess import Process
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from resource import RLIM_INFINITY, RLIMIT_FSIZE, prlimit
from time import monotonic

import pytest

from domain import roster
from domain.official import Official
from domain.ports import Transaction
from domain.training import Details
from playground.persons import Person
from storage.database import open_storage
from tests.faults import health
from tests.faults.invariants import at_rest, hold
from tests.faults.processes import ENTRY, HOUR_BEFORE_ALONE, Served, known, rows, said, wall

Figure = Callable[[str, float], None]
PEOPLE = 12
REMINDED = 30
FIRST = 1_000
PAGE = 4096


async def prepare(bot: Served) -> list[Person]:
    """Let people who may sign up for a training, and others who are to be reminded of another one soon, be known."""
    now = bot.world.clock.now()
    storage = await open_storage(bot.database)
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Etc/UTC", ENTRY)
        soon = Details(title="Szkolenie za godzinę", start=wall(now + timedelta(minutes=59)))
        await transaction.trainings.add(programme, "soon", soon, None)
        later = Details(title="Szkolenie za dziesięć dni", start=wall(now + timedelta(days=10)))
        await transaction.trainings.add(programme, "later", later, None)
        for number in range(PEOPLE):
            await transaction.officials.save(Official(FIRST + number, name="Anna Nowak"))
        for number in range(REMINDED):
            official = Official(FIRST + PEOPLE + number, name="Jan Kowal", preferences=HOUR_BEFORE_ALONE)
            await seat(transaction, official, now - timedelta(days=3))
    await storage.close()
    for number in range(REMINDED):
        known(bot.world, "Jan", f"Kowal{number}", FIRST + PEOPLE + number)
    return [known(bot.world, "Anna", f"Nowak{number}", FIRST + number) for number in range(PEOPLE)]


async def seat(transaction: Transaction, official: Official, now: datetime) -> None:
    await transaction.officials.save(official)
    await transaction.rosters.decide(1, official.id, lambda seen: roster.place(seen, official, now), now)


def all_confirmed(people: list[Person]) -> bool:
    return all(said(person.chat, "Miejsce potwierdzone") for person in people)


def check_nothing_was_lost(bot: Served, people: list[Person]) -> None:
    assert dict(rows(bot.file, "SELECT state, COUNT(*) FROM inbox GROUP BY state")).keys() == {"done"}
    assert rows(bot.file, "SELECT COUNT(*) FROM registration WHERE training_id = 2") == [(len(people),)]
    assert all_confirmed(people)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Lock the database as another program would in the middle of its writing."""
    with closing(sqlite3.connect(database, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.mark.case("F38")
@pytest.mark.whole
@pytest.mark.parametrize("seconds", [3, 20])
async def test_a_database_locked_by_another_program_is_waited_for(
    bot: Served, seconds: int, figure: Figure, tell: Callable[[str], None]
) -> None:
    people = await prepare(bot)
    async with bot.running():
        await bot.until(lambda: bot.world.updates.polled)
        async with health.told(bot, tell):
            with locked(bot.file):
                began = monotonic()
                for person in people:
                    person.writes("/zapisz 2")
                await bot.until(lambda: monotonic() > began + seconds)
                assert not any(said(person.chat, "Miejsce potwierdzone") for person in people)
            free = monotonic()
            await bot.until(lambda: all_confirmed(people), within=300)
        figure("everybody answered after", monotonic() - free)
        await hold(bot)
    check_nothing_was_lost(bot, people)


@contextmanager
def full(bot: Served, process: Process, pages: int) -> Iterator[None]:
    """Let no file of the bot's grow by more than so many pages, as on a disk that is full."""
    room = bot.file.with_name("bot.db-wal").stat().st_size + pages * PAGE
    prlimit(process.pid, RLIMIT_FSIZE, (room, RLIM_INFINITY))
    try:
        yield
    finally:
        prlimit(process.pid, RLIMIT_FSIZE, (RLIM_INFINITY, RLIM_INFINITY))


@pytest.mark.case("F39")
@pytest.mark.whole
@pytest.mark.timeout(400)
@pytest.mark.parametrize("pages", [0, 10, 40])
async def test_a_full_disk_loses_nothing_wherever_it_strikes(
    bot: Served, pages: int, dice: Random, figure: Figure, tell: Callable[[str], None]
) -> None:
    people = await prepare(bot)
    async with bot.running() as process:
        await bot.until(lambda: len(bot.world.called("sendMessage")) > dice.randint(0, REMINDED // 2))
        async with health.told(bot, tell):
            with full(bot, process, pages):
                began = monotonic()
                for person in people:
                    person.writes("/zapisz 2")
                await bot.until(lambda: monotonic() > began + 5)
            free = monotonic()
            await bot.until(lambda: all_confirmed(people), within=300)
            figure("everybody answered after", monotonic() - free)
        await bot.until(lambda: at_rest(bot), within=35)
        figure("nothing left to say after", monotonic() - free)
        await hold(bot)
    check_nothing_was_lost(bot, people)
    assert "OperationalError" in bot.log.read_text(), "the disk was never full"
