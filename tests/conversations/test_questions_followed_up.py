"""Follow-ups: a question of a few words means what the last one was about, for ten minutes, and across restarts."""

from datetime import timedelta
from pathlib import Path

from bot.cli.demo.town import found
from playground.clock import ManualClock
from tests.conversations.hearing import words
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.towns import at, town_of

HALL = {"name": "Dom Morski", "city": "Sopot", "room": "2"}
PLACED = training(place=HALL, price_pln=0)
TAXES = training("Podatki lokalne", "2026-05-20T09:00", price_pln=120, place=HALL | {"room": "9"})
ABOUT_BUDGET = f"{BUDGET} – środa, 6 maja, godz. 9:00"
WHEN = "Kiedy jest budżet gminy?"


async def test_a_follow_up_keeps_what_the_last_question_was_about() -> None:
    async with town_of(PLACED, TAXES) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes(WHEN)
        assert words(await anna.writes("a gdzie?")).startswith("Miejsce: Sopot, Dom Morski, sala 2\n")
        await town.passes(timedelta(minutes=9))
        assert words(await anna.writes("a ile to kosztuje?")).startswith("Udział jest bezpłatny.")


async def test_what_somebody_else_asked_is_no_context() -> None:
    async with town_of(PLACED, TAXES) as town:
        anna, ewa = town.resident("Anna", "Nowak"), town.resident("Ewa", "Lis")
        await anna.writes(WHEN)
        assert ABOUT_BUDGET not in words(await ewa.writes("a gdzie?"))


async def test_after_eleven_minutes_a_question_stands_alone() -> None:
    async with town_of(PLACED, TAXES) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes(WHEN)
        await town.passes(timedelta(minutes=11))
        assert ABOUT_BUDGET not in words(await anna.writes("a gdzie?"))


async def test_a_follow_up_is_understood_after_a_restart(tmp_path: Path) -> None:
    text, database = programme_of(PLACED, TAXES), f"sqlite:///{tmp_path}/kept.db"
    async with found(text, database=database, clock=ManualClock(at("2026-04-27T08:00")), seed=1) as town:
        await town.resident("Anna", "Nowak").writes(WHEN)
    async with found(text, database=database, clock=ManualClock(at("2026-04-27T08:03")), seed=2) as town:
        answer = await town.resident("Anna", "Nowak").writes("a gdzie?")
        assert words(answer).startswith("Miejsce: Sopot, Dom Morski, sala 2\n")
        assert ABOUT_BUDGET in words(answer)
