from dataclasses import replace

import pytest

from domain.notice import Claimed, Fate, Kind, Planned
from domain.official import Official
from domain.ports import Storage
from domain.registration import State
from tests.storage.samples import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    add_training,
    becomes,
    claim_all,
    decide,
    planned,
    sign_up,
    training,
)

from .conftest import Hand


async def _plan(storage: Storage, *notices: Planned) -> None:
    async with storage.transaction() as transaction:
        await transaction.notices.plan(notices)


async def _claim(storage: Storage, now: object = NOW, limit: int = 10) -> list[Claimed]:
    assert isinstance(now, type(NOW))
    async with storage.transaction() as transaction:
        return await claim_all(transaction, now, limit, now + MINUTE)


async def _next_due(storage: Storage) -> object:
    async with storage.reading() as transaction:
        return await transaction.next_due()


async def test_claimed_notice_comes_with_the_world_as_it_is(storage: Storage) -> None:
    number = await add_training(storage, seats=1)
    anna = Official(1, name="Anna Nowak")
    async with storage.transaction() as transaction:
        await transaction.officials.save(anna)
        await transaction.rosters.follow(number, 1)
    await sign_up(storage, number, 1)
    await sign_up(storage, number, 2)
    notice = Planned(Kind.CHANGE, 1, "change", NOW, number, NOW + DAY, {"place": "Ratusz, sala „Ł”"})
    await _plan(storage, notice)
    await decide(storage, number, 1, becomes(State.SEATED, confirmed=True))
    (claimed,) = await _claim(storage)
    assert claimed.registration is not None
    assert claimed.registration.confirmed
    assert claimed == Claimed(
        id=claimed.id,
        lease=claimed.lease,
        kind=Kind.CHANGE,
        official=anna,
        due_at=NOW,
        useful_until=NOW + DAY,
        attempts=0,
        args={"place": "Ratusz, sala „Ł”"},
        training=await training(storage, number),
        registration=claimed.registration,
        following=True,
        superseded=False,
        waiting=1,
    )


async def test_notice_about_no_training_to_a_stranger_can_be_claimed(storage: Storage) -> None:
    await _plan(storage, planned(9, None, Kind.ALARM))
    (claimed,) = await _claim(storage)
    assert (claimed.official, claimed.training, claimed.registration) == (Official(9), None, None)
    assert (claimed.following, claimed.superseded, claimed.waiting) == (False, False, 0)


async def test_due_notices_are_claimed_earliest_first_up_to_the_limit(storage: Storage) -> None:
    minutes = (3, 1, 2, 5)
    await _plan(storage, *(planned(minute, None, due_at=NOW + minute * MINUTE) for minute in minutes))
    assert await _claim(storage) == []
    first = await _claim(storage, NOW + 4 * MINUTE, limit=2)
    rest = await _claim(storage, NOW + 4 * MINUTE)
    assert [notice.official.id for notice in first] == [1, 2]
    assert [notice.official.id for notice in rest] == [3]


async def test_claimed_notice_is_nobody_elses_until_its_lease_ends(storage: Storage) -> None:
    await _plan(storage, planned())
    (first,) = await _claim(storage)
    assert await _claim(storage, NOW + MINUTE - MINUTE / 60) == []
    async with storage.transaction() as transaction:
        assert await transaction.notices.begin([first])
    (second,) = await _claim(storage, NOW + MINUTE)
    assert (second.id, second.attempts) == (first.id, 1)
    assert second.lease != first.lease


async def test_lease_longer_than_any_has_ended_because_the_clock_was_set_back(storage: Storage) -> None:
    await _plan(storage, planned(due_at=NOW - 2 * HOUR))
    (left,) = await _claim(storage)
    assert await _claim(storage, NOW - 9 * MINUTE) == []
    (again,) = await _claim(storage, NOW - 2 * HOUR)
    assert again == replace(left, lease=again.lease)


