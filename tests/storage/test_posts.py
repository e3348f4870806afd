import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.chats import BETWEEN_EDITS, LONGEST_REST, Ended, Loss
from domain.official import Language
from domain.ports import DuePost, Storage
from domain.registration import State
from storage.database import open_storage
from tests.storage.samples import DAY, HOUR, MINUTE, NOW, add_training, becomes, decide, leave, sign_up
from tests.storage.test_chats import CHANNEL, GROUP, bind

from .conftest import Hand

SECOND = timedelta(seconds=1)


async def add(storage: Storage, chat: int, *trainings: int, due_at: datetime = NOW) -> list[bool]:
    async with storage.transaction() as transaction:
        return [await transaction.posts.add(chat, number, due_at) for number in trainings]


async def claim(storage: Storage, now: datetime = NOW, limit: int = 10) -> Sequence[DuePost]:
    async with storage.transaction() as transaction:
        return await transaction.posts.claim(now, limit, now + 3 * MINUTE)


async def settle(storage: Storage, post: DuePost, now: datetime = NOW, turn: datetime | None = None) -> bool:
    async with storage.transaction() as transaction:
        return await transaction.posts.settle(post, now, looks="seen", turn=turn, message_id=5, told=True)


async def next_due(storage: Storage) -> datetime | None:
    async with storage.reading() as transaction:
        return await transaction.next_due()


async def posted(storage: Storage) -> int:
    """Return the number of a training with a post that was sent just now."""
    number = await add_training(storage, seats=2)
    await add(storage, await bind(storage), number)
    (post,) = await claim(storage)
    assert await settle(storage, post)
    return number


async def test_claimed_post_comes_with_the_world_as_it_is(storage: Storage) -> None:
    number = await add_training(storage, seats=2)
    chat = await bind(storage)
    assert await add(storage, chat, number, number) == [True, False]
    await sign_up(storage, number, 1)
    assert await next_due(storage) == NOW
    (post,) = await claim(storage)
    assert (post.new, post.looks, post.attempts, post.due_at) == (True, "", 0, NOW)
    assert (post.chat.id, post.chat.spot, post.stored.training.id) == (chat, GROUP, number)
    assert (post.stored.occupancy.taken, post.stored.occupancy.free) == (1, 1)
    assert await claim(storage) == []
    assert await next_due(storage) == NOW + 3 * MINUTE


async def test_due_posts_are_claimed_in_their_order_up_to_the_limit(storage: Storage) -> None:
    for key in "abc":
        await add_training(storage, key)
    chat = await bind(storage)
    for number, seconds in ((3, 0), (1, 3), (2, 3)):
        await add(storage, chat, number, due_at=NOW + seconds * SECOND)
    assert [post.stored.training.id for post in await claim(storage)] == [3]
    assert [post.stored.training.id for post in await claim(storage, NOW + 3 * SECOND, 1)] == [1]
    assert [post.stored.training.id for post in await claim(storage, NOW + 3 * SECOND)] == [2]


async def test_post_is_due_a_minute_after_it_was_told_when_its_roster_changes(storage: Storage) -> None:
    number = await posted(storage)
    assert await next_due(storage) is None
    await sign_up(storage, number, 1)
    assert await next_due(storage) == NOW + BETWEEN_EDITS
    await sign_up(storage, number, 2)
    (post,) = await claim(storage, NOW + BETWEEN_EDITS)
    assert (post.message_id, post.looks, post.stored.occupancy.free) == (5, "seen", 0)
    assert await settle(storage, post, NOW + HOUR)
    async with storage.transaction() as transaction:
        await transaction.posts.touch(number, NOW + DAY)
    assert await next_due(storage) == NOW + DAY


async def test_post_told_before_the_clock_was_set_back_is_due_at_once(storage: Storage) -> None:
    number = await posted(storage)
    async with storage.transaction() as transaction:
        await transaction.posts.touch(number, NOW - DAY)
    assert await next_due(storage) == NOW - DAY


