"""A message to many is held, let go on and ended without touching its notices at once, however many they are."""

import asyncio

from domain.broadcast import Phase, Totals
from domain.fan_out import CHUNK
from domain.finding import Invariant
from domain.notice import Kind
from domain.ports import Storage
from storage.database import open_storage
from tests.storage.samples import DAY, MINUTE, NOW, add_training, planned
from tests.storage.test_broadcasts import begin, claim, composed, got, totals, turn
from tests.storage.test_fan_outs import MANY, begun, rest, write

from .conftest import Hand, by_hand

FATES = "SELECT fate, reason, COUNT(*), COUNT(settled_at) FROM notice GROUP BY fate, reason ORDER BY fate"


async def end(storage: Storage, number: int) -> None:
    """Hold a message and end it without the rest."""
    await turn(storage, number, Phase.PAUSED)
    paused = await got(storage, number)
    async with storage.transaction() as transaction:
        assert await transaction.broadcasts.turn(paused, Phase.DONE, None, NOW)
        await transaction.broadcasts.drop(number, NOW)


async def test_notices_are_the_same_after_their_message_was_held_and_let_go_on(storage: Storage, hand: Hand) -> None:
    await add_training(storage)
    number = await composed(storage)
    await begin(storage, number, 4)
    rows = await hand("SELECT * FROM notice ORDER BY id")
    await claim(storage, 2)
    await turn(storage, number, Phase.PAUSED)
    assert await hand("SELECT * FROM notice ORDER BY id") == rows
    await turn(storage, number, Phase.SENDING)
    assert await hand("SELECT * FROM notice ORDER BY id") == rows


async def test_held_message_keeps_nothing_else_that_is_said_to_many(storage: Storage) -> None:
    await add_training(storage)
    held, later, sooner = await composed(storage), await composed(storage), await composed(storage)
    await begin(storage, held, 3, NOW - DAY)
    await turn(storage, held, Phase.PAUSED)
    await begin(storage, later, 3, NOW)
    await begin(storage, sooner, 3, NOW - 3 * MINUTE)
    news = planned(3, kind=Kind.NEWS, key="news", due_at=NOW - 2 * MINUTE)
    async with storage.transaction() as transaction:
        await transaction.notices.plan([news])
    said = [(each.broadcast.id if each.broadcast else None, each.official.id) for each in await claim(storage, 5)]
    assert said == [(sooner, 1), (sooner, 2), (sooner, 3), (None, 3), (later, 1)]
    assert [each.official.id for each in await claim(storage, 5)] == [2, 3]


async def test_what_a_dead_process_had_on_its_way_waits_until_its_message_goes_on(storage: Storage) -> None:
    await add_training(storage)
    number = await composed(storage)
    await begin(storage, number, 2)
    claimed = await claim(storage)
    async with storage.transaction() as transaction:
        assert await transaction.notices.begin(claimed[:1]) == {claimed[0].id}
    await turn(storage, number, Phase.PAUSED)
    async with storage.transaction() as transaction:
        await transaction.broadcasts.look_again(number, None)
        assert await transaction.next_due() is None
        late = await transaction.audit.findings(NOW + DAY, [Invariant.LEASES_OVER])
    assert list(late) == []
    assert await claim(storage, now=NOW + DAY) == []
    await turn(storage, number, Phase.SENDING)
    assert [each.attempts for each in await claim(storage, now=NOW + DAY)] == [1, 0]


async def test_ended_message_is_dropped_in_chunks_and_counts_everybody_at_once(storage: Storage, hand: Hand) -> None:
    number = await begun(storage)
    await rest(storage)
    on_its_way, *_ = await claim(storage, 2)
    async with storage.transaction() as transaction:
        await transaction.notices.begin([on_its_way])
    await end(storage, number)
    async with storage.reading() as transaction:
        assert await transaction.next_due() == NOW
    assert await hand(FATES) == [("dropped", "stopped", CHUNK + 1, CHUNK + 1), ("pending", "", 2, 0)]
    assert await totals(storage, number) == Totals(dropped=MANY)
    assert [await write(storage) for _ in range(2)] == [2, None]
    assert await hand(FATES) == [("dropped", "stopped", MANY, MANY)]
    assert await hand("SELECT DISTINCT settled_at FROM notice") == await hand("SELECT ended_at FROM broadcast")
    assert await totals(storage, number) == Totals(dropped=MANY)
    async with storage.reading() as transaction:
        assert await transaction.next_due() is None


async def test_ended_message_is_dropped_on_after_a_death_between_two_chunks(lasting: Storage, lasting_url: str) -> None:
    number = await begun(lasting)
    await rest(lasting)
    await end(lasting, number)
    await lasting.close()
    again = await open_storage(lasting_url)
    await asyncio.gather(rest(again), rest(again))
    assert await by_hand(again)(FATES) == [("dropped", "stopped", MANY, MANY)]
    assert await claim(again, MANY, NOW + DAY) == []
    await again.close()


async def test_message_ended_before_all_of_it_was_written_adds_up(storage: Storage) -> None:
    number = await begun(storage)
    await write(storage)
    await end(storage, number)
    await rest(storage)
    async with storage.reading() as transaction:
        wrong = await transaction.audit.findings(NOW, [Invariant.MESSAGES_MISCOUNTED, Invariant.MESSAGES_UNWATCHED])
    assert list(wrong) == []
    assert await totals(storage, number) == Totals(dropped=MANY)


async def test_message_is_deleted_at_very_many_in_chunks_and_at_each_once(storage: Storage, hand: Hand) -> None:
    number = await begun(storage)
    await rest(storage)
    await hand("UPDATE notice SET fate = 'delivered', message_id = id, settled_at = due_at")
    sent = await got(storage, number)
    async with storage.transaction() as transaction:
        assert await transaction.broadcasts.turn(sent, Phase.DONE, None, NOW)
        assert await transaction.broadcasts.remove(number, NOW - DAY, NOW) == MANY
        assert await transaction.next_due() == NOW
    assert await hand("SELECT COUNT(*) FROM reply") == [(CHUNK,)]
    assert [await write(storage) for _ in range(2)] == [MANY - CHUNK, None]
    await rest(storage)
    calls = await hand("SELECT COUNT(*), COUNT(DISTINCT chat_id), COUNT(DISTINCT method) FROM reply")
    assert calls == [(MANY, MANY, 1)]
