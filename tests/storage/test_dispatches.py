"""What will go out, counted, and what was decided about it; the same on every engine."""

import asyncio
from dataclasses import replace
from datetime import datetime

import pytest

from domain import forecast, news
from domain.desks.forecast import ForecastDesk
from domain.forecast import AHEAD, Coming, Counted
from domain.notice import Claimed, Kind, Planned
from domain.official import Grant, Official, Preferences, Role
from domain.ports import Storage, Transaction
from tests.storage.samples import DAY, HOUR, MINUTE, NOW, add_training, claim_all, planned
from tests.storage.test_chats import CHANNEL, bind

from .conftest import Hand

DAY_BEFORE = Kind.REMINDER_DAY
START = "2026-04-11T09:00"
DUE = NOW + 9 * DAY


def reminder(person: int, training: int, due_at: datetime = DUE, kind: Kind = DAY_BEFORE) -> Planned:
    """Return a reminder that is of use for another day after it is due."""
    return replace(planned(person, training, kind, due_at), useful_until=DUE + DAY)


async def plan(storage: Storage, *notices: Planned) -> None:
    async with storage.transaction() as transaction:
        await transaction.notices.plan(notices)


async def claim(storage: Storage, now: datetime) -> list[Claimed]:
    async with storage.transaction() as transaction:
        return await claim_all(transaction, now, 50, now + MINUTE)


async def counted(storage: Storage, until: datetime = NOW + AHEAD) -> list[Counted]:
    async with storage.reading() as transaction:
        return list(await transaction.dispatches.coming(until))


async def seen(transaction: Transaction, training: int, kind: Kind = DAY_BEFORE) -> Coming:
    """Return the one group of a kind about a training."""
    stored = await transaction.trainings.get(training)
    assert stored is not None
    found = await transaction.dispatches.of_training(kind, training)
    (group,) = forecast.groups(found, {training: stored}, NOW)
    return group


async def hold(storage: Storage, training: int) -> None:
    async with storage.transaction() as transaction:
        await transaction.dispatches.lock(training)
        await transaction.dispatches.hold(await seen(transaction, training))


async def let_go(storage: Storage, training: int) -> None:
    async with storage.transaction() as transaction:
        await transaction.dispatches.let_go(await seen(transaction, training))


async def move(storage: Storage, training: int, at: datetime) -> None:
    async with storage.transaction() as transaction:
        await transaction.dispatches.move(await seen(transaction, training), at)


async def end(storage: Storage, now: datetime) -> tuple[bool, int]:
    async with storage.transaction() as transaction:
        return await transaction.dispatches.ending(now), await transaction.dispatches.end(now)


async def next_due(storage: Storage) -> datetime | None:
    async with storage.reading() as transaction:
        return await transaction.next_due()


async def test_people_are_counted_by_what_they_get_when_and_how_they_want_it(storage: Storage) -> None:
    number = await add_training(storage, start=START)
    quiet = Preferences(week_before=True)
    async with storage.transaction() as transaction:
        await transaction.officials.save(Official(1))
        await transaction.officials.save(Official(2))
        await transaction.officials.save(Official(3, preferences=quiet))
        await transaction.officials.save(Official(4))
        await transaction.officials.lost(4, "blocked")
    await plan(storage, *(reminder(person, number) for person in (1, 2, 3, 4)))
    await plan(storage, reminder(1, number, NOW + AHEAD + MINUTE, Kind.REMINDER_HOUR), planned(1, None, Kind.ALARM))
    same = Counted(DAY_BEFORE, number, {}, DUE, DUE + DAY, held=False, preferences=Preferences(), people=2)
    other = replace(same, preferences=quiet, people=1)
    found = await counted(storage)
    assert sorted(found, key=lambda each: -each.people) == [same, other]
    async with storage.reading() as transaction:
        of_training = await transaction.dispatches.of_training(DAY_BEFORE, number)
        assert sorted(of_training, key=lambda each: -each.people) == [same, other]


async def test_what_is_held_is_counted_and_not_claimed_until_it_is_let_go(storage: Storage) -> None:
    number = await add_training(storage, start=START)
    await plan(storage, reminder(1, number), reminder(2, number))
    await hold(storage, number)
    assert [(each.held, each.people) for each in await counted(storage)] == [(True, 2)]
    assert await claim(storage, DUE) == []
    assert await next_due(storage) == DUE + DAY
    await let_go(storage, number)
    assert await next_due(storage) == DUE
    assert [each.official.id for each in await claim(storage, DUE)] == [1, 2]