async def test_what_changes_while_a_post_is_on_its_way_is_looked_at_again(storage: Storage) -> None:
    number = await add_training(storage, seats=2)
    await add(storage, await bind(storage), number)
    (post,) = await claim(storage)
    await sign_up(storage, number, 1)
    assert await settle(storage, post, NOW + SECOND, NOW + DAY)
    assert await next_due(storage) == NOW + SECOND + BETWEEN_EDITS


async def test_settled_post_is_looked_at_again_at_its_turn(storage: Storage) -> None:
    number = await add_training(storage)
    await add(storage, await bind(storage), number)
    (post,) = await claim(storage)
    await settle(storage, post, NOW, NOW + DAY)
    assert await next_due(storage) == NOW + DAY
    async with storage.transaction() as transaction:
        await transaction.posts.touch(number, NOW + SECOND)
    assert await next_due(storage) == NOW + BETWEEN_EDITS


async def test_new_post_keeps_its_hour_whatever_happens(storage: Storage) -> None:
    number = await add_training(storage)
    await add(storage, await bind(storage), number, due_at=NOW + DAY)
    await sign_up(storage, number, 1)
    assert await next_due(storage) == NOW + DAY


async def test_ended_post_is_left_alone(storage: Storage) -> None:
    number = await posted(storage)
    await sign_up(storage, number, 1)
    (post,) = await claim(storage, NOW + HOUR)
    async with storage.transaction() as transaction:
        assert await transaction.posts.end(post, Ended.DELETED)
        await transaction.posts.touch(number, NOW + HOUR)
        assert await transaction.posts.add(post.chat.id, number, NOW) is False
    assert await next_due(storage) is None
    assert await claim(storage, NOW + DAY) == []


async def test_resting_chat_is_let_alone_and_others_are_not(storage: Storage) -> None:
    number = await add_training(storage)
    for spot in (GROUP, CHANNEL):
        await add(storage, await bind(storage, spot), number)
    async with storage.transaction() as transaction:
        await transaction.chats.rest(GROUP.telegram_id, NOW + HOUR)
    assert [post.chat.spot for post in await claim(storage)] == [CHANNEL]
    async with storage.transaction() as transaction:
        await transaction.chats.rest(CHANNEL.telegram_id, NOW)
    assert [post.chat.spot for post in await claim(storage, NOW + HOUR)] == [GROUP, CHANNEL]


async def test_rest_put_off_by_a_clock_set_back_is_over(storage: Storage) -> None:
    number = await add_training(storage)
    await add(storage, await bind(storage), number)
    async with storage.transaction() as transaction:
        await transaction.chats.rest(GROUP.telegram_id, NOW + LONGEST_REST + SECOND)
    assert len(await claim(storage)) == 1


async def test_lost_chat_rests_until_it_is_regained(storage: Storage) -> None:
    number = await add_training(storage)
    await add(storage, await bind(storage), number)
    async with storage.transaction() as transaction:
        await transaction.chats.lose(GROUP.telegram_id, Loss.RIGHTS, NOW + LONGEST_REST)
    assert await claim(storage) == []
    assert await next_due(storage) == NOW + LONGEST_REST
    async with storage.transaction() as transaction:
        await transaction.chats.regain(GROUP.telegram_id)
    assert await next_due(storage) == NOW
    assert len(await claim(storage)) == 1


async def test_released_post_keeps_its_place_and_counts_as_told(storage: Storage) -> None:
    number = await add_training(storage)
    await add(storage, await bind(storage), number)
    for attempted, counted in ((False, 0), (True, 1)):
        (post,) = await claim(storage)
        async with storage.transaction() as transaction:
            assert await transaction.posts.begin(post)
            assert await transaction.posts.release(post, post.due_at, attempted=attempted)
        (again,) = await claim(storage)
        assert (again.attempts, again.due_at) == (counted, NOW)
        async with storage.transaction() as transaction:
            await transaction.posts.release(again, NOW, attempted=True)


