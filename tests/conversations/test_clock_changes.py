"""Both nights of the clock change, and a bot that slept through its reminders: each comes once, at the right hour."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.conversations.hearing import heard, words
from tests.conversations.programmes import BUDGET, training
from tests.conversations.test_reminders import unasked
from tests.conversations.towns import at, signed_up, town_of

HOUR = f"🔔 Za godzinę: {BUDGET}"


@pytest.mark.parametrize(
    ("now", "start", "expected", "instants"),
    [
        (
            "2026-03-24T08:00",
            "2026-03-29T09:00",
            [("Fri 27.03 14:00", "🔔 Pojutrze szkolenie"), ("Sun 29.03 08:00", HOUR)],
            [datetime(2026, 3, 27, 13, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC)],
        ),
        (
            "2026-10-20T08:00",
            "2026-10-25T09:00",
            [("Fri 23.10 14:00", "🔔 Pojutrze szkolenie"), ("Sun 25.10 08:00", HOUR)],
            [datetime(2026, 10, 23, 12, tzinfo=UTC), datetime(2026, 10, 25, 7, tzinfo=UTC)],
        ),
        (
            "2026-03-24T08:00",
            "2026-03-30T09:00",
            [("Fri 27.03 14:00", "🔔 W poniedziałek szkolenie"), ("Mon 30.03 08:00", HOUR)],
            [datetime(2026, 3, 27, 13, tzinfo=UTC), datetime(2026, 3, 30, 6, tzinfo=UTC)],
        ),
        (
            "2026-10-20T08:00",
            "2026-10-26T09:00",
            [("Fri 23.10 14:00", "🔔 W poniedziałek szkolenie"), ("Mon 26.10 08:00", HOUR)],
            [datetime(2026, 10, 23, 12, tzinfo=UTC), datetime(2026, 10, 26, 7, tzinfo=UTC)],
        ),
    ],
    ids=["spring Sunday", "autumn Sunday", "spring Monday", "autumn Monday"],
)
async def test_exactly_one_reminder_of_each_kind_at_the_hour_on_the_wall(
    now: str, start: str, expected: list[tuple[str, str]], instants: list[datetime]
) -> None:
    async with town_of(training(start=start), now=now) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await town.until(at(start) + timedelta(days=2))
        assert unasked(anna, before) == expected
        assert [message.at for message in anna.person.chat if message.from_bot][before:] == instants


@pytest.mark.parametrize(
    ("now", "start", "instant"),
    [
        ("2026-03-27T08:00", "2026-03-29T03:30", datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
        ("2026-10-23T08:00", "2026-10-25T03:30", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        ("2026-10-23T08:00", "2026-10-25T01:30", datetime(2026, 10, 24, 22, 30, tzinfo=UTC)),
    ],
    ids=["spring", "autumn, in the hour that comes twice", "autumn, before it"],
)
async def test_an_hour_before_is_an_hour_of_real_time(now: str, start: str, instant: datetime) -> None:
    async with town_of(training(start=start), now=now) as town:
        anna = await signed_up(town, "Anna")
        await anna.forges("ps:0:0")
        before = len(heard(anna))
        await town.until(instant + timedelta(hours=12))
        hour = [message for message in anna.person.chat[before:] if words(message).startswith(HOUR)]
        assert [message.at for message in hour] == [instant]


async def test_a_bot_that_slept_a_day_says_only_what_is_of_use_and_once() -> None:
    trainings = (
        training("Minione", "2026-05-06T09:00"),
        training("Za chwilę", "2026-05-06T17:00"),
        training("Jutro", "2026-05-07T10:00"),
    )
    async with town_of(*trainings) as town:
        anna = await signed_up(town, "Anna", 1, 2, 3)
        await town.until(at("2026-05-05T13:50"))
        before = len(heard(anna))
        town.clock.set(at("2026-05-05T13:50") + timedelta(hours=26, minutes=15))
        for _ in range(3):
            await town.settle()
        assert unasked(anna, before) == [
            ("Wed 06.05 16:05", "🔔 Jutro szkolenie"),
            ("Wed 06.05 16:05", "🔔 Za 55 minut: Za chwilę"),
        ]
        await town.until(at("2026-05-08T08:00"))
        assert unasked(anna, before)[2:] == [("Thu 07.05 09:00", "🔔 Za godzinę: Jutro")]


async def test_a_bot_that_slept_into_the_evening_waits_for_the_morning() -> None:
    async with town_of(training(start="2026-05-07T10:00")) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        town.clock.set(at("2026-05-06T22:00"))
        await town.until(at("2026-05-08T08:00"))
        assert unasked(anna, before) == [
            ("Thu 07.05 07:00", "🔔 Dziś szkolenie"),
            ("Thu 07.05 09:00", HOUR),
        ]


async def test_an_offer_that_ran_out_while_the_bot_slept_is_passed_on_with_its_own_time() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa, jan = [await signed_up(town, name) for name in ("Anna", "Ewa", "Jan")]
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(minutes=1))
        assert words(ewa.last).startswith("🎉 Zwolniło się miejsce!\n")
        town.clock.set(at("2026-04-29T10:00"))
        await town.settle()
        assert words(ewa.last).startswith("Czas na odpowiedź minął\n")
        assert "\nMiejsce czeka do jutra do 10:00." in words(jan.last)


async def test_what_people_wrote_while_the_bot_slept_is_answered_in_order() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa = town.resident("Anna", "Nowak"), town.resident("Ewa", "Lis")
        for person in (anna, ewa):
            person.person.writes("/zapisz 1")
        town.clock.set(town.clock.now() + timedelta(hours=20))
        await town.settle()
        assert words(anna.last).startswith("Trzymamy miejsce przez 15 minut\n")
        assert words(ewa.last).startswith("Wszystkie miejsca są zajęte\n")


async def test_a_clock_put_back_repeats_nothing() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await town.until(at("2026-05-05T14:30"))
        town.clock.set(at("2026-05-05T12:30"))
        await town.settle()
        await town.until(at("2026-05-06T08:30"))
        assert [text.split("\n")[0] for text in heard(anna)[before:]] == ["🔔 Jutro szkolenie", HOUR]


async def test_a_clock_a_year_ahead_brings_no_storm() -> None:
    async with town_of(training(), training("Podatki", "2026-05-20T09:00")) as town:
        anna = await signed_up(town, "Anna", 1, 2)
        before = len(heard(anna))
        town.clock.set(at("2027-06-01T08:00"))
        await town.settle()
        assert len(heard(anna)) == before
