"""Messages to many in the memory: composed once, sent once, held, counted, forgotten; the same on every engine."""

import asyncio
from datetime import datetime, timedelta

import pytest

from domain.broadcast import Audience, Broadcast, Phase, Segment, Totals
from domain.entry import Cause
from domain.institution import Institution
from domain.news import Subscription
from domain.notice import Claimed, Fate, Kind
from domain.official import Language, Official
from domain.ports import Storage
from domain.registration import State
from tests.storage.samples import DAY, MINUTE, NOW, add_training, becomes, claim_all, decide, planned, sign_up

from .conftest import Hand

EVERYONE = Segment(Audience.EVERYONE)
SECOND = timedelta(seconds=1)


async def composed(storage: Storage, segment: Segment = EVERYONE, text: str = "Uwaga") -> int:
    """Keep a message that could be sent."""
    async with storage.transaction() as transaction:
        number = await transaction.broadcasts.add(1, 9, NOW)
        assert await transaction.broadcasts.write(number, text)
        assert await transaction.broadcasts.address(number, segment)
    return number


async def got(storage: Storage, number: int) -> Broadcast:
    async with storage.reading() as transaction:
        found = await transaction.broadcasts.get(number)
    assert found is not None
    return found


async def begin(storage: Storage, number: int, people: int = 3, due_at: datetime = NOW) -> bool:
    """Let a message go out to people with the ids 1, 2 and so on, who want to hear of all that is new."""
    sent = await got(storage, number)
    async with storage.transaction() as transaction:
        for person in range(1, people + 1):
            await transaction.news.subscribe(Subscription(person, everything=True))
        return await transaction.broadcasts.begin(sent, people, due_at, NOW, 70) == people


async def claim(storage: Storage, limit: int = 10, now: datetime = NOW) -> list[Claimed]:
    async with storage.transaction() as transaction:
        return await claim_all(transaction, now, limit, now + MINUTE)


async def settle(storage: Storage, claimed: Claimed, fate: Fate = Fate.DELIVERED, reason: str = "") -> bool:
    async with storage.transaction() as transaction:
        return await transaction.notices.settle(claimed, fate, NOW, reason, message_id=claimed.official.id)


async def totals(storage: Storage, number: int) -> Totals:
    async with storage.reading() as transaction:
        seen = await transaction.broadcasts.progress(number)
    assert seen is not None
    return seen.totals


async def recipients(storage: Storage, segment: Segment) -> list[int]:
    """Return who gets a message to a segment: as many as are counted."""
    sent = await got(storage, await composed(storage, segment))
    async with storage.transaction() as transaction:
        people = await transaction.broadcasts.count(1, segment, NOW)
        assert await transaction.broadcasts.begin(sent, people, NOW, NOW, 70) == people
    claimed = await claim(storage, 50)
    assert len(claimed) == people
    return [each.official.id for each in claimed]


async def turn(storage: Storage, number: int, phase: Phase) -> bool:
    sent = await got(storage, number)
    async with storage.transaction() as transaction:
        if not await transaction.broadcasts.turn(sent, phase, NOW):
            return False
        if phase is Phase.PAUSED:
            await transaction.broadcasts.hold(number)
    return True


async def test_message_comes_back_as_it_was_composed(storage: Storage) -> None:
    about = await add_training(storage)
    number = await composed(storage, Segment(Audience.SEATED, about))
    found = await got(storage, number)
    assert (found.phase, found.text, found.segment) == (Phase.COMPOSING, "Uwaga", Segment(Audience.SEATED, about))
    assert found.training is not None
    assert (found.training.id, found.programme.id) == (about, 1)
    async with storage.reading() as transaction:
        assert await transaction.broadcasts.get(number + 1) is None