async def test_post_of_a_process_that_died_is_claimed_anew_and_the_dead_cannot_write(storage: Storage) -> None:
    number = await add_training(storage)
    await add(storage, await bind(storage), number)
    (old,) = await claim(storage)
    async with storage.transaction() as transaction:
        assert await transaction.posts.begin(old)
    await storage.recover(NOW + SECOND)
    (new,) = await claim(storage, NOW + SECOND)
    assert (new.id, new.attempts) == (old.id, 1)
    assert not await settle(storage, old)
    async with storage.transaction() as transaction:
        assert not await transaction.posts.begin(old)
        assert not await transaction.posts.end(old, Ended.OVER)
        assert not await transaction.posts.release(old, NOW, attempted=True)
    assert await settle(storage, new)


async def test_lease_of_a_clock_set_back_is_over(storage: Storage) -> None:
    number = await add_training(storage)
    await add(storage, await bind(storage), number)
    await claim(storage)
    assert len(await claim(storage, NOW - DAY)) == 1


async def test_posts_of_a_moved_group_appear_anew(storage: Storage, hand: Hand) -> None:
    number = await posted(storage)
    async with storage.transaction() as transaction:
        await transaction.chats.move(GROUP.telegram_id, -99, NOW + HOUR)
    (post,) = await claim(storage, NOW + HOUR)
    assert (post.new, post.looks, post.chat.spot.telegram_id, post.stored.training.id) == (True, "", -99, number)
    async with storage.transaction() as transaction:
        await transaction.chats.unbind(post.chat.id)
    assert list(await hand("SELECT id FROM post")) == []


async def test_post_of_a_chat_unbound_while_it_was_sent_is_gone(storage: Storage) -> None:
    number = await add_training(storage)
    await add(storage, await bind(storage), number)
    (post,) = await claim(storage)
    async with storage.transaction() as transaction:
        await transaction.chats.unbind(post.chat.id)
    assert not await settle(storage, post)
    assert await next_due(storage) is None


async def test_other_language_lets_what_is_posted_be_looked_at(storage: Storage) -> None:
    await posted(storage)
    async with storage.transaction() as transaction:
        (chat,) = await transaction.chats.bound()
        await transaction.chats.speak(chat.id, Language.ENGLISH, NOW + SECOND)
    (post,) = await claim(storage, NOW + SECOND)
    assert post.chat.language is Language.ENGLISH


async def test_looking_at_a_roster_touches_no_post(storage: Storage) -> None:
    number = await posted(storage)
    await sign_up(storage, number, 1)
    (post,) = await claim(storage, NOW + HOUR)
    await settle(storage, post, NOW + HOUR)
    await decide(storage, number, 1, becomes(State.SEATED))
    assert await next_due(storage) == NOW
    (post,) = await claim(storage, NOW + HOUR)
    await settle(storage, post, NOW + HOUR)
    async with storage.transaction() as transaction:
        await transaction.trainings.get(number)
        await transaction.rosters.members(number, [State.SEATED])
    assert await next_due(storage) is None
    await decide(storage, number, 1, leave)
    assert await next_due(storage) is not None


async def test_two_claim_at_once_and_none_gets_what_the_other_has(lasting: Storage, lasting_url: str) -> None:
    numbers = [await add_training(lasting, f"t{n}") for n in range(20)]
    await add(lasting, await bind(lasting), *numbers)
    other = await open_storage(lasting_url)
    try:
        taken = await asyncio.gather(*(claim(storage, NOW, 3) for storage in (lasting, other) * 4))
    finally:
        await other.close()
    claimed = [post.id for posts in taken for post in posts]
    assert len(claimed) == len(set(claimed)) == 20


async def test_sign_ups_and_settling_race_and_the_last_word_is_looked_at(lasting: Storage) -> None:
    number = await add_training(lasting, seats=40)
    await add(lasting, await bind(lasting), number)

    async def show() -> None:
        for second in range(20):
            for post in await claim(lasting, NOW + second * HOUR):
                await settle(lasting, post, NOW + second * HOUR)

    await asyncio.gather(show(), *(sign_up(lasting, number, person) for person in range(30)))
    for post in await claim(lasting, NOW + 30 * DAY):
        assert post.stored.occupancy.taken == 30
        await settle(lasting, post, NOW + 30 * DAY)
    assert await claim(lasting, NOW + 60 * DAY) == []
