from datetime import UTC, datetime, timedelta

import asyncpg
import orjson
import pytest

from domain.ports import Incoming, Storage, Turn
from storage.inbox import PURGED_AT_ONCE
from tests.storage.samples import DAY, HOUR, MINUTE, NOW

from .conftest import Hand


async def _receive(storage: Storage, *updates: tuple[int, int | None]) -> None:
    await storage.receive([Incoming(update, person, f'{{"n": {update}}}') for update, person in updates], NOW)


async def _done(storage: Storage, update_id: int) -> None:
    async with storage.transaction() as transaction:
        await transaction.inbox.done(update_id)


def _numbers(turns: object) -> list[int]:
    assert isinstance(turns, list)
    return [turn.update_id for turn in turns]


async def test_received_update_comes_back_with_its_text_and_first_attempt(storage: Storage) -> None:
    await _receive(storage, (7, 5))
    assert await storage.next_turns([], NOW, 10) == [Turn(7, 5, '{"n": 7}', 1)]


async def test_update_received_twice_is_kept_once_as_it_was(storage: Storage) -> None:
    await storage.receive([Incoming(7, 5, "first"), Incoming(7, 5, "again")], NOW)
    await storage.receive([Incoming(7, 5, "later")], NOW)
    assert await storage.next_turns([], NOW, 10) == [Turn(7, 5, "first", 1)]


async def test_nothing_received_is_nothing_written(storage: Storage) -> None:
    await storage.receive([], NOW)
    assert await storage.unfinished() == 0


async def test_batch_that_cannot_be_kept_is_kept_in_no_part(storage: Storage) -> None:
    with pytest.raises((OverflowError, asyncpg.DataError)):
        await storage.receive([Incoming(1, 5, "kept?"), Incoming(2**70, 5, "too large")], NOW)
    await _receive(storage, (2, 5))
    assert _numbers(await storage.next_turns([], NOW, 10)) == [2]


async def test_each_person_has_one_turn_at_a_time_the_oldest_first(storage: Storage) -> None:
    await _receive(storage, (3, 5), (1, 6), (2, 5), (4, 7))
    assert _numbers(await storage.next_turns([], NOW, 10)) == [1, 2, 4]


async def test_turns_end_at_the_limit(storage: Storage) -> None:
    await _receive(storage, *((number, number + 100) for number in range(1, 6)))
    assert _numbers(await storage.next_turns([], NOW, 2)) == [1, 2]


async def test_busy_person_has_no_turn(storage: Storage) -> None:
    await _receive(storage, (1, 5), (2, 6))
    assert _numbers(await storage.next_turns([5], NOW, 10)) == [2]


async def test_updates_without_a_person_do_not_wait_for_each_other(storage: Storage) -> None:
    await _receive(storage, (1, None), (2, None))
    turns = await storage.next_turns([1], NOW, 10)
    assert turns == [Turn(2, None, '{"n": 2}', 1)]


async def test_attempts_are_counted_before_the_turn(storage: Storage) -> None:
    await _receive(storage, (1, 5))
    attempts = [(await storage.next_turns([], NOW, 10))[0].attempts for _ in range(3)]
    assert attempts == [1, 2, 3]


async def test_update_done_forgets_its_text_and_lets_the_next_one_in(storage: Storage, hand: Hand) -> None:
    await _receive(storage, (1, 5), (2, 5))
    await _done(storage, 1)
    assert await hand("SELECT state, raw FROM inbox WHERE update_id = 1") == [("done", None)]
    assert _numbers(await storage.next_turns([], NOW, 10)) == [2]


async def test_update_waiting_for_a_retry_holds_the_later_ones_of_that_person_back(storage: Storage) -> None:
    await _receive(storage, (1, 5), (2, 5), (3, 6))
    await storage.retry(1, NOW + MINUTE, "timeout")
    assert _numbers(await storage.next_turns([], NOW, 10)) == [3]
    assert _numbers(await storage.next_turns([6], NOW + MINUTE, 10)) == [1]


async def test_attempt_that_the_storage_spoilt_does_not_count(storage: Storage) -> None:
    await _receive(storage, (1, 5))
    for _ in range(5):
        (turn,) = await storage.next_turns([], NOW, 10)
        assert turn.attempts == 1
        await storage.retry(1, NOW, "disk full", counted=False)


async def test_retry_further_away_than_any_is_due_because_the_clock_was_set_back(storage: Storage) -> None:
    await _receive(storage, (1, 5))
    await storage.retry(1, NOW, "timeout")
    assert await storage.next_turns([], NOW - MINUTE, 10) == []
    assert _numbers(await storage.next_turns([], NOW - 2 * HOUR, 10)) == [1]


async def test_update_set_aside_lets_the_later_ones_through(storage: Storage, hand: Hand) -> None:
    await _receive(storage, (1, 5), (2, 5))
    await storage.set_aside(1, "ValueError", NOW)
    assert _numbers(await storage.next_turns([], NOW, 10)) == [2]
    assert await hand("SELECT state, error, raw FROM inbox WHERE update_id = 1") == [("dead", "ValueError", '{"n":1}')]


