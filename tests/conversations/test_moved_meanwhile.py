"""Trainings that move while somebody is leaving or answering: what was promised follows the new date."""

from datetime import timedelta

from tests.conversations.hearing import heard, words
from tests.conversations.programmes import programme_of, training
from tests.conversations.towns import at, queue_of, signed_up, town_of


async def test_undo_after_a_move_brings_reminders_of_the_new_date() -> None:
    async with town_of(training(seats=2)) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/wypisz 1")
        await town.imports(programme_of(training(start="2026-05-12T09:00", seats=2)))
        await anna.presses("Cofnij rezygnację")
        await town.until(at("2026-05-06T09:00"))
        assert not [text for text in heard(anna) if text.startswith("🔔")]
        await town.until(at("2026-05-11T14:00"))
        assert words(anna.last).startswith("🔔 Jutro szkolenie\n")
        await town.until(at("2026-05-12T08:00"))
        assert words(anna.last).startswith("🔔 Za godzinę: ")


async def test_an_offer_ends_before_a_start_moved_earlier() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa, _ = await queue_of(town, "Anna", "Ewa", "Ola")
        await anna.writes("/wypisz 1")
        await town.passes(timedelta(minutes=2))
        assert "Czeka do jutra do 8:01." in words(await ewa.writes("/szkolenia 1"))
        await town.imports(programme_of(training(start="2026-04-27T12:00", seats=1, free_seats=0)))
        assert "Czeka dziś do 11:02." in words(await ewa.writes("/szkolenia 1"))
        await town.until(at("2026-04-27T12:00"))
        assert words(ewa.last).startswith("Czas na odpowiedź minął\n")
