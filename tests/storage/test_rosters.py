from dataclasses import replace

import pytest

from domain.institution import Institution
from domain.notice import Kind
from domain.official import Official
from domain.ports import Lapsed, Storage
from domain.registration import Registration, State
from domain.roster import Decision, Drop, Plan, Roster, Summon, Write, recall
from domain.training import Status
from tests.storage.samples import (
    DAY,
    HOUR,
    MINUTE,
    NOW,
    Rule,
    add_training,
    becomes,
    decide,
    forget,
    join,
    leave,
    planned,
    roster,
    sign_up,
    training,
)

from .conftest import Hand


async def _people(storage: Storage, *officials: Official) -> None:
    async with storage.transaction() as transaction:
        for official in officials:
            await transaction.officials.save(official)


async def test_roster_of_an_empty_training_is_empty(storage: Storage) -> None:
    number = await add_training(storage)
    assert await roster(storage, number, 1) == Roster(
        training=await training(storage, number), mine=None, taken=0, waiting=0, ahead=0, line=(), next_ticket=1
    )


async def test_no_training_means_no_decision(storage: Storage) -> None:
    assert await sign_up(storage, 77, 1) is None


async def test_roster_counts_as_the_person_sees_it(storage: Storage) -> None:
    number = await add_training(storage, seats=1)
    for person in (1, 2, 3, 4):
        await sign_up(storage, number, person)
    seen = await roster(storage, number, 3)
    assert seen.mine is not None
    assert (seen.mine.state, seen.mine.queue) == (State.WAITING, 2)
    assert (seen.taken, seen.waiting, seen.ahead, seen.next_ticket) == (1, 3, 1, 4)
    assert [waiting.official_id for waiting in seen.line] == [2]
    stranger = await roster(storage, number, 9)
    assert (stranger.mine, stranger.ahead) == (None, 0)


async def test_line_is_one_longer_than_the_free_seats(storage: Storage) -> None:
    number = await add_training(storage, seats=3)
    for person in range(1, 9):
        await sign_up(storage, number, person)
    await decide(storage, number, 1, leave)
    await decide(storage, number, 2, leave)
    assert [waiting.official_id for waiting in (await roster(storage, number, 1)).line] == [4, 5, 6]


async def test_whole_queue_is_in_line_once_there_is_no_limit(storage: Storage) -> None:
    number = await add_training(storage, seats=1)
    for person in range(1, 6):
        await sign_up(storage, number, person)
    before = await training(storage, number)
    async with storage.transaction() as transaction:
        await transaction.trainings.change(before, before.details, None)
    assert [waiting.official_id for waiting in (await roster(storage, number, 1)).line] == [2, 3, 4, 5]


async def test_fellows_are_others_of_the_same_institution_who_have_not_withdrawn(storage: Storage) -> None:
    number = await add_training(storage)
    async with storage.transaction() as transaction:
        gdynia = await transaction.officials.add_institution(Institution(0, "Gdynia"))
        sopot = await transaction.officials.add_institution(Institution(0, "Sopot"))
    members = [Official(person, institution=gdynia) for person in (1, 2, 3, 4)]
    await _people(storage, *members, Official(5, institution=sopot), Official(6))
    for person in (1, 2, 3, 5, 6, 7):
        await sign_up(storage, number, person)
    await decide(storage, number, 3, leave)
    seen = {person: (await roster(storage, number, person)).fellows for person in (1, 4, 5, 6, 7)}
    assert seen == {1: 1, 4: 2, 5: 0, 6: 0, 7: 0}