async def test_segments_hold_the_people_they_are_named_for(storage: Storage) -> None:
    one, two = await add_training(storage, "a", seats=2), await add_training(storage, "b")
    old = await add_training(storage, "c", start="2025-12-01")
    for person in (1, 2, 3):
        await sign_up(storage, one, person)
    await sign_up(storage, two, 4)
    await sign_up(storage, old, 5)
    await decide(storage, one, 2, becomes(State.SEATED, confirmed=True))
    await decide(storage, two, 4, becomes(State.HELD, until=NOW + MINUTE))
    async with storage.transaction() as transaction:
        office = await transaction.officials.add_institution(Institution(0, "Gmina Lipowo"))
        await transaction.officials.save(Official(1, institution=office))
        await transaction.news.subscribe(Subscription(6, everything=True))
        await transaction.news.subscribe(Subscription(7, topics={"prawo opcji": "Prawo opcji"}))
        assert await transaction.broadcasts.institutions(1, NOW) == [(office.id, "Gmina Lipowo", 1)]
    assert await recipients(storage, EVERYONE) == [1, 2, 3, 6, 7]
    assert await recipients(storage, Segment(Audience.LISTED, one)) == [1, 2, 3]
    assert await recipients(storage, Segment(Audience.SEATED, one)) == [1, 2]
    assert await recipients(storage, Segment(Audience.WAITING, one)) == [3]
    assert await recipients(storage, Segment(Audience.UNCONFIRMED, one)) == [1]
    assert await recipients(storage, Segment(Audience.INSTITUTION, institution_id=office.id)) == [1]
    assert await recipients(storage, Segment(Audience.TOPIC, topic="Prawo Opcji")) == [6, 7]
    assert await recipients(storage, Segment(Audience.TOPIC, topic="drogi")) == [6]


async def test_message_goes_out_once_with_one_notice_a_person(storage: Storage) -> None:
    await add_training(storage)
    number = await composed(storage)
    assert [await begin(storage, number) for _ in range(2)] == [True, False]
    claimed = await claim(storage)
    assert [(each.kind, each.official.id, each.broadcast) for each in claimed] == [
        (Kind.MESSAGE, person, await got(storage, number)) for person in (1, 2, 3)
    ]
    async with storage.transaction() as transaction:
        assert not await transaction.broadcasts.write(number, "Inaczej")
        assert not await transaction.broadcasts.address(number, EVERYONE)


async def test_of_two_who_send_at_once_one_does(lasting: Storage) -> None:
    await add_training(lasting)
    number = await composed(lasting)
    assert sorted(await asyncio.gather(*(begin(lasting, number) for _ in range(5)))) == [False] * 4 + [True]
    assert len(await claim(lasting, 50)) == 3


async def test_two_messages_about_one_training_both_reach_a_person(storage: Storage) -> None:
    about = await add_training(storage)
    await sign_up(storage, about, 1)
    for _ in range(2):
        assert await begin(storage, await composed(storage, Segment(Audience.LISTED, about)), 1)
    assert [each.official.id for each in await claim(storage)] == [1, 1]


async def test_what_is_said_to_one_person_goes_before_what_is_said_to_many(storage: Storage) -> None:
    about = await add_training(storage)
    await begin(storage, await composed(storage), 5, NOW - MINUTE)
    async with storage.transaction() as transaction:
        await transaction.notices.plan([planned(training_id=about, kind=Kind.CANCELLATION)])
    assert [each.kind for each in await claim(storage, 2)] == [Kind.CANCELLATION, Kind.MESSAGE]


async def test_held_message_gives_back_what_was_not_begun_and_rings_nobody(storage: Storage) -> None:
    await add_training(storage)
    number = await composed(storage)
    await begin(storage, number, 4)
    first, second, *_ = await claim(storage, 3)
    async with storage.transaction() as transaction:
        assert await transaction.notices.begin([first])
    assert await turn(storage, number, Phase.PAUSED)
    async with storage.transaction() as transaction:
        assert not await transaction.notices.begin([second])
        await transaction.broadcasts.look_again(number, None)
        assert await transaction.next_due() is None
    assert await claim(storage, now=NOW + DAY) == []
    assert await settle(storage, first)
    assert await totals(storage, number) == Totals(delivered=1, left=3, next_at=NOW)
    assert await turn(storage, number, Phase.SENDING)
    assert [each.official.id for each in await claim(storage)] == [2, 3, 4]


async def test_message_on_its_way_that_was_held_is_not_sent_before_it_goes_on(storage: Storage) -> None:
    await add_training(storage)
    number = await composed(storage)
    await begin(storage, number, 1)
    (claimed,) = await claim(storage)
    async with storage.transaction() as transaction:
        await transaction.notices.begin([claimed])
    await turn(storage, number, Phase.PAUSED)
    async with storage.transaction() as transaction:
        assert await transaction.notices.postpone(claimed, NOW, attempted=True)
    assert await claim(storage, now=NOW + DAY) == []
    await turn(storage, number, Phase.SENDING)
    assert [each.attempts for each in await claim(storage)] == [1]


