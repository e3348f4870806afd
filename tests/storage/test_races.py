"""Many at once: nobody is overbooked, nobody is told twice, nobody sees an error."""

import asyncio
from itertools import chain

from domain.desks.organisers import Denial, OrganisersDesk
from domain.notice import Fate
from domain.official import Grant, Official, Role
from domain.ports import Storage
from domain.registration import State
from storage.database import open_storage
from tests.storage.samples import (
    MINUTE,
    NOW,
    add_training,
    claim_all,
    decide,
    leave,
    planned,
    sign_up,
    training,
)

PEOPLE = range(1, 1001)


async def test_thousand_sign_ups_for_ten_seats_seat_exactly_ten(lasting: Storage) -> None:
    number = await add_training(lasting, seats=10)
    states = await asyncio.gather(*(sign_up(lasting, number, person) for person in PEOPLE))
    assert (states.count(State.SEATED), states.count(State.WAITING)) == (10, 990)
    async with lasting.reading() as transaction:
        seated = await transaction.rosters.members(number, [State.SEATED])
        waiting = await transaction.rosters.members(number, [State.WAITING])
    assert len(seated) == 10
    assert [registration.queue for registration, _ in waiting] == list(range(1, 991))


async def test_sign_ups_wait_in_the_order_in_which_they_came(tmp_path: object) -> None:
    storage = await open_storage(f"sqlite:///{tmp_path}/town.db")
    try:
        number = await add_training(storage, seats=10)
        await asyncio.gather(*(sign_up(storage, number, person) for person in PEOPLE))
        async with storage.reading() as transaction:
            members = await transaction.rosters.members(number, [State.SEATED, State.WAITING])
    finally:
        await storage.close()
    assert [registration.official_id for registration, _ in members] == list(PEOPLE)


async def test_two_connections_of_two_programs_overbook_nothing(lasting: Storage, lasting_url: str) -> None:
    number = await add_training(lasting, seats=10)
    other = await open_storage(lasting_url)
    try:
        states = await asyncio.gather(*(sign_up((lasting, other)[who % 2], number, who) for who in range(1, 201)))
    finally:
        await other.close()
    assert (states.count(State.SEATED), states.count(State.WAITING)) == (10, 190)


async def test_double_taps_of_a_hundred_people_make_a_hundred_registrations(lasting: Storage) -> None:
    number = await add_training(lasting, seats=None)
    await asyncio.gather(*(sign_up(lasting, number, who) for who in range(100) for _ in range(2)))
    async with lasting.reading() as transaction:
        members = await transaction.rosters.members(number, list(State))
    assert sorted(registration.official_id for registration, _ in members) == list(range(100))


async def test_sign_ups_withdrawals_and_fewer_seats_at_once_never_overbook(lasting: Storage) -> None:
    number = await add_training(lasting, seats=20)
    await asyncio.gather(*(sign_up(lasting, number, who) for who in range(20)))

    async def fewer() -> None:
        async with lasting.transaction() as transaction:
            before = await transaction.trainings.get(number)
            assert before is not None
            await transaction.trainings.change(before.training, before.training.details, 15)

    await asyncio.gather(
        *(decide(lasting, number, who, leave) for who in range(10)),
        fewer(),
        *(sign_up(lasting, number, who) for who in range(100, 160)),
    )
    async with lasting.reading() as transaction:
        stored = await transaction.trainings.get(number)
    assert stored is not None
    assert (await training(lasting, number)).seats == 15
    assert 15 <= stored.occupancy.taken <= 20
    assert stored.occupancy.taken + stored.occupancy.waiting == 70


async def test_couriers_at_once_claim_each_notice_once(lasting: Storage) -> None:
    async with lasting.transaction() as transaction:
        await transaction.notices.plan([planned(person, None) for person in range(300)])

    async def courier() -> list[int]:
        told: list[int] = []
        while True:
            async with lasting.transaction() as transaction:
                batch = await claim_all(transaction, NOW, 16, NOW + MINUTE)
            if not batch:
                return told
            for notice in batch:
                async with lasting.transaction() as transaction:
                    assert await transaction.notices.settle(notice, Fate.DELIVERED, NOW)
                told.append(notice.official.id)

    told = await asyncio.gather(*(courier() for _ in range(4)))
    assert sorted(chain.from_iterable(told)) == list(range(300))


async def test_two_administrators_who_revoke_each_other_leave_one(empty_postgres: str) -> None:
    storage = await open_storage(empty_postgres)
    both_there = asyncio.Barrier(2)

    async def revoke(acting: int, other: int) -> Denial | None:
        async with storage.transaction() as transaction:
            await both_there.wait()
            return await OrganisersDesk(transaction, NOW).revoke(Official(acting), Grant(other, Role.ADMINISTRATOR))

    try:
        async with storage.transaction() as transaction:
            for person in (5, 6):
                await transaction.organisers.grant(Grant(person, Role.ADMINISTRATOR))
        outcomes = await asyncio.gather(revoke(5, 6), revoke(6, 5))
        async with storage.reading() as transaction:
            left = await transaction.organisers.everyone()
    finally:
        await storage.close()
    assert sorted(outcomes, key=str) == [None, Denial.NO_RIGHTS]
    assert len(left) == 1
