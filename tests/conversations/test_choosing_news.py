"""Choosing what to hear of: all or topics, at once or gathered, off by default, and what is kept of it."""

from pathlib import Path

import pytest

from bot.cli.demo.town import Resident
from tests.conversations.hearing import labels, toast, words
from tests.conversations.programmes import training
from tests.conversations.test_news import GATHERED, STOP
from tests.conversations.test_privacy import erases, rows_about
from tests.conversations.towns import signed_up, town_of

KEPT = "Wybór zapisujemy przy koncie w Telegramie: /privacy"
BOTH = [
    training(topics=["Zamówienia", "budżet"]),
    training("Inne", "2026-05-07T09:00", topics=["BUDZET", "Łąki kwietne"]),
    training("Dawne", "2026-03-02T09:00", topics=["archiwum"]),
]


async def screen_of_news(person: Resident) -> str:
    await person.writes("/settings")
    return words(await person.presses("Nowe szkolenia: nie"))


async def test_nothing_is_told_by_default() -> None:
    async with town_of(*BOTH) as town:
        anna = town.resident("Anna", "Nowak")
        assert await screen_of_news(anna) == (
            "Nowe szkolenia\n\nTeraz nie piszemy o nowych szkoleniach. Możemy pisać o wszystkich albo z wybranych "
            f"tematów.\n\n{KEPT}"
        )
        assert labels(anna.last) == ["Wszystkie nowe", "Wybrane tematy", "Wstecz"]
        assert "Nowe szkolenia: nie" in labels(await anna.presses("Wstecz"))[3]


async def test_how_often_is_asked_once_something_is_wanted() -> None:
    async with town_of(*BOTH) as town:
        anna = town.resident("Anna", "Nowak")
        await screen_of_news(anna)
        await anna.presses("Wszystkie nowe")
        assert toast(anna) == "Włączone"
        assert labels(anna.last)[2:] == ["✅ Od razu", "Raz w tygodniu", "Nie pisz o nowych", "Wstecz"]
        await anna.presses(GATHERED)
        assert labels(anna.last)[2:4] == ["Od razu", "✅ Raz w tygodniu"]
        await anna.presses("Od razu")
        assert labels(anna.last)[2:4] == ["✅ Od razu", "Raz w tygodniu"]
        assert "Nowe szkolenia: tak" in labels(await anna.presses("Wstecz"))[3]


async def test_topics_are_those_of_all_trainings_each_once_by_name() -> None:
    async with town_of(*BOTH) as town:
        anna = town.resident("Anna", "Nowak")
        await screen_of_news(anna)
        await anna.presses("Wybrane tematy")
        assert labels(anna.last) == ["⬜ archiwum", "⬜ budżet", "⬜ Łąki kwietne", "⬜ Zamówienia", "Wstecz"]
        await anna.presses("⬜ Łąki kwietne")
        assert words(await anna.presses("⬜ budżet")).split("\n")[3:4] == [
            "Piszemy o nowych szkoleniach na tematy: budżet, Łąki kwietne"
        ]
        await anna.presses("✅ Łąki kwietne")
        assert toast(anna) == "Wyłączone"
        assert labels(anna.last)[1:3] == ["✅ budżet", "⬜ Łąki kwietne"]
        await anna.presses("✅ budżet")
        assert "Teraz nie piszemy" in words(await anna.presses("Wstecz"))


async def test_topics_are_turned_page_by_page() -> None:
    many = [training(f"Szkolenie {n}", "2026-05-06T09:00", topics=[f"Temat {n:02}"]) for n in range(20)]
    async with town_of(*many) as town:
        anna = town.resident("Anna", "Nowak")
        await screen_of_news(anna)
        await anna.presses("Wybrane tematy")
        await anna.presses("Dalej")
        await anna.presses("⬜ Temat 11")
        assert labels(anna.last)[2:5] == ["⬜ Temat 10", "✅ Temat 11", "⬜ Temat 12"]
        assert labels(await anna.presses("Dalej"))[-2:] == ["Wcześniej", "Wstecz"]


async def test_all_and_topics_exclude_each_other() -> None:
    async with town_of(*BOTH) as town:
        anna = town.resident("Anna", "Nowak")
        await screen_of_news(anna)
        for label in ("Wybrane tematy", "⬜ budżet", "Wstecz", "Wszystkie nowe"):
            await anna.presses(label)
        assert labels(anna.last)[:2] == ["✅ Wszystkie nowe", "Wybrane tematy"]
        assert labels(await anna.presses("Wybrane tematy"))[1] == "⬜ budżet"
        await anna.presses("⬜ budżet")
        assert labels(await anna.presses("Wstecz"))[:2] == ["Wszystkie nowe", "✅ Wybrane tematy"]


async def test_the_empty_list_leads_to_news() -> None:
    async with town_of() as town:
        anna, ewa = town.resident("Anna", "Nowak"), town.resident("Ewa", "Lis")
        for person in (anna, ewa):
            await person.writes("/szkolenia")
        assert "Piszemy o wszystkich nowych szkoleniach." in words(await anna.presses("Powiadamiaj o\u00a0nowych"))
        assert words(await ewa.presses("Wybierz tematy")) == (
            "Tematy nowych szkoleń\nNa razie żadne szkolenie nie ma podanego tematu."
        )


async def test_stopping_forgets_topics_and_how_often(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    async with town_of(*BOTH, database=f"sqlite:///{database}") as town:
        anna = town.resident("Anna", "Nowak")
        await screen_of_news(anna)
        for label in ("Wybrane tematy", "⬜ budżet", "Wstecz", GATHERED):
            await anna.presses(label)
        assert rows_about(database, str(anna.person.id)) >= {"subscription", "subscribed_topic", "official"}
        await anna.presses(STOP)
        assert toast(anna) == "Wyłączone"
        assert rows_about(database, str(anna.person.id)) & {"subscription", "subscribed_topic"} == set()


async def test_what_one_hears_of_is_shown_and_erased(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    async with town_of(*BOTH, database=f"sqlite:///{database}") as town:
        anna = await signed_up(town, "Anna")
        await anna.forges("vh:all")
        assert words(await anna.writes("/privacy")).endswith("\nWiadomości o nowych szkoleniach: wszystkie")
        await screen_of_topics(anna)
        await anna.presses("⬜ budżet")
        assert words(await anna.writes("/privacy")).endswith("\nWiadomości o nowych szkoleniach: budżet")
        await erases(anna)
        assert rows_about(database, str(anna.person.id)) == set()


async def screen_of_topics(person: Resident) -> None:
    await person.forges("vt:1")


@pytest.mark.parametrize("data", ["vh:weekly", "vh:once", "vx:abcdef:1", "vt:99", "vn:77", "vl:77", "vd:77", "vh:none"])
async def test_old_and_forged_buttons_turn_nothing_on(data: str) -> None:
    async with town_of(*BOTH) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        assert labels(await anna.forges(data)) != []
        assert "Teraz nie piszemy" in await screen_of_news(anna)
        assert words(await anna.writes("/privacy")).endswith("\n\nNie ma zapisanych danych.")