async def test_leases_of_a_process_that_died_end_at_once(storage: Storage) -> None:
    await _plan(storage, planned())
    (left,) = await _claim(storage)
    await storage.recover(NOW)
    (again,) = await _claim(storage)
    assert again == replace(left, lease=again.lease)


async def test_late_word_of_a_slow_worker_is_refused(storage: Storage, hand: Hand) -> None:
    await _plan(storage, planned())
    (slow,) = await _claim(storage)
    (quick,) = await _claim(storage, NOW + MINUTE)
    async with storage.transaction() as transaction:
        notices = transaction.notices
        assert not await notices.begin([slow])
        assert not await notices.settle(slow, Fate.REFUSED, NOW, "late")
        assert not await notices.postpone(slow, NOW + DAY, attempted=True)
        assert await notices.settle(quick, Fate.DELIVERED, NOW, message_id=77)
        assert not await notices.settle(quick, Fate.REFUSED, NOW, "twice")
    assert await hand("SELECT fate, reason, message_id, lease FROM notice") == [("delivered", "", 77, None)]


@pytest.mark.parametrize(("attempted", "attempts"), [(True, 1), (False, 0)])
async def test_postponed_notice_comes_again_when_it_is_due(storage: Storage, *, attempted: bool, attempts: int) -> None:
    await _plan(storage, planned())
    (claimed,) = await _claim(storage)
    async with storage.transaction() as transaction:
        assert await transaction.notices.begin([claimed])
        assert await transaction.notices.postpone(claimed, NOW + HOUR, attempted=attempted)
    assert await _claim(storage, NOW + HOUR - MINUTE) == []
    (again,) = await _claim(storage, NOW + HOUR)
    assert (again.attempts, again.due_at) == (attempts, NOW + HOUR)


async def test_the_same_occasion_is_never_told_twice(storage: Storage) -> None:
    await _plan(storage, planned(key="once"), planned(key="once", kind=Kind.CHANGE))
    (claimed,) = await _claim(storage)
    async with storage.transaction() as transaction:
        await transaction.notices.settle(claimed, Fate.DELIVERED, NOW)
    await _plan(storage, planned(key="once"))
    assert await _claim(storage) == []


async def test_occasion_whose_notice_was_dropped_can_be_told_again(storage: Storage) -> None:
    number = await add_training(storage)
    await _plan(storage, planned(1, number, key="once"))
    async with storage.transaction() as transaction:
        await transaction.notices.drop(1, number, [Kind.REMINDER_DAY], "withdrawn", NOW)
    await _plan(storage, planned(1, number, key="once"))
    assert len(await _claim(storage)) == 1


async def test_one_live_notice_of_a_kind_for_a_person_and_training(storage: Storage) -> None:
    number, other = await add_training(storage, "a"), await add_training(storage, "b")
    for person, about, key in ((1, number, "1"), (1, number, "2"), (1, other, "3"), (2, number, "4"), (1, None, "5")):
        await _plan(storage, planned(person, about, Kind.CHANGE, key=key))
    await _plan(storage, planned(1, None, Kind.CHANGE, key="6"))
    claimed = await _claim(storage)
    await _plan(storage, planned(1, number, Kind.CHANGE, key="7"))
    assert (len(claimed), await _claim(storage)) == (5, [])


async def test_drop_takes_the_kinds_and_the_training_named(storage: Storage, hand: Hand) -> None:
    one, two = await add_training(storage, "one"), await add_training(storage, "two")
    for person in (1, 2):
        for about in (one, two):
            await _plan(storage, planned(person, about), planned(person, about, Kind.CHANGE))
    async with storage.transaction() as transaction:
        await transaction.notices.drop(1, one, [Kind.REMINDER_DAY, Kind.REMINDER_HOUR], "withdrawn", NOW)
        await transaction.notices.drop(2, None, [Kind.REMINDER_DAY], "off", NOW)
        await transaction.notices.drop(2, one, [], "nothing", NOW)
    assert await hand(
        "SELECT official_id, training_id, kind, reason FROM notice WHERE fate = 'dropped'"
        " ORDER BY official_id, training_id"
    ) == [(1, one, "reminder_day", "withdrawn"), (2, one, "reminder_day", "off"), (2, two, "reminder_day", "off")]


