import asyncio
import sqlite3

import asyncpg
import pytest

from domain.official import Official
from domain.ports import Storage
from storage.database import open_storage
from storage.ending import to_the_end
from storage.statements import act
from storage.transaction import Transaction
from tests.storage.samples import NOW, add_training, join, sign_up

REFUSED = (sqlite3.IntegrityError, asyncpg.IntegrityConstraintViolationError)
ANNA = Official(1, name="Anna Nowak")


async def _officials(storage: Storage, *numbers: int) -> list[bool]:
    async with storage.reading() as transaction:
        return [await transaction.officials.get(number) is not None for number in numbers]


async def test_everything_written_happens_together(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        await transaction.officials.save(ANNA)
        await transaction.officials.save(Official(2))
    assert await _officials(storage, 1, 2) == [True, True]


async def test_what_is_asked_together_is_done_in_its_order(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        officials = transaction.officials
        before, _, after = await transaction.together(officials.get(1), officials.save(ANNA), officials.get(1))
    assert (before, after) == (None, ANNA)
    assert await _officials(storage, 1) == [True]


async def test_what_is_asked_may_be_a_task_of_its_own_that_is_cancelled_or_never_begun(storage: Storage) -> None:
    loop = asyncio.get_running_loop()
    assert await loop.create_task(storage.unfinished()) == 0
    task = loop.create_task(storage.unfinished())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    storage.unfinished().close()
    assert await asyncio.gather(*(storage.unfinished() for _ in range(2))) == [0, 0]


@pytest.mark.parametrize("last", [False, True])
async def test_one_that_fails_fails_all_that_was_asked_together(storage: Storage, *, last: bool) -> None:
    async def save_and_violate() -> None:
        async with storage.transaction() as transaction:
            saving, violating = transaction.officials.save(ANNA), transaction.rosters.follow(77, 1)
            await transaction.together(saving, violating, last=last)

    with pytest.raises(REFUSED):
        await save_and_violate()
    assert await _officials(storage, 1) == [False]


async def test_last_of_many_transactions_leaves_each_of_them_whole(storage: Storage) -> None:
    async def save(number: int) -> int:
        async with storage.transaction() as transaction:
            await transaction.officials.save(Official(number))
            saving = transaction.officials.save(Official(number + 1))
            await transaction.together(saving, transaction.officials.get(number), last=True)
        return number

    numbers = range(10, 100, 10)
    assert await asyncio.gather(*map(save, numbers)) == list(numbers)
    assert all(await _officials(storage, *numbers, *(number + 1 for number in numbers)))


async def test_exception_leaves_nothing(storage: Storage) -> None:
    async def save_and_fail() -> None:
        async with storage.transaction() as transaction:
            await transaction.officials.save(ANNA)
            raise LookupError

    with pytest.raises(LookupError):
        await save_and_fail()
    assert await _officials(storage, 1) == [False]


async def test_failed_statement_dooms_the_transaction_even_if_its_error_is_swallowed(storage: Storage) -> None:
    async def save_and_swallow() -> None:
        async with storage.transaction() as transaction:
            await transaction.officials.save(ANNA)
            for _ in range(2):
                with pytest.raises(REFUSED):
                    await transaction.rosters.follow(77, 1)

    with pytest.raises(REFUSED):
        await save_and_swallow()
    assert await _officials(storage, 1) == [False]


async def test_transaction_that_does_nothing_is_no_trouble(storage: Storage) -> None:
    async with storage.transaction():
        pass
    async with storage.reading():
        pass
    assert await _officials(storage, 1) == [False]


async def test_cancelled_transaction_leaves_nothing_and_frees_the_way(storage: Storage) -> None:
    entered = asyncio.Event()

    async def hang() -> None:
        async with storage.transaction() as transaction:
            await transaction.officials.save(ANNA)
            entered.set()
            await asyncio.Event().wait()

    task = asyncio.get_running_loop().create_task(hang())
    await entered.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with storage.transaction() as transaction:
        await transaction.officials.save(Official(2))
    assert await _officials(storage, 1, 2) == [False, True]


async def test_cancelling_at_any_step_leaves_all_or_nothing(storage: Storage) -> None:
    number = await add_training(storage, seats=1)

    async def sign_up_and_save(person: int) -> None:
        async with storage.transaction() as transaction:
            await transaction.rosters.decide(number, person, join(person), NOW)
            await transaction.officials.save(Official(person))

    loop = asyncio.get_running_loop()
    for person in range(1, 41):
        task = loop.create_task(sign_up_and_save(person))
        for _ in range(person % 20):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
    await sign_up(storage, number, 77)
    async with storage.reading() as transaction:
        registered = [(await transaction.rosters.mine(person, number)) is not None for person in range(1, 41)]
        last = await transaction.rosters.mine(77, number)
    assert registered == await _officials(storage, *range(1, 41))
    assert last is not None


async def test_reading_cannot_write(storage: Storage) -> None:
    with pytest.raises((sqlite3.OperationalError, asyncpg.ReadOnlySQLTransactionError)):
        async with storage.reading() as transaction:
            await transaction.officials.save(ANNA)
    async with storage.transaction() as transaction:
        await transaction.officials.save(Official(2))
    assert await _officials(storage, 1, 2) == [False, True]


async def test_reading_sees_one_moment(lasting: Storage) -> None:
    async with lasting.reading() as reading:
        assert await reading.officials.get(1) is None
        async with lasting.transaction() as writing:
            await writing.officials.save(ANNA)
        assert await reading.officials.get(1) is None
    assert await _officials(lasting, 1) == [True]


async def test_readers_do_not_wait_for_a_writer(lasting: Storage) -> None:
    async with lasting.transaction() as writing:
        await writing.officials.save(ANNA)
        assert await _officials(lasting, 1) == [False]


async def test_more_readers_than_connections_take_turns(lasting: Storage) -> None:
    found = await asyncio.gather(*(_officials(lasting, number) for number in range(50)))
    assert found == [[False]] * 50


async def test_what_was_committed_is_there_after_reopening(lasting: Storage, lasting_url: str) -> None:
    async with lasting.transaction() as transaction:
        await transaction.officials.save(ANNA)
    again = await open_storage(lasting_url)
    try:
        async with again.reading() as transaction:
            assert await transaction.officials.get(1) == ANNA
    finally:
        await again.close()


async def test_unknown_query_is_an_error_of_the_program(storage: Storage) -> None:
    async def ask() -> None:
        async with storage.transaction() as transaction:
            assert isinstance(transaction, Transaction)
            await transaction.run(act("no_such_query"))

    with pytest.raises(AttributeError, match="no_such_query"):
        await ask()


async def test_commit_on_a_server_goes_to_its_end_even_when_it_is_cancelled() -> None:
    started, answered = asyncio.Event(), asyncio.Event()
    committed = []

    async def commit() -> None:
        started.set()
        await answered.wait()
        committed.append("all of it")

    task = asyncio.get_running_loop().create_task(to_the_end(commit()))
    await started.wait()
    task.cancel()
    await asyncio.sleep(0)
    answered.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert committed == ["all of it"]