async def test_reminders_written_later_follow_what_was_decided(storage: Storage) -> None:
    number = await add_training(storage, start=START)
    other = await add_training(storage, "b", start=START)
    await plan(storage, reminder(1, number))
    await hold(storage, number)
    await plan(
        storage,
        reminder(2, number),
        reminder(2, number, kind=Kind.REMINDER_HOUR),
        reminder(2, other),
    )
    assert [each.training and each.training.id for each in await claim(storage, DUE)] == [number, other]
    await let_go(storage, number)
    await plan(storage, reminder(3, number))
    assert [each.official.id for each in await claim(storage, DUE)] == [1, 2, 3]


async def test_a_move_is_followed_while_the_training_begins_when_it_did(storage: Storage) -> None:
    number = await add_training(storage, start=START)
    await plan(storage, reminder(1, number))
    await move(storage, number, DUE - MINUTE / 2)
    await plan(storage, reminder(2, number), replace(reminder(3, number), useful_until=DUE + 2 * DAY))
    assert [each.official.id for each in await claim(storage, DUE - MINUTE / 2)] == [1, 2]
    assert [each.official.id for each in await claim(storage, DUE)] == [3]


async def test_a_move_is_forgotten_when_its_hour_has_come(storage: Storage) -> None:
    number = await add_training(storage, start=START)
    await plan(storage, reminder(1, number))
    await move(storage, number, DUE - HOUR)
    assert await end(storage, DUE - HOUR - MINUTE) == (False, 0)
    assert await end(storage, DUE - HOUR) == (True, 1)
    await plan(storage, reminder(2, number))
    assert [each.official.id for each in await claim(storage, DUE - HOUR)] == [1]


async def test_a_move_that_is_held_is_forgotten_and_the_hold_kept(storage: Storage) -> None:
    number = await add_training(storage, start=START)
    await plan(storage, reminder(1, number))
    await move(storage, number, DUE - HOUR)
    await hold(storage, number)
    assert await end(storage, DUE - HOUR) == (True, 1)
    await plan(storage, reminder(2, number))
    assert await claim(storage, DUE) == []
    await let_go(storage, number)
    assert [each.official.id for each in await claim(storage, DUE)] == [1, 2]


async def test_what_is_held_beyond_its_use_is_missed_once(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage, start=START)
    await plan(storage, reminder(1, number))
    await hold(storage, number)
    assert await end(storage, DUE + DAY - MINUTE) == (False, 0)
    assert await end(storage, DUE + DAY) == (True, 1)
    assert await end(storage, DUE + DAY) == (False, 0)
    assert [tuple(row) for row in await hand("SELECT fate, reason, held FROM notice")] == [("missed", "held", 0)]
    assert await next_due(storage) is None


async def test_what_was_decided_is_forgotten_with_the_end_of_the_training(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage, start=START)
    await plan(storage, reminder(1, number))
    await hold(storage, number)
    await end(storage, DUE + 9 * DAY)
    assert list(await hand("SELECT training_id FROM dispatch")) == []


async def test_what_was_claimed_and_not_begun_is_given_back(storage: Storage) -> None:
    number = await add_training(storage, start=START)
    await plan(storage, reminder(1, number), reminder(2, number), reminder(3, number))
    first, _ = (await claim(storage, DUE))[:2]
    async with storage.transaction() as transaction:
        assert await transaction.notices.begin([first])
        stored = await transaction.trainings.get(number)
        assert stored is not None
        held = Counted(DAY_BEFORE, number, {}, DUE, DUE + DAY, held=False, preferences=Preferences(), people=2)
        (group,) = forecast.groups([held], {number: stored}, NOW)
        await transaction.dispatches.hold(group)
    assert [each.people for each in await counted(storage)] == [2]
    assert [each.official.id for each in await claim(storage, DUE + HOUR)] == [first.official.id]