async def test_clashes_are_other_seats_at_the_same_time(storage: Storage) -> None:
    start = "2026-05-11T10:00"
    wanted = await add_training(storage, "wanted", start=start, end="2026-05-11T12:00")
    overlapping = await add_training(storage, "overlapping", start="2026-05-11T11:00", end="2026-05-11T13:00")
    all_day = await add_training(storage, "all day", start="2026-05-11")
    touching = await add_training(storage, "touching", start="2026-05-11T12:00", end="2026-05-11T13:00")
    called_off = await add_training(storage, "called off", start=start)
    waited_for = await add_training(storage, "waited for", seats=0, start=start)
    left = await add_training(storage, "left", start=start)
    for number in (wanted, overlapping, all_day, touching, called_off, waited_for, left):
        await sign_up(storage, number, 1)
    await decide(storage, left, 1, leave)
    before = await training(storage, called_off)
    async with storage.transaction() as transaction:
        await transaction.trainings.change(before, replace(before.details, status=Status.CANCELLED), before.seats)
    assert [clash.id for clash in (await roster(storage, wanted, 1)).clashes] == [all_day, overlapping]
    assert (await roster(storage, wanted, 2)).clashes == ()


@pytest.mark.parametrize(
    "registration",
    [
        Registration(1, 5, State.HELD, seat=True, until=NOW + MINUTE),
        Registration(1, 5, State.HELD, queue=1, until=NOW + MINUTE),
        Registration(1, 5, State.SEATED, seat=True, confirmed=True),
        Registration(1, 5, State.WAITING, queue=3),
        Registration(1, 5, State.OFFERED, seat=True, queue=3),
        Registration(1, 5, State.OFFERED, seat=True, queue=3, until=NOW + HOUR),
        Registration(1, 5, State.LEAVING, seat=True, until=NOW + MINUTE, former=State.SEATED),
        Registration(1, 5, State.LEAVING, queue=2, until=NOW + MINUTE, former=State.WAITING),
        Registration(1, 5, State.LEAVING, seat=True, queue=2, until=NOW, former=State.OFFERED, former_until=NOW + HOUR),
        Registration(1, 5, State.WITHDRAWN),
    ],
    ids=lambda registration: f"{registration.state} {registration.former or ''}".strip(),
)
async def test_registration_comes_back_in_every_state(storage: Storage, registration: Registration) -> None:
    number = await add_training(storage)
    await decide(storage, number, 5, lambda _: Decision(None, (Write(registration),)))
    mine = (await roster(storage, number, 5)).mine
    assert mine is not None
    assert mine == replace(registration, id=mine.id)


async def test_seats_are_numbered_from_the_lowest_free_one_and_kept(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage, seats=3)
    for person in (1, 2, 3):
        await sign_up(storage, number, person)
    await decide(storage, number, 2, leave)
    await decide(storage, number, 3, becomes(State.LEAVING, until=NOW + MINUTE, former=State.SEATED))
    await decide(storage, number, 3, becomes(State.SEATED, until=None, former=None))
    await sign_up(storage, number, 4)
    assert await hand("SELECT official_id, seat FROM registration WHERE seat IS NOT NULL ORDER BY seat") == [
        (1, 1),
        (4, 2),
        (3, 3),
    ]


async def test_registration_keeps_its_id_when_it_is_written_again(storage: Storage) -> None:
    number = await add_training(storage)
    await sign_up(storage, number, 1)
    first = (await roster(storage, number, 1)).mine
    await decide(storage, number, 1, leave)
    await sign_up(storage, number, 1)
    again = (await roster(storage, number, 1)).mine
    assert first == again


async def test_erased_registration_is_gone(storage: Storage) -> None:
    number = await add_training(storage)
    await sign_up(storage, number, 1)
    await decide(storage, number, 1, forget)
    assert (await roster(storage, number, 1)).mine is None


async def test_effects_happen_in_order(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage, seats=0)
    for person in (1, 2):
        await sign_up(storage, number, person)

    def rule(_: Roster) -> Decision[None]:
        old, new = (planned(5, number, key=key) for key in ("old", "new"))
        dropped = Drop(5, (Kind.REMINDER_DAY, Kind.OFFER), "withdrawn")
        return Decision(None, (Plan(old), dropped, Plan(new), Summon("now", NOW, NOW + HOUR)))

    await decide(storage, number, 5, rule)
    told = await hand("SELECT kind, official_id, key, fate, reason FROM notice ORDER BY id")
    assert told == [
        ("reminder_day", 5, "old", "dropped", "withdrawn"),
        ("reminder_day", 5, "new", "pending", ""),
        ("seat_open", 1, f"seat_open:{number}:1:now", "pending", ""),
        ("seat_open", 2, f"seat_open:{number}:2:now", "pending", ""),
    ]


