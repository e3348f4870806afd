"""A change of a training with many people on its list is written in chunks, and means the same as written at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from domain.desks import altering
from domain.desks.changing import Changing
from domain.desks.fan_outs import FanOutLane
from domain.fan_out import ALTERED
from domain.finding import Invariant
from domain.notice import Fate, Kind
from domain.ports import Storage
from domain.training import Details, Place, Status
from domain.verdict import Later, judge
from domain.wall import Wall
from storage.database import open_storage
from tests.storage.samples import DAY, MINUTE, NOW, add_training, claim_all, decide, leave, sign_up, training

from .conftest import Hand, by_hand

SEATED = ALTERED + 5
WAITING = 4
FOLLOWER = 900
SECOND = MINUTE / 60
LONG_SINCE = datetime(2026, 1, 1, tzinfo=NOW.tzinfo)
ROWS = (
    "SELECT kind, official_id, key, args, due_at, useful_until, fate, reason, settled_at FROM notice"
    " ORDER BY key, fate, reason, args"
)
LEFT = "SELECT COUNT(*) FROM addressee"

Change = Callable[[Details], Details]


def moved(details: Details) -> Details:
    return replace(details, start=Wall.parse("2026-05-12T10:00"))


def moved_again(details: Details) -> Details:
    return replace(details, start=Wall.parse("2026-05-14T10:00"))


def elsewhere(details: Details) -> Details:
    return replace(details, place=Place("Ratusz", "Lipowo"))


def called_off(details: Details) -> Details:
    return replace(details, status=Status.CANCELLED, note="Choroba.")


def taken_back(details: Details) -> Details:
    return replace(details, status=Status.PLANNED, note=None)


def postponed(details: Details) -> Details:
    return replace(details, status=Status.MOVED)


async def full(storage: Storage, start: str = "2026-05-11T09:00") -> int:
    """Add a training with many seated, some who wait, one of them with an offer, and followers."""
    number = await add_training(storage, seats=SEATED + 1, start=start)
    hand = by_hand(storage)
    for columns, first, last in (
        ("'seated', person.number, NULL", 1, SEATED),
        ("'waiting', NULL, person.number", 500, 503),
    ):
        await hand(
            "WITH RECURSIVE person (number) AS "  # noqa: S608 - our own numbers
            f"(SELECT {first} UNION ALL SELECT number + 1 FROM person WHERE number < {last}) "
            "INSERT INTO registration (training_id, official_id, state, seat, queue, confirmed) "
            f"SELECT {number}, person.number, {columns}, 0 FROM person"
        )
    async with storage.transaction() as transaction:
        for person in (1, FOLLOWER):
            await transaction.rosters.follow(number, person)
    await change(storage, number, lambda details: replace(details, online_url="https://example.org"), LONG_SINCE)
    await FanOutLane(storage)(NOW)
    assert await hand(LEFT) == [(0,)]
    return number


async def change(storage: Storage, number: int, how: Change, now: datetime = NOW) -> None:
    before = await training(storage, number)
    async with storage.transaction() as transaction:
        await Changing(transaction, now, None).apply(before, how(before.details), silent=False)


async def write(storage: Storage, chunk: int) -> int | None:
    async with storage.transaction() as transaction:
        return await altering.write_next(transaction, chunk)


async def rest(storage: Storage, chunk: int = 100) -> None:
    while await write(storage, chunk) is not None:
        pass


@pytest.mark.parametrize(
    "changes",
    [
        (moved,),
        (called_off, taken_back),
        (elsewhere, moved, called_off),
        (postponed, moved, moved_again),
        (moved, called_off, taken_back, moved_again, elsewhere),
    ],
)
async def test_rows_are_the_same_however_late_and_in_however_many_parts_they_are_written(
    changes: tuple[Change, ...],
) -> None:
    written = []
    for chunk, at_once in ((10_000, True), (90, False)):
        storage = await open_storage("sqlite:///:memory:")
        number = await full(storage)
        for place, each in enumerate(changes):
            await change(storage, number, each, NOW + place * MINUTE)
            if at_once:
                await rest(storage, chunk)
        await rest(storage, chunk)
        written.append(await by_hand(storage)(ROWS))
        assert await by_hand(storage)("SELECT 1 FROM fan_out UNION ALL SELECT 1 FROM addressee") == []
        await storage.close()
    assert written[0] == written[1]


async def test_change_for_many_is_fixed_in_the_act_and_written_in_chunks(storage: Storage, hand: Hand) -> None:
    number = await full(storage)
    await hand("DELETE FROM notice WHERE kind IN ('offer', 'change')")
    rows = await hand(ROWS)
    await change(storage, number, moved)
    assert await hand(ROWS) == rows
    everybody = SEATED + WAITING + 1
    assert await hand(LEFT) == [(everybody,)]
    async with storage.reading() as transaction:
        assert await transaction.next_due() == NOW
    assert [await write(storage, 100) for _ in range(3)] == [100, everybody - 100, None]
    told = "SELECT COUNT(*) FROM notice WHERE kind = 'change' AND fate = 'pending' AND args LIKE '%was_start%'"
    assert await hand(told) == [(everybody,)]


async def test_change_for_few_is_written_in_the_act(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage)
    await sign_up(storage, number, 1)
    await change(storage, number, moved)
    assert await hand("SELECT 1 FROM fan_out UNION ALL SELECT 1 FROM addressee") == []
    assert await hand("SELECT kind FROM notice WHERE kind = 'change'") == [("change",)]


async def test_change_is_written_on_after_a_death_between_two_chunks(lasting: Storage, lasting_url: str) -> None:
    number = await full(lasting)
    await change(lasting, number, called_off)
    await write(lasting, 100)
    await lasting.close()
    again = await open_storage(lasting_url)
    await FanOutLane(again)(NOW)
    told = await by_hand(again)("SELECT COUNT(*), COUNT(DISTINCT official_id) FROM notice WHERE kind = 'cancellation'")
    assert told == [(SEATED + WAITING + 1, SEATED + WAITING + 1)]
    await again.close()


async def test_nothing_untrue_is_said_while_a_change_is_written(storage: Storage, hand: Hand) -> None:
    number = await full(storage, "2026-04-02T09:00")
    await change(storage, number, postponed)
    due = NOW + DAY
    async with storage.transaction() as transaction:
        claimed = await claim_all(transaction, due, 1000, due + MINUTE)
    assert len(claimed) > SEATED
    assert {type(judge(each, due)) for each in claimed} == {Later}
    await rest(storage)
    assert await hand("SELECT kind FROM notice WHERE kind LIKE 'reminder%' AND fate IN ('pending', 'sending')") == []


async def test_who_left_or_was_erased_or_came_meanwhile_is_told_nothing(storage: Storage, hand: Hand) -> None:
    number = await full(storage)
    await change(storage, number, moved)
    await decide(storage, number, 7, leave)
    await decide(storage, number, 8, leave)
    await sign_up(storage, number, 777)
    async with storage.transaction() as transaction:
        await transaction.officials.erase(8)
    await rest(storage)
    told = {person for (person,) in await hand("SELECT official_id FROM notice WHERE args LIKE '%was_start%'")}
    assert told.isdisjoint({7, 8, 777})
    assert len(told) == SEATED + WAITING - 1


async def test_change_is_written_before_what_is_told_to_many_and_after_an_earlier_one(
    storage: Storage, hand: Hand
) -> None:
    number = await full(storage)
    await change(storage, number, moved)
    await change(storage, number, called_off, NOW + MINUTE)
    kinds = "SELECT kind FROM fan_out ORDER BY id"
    assert await hand(kinds) == [("change",), ("cancellation",)]
    async with storage.transaction() as transaction:
        assert await transaction.fan_outs.write_next(100) is None
    await rest(storage, 10_000)
    live = "SELECT DISTINCT kind FROM notice WHERE fate = 'pending'"
    assert await hand(live) == [("cancellation",)]


async def test_nobody_is_alarmed_while_a_change_is_written(storage: Storage) -> None:
    number = await full(storage)
    await change(storage, number, moved)
    async with storage.transaction() as transaction:
        for _ in range(2):
            wrong = await transaction.audit.findings(
                NOW, [Invariant.REMINDERS_OF_FORMER_DATES, Invariant.REMINDERS_UNTRUE, Invariant.REMINDERS_MISSING]
            )
            assert list(wrong) == []
            await altering.write_next(transaction, 90)


async def test_offer_made_after_a_cancellation_was_taken_back_stands(storage: Storage, hand: Hand) -> None:
    number = await full(storage)
    await change(storage, number, called_off)
    await change(storage, number, taken_back, NOW + SECOND)
    assert await hand("SELECT COUNT(*) FROM registration WHERE state = 'offered'") == [(1,)]
    await rest(storage)
    assert await hand("SELECT fate FROM notice WHERE kind = 'offer' ORDER BY id") == [("dropped",), ("pending",)]


@pytest.mark.parametrize("kind", [Kind.CHANGE, Kind.CANCELLATION])
async def test_organisers_hear_whom_it_did_not_reach_only_when_it_is_written(storage: Storage, kind: Kind) -> None:
    number = await full(storage)
    await change(storage, number, moved if kind is Kind.CHANGE else called_off)
    await write(storage, 10)
    due = NOW + DAY
    async with storage.transaction() as transaction:
        for each in await claim_all(transaction, due, 1000, due + MINUTE):
            await transaction.notices.settle(each, Fate.REFUSED, due)
        assert list(await transaction.ledger.unreached(NOW)) == []


async def test_change_that_was_claimed_and_never_left_is_told_with_the_next_one(storage: Storage) -> None:
    number = await add_training(storage, start="2026-04-01T14:00")
    await sign_up(storage, number, 1)
    await change(storage, number, moved)
    due = NOW + 15 * MINUTE
    async with storage.transaction() as transaction:
        (claimed,) = await claim_all(transaction, due, 9, due + MINUTE)
    await change(storage, number, moved_again, due)
    assert claimed.args["was_start"] == "2026-04-01T14:00"
    async with storage.transaction() as transaction:
        assert not await transaction.notices.begin([claimed])
        (newer,) = await claim_all(transaction, due, 9, due + MINUTE)
    assert newer.args == claimed.args
