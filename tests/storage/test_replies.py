import pytest

from domain.notice import Fate
from domain.ports import Outgoing, Storage
from tests.storage.samples import HOUR, MINUTE, NOW

from .conftest import Hand

BODY = {
    "text": "Dzień dobry – „zapisano”",
    "reply_markup": {"inline_keyboard": [[{"text": "Wypisz mnie"}]]},
    "n": [1, None],
}


async def _add(storage: Storage, *chats: int) -> list[Outgoing]:
    async with storage.transaction() as transaction:
        replies = [Outgoing(chat, "sendMessage", BODY) for chat in chats]
        return list(await transaction.replies.add(replies, NOW, NOW + MINUTE))


async def _claim(storage: Storage, now: object = NOW, limit: int = 10) -> list[Outgoing]:
    assert isinstance(now, type(NOW))
    async with storage.transaction() as transaction:
        return list(await transaction.replies.claim(now, limit, now + MINUTE))


async def test_added_replies_are_leased_to_who_added_them(storage: Storage) -> None:
    first, second = await _add(storage, 5, 6)
    assert (first.chat_id, first.method, first.body, first.attempts) == (5, "sendMessage", BODY, 0)
    assert first.lease
    assert second.id > first.id > 0
    assert await _claim(storage) == []
    assert await _add(storage) == []


async def test_call_counted_with_the_reply_is_not_counted_again(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        (reply,) = await transaction.replies.add([Outgoing(5, "sendMessage", BODY, begun=NOW)], NOW, NOW + MINUTE)
        assert await transaction.replies.begin(reply)
    (claimed,) = await _claim(storage, NOW + MINUTE)
    assert (claimed.id, claimed.attempts, claimed.begun) == (reply.id, 1, None)


async def test_replies_abandoned_are_claimed_in_order_with_their_bodies(storage: Storage) -> None:
    added = await _add(storage, 5, 6, 7)
    claimed = await _claim(storage, NOW + MINUTE, limit=2)
    assert [(reply.id, reply.chat_id, reply.body, reply.attempts) for reply in claimed] == [
        (reply.id, reply.chat_id, BODY, 0) for reply in added[:2]
    ]


async def test_settled_reply_forgets_its_text(storage: Storage, hand: Hand) -> None:
    (reply,) = await _add(storage, 5)
    async with storage.transaction() as transaction:
        assert await transaction.replies.settle(reply, Fate.DELIVERED, NOW)
        assert not await transaction.replies.settle(reply, Fate.REFUSED, NOW, "twice")
    assert await hand("SELECT fate, chat_id, body, lease FROM reply") == [("delivered", 0, None, None)]
    assert await _claim(storage, NOW + HOUR) == []


async def test_late_word_of_a_slow_sender_is_refused(storage: Storage) -> None:
    (slow,) = await _add(storage, 5)
    (quick,) = await _claim(storage, NOW + MINUTE)
    async with storage.transaction() as transaction:
        assert not await transaction.replies.begin(slow)
        assert not await transaction.replies.settle(slow, Fate.DELIVERED, NOW)
        assert not await transaction.replies.postpone(slow, NOW, attempted=True)
        assert not await transaction.replies.readdress(slow, 6, NOW)
        assert await transaction.replies.settle(quick, Fate.DELIVERED, NOW)


@pytest.mark.parametrize(("attempted", "attempts"), [(True, 1), (False, 0)])
async def test_postponed_reply_comes_again_when_it_is_due(storage: Storage, *, attempted: bool, attempts: int) -> None:
    (reply,) = await _add(storage, 5)
    async with storage.transaction() as transaction:
        assert await transaction.replies.begin(reply)
        assert await transaction.replies.postpone(reply, NOW + HOUR, attempted=attempted)
        assert await transaction.next_due() == NOW + HOUR
    assert await _claim(storage, NOW + MINUTE) == []
    (again,) = await _claim(storage, NOW + HOUR)
    assert again.attempts == attempts


async def test_readdressed_reply_goes_to_the_new_chat_at_once(storage: Storage) -> None:
    (reply,) = await _add(storage, 5)
    async with storage.transaction() as transaction:
        assert await transaction.replies.readdress(reply, -100, NOW)
    (again,) = await _claim(storage)
    assert (again.id, again.chat_id, again.body) == (reply.id, -100, {**BODY, "chat_id": -100})


async def test_lease_of_a_reply_falls_due(storage: Storage) -> None:
    await _add(storage, 5)
    async with storage.reading() as transaction:
        assert await transaction.next_due() == NOW + MINUTE


async def test_lease_longer_than_any_has_ended_because_the_clock_was_set_back(storage: Storage) -> None:
    (reply,) = await _add(storage, 5)
    assert await _claim(storage, NOW - 9 * MINUTE) == []
    (again,) = await _claim(storage, NOW - 2 * HOUR)
    assert again.id == reply.id


async def test_leases_of_a_process_that_died_end_at_once(storage: Storage) -> None:
    (reply,) = await _add(storage, 5)
    assert await _claim(storage) == []
    await storage.recover(NOW)
    (again,) = await _claim(storage)
    assert (again.id, again.attempts) == (reply.id, 0)


async def test_purge_forgets_replies_that_ended_long_ago(storage: Storage, hand: Hand) -> None:
    first, second = await _add(storage, 5, 6)
    async with storage.transaction() as transaction:
        await transaction.replies.settle(first, Fate.DELIVERED, NOW)
        await transaction.replies.settle(second, Fate.DELIVERED, NOW + HOUR)
    (third,) = await _add(storage, 7)
    await storage.purge(NOW + MINUTE)
    assert await hand("SELECT id FROM reply ORDER BY id") == [(second.id,), (third.id,)]