async def test_hastened_reminders_are_due_now_and_later_ones_at_their_time(storage: Storage) -> None:
    number = await add_training(storage, start=START)
    await plan(storage, reminder(1, number))
    await hold(storage, number)
    async with storage.transaction() as transaction:
        await transaction.dispatches.hasten(await seen(transaction, number), NOW)
    await plan(storage, reminder(2, number))
    assert [each.official.id for each in await claim(storage, NOW)] == [1]
    assert await next_due(storage) == NOW + MINUTE
    assert [each.due_at for each in await counted(storage)] == [DUE]


async def test_news_due_in_a_minute_are_held_by_what_they_tell(storage: Storage) -> None:
    number, other = await add_training(storage, start=START), await add_training(storage, "b", start=START)

    def told(person: int, training: int, due_at: datetime = DUE) -> Planned:
        return replace(planned(person, None, Kind.NEWS, due_at, f"{person}"), args=news.listing([training]))

    await plan(storage, told(1, number), told(2, other), told(3, number, DUE + MINUTE))
    async with storage.transaction() as transaction:
        stored = await transaction.trainings.get(number)
        assert stored is not None
        found = await transaction.dispatches.of_minute(Kind.NEWS, DUE)
        assert sum(each.people for each in found) == 2
        (group,) = forecast.groups(found, {number: stored}, NOW)
        await transaction.dispatches.hold(group)
    assert [each.official.id for each in await claim(storage, DUE + MINUTE)] == [2, 3]
    assert await end(storage, group.useful_until) == (True, 1)


@pytest.mark.parametrize("attempt", range(3))
async def test_who_signs_up_while_somebody_holds_is_held_too(storage: Storage, attempt: int) -> None:
    number = await add_training(storage, start=START)
    await plan(storage, reminder(1, number))

    async def sign_up(person: int) -> None:
        async with storage.transaction() as transaction:
            await transaction.dispatches.lock(number)
            await transaction.notices.plan([reminder(person, number)])

    await asyncio.gather(*(sign_up(person + attempt) for person in range(2, 6)), hold(storage, number))
    assert await claim(storage, DUE) == []
    assert sum(each.people for each in await counted(storage)) == 5


@pytest.mark.parametrize("kind", [DAY_BEFORE, Kind.NEWS])
async def test_of_organisers_who_act_at_once_one_does_and_the_others_see_it_done(storage: Storage, kind: Kind) -> None:
    number = await add_training(storage, start=START)
    of_news = replace(planned(1, None, Kind.NEWS, DUE), args=news.listing([number]))
    await plan(storage, of_news if kind is Kind.NEWS else reminder(1, number))
    async with storage.transaction() as transaction:
        await transaction.organisers.grant(Grant(9, Role.ADMINISTRATOR, None))
    which = forecast.Which(kind, 1 if kind is Kind.NEWS else number, forecast.minute(DUE))

    async def arrange(way: int) -> str:
        async with storage.transaction() as transaction:
            desk, olga = ForecastDesk(transaction, NOW), Official(9)
            match way % 3:
                case 0:
                    outcome = await desk.hold(olga, which)
                case 1:
                    outcome = await desk.move(olga, which, DUE + way * HOUR)
                case _:
                    outcome = await desk.hasten(olga, which, 1)
        return type(outcome).__name__

    outcomes = await asyncio.gather(*(arrange(way) for way in range(6)))
    assert outcomes.count("Arranged") == 1
    assert set(outcomes) <= {"Arranged", "Unarranged", "Gone"}
    async with storage.reading() as transaction:
        assert len(await transaction.acts.newest(None, 10)) == 1


async def test_trainings_to_be_posted_are_counted_by_chats_that_are_open(storage: Storage) -> None:
    first, other = await add_training(storage, start=START), await add_training(storage, "b", start=START)
    group, channel = await bind(storage), await bind(storage, CHANNEL)
    async with storage.transaction() as transaction:
        for chat, number, due_at in ((group, first, DUE), (channel, first, DUE - HOUR), (group, other, NOW + 15 * DAY)):
            assert await transaction.posts.add(chat, number, due_at)
        assert list(await transaction.dispatches.posts(NOW + AHEAD)) == [(first, DUE - HOUR, 2)]
        await transaction.chats.pause(channel, paused=True)
        assert list(await transaction.dispatches.posts(NOW + AHEAD)) == [(first, DUE, 1)]
