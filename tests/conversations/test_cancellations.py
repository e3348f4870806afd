"""Cancellation: each hears it in the words that fit, with the reason, and hears nothing more of it."""

from datetime import timedelta

import pytest

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import heard, labels, words
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.towns import at, queue_of, signed_up, town_of

CANCELLED = f"❌ Szkolenie odwołane\n{BUDGET} – środa, 6 maja, godz. 9:00"
SEATED = "Zapis przestaje obowiązywać, nic więcej nie trzeba robić. Przepraszamy za kłopot."
HELD = "Trzymane miejsce przepada, nic więcej nie trzeba robić. Przepraszamy za kłopot."
WAITING = "Lista rezerwowa tego szkolenia jest zamknięta. Przepraszamy za kłopot."


async def calls_off(town: Town, reason: str | None = None, *, silent: bool = False) -> None:
    await town.imports(programme_of(training(seats=1, status="cancelled", note=reason)), silent=silent)
    await town.settle()


async def test_seated_and_waiting_people_hear_it_apart_with_the_reason() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await calls_off(town, "Choroba prowadzącej.")
        assert words(anna.last) == f"{CANCELLED}\nPowód: Choroba prowadzącej.\n\n{SEATED}"
        assert words(ewa.last) == f"{CANCELLED}\nPowód: Choroba prowadzącej.\n\n{WAITING}"
        assert labels(anna.last) == ["Podobne terminy", "Napiszcie o nowym terminie", "Szczegóły", "Menu"]
        assert "❌ Szkolenie odwołane" in words(await anna.presses("Szczegóły"))


async def test_without_a_reason_none_is_made_up() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        await calls_off(town)
        assert words(anna.last) == f"{CANCELLED}\n\n{SEATED}"


@pytest.mark.parametrize("state", ["offered", "held", "withdrawn", "stranger"])
async def test_others_hear_what_concerns_them(state: str) -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        ewa = await signed_up(town, "Ewa") if state == "offered" else town.resident("Ewa", "Lis")
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(minutes=1))
        await ewa.writes("/zapisz 1" if state == "held" else "/moje")
        person: Resident = anna if state == "withdrawn" else ewa
        before = len(heard(person))
        await calls_off(town)
        told = {"offered": [f"{CANCELLED}\n\n{WAITING}"], "held": [f"{CANCELLED}\n\n{HELD}"]}
        assert heard(person)[before:] == told.get(state, [])


async def test_fifty_people_in_the_middle_of_signing_up_are_each_told_once() -> None:
    async with town_of(training(seats=60)) as town:
        people = [town.resident("Anna", f"Nowak{number}") for number in range(50)]
        for person in people:
            await person.writes("/zapisz 1")
        before = len(heard(people[0]))
        await town.imports(programme_of(training(seats=60, status="cancelled")))
        await town.settle()
        assert [heard(person)[before:] for person in people] == [[f"{CANCELLED}\n\n{HELD}"]] * 50
        for person in people:
            person.person.writes("Anna Nowak")
        await town.settle()
        assert not [person for person in people if "Miejsce potwierdzone" in "".join(heard(person))]


async def test_nothing_more_is_heard_of_what_was_called_off() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await calls_off(town)
        counts = [len(heard(person)) for person in (anna, ewa)]
        await anna.writes("/wypisz 1")
        await town.until(at("2026-05-10T08:00"))
        assert [len(heard(person)) - before for person, before in zip((anna, ewa), counts, strict=True)] == [1, 0]


async def test_a_silent_cancellation_says_nothing_and_reminds_nobody() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await calls_off(town, silent=True)
        await town.until(at("2026-05-10T08:00"))
        assert len(heard(anna)) == before


async def test_a_cancellation_taken_back_before_it_was_told_is_not_told() -> None:
    async with town_of(training(seats=1), now="2026-04-27T21:00") as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await calls_off(town)
        await town.imports(programme_of(training(seats=1)))
        await town.until(at("2026-04-29T08:00"))
        assert len(heard(anna)) == before


async def test_a_training_that_takes_place_after_all_reminds_again() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        await calls_off(town)
        await town.imports(programme_of(training(capacity=1)), silent=True)
        await town.until(at("2026-05-05T14:00"))
        assert words(anna.last).startswith("🔔 Jutro szkolenie\n")


async def test_a_change_still_waiting_is_replaced_by_the_cancellation() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await town.imports(programme_of(training(start="2026-05-06T08:00", seats=1)))
        await calls_off(town)
        await town.passes(timedelta(hours=1))
        assert heard(anna)[before:] == [f"{CANCELLED}\n\n{SEATED}"]


async def test_a_cancellation_an_hour_before_the_start_comes_at_once() -> None:
    async with town_of(training(start="2026-05-09T07:00", seats=1), now="2026-05-09T05:00") as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(training(start="2026-05-09T07:00", seats=1, status="cancelled")))
        await town.settle()
        assert words(anna.last).startswith("❌ Szkolenie odwołane\n")


async def test_what_is_called_off_twice_is_told_once() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        before = len(heard(anna))
        await calls_off(town)
        await calls_off(town, "Choroba prowadzącej.")
        await town.passes(timedelta(days=1))
        assert len(heard(anna)) == before + 1


async def test_cancellations_speak_english() -> None:
    async with town_of(training(seats=1)) as town:
        john = await signed_up(town, "John", language="en")
        await calls_off(town, "Illness.")
        assert words(john.last).split("\n")[:2] == [
            "❌ Training cancelled",
            f"{BUDGET} – Wednesday, 6 May, 9:00",
        ]
