from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from domain.ports import Occupancy, Storage, Stored
from domain.training import Contact, Details, Material, Mode, Place, Programme, Status, Training
from domain.wall import Wall
from storage.trainings import ChangedMeanwhile
from tests.storage.samples import DAY, HOUR, add_training, leave, sign_up, training

from .conftest import Hand
from .samples import decide

ENTRY = (
    '{"coordinator": {"name": "Jan Wójt", "email": "jan@example.org"}, "signup_url": "https://example.org", "faq": []}'
)


async def test_training_comes_back_with_its_programme_and_every_stated_detail(storage: Storage) -> None:
    details = Details(
        title="Zamówienia „krok po kroku”",
        start=Wall(date(2026, 5, 11), time(9, 0)),
        topics=(),
        daily_hours=(time(9, 0), time(15, 30)),
        mode=Mode.HYBRID,
        place=Place("Ratusz", "Łódź"),
        price_pln=Decimal("0.00"),
        certificate=False,
        materials=(Material("Ustawa", "https://example.org/u"),),
        status=Status.MOVED,
    )
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Program", "Gmina", "Europe/Warsaw", ENTRY)
        number = await transaction.trainings.add(programme, "x-1", details, 3)
        assert await transaction.trainings.get(number) == Stored(
            Training(
                id=number,
                key="x-1",
                programme=Programme(
                    id=programme,
                    name="Program",
                    organiser="Gmina",
                    zone=ZoneInfo("Europe/Warsaw"),
                    coordinator=Contact(name="Jan Wójt", email="jan@example.org"),
                    signup_url="https://example.org",
                ),
                details=details,
                seats=3,
            ),
            Occupancy(taken=0, free=3, waiting=0),
        )


async def test_training_that_is_not_there_is_none(storage: Storage) -> None:
    async with storage.reading() as transaction:
        assert await transaction.trainings.get(12) is None


async def test_upcoming_are_those_not_over_by_start_then_number(storage: Storage) -> None:
    late = await add_training(storage, "late", start="2026-05-12T09:00")
    first = await add_training(storage, "first", start="2026-05-11T09:00", end="2026-05-11T12:00")
    second = await add_training(storage, "second", start="2026-05-11T09:00")
    end = datetime(2026, 5, 11, 10, tzinfo=UTC)
    async with storage.reading() as transaction:
        before = [stored.training.id for stored in await transaction.trainings.upcoming(end - HOUR)]
        after = [stored.training.id for stored in await transaction.trainings.upcoming(end)]
    assert before == [first, second, late]
    assert after == [second, late]


async def test_occupancy_counts_seats_and_the_queue(storage: Storage) -> None:
    number = await add_training(storage, seats=2)
    for person in (1, 2, 3):
        await sign_up(storage, number, person)
    async with storage.reading() as transaction:
        (stored,) = await transaction.trainings.upcoming(datetime(2026, 4, 1, tzinfo=UTC))
    assert stored.occupancy == Occupancy(taken=2, free=0, waiting=1)
    await decide(storage, number, 1, leave)
    async with storage.reading() as transaction:
        after = await transaction.trainings.get(number)
    assert after is not None
    assert after.occupancy == Occupancy(taken=1, free=1, waiting=1)


async def test_training_without_a_limit_has_no_number_of_free_seats(storage: Storage) -> None:
    number = await add_training(storage, seats=None)
    await sign_up(storage, number, 1)
    async with storage.reading() as transaction:
        stored = await transaction.trainings.get(number)
    assert stored is not None
    assert stored.occupancy == Occupancy(taken=1, free=None, waiting=0)


async def test_change_raises_the_version_and_moves_the_instants(storage: Storage) -> None:
    number = await add_training(storage)
    before = await training(storage, number)
    moved = Details(title="Inny dzień", start=Wall(date(2026, 6, 1)), status=Status.CANCELLED)
    async with storage.transaction() as transaction:
        await transaction.trainings.change(before, moved, None)
    after = await training(storage, number)
    assert (after.details, after.seats, after.version) == (moved, None, 2)
    async with storage.reading() as transaction:
        upcoming = await transaction.trainings.upcoming(before.ends_at + DAY)
    assert [stored.training for stored in upcoming] == [after]