async def test_notice_dropped_while_it_was_sent_is_no_longer_its_senders(storage: Storage) -> None:
    number = await add_training(storage)
    await _plan(storage, planned(1, number))
    (claimed,) = await _claim(storage)
    async with storage.transaction() as transaction:
        await transaction.notices.drop(1, number, [Kind.REMINDER_DAY], "withdrawn", NOW)
        assert not await transaction.notices.settle(claimed, Fate.DELIVERED, NOW)


async def test_pending_are_those_of_a_kind_that_are_not_begun_by_person(storage: Storage) -> None:
    number, other = await add_training(storage, "a"), await add_training(storage, "b")
    late, early = planned(1, number, Kind.CHANGE, NOW + DAY), planned(2, number, Kind.CHANGE, NOW + HOUR)
    told = planned(3, number, Kind.CHANGE)
    await _plan(storage, early, late, told, planned(1, number), planned(1, other, Kind.CHANGE, NOW + DAY))
    claimed = await _claim(storage)
    async with storage.transaction() as transaction:
        await transaction.notices.begin([each for each in claimed if each.official.id == 3])
    async with storage.reading() as transaction:
        assert await transaction.notices.pending(number, Kind.CHANGE) == [late, early]


async def test_reminder_is_superseded_once_a_later_one_is_due(storage: Storage) -> None:
    number, other = await add_training(storage, "a"), await add_training(storage, "b")
    day = planned(1, number, Kind.REMINDER_DAY, NOW)
    hour = planned(1, number, Kind.REMINDER_HOUR, NOW + HOUR)
    await _plan(storage, day, hour, planned(1, other, Kind.REMINDER_HOUR, NOW), planned(2, number, due_at=NOW))
    (before,) = [claimed for claimed in await _claim(storage) if claimed.official.id == 1 and claimed.kind == day.kind]
    assert not before.superseded
    due = await _claim(storage, NOW + HOUR)
    seen = {
        (notice.official.id, notice.training and notice.training.id, notice.kind): notice.superseded for notice in due
    }
    assert seen == {
        (1, number, Kind.REMINDER_DAY): True,
        (1, number, Kind.REMINDER_HOUR): False,
        (1, other, Kind.REMINDER_HOUR): False,
        (2, number, Kind.REMINDER_DAY): False,
    }


async def test_next_due_is_the_earliest_of_everything_that_waits(storage: Storage) -> None:
    number = await add_training(storage)
    assert await _next_due(storage) is None
    await sign_up(storage, number, 1)
    await decide(storage, number, 1, becomes(State.LEAVING, until=NOW + 9 * HOUR, former=State.SEATED))
    assert await _next_due(storage) == NOW + 9 * HOUR
    await _plan(storage, planned(due_at=NOW + 2 * HOUR))
    assert await _next_due(storage) == NOW + 2 * HOUR
    (claimed,) = await _claim(storage, NOW + 2 * HOUR)
    assert await _next_due(storage) == NOW + 2 * HOUR + MINUTE
    async with storage.transaction() as transaction:
        await transaction.notices.settle(claimed, Fate.MISSED, NOW, "too late")
    assert await _next_due(storage) == NOW + 9 * HOUR


async def test_five_hundred_due_at_once_are_each_claimed_once(storage: Storage) -> None:
    await _plan(storage, *(planned(person, None) for person in range(500)))
    claimed: list[Claimed] = []
    while batch := await _claim(storage, limit=64):
        claimed += batch
    assert sorted(notice.official.id for notice in claimed) == list(range(500))


async def test_claim_rolled_back_is_no_claim(storage: Storage) -> None:
    await _plan(storage, planned())

    async def claim_and_fail() -> None:
        async with storage.transaction() as transaction:
            await claim_all(transaction, NOW, 10, NOW + MINUTE)
            raise LookupError

    with pytest.raises(LookupError):
        await claim_and_fail()
    assert len(await _claim(storage)) == 1