async def test_every_end_is_counted_and_those_not_reached_are_named(storage: Storage) -> None:
    await add_training(storage)
    number = await composed(storage)
    async with storage.transaction() as transaction:
        for person, name in ((2, "Zofia Zając"), (3, "Adam Adamski"), (6, "Ewa Ewert")):
            await transaction.officials.save(Official(person, name=name))
    await begin(storage, number, 7)
    fates = [
        (Fate.DELIVERED, ""),
        (Fate.REFUSED, "blocked"),
        (Fate.UNCERTAIN, ""),
        (Fate.DROPPED, "unreachable"),
        (Fate.DROPPED, "withdrawn"),
        (Fate.MISSED, ""),
    ]
    for claimed, (fate, reason) in zip(await claim(storage, 6), fates, strict=True):
        await settle(storage, claimed, fate, reason)
    assert await totals(storage, number) == Totals(1, 2, 1, 1, 1, 1, NOW)
    async with storage.reading() as transaction:
        people = await transaction.broadcasts.unreached(number, 9)
        assert [(each.official.id, each.cause) for each in people] == [
            (3, Cause.UNSURE),
            (6, Cause.TOO_LATE),
            (2, Cause.BLOCKED),
            (4, Cause.UNREACHABLE),
        ]
        assert await transaction.broadcasts.unreached(number, 2, 2) == people[2:]


async def test_erased_recipient_is_gone_from_the_ledger_and_an_erased_organiser_from_the_message(
    storage: Storage, hand: Hand
) -> None:
    await add_training(storage)
    number = await composed(storage)
    await begin(storage, number)
    await hand(f"UPDATE broadcast SET chat_id = 9 WHERE id = {number}")  # noqa: S608 - our own number
    async with storage.transaction() as transaction:
        for person in (2, 9):
            await transaction.officials.erase(person)
    assert (await totals(storage, number)).left == 2
    assert (await got(storage, number)).people == 3
    rows = await hand("SELECT made_by, chat_id, message_id FROM broadcast")
    assert rows == [(None, None, None)]


@pytest.mark.parametrize("days", [89, 91])
async def test_texts_are_forgotten_after_ninety_days_and_the_numbers_stay(storage: Storage, days: int) -> None:
    await add_training(storage)
    sent, open_one = await composed(storage), await composed(storage)
    await begin(storage, sent)
    await turn_done(storage, sent)
    await storage.forget(NOW + days * DAY)
    forgotten = days > 90
    assert [(each.text is None, each.phase) for each in (await got(storage, sent), await got(storage, open_one))] == [
        (forgotten, Phase.DONE),
        (forgotten, Phase.DISCARDED if forgotten else Phase.COMPOSING),
    ]
    assert (await totals(storage, sent)).left == 3


async def turn_done(storage: Storage, number: int) -> None:
    sent = await got(storage, number)
    async with storage.transaction() as transaction:
        assert await transaction.broadcasts.turn(sent, Phase.DONE, None, NOW)


async def test_delivered_copies_are_deleted_once_where_they_are_young_enough(storage: Storage) -> None:
    await add_training(storage)
    number = await composed(storage)
    await begin(storage, number)
    for claimed in await claim(storage, 2):
        await settle(storage, claimed)
    async with storage.transaction() as transaction:
        assert await transaction.broadcasts.remove(number, NOW - DAY, NOW) is None
    await turn_done(storage, number)
    async with storage.transaction() as transaction:
        assert await transaction.broadcasts.remove(number, NOW - DAY, NOW) == 2
        assert await transaction.broadcasts.remove(number, NOW - DAY, NOW) is None
        calls = await transaction.replies.claim(NOW, 9, NOW + MINUTE)
    assert [(call.chat_id, call.method, call.body) for call in calls] == [
        (person, "deleteMessage", {"chat_id": person, "message_id": person}) for person in (1, 2)
    ]


async def test_progress_is_looked_at_when_it_is_time_and_remembers_what_it_showed(storage: Storage) -> None:
    await add_training(storage)
    number = await composed(storage)
    await begin(storage, number, due_at=NOW + DAY)
    async with storage.transaction() as transaction:
        assert await transaction.next_due() == NOW
        (seen,) = await transaction.broadcasts.to_look_at(NOW, 9)
        assert (seen.language, seen.shown, seen.broadcast.message_id) == (Language.POLISH, "", 70)
        await transaction.broadcasts.shown(seen, NOW, NOW + SECOND, message_id=71)
        assert await transaction.broadcasts.to_look_at(NOW, 9) == []
        assert await transaction.next_due() == NOW + SECOND
        (again,) = await transaction.broadcasts.newest({1}, 5)
        assert (again.shown, again.broadcast.message_id, again.broadcast.shown_at) == (seen.mark, 71, NOW)
        assert await transaction.broadcasts.newest({2}, 5) == []
        await transaction.broadcasts.look_again(number, None)
        assert await transaction.next_due() == NOW + DAY