async def test_finished_update_is_not_brought_back_by_a_late_retry(storage: Storage) -> None:
    await _receive(storage, (1, 5))
    await _done(storage, 1)
    await storage.retry(1, NOW, "late")
    await storage.set_aside(1, "late", NOW)
    assert await storage.next_turns([], NOW + HOUR, 10) == []


async def test_unfinished_counts_what_waits(storage: Storage) -> None:
    await _receive(storage, (1, 5), (2, 5), (3, 6))
    await _done(storage, 1)
    await storage.set_aside(3, "ValueError", NOW)
    assert await storage.unfinished() == 1


async def test_in_doubt_is_what_was_taken_and_neither_took_effect_nor_failed(storage: Storage) -> None:
    await _receive(storage, *((number, number + 100) for number in range(1, 6)))
    assert await storage.in_doubt() == 0
    await storage.next_turns([], NOW, 4)
    await _done(storage, 1)
    await storage.retry(2, NOW + MINUTE, "ValueError")
    await storage.set_aside(3, "ValueError", NOW)
    assert await storage.in_doubt() == 1


async def test_purge_forgets_what_ended_before_and_nothing_that_waits(storage: Storage, hand: Hand) -> None:
    await _receive(storage, (1, 5), (2, 6), (3, 7), (4, 8))
    await storage.next_turns([], NOW + HOUR, 1)
    await _done(storage, 1)
    await _done(storage, 2)
    await storage.set_aside(3, "ValueError", NOW + DAY)
    await storage.purge(NOW + MINUTE)
    assert await hand("SELECT update_id FROM inbox ORDER BY update_id") == [(1,), (3,), (4,)]


async def test_undone_turn_leaves_the_update_waiting(storage: Storage) -> None:
    await _receive(storage, (1, 5))

    async def fail() -> None:
        async with storage.transaction() as transaction:
            await transaction.inbox.done(1)
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert await storage.unfinished() == 1


async def test_two_hundred_updates_of_ten_people_run_in_the_order_of_each(storage: Storage) -> None:
    await _receive(storage, *((number, number % 10) for number in range(200)))
    order: dict[int, list[int]] = {}
    while turns := await storage.next_turns([], NOW, 4):
        for turn in turns:
            assert turn.person_id is not None
            order.setdefault(turn.person_id, []).append(turn.update_id)
            await _done(storage, turn.update_id)
    assert order == {person: list(range(person, 200, 10)) for person in range(10)}


async def test_latest_is_the_newest_instant_noted(storage: Storage) -> None:
    async with storage.reading() as transaction:
        assert await transaction.latest() is None
    await storage.receive([Incoming(7, 5, "first")], NOW + HOUR)
    await storage.receive([Incoming(8, 5, "second")], NOW)
    async with storage.reading() as transaction:
        assert await transaction.latest() == NOW + HOUR


async def test_text_of_an_update_set_aside_is_kept_without_anybodys_numbers(storage: Storage, hand: Hand) -> None:
    said = {"update_id": 1, "message": {"chat": {"id": 123456789012}, "text": "PESEL 90010112345, tel. 600 700 800"}}
    await storage.receive([Incoming(1, 5, orjson.dumps(said).decode())], NOW)
    await storage.set_aside(1, "ValueError", NOW)
    ((raw,),) = await hand("SELECT raw FROM inbox")
    assert orjson.loads(raw) == {
        "update_id": 1,
        "message": {"chat": {"id": 123456789012}, "text": "PESEL •••, tel. •••"},
    }


async def test_purge_forgets_more_than_one_part_at_a_time(storage: Storage, hand: Hand) -> None:
    numbers = f"(SELECT 1 UNION ALL SELECT number + 1 FROM ended WHERE number < {2 * PURGED_AT_ONCE})"  # noqa: S608 - our own
    await hand(
        f"WITH RECURSIVE ended (number) AS {numbers} "  # noqa: S608 - our own numbers
        "INSERT INTO inbox (update_id, turn_of, state, received_at) SELECT number, 7, 'done', 1 FROM ended"
    )
    await hand(
        f"WITH RECURSIVE ended (number) AS {numbers} "  # noqa: S608 - our own numbers
        "INSERT INTO reply (chat_id, method, due_at, fate, attempts, settled_at) "
        "SELECT 0, 'x', 1, 'delivered', 1, number FROM ended"
    )
    await storage.purge(datetime.fromtimestamp(0, UTC) + timedelta(microseconds=PURGED_AT_ONCE + 1))
    assert await hand("SELECT COUNT(*) FROM inbox") == [(0,)]
    assert await hand("SELECT MIN(settled_at), COUNT(*) FROM reply") == [(PURGED_AT_ONCE + 1, PURGED_AT_ONCE)]