def _summon(occasion: str) -> Rule:
    return lambda _: Decision(None, (Summon(occasion, NOW, NOW + HOUR),))


async def test_nobody_is_summoned_twice_for_the_same_or_while_one_is_to_be_said(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage, seats=0)
    await sign_up(storage, number, 1)
    for occasion in ("first", "first", "second"):
        await decide(storage, number, 0, _summon(occasion))
    assert await hand("SELECT COUNT(*) FROM notice") == [(1,)]


async def test_rule_that_fails_leaves_nothing(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage)

    def rule(_: Roster) -> Decision[State | None]:
        raise LookupError("the rule is wrong")

    async def follow_and_fail() -> None:
        async with storage.transaction() as transaction:
            await transaction.rosters.decide(number, 1, join(1), NOW)
            await transaction.rosters.decide(number, 1, rule, NOW)

    with pytest.raises(LookupError, match="the rule is wrong"):
        await follow_and_fail()
    assert await hand("SELECT COUNT(*) FROM registration") == [(0,)]


async def test_mine_tells_position_and_next_reminder(storage: Storage) -> None:
    number = await add_training(storage, seats=1)
    for person in (1, 2, 3):
        await sign_up(storage, number, person)
    await decide(storage, number, 2, leave)
    async with storage.transaction() as transaction:
        await transaction.notices.plan(
            [
                planned(1, number, Kind.REMINDER_HOUR, NOW + DAY),
                planned(1, number, Kind.REMINDER_DAY, NOW + HOUR),
                planned(1, number, Kind.CHANGE, NOW),
            ]
        )
        seated = await transaction.rosters.mine(1, number)
        waiting = await transaction.rosters.mine(3, number)
        withdrawn = await transaction.rosters.mine(2, number)
    assert seated is not None
    assert (seated.registration.state, seated.position, seated.next_reminder) == (State.SEATED, None, NOW + HOUR)
    assert waiting is not None
    assert (waiting.registration.state, waiting.position, waiting.next_reminder) == (State.WAITING, 1, None)
    assert withdrawn is None


async def test_places_are_all_that_are_not_withdrawn_by_start(storage: Storage) -> None:
    late = await add_training(storage, "late", start="2026-06-01")
    past = await add_training(storage, "past", start="2020-06-01")
    left = await add_training(storage, "left")
    for number in (late, past, left):
        await sign_up(storage, number, 1)
    await decide(storage, left, 1, leave)
    async with storage.reading() as transaction:
        places = await transaction.rosters.places(1)
        nobodys = await transaction.rosters.places(2)
    assert [place.training for place in places] == [await training(storage, past), await training(storage, late)]
    assert all(place.registration.seat for place in places)
    assert nobodys == []


async def test_lapsed_are_those_whose_time_has_come_the_earliest_first(storage: Storage) -> None:
    number = await add_training(storage)
    for person, minutes in ((1, 2), (2, 1), (3, 3), (4, 0)):
        await sign_up(storage, number, person)
        if minutes:
            until = NOW + minutes * MINUTE
            await decide(storage, number, person, becomes(State.LEAVING, until=until, former=State.SEATED))
    async with storage.reading() as transaction:
        lapsed = await transaction.rosters.lapsed(NOW + 2 * MINUTE, 10)
        first = await transaction.rosters.lapsed(NOW + DAY, 1)
        none = await transaction.rosters.lapsed(NOW, 10)
    assert lapsed == [Lapsed(number, 2), Lapsed(number, 1)]
    assert first == [Lapsed(number, 2)]
    assert none == []


