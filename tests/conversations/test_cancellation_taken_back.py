"""A cancellation taken back: whoever heard of it hears that the training takes place, and offers are made after all."""

from datetime import timedelta

from tests.conversations.hearing import heard
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.towns import at, queue_of, signed_up, town_of

UNCHANGED = "Termin bez zmian: środa, 6 maja, godz. 9:00"


async def test_a_cancellation_taken_back_is_told_to_whoever_heard_of_it() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await town.imports(programme_of(training(seats=2, status="cancelled")))
        await town.passes(timedelta(hours=1))
        before = len(heard(anna))
        await town.imports(programme_of(training(seats=2)))
        await town.passes(timedelta(hours=5))
        assert heard(anna)[before:] == [
            f"✅ Szkolenie jednak się odbędzie\n{BUDGET}\n\n{UNCHANGED}\n\nZapis pozostaje ważny."
        ]


async def test_an_offer_of_the_night_survives_a_cancellation_taken_back() -> None:
    async with town_of(training(seats=1), now="2026-04-27T21:00") as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(seconds=61))
        await town.imports(programme_of(training(seats=1, status="cancelled")))
        await town.passes(timedelta(hours=1))
        before = len(heard(ewa))
        await town.imports(programme_of(training(seats=1)))
        await town.until(at("2026-04-28T07:00"))
        assert [text.split("\n")[:2] for text in heard(ewa)[before:]] == [["🎉 Zwolniło się miejsce!", BUDGET]]
