"""Transactions in line for SQLite's one writer share a COMMIT, and nobody notices but the disk."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from time import monotonic

import pytest

from domain.official import Official
from domain.ports import Transaction
from storage import sqlite_session
from storage import transaction as storage_transaction
from storage.database import open_storage
from storage.sqlite import SqliteStorage
from storage.sqlite_group import MOST
from storage.statements import Script, Statement
from tests.storage.samples import NOW, add_training, join

Act = Callable[[Transaction], Awaitable[None]]


@pytest.fixture(params=["file", ":memory:"])
async def storage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[SqliteStorage]:
    path = tmp_path / "town.db" if request.param == "file" else request.param
    opened = await open_storage(f"sqlite:///{path}")
    assert isinstance(opened, SqliteStorage)
    yield opened
    await opened.close()


async def _save(storage: SqliteStorage, number: int, then: Act | None = None) -> bool:
    async with storage.transaction() as transaction:
        await transaction.officials.save(Official(number))
        if then:
            await then(transaction)
    return await _is_there(storage, number)


async def _is_there(storage: SqliteStorage, number: int) -> bool:
    async with storage.reading() as transaction:
        return await transaction.officials.get(number) is not None


async def _there(storage: SqliteStorage, numbers: range) -> list[int]:
    return [number for number in numbers if await _is_there(storage, number)]


def _unheard(_: str) -> None:
    """Hear nothing."""


async def _commits(storage: SqliteStorage, *works: Awaitable[object]) -> int:
    told: list[str] = []
    await storage._writer.set_trace_callback(told.append)
    await asyncio.gather(*works)
    await storage._writer.set_trace_callback(_unheard)
    return told.count("COMMIT")


def _holds(folder: Path, name: bytes) -> bool:
    return any(name in file.read_bytes() for file in folder.glob("town.db*"))


async def _raise(_: Transaction) -> None:
    raise LookupError


def _last(transaction: Transaction) -> Awaitable[object]:
    return transaction.together(transaction.officials.save(Official(1)), transaction.officials.get(1), last=True)


async def _violate(transaction: Transaction) -> None:
    await transaction.rosters.follow(77, 1)


async def test_transactions_that_wait_in_line_share_a_commit(storage: SqliteStorage) -> None:
    works = [_save(storage, number) for number in range(MOST)]
    assert await _commits(storage, *works) <= 2
    assert await _there(storage, range(MOST)) == list(range(MOST))


async def test_group_is_bounded(storage: SqliteStorage) -> None:
    assert await _commits(storage, *(_save(storage, number) for number in range(5 * MOST))) >= 5


async def test_lone_transaction_commits_at_once(storage: SqliteStorage) -> None:
    for number in range(3):
        assert await _commits(storage, _save(storage, number)) == 1


async def test_last_of_a_lone_transaction_commits_it_and_nothing_may_follow(storage: SqliteStorage) -> None:
    async def follow() -> None:
        async with storage.transaction() as transaction:
            assert await _commits(storage, _last(transaction)) == 1
            await transaction.officials.save(Official(2))

    with pytest.raises(RuntimeError, match="last"):
        await follow()
    assert await _there(storage, range(4)) == [1]


async def test_what_was_told_is_there_for_everybody_in_a_group(storage: SqliteStorage) -> None:
    assert all(await asyncio.gather(*(_save(storage, number) for number in range(100))))


async def test_whole_scripts_and_transactions_share_a_group(storage: SqliteStorage) -> None:
    async def rest(number: int) -> bool:
        await storage.recover(NOW)
        return await _save(storage, number)

    assert await _commits(storage, *(rest(number) for number in range(10))) <= 4
    assert await _there(storage, range(10)) == list(range(10))


@pytest.mark.parametrize("fail", [_raise, _violate])
async def test_one_that_fails_takes_nothing_of_the_others_along(storage: SqliteStorage, fail: Act) -> None:
    works = [_save(storage, number, fail if number % 3 == 0 else None) for number in range(40)]
    results = await asyncio.gather(*works, return_exceptions=True)
    kept = [number for number, result in enumerate(results) if result is True]
    assert kept == [number for number in range(40) if number % 3]
    assert await _there(storage, range(40)) == kept


async def test_commit_that_fails_fails_all_of_its_group(storage: SqliteStorage) -> None:
    async def violate_at_the_end(transaction: Transaction) -> None:
        await storage._writer.execute_fetchall("PRAGMA defer_foreign_keys = ON")
        await _violate(transaction)

    works = [_save(storage, number, violate_at_the_end if number == 2 else None) for number in range(5)]
    results = await asyncio.gather(*works, return_exceptions=True)
    assert [type(result) for result in results] == [sqlite3.IntegrityError] * 5
    assert await _there(storage, range(5)) == []
    assert await _save(storage, 7)


async def test_group_that_sqlite_has_rolled_back_fails_whoever_waits_for_it(storage: SqliteStorage) -> None:
    async def lose(transaction: Transaction) -> None:
        await storage._writer.execute_fetchall("ROLLBACK")
        await _raise(transaction)

    works = [_save(storage, number, lose if number == 2 else None) for number in range(5)]
    results = await asyncio.gather(*works, return_exceptions=True)
    errors = [sqlite3.OperationalError, sqlite3.OperationalError, LookupError]
    assert [type(result) for result in results] == [*errors, bool, bool]
    assert await _there(storage, range(5)) == [3, 4]


async def test_erased_while_others_wait_is_gone_with_its_own_commit(tmp_path: Path) -> None:
    storage = await open_storage(f"sqlite:///{tmp_path / 'town.db'}")
    assert isinstance(storage, SqliteStorage)
    async with storage.transaction() as transaction:
        await transaction.officials.save(Official(5, name="Zyta Erazmowska"))

    async def erase() -> bool:
        async with storage.transaction() as transaction:
            await transaction.officials.erase(5)
        return _holds(tmp_path, b"Erazmowska")

    works = [_save(storage, number) for number in range(10, 20)]
    assert (await asyncio.gather(*works[:5], erase(), *works[5:]))[5] is False
    await storage.close()


async def test_nothing_is_left_open_when_all_of_a_group_are_cancelled(tmp_path: Path) -> None:
    storage = await open_storage(f"sqlite:///{tmp_path / 'town.db'}")
    assert isinstance(storage, SqliteStorage)
    loop = asyncio.get_running_loop()
    with closing(sqlite3.connect(tmp_path / "town.db", timeout=0.2, isolation_level=None)) as other:
        for steps in range(40):
            tasks = [loop.create_task(_save(storage, number)) for number in range(4)]
            for _ in range(steps):
                await asyncio.sleep(0)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            await storage._writer.execute_fetchall("SELECT 1")
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
    await storage.close()


async def test_cancelling_some_of_a_group_leaves_all_or_nothing_of_each(storage: SqliteStorage) -> None:
    number = await add_training(storage, seats=1)

    async def sign_up_and_save(person: int) -> int:
        async with storage.transaction() as transaction:
            await transaction.rosters.decide(number, person, join(person), NOW)
            await transaction.officials.save(Official(person))
        return person

    told = []
    loop = asyncio.get_running_loop()
    for first, steps in zip(range(1, 161, 4), cycle(range(30)), strict=False):
        tasks = [loop.create_task(sign_up_and_save(person)) for person in range(first, first + 4)]
        for _ in range(steps):
            await asyncio.sleep(0)
        tasks[steps % 4].cancel()
        tasks[steps % 3].cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        told += [person for person in results if isinstance(person, int)]
    people = range(1, 161)
    async with storage.reading() as transaction:
        registered = [person for person in people if await transaction.rosters.mine(person, number)]
    assert registered == await _there(storage, people)
    assert set(told) <= set(registered)


async def test_nobody_who_is_done_waits_for_a_long_one(storage: SqliteStorage) -> None:
    told: list[str] = []
    done = asyncio.Event()

    async def short() -> None:
        async with storage.transaction() as transaction:
            await transaction.officials.save(Official(1))
        told.append("short")
        done.set()

    async def long() -> None:
        async with storage.transaction(long=True) as transaction:
            await transaction.officials.save(Official(2))
            await done.wait()
        told.append("long")

    await asyncio.wait_for(asyncio.gather(short(), long(), _save(storage, 3)), 5)
    assert told == ["short", "long"]


async def test_transaction_in_which_nothing_happens_is_undone_and_frees_the_way(
    storage: SqliteStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_session, "LONGEST_IDLE", 0.05)

    async def hang(_: Transaction) -> None:
        await asyncio.Event().wait()

    works = _save(storage, 1), _save(storage, 2, hang), _save(storage, 3)
    first, hung, last = await asyncio.wait_for(asyncio.gather(*works, return_exceptions=True), 10)
    assert (first, type(hung), last) == (True, TimeoutError, True)
    assert await _there(storage, range(4)) == [1, 3]


async def test_transaction_that_works_takes_as_long_as_it_needs(
    storage: SqliteStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_session, "LONGEST_IDLE", 0.05)
    until = monotonic() + 0.2

    def work() -> Script[None]:
        while monotonic() < until:
            yield Statement("unfinished")

    async def at_length(transaction: Transaction) -> None:
        assert isinstance(transaction, storage_transaction.Transaction)
        await transaction.run(work())

    assert await _save(storage, 1, at_length)
    assert monotonic() > until


async def test_closing_waits_for_whoever_is_in_line(tmp_path: Path) -> None:
    storage = await open_storage(f"sqlite:///{tmp_path / 'town.db'}")
    assert isinstance(storage, SqliteStorage)

    async def save(number: int) -> None:
        async with storage.transaction() as transaction:
            await transaction.officials.save(Official(number))

    await asyncio.gather(*(save(number) for number in range(10)), storage.close())
    again = await open_storage(f"sqlite:///{tmp_path / 'town.db'}")
    assert isinstance(again, SqliteStorage)
    assert await _there(again, range(10)) == list(range(10))
    await again.close()