async def test_lapsed_are_the_earliest_and_come_training_by_training(storage: Storage) -> None:
    numbers = [await add_training(storage, key) for key in "abc"]
    for number, person, minutes in ((2, 1, 0), (1, 1, 2), (2, 2, 4), (1, 2, 1), (0, 1, 3)):
        await sign_up(storage, numbers[number], person)
        until = NOW + minutes * MINUTE
        await decide(storage, numbers[number], person, becomes(State.LEAVING, until=until, former=State.SEATED))
    async with storage.reading() as transaction:
        lapsed = await transaction.rosters.lapsed(NOW + DAY, 4)
    first, second, third = numbers
    assert lapsed == [Lapsed(first, 1), Lapsed(second, 2), Lapsed(second, 1), Lapsed(third, 1)]


async def test_members_are_in_order_of_seat_then_queue(storage: Storage) -> None:
    number = await add_training(storage, seats=2)
    anna = Official(3, name="Anna Nowak")
    await _people(storage, anna)
    for person in (5, 3, 9, 1, 7):
        await sign_up(storage, number, person)
    await decide(storage, number, 1, leave)
    async with storage.reading() as transaction:
        everybody = await transaction.rosters.members(number, list(State))
        seated = await transaction.rosters.members(number, [State.SEATED])
        nobody = await transaction.rosters.members(number, [])
    assert [registration.official_id for registration, _ in everybody] == [5, 3, 9, 7, 1]
    assert [official for _, official in seated] == [Official(5), anna]
    assert nobody == []


async def test_following_is_once_and_until_it_is_not(storage: Storage) -> None:
    late = await add_training(storage, "late", start="2026-06-01")
    early = await add_training(storage, "early", start="2026-05-01")
    anna = Official(2, name="Anna Nowak")
    await _people(storage, anna)
    async with storage.transaction() as transaction:
        rosters = transaction.rosters
        assert [await rosters.follow(late, 1), await rosters.follow(late, 1)] == [True, False]
        await rosters.follow(early, 1)
        await rosters.follow(late, 2)
        assert [followed.id for followed in await rosters.followed(1)] == [early, late]
        assert await rosters.followers(late) == [Official(1), anna]
        assert [await rosters.unfollow(late, 1), await rosters.unfollow(late, 1)] == [True, False]
        assert await rosters.followers(late) == [anna]


def _offer_the_first(seen: Roster) -> Decision[None]:
    return Decision(None, (Write(replace(seen.line[0], state=State.OFFERED, seat=True)),))


async def test_another_person_of_the_line_can_be_offered_the_seat(storage: Storage) -> None:
    number = await add_training(storage, seats=1)
    for person in (1, 2, 3):
        await sign_up(storage, number, person)
    await decide(storage, number, 1, leave)
    await decide(storage, number, 1, _offer_the_first)
    seen = await roster(storage, number, 2)
    assert seen.mine is not None
    assert (seen.mine.state, seen.mine.seat, seen.mine.queue, seen.mine.until) == (State.OFFERED, True, 1, None)
    assert (seen.taken, seen.waiting) == (1, 1)


async def test_recalled_are_all_offers_of_one_training(storage: Storage) -> None:
    number, other = await add_training(storage, "a", seats=2), await add_training(storage, "b", seats=2)
    for where in (number, other):
        for person in (1, 2, 3, 4):
            await sign_up(storage, where, person)
        for person in (1, 2):
            await decide(storage, where, person, leave)
        for person in (3, 4):
            await decide(storage, where, person, becomes(State.OFFERED, seat=True, until=NOW + HOUR))
    async with storage.transaction() as transaction:
        await transaction.rosters.decide(number, 0, recall, NOW)
        back = await transaction.rosters.members(number, (State.WAITING,))
        kept = await transaction.rosters.members(other, (State.OFFERED,))
    assert [(each.official_id, each.queue, each.seat, each.until) for each, _ in back] == [
        (3, 1, False, None),
        (4, 2, False, None),
    ]
    assert [each.official_id for each, _ in kept] == [3, 4]