async def test_change_of_what_somebody_else_changed_meanwhile_is_refused(storage: Storage) -> None:
    read = await training(storage, await add_training(storage))
    async with storage.transaction() as transaction:
        await transaction.trainings.change(read, read.details, 5)
    with pytest.raises(ChangedMeanwhile):
        async with storage.transaction() as transaction:
            await transaction.trainings.change(read, read.details, 7)
    assert (await training(storage, read.id)).seats == 5


async def test_programme_of_the_same_name_and_organiser_is_updated(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        trainings = transaction.trainings
        first = await trainings.add_programme("Program", None, "Europe/Warsaw", "{}")
        other = await trainings.add_programme("Program", "Gmina", "Europe/Warsaw", "{}")
        again = await trainings.add_programme("Program", None, "UTC", ENTRY)
        assert await trainings.programme_entry(first) == ENTRY
        assert [(p.id, p.organiser, p.zone.key) for p in await trainings.programmes()] == [
            (first, None, "UTC"),
            (other, "Gmina", "Europe/Warsaw"),
        ]
    assert again == first


async def test_instants_follow_the_programme_into_another_zone(storage: Storage, hand: Hand) -> None:
    number = await add_training(storage, start="2026-05-11T09:00")
    async with storage.transaction() as transaction:
        await transaction.trainings.add_programme("Program", None, "UTC", "{}")
    moved = await training(storage, number)
    assert moved.starts_at == datetime(2026, 5, 11, 9, tzinfo=UTC)
    assert await hand("SELECT starts_at, ends_at FROM training") == [
        (int(moved.starts_at.timestamp()) * 10**6, int(moved.ends_at.timestamp()) * 10**6)
    ]


async def test_trainings_of_a_programme_are_all_of_them_by_number(storage: Storage) -> None:
    past = await add_training(storage, "past", start="2020-05-11")
    coming = await add_training(storage, "coming")
    async with storage.transaction() as transaction:
        await transaction.trainings.add_programme("Inny", None, "Europe/Warsaw", "{}")
        found = await transaction.trainings.of_programme(1)
    assert [stored.training.id for stored in found] == [past, coming]


async def test_everything_is_every_training_by_start_past_ones_too(storage: Storage) -> None:
    late = await add_training(storage, "late", start="2026-05-12T09:00")
    past = await add_training(storage, "past", start="2020-05-11")
    async with storage.transaction() as transaction:
        other = await transaction.trainings.add_programme("Inny", None, "Europe/Warsaw", "{}")
        between = await transaction.trainings.add(other, "a", Details("A", Wall(date(2026, 5, 1))), 3)
        found = await transaction.trainings.everything()
        assert found == [await transaction.trainings.get(number) for number in (past, between, late)]


async def test_occupancies_come_by_number_however_many_are_asked_for(storage: Storage) -> None:
    full, open_ended = await add_training(storage, "full", seats=1), await add_training(storage, "open", seats=None)
    for person in (1, 2):
        await sign_up(storage, full, person)
    async with storage.reading() as transaction:
        found = await transaction.trainings.occupancies(range(1, 5001))
        assert await transaction.trainings.occupancies([]) == {}
    assert found == {full: Occupancy(taken=1, free=0, waiting=1), open_ended: Occupancy(taken=0, free=None, waiting=0)}


async def test_every_write_to_a_programme_raises_the_version(storage: Storage) -> None:
    versions = []
    async with storage.transaction() as transaction:
        trainings = transaction.trainings
        versions.append(await trainings.version())
        programme = await trainings.add_programme("Program", None, "Europe/Warsaw", "{}")
        versions.append(await trainings.version())
        number = await trainings.add(programme, "a", Details("A", Wall(date(2026, 5, 1))), None)
        versions.append(await trainings.version())
        stored = await trainings.get(number)
        assert stored is not None
        await trainings.change(stored.training, stored.training.details, 1)
        versions.append(await trainings.version())
    assert versions == sorted(set(versions))


async def test_numbers_are_for_life(storage: Storage, hand: Hand) -> None:
    first = await add_training(storage, "a")
    await hand("DELETE FROM training")
    assert await add_training(storage, "b") > first
