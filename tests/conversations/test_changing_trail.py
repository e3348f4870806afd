"""The audit trail: who did what and when, with old and new, for every organiser of the programme and nobody else."""

import pytest

from tests.conversations.hearing import labels, toast, words
from tests.conversations.organised import (
    HEADING,
    budget,
    calls_off,
    changes,
    coordinator,
    organised,
    trainer,
)
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.test_roles import invited
from tests.conversations.towns import signed_up

MOVED = "środa, 20 maja, godz. 9:00–12:00"
MARIA = "27 kwietnia, 8:00 · Maria Wiśniewska"


async def test_a_change_is_told_with_old_and_new() -> None:
    async with organised() as (_, maria):
        await changes(maria, "Zmień", Termin="20 maja, 9-12", Cena="120 zł")
        assert words(await maria.writes("/zmiany")) == (
            f"Historia zmian\n\n{MARIA}\nZmieniono · po cichu\nnr 1: {BUDGET}\nTermin: {HEADING} → {MOVED}\n"
            f"Cena: nie podano → 120 zł\n\n{MARIA}\nPrzyjęto rolę · administracja\n\n"
            "27 kwietnia, 8:00 · wiersz poleceń\nWczytano plik programu · dodane: 1"
        )
        assert labels(maria.last) == ["1", "Menu"]


async def test_the_newest_comes_first_in_pages() -> None:
    async with organised() as (town, maria):
        await signed_up(town, "Anna")
        await calls_off(maria)
        await maria.presses("Cofnij")
        assert [
            line for line in words(await maria.writes("/changes")).split("\n") if line.startswith(("Cof", "Odw"))
        ] == [
            "Cofnięto",
            "Odwołano · powód: Choroba osoby prowadzącej.",
        ]
        assert labels(maria.last) == ["1", "Starsze", "Menu"]
        assert "Wczytano plik programu" in words(await maria.presses("Starsze"))
        assert labels(maria.last) == ["Nowsze", "Menu"]
        await maria.forges("xl:99")
        assert words(maria.last) == "Historia zmian\n\nNie ma jeszcze żadnych zmian."
        assert words(await maria.presses("Nowsze")).startswith("Historia zmian\n")


async def test_one_training_has_a_history_of_its_own() -> None:
    async with organised(budget(), training("RODO", "2026-05-20T09:00")) as (_, maria):
        await changes(maria, "Zmień", Termin="20 maja, 9-12")
        history = words(await maria.writes("/zmiany 1"))
        assert history == (
            f"Historia szkolenia\n{BUDGET} – środa, 20 maja, godz. 9:00\n\n{MARIA}\n"
            f"Zmieniono · po cichu\nTermin: {HEADING} → {MOVED}"
        )
        assert labels(maria.last) == ["Karta", "Menu"]
        await maria.writes("/zmiany")
        assert words(await maria.presses("1")) == history
        assert words(await maria.forges("xh:2:1")).endswith("\n\nNie ma jeszcze żadnych zmian.")


async def test_the_history_of_one_of_several_tells_of_its_publication() -> None:
    async with organised() as (_, maria):
        await maria.writes(
            "/nowe Szkolenia w maju, w ratuszu, od 9:00 do 12:00:\n11 maja – Prawo opcji\n12 maja – Spory"
        )
        await maria.presses("Dalej: publikacja")
        await maria.presses("Opublikuj")
        told = [words(await maria.writes(f"/zmiany {number}")).split("\n\n")[1:] for number in (1, 2, 3)]
        assert told == [["Nie ma jeszcze żadnych zmian."], *[[f"{MARIA}\nOpublikowano · dodane: 2 · nr 2–3"]] * 2]


async def test_invitations_acceptances_and_revocations_are_kept() -> None:
    async with organised() as (_, maria):
        piotr = await coordinator(maria)
        await maria.forges(f"oc:coordinator:{piotr.person.id}:1")
        assert [line for line in words(await maria.writes("/zmiany")).split("\n")[2:] if line] == [
            MARIA,
            "Odebrano rolę · koordynacja · Piotr Bąk",
            "27 kwietnia, 8:00 · Piotr Bąk",
            "Przyjęto rolę · koordynacja",
            MARIA,
            "Zaproszono · koordynacja",
        ]


async def test_who_erased_their_data_is_not_named() -> None:
    async with organised() as (_, maria):
        piotr = await coordinator(maria)
        await changes(piotr, "Zmień", Termin="20 maja, 9-12")
        await maria.forges(f"oc:coordinator:{piotr.person.id}:1")
        await piotr.forges("de")
        trail = words(await maria.writes("/zmiany"))
        assert "Odebrano rolę · koordynacja · osoba, której dane usunięto" in trail
        assert "27 kwietnia, 8:00 · osoba, której dane usunięto\nZmieniono" in trail
        assert "Piotr" not in trail
        assert str(piotr.person.id) not in trail


async def test_trainers_and_coordinators_read_what_was_done_in_their_programme_alone() -> None:
    async with organised() as (town, maria):
        await town.imports('{"programme": "Jesień", "organiser": "Metropolia Nadmorska", "trainings": []}')
        await maria.writes("/organizatorzy")
        await invited(maria, "2. + koordynacja", town.resident("Ewa", "Lis"))
        olga = await invited(maria, "1. + prowadzenie", town.resident("Olga", "Zając"))
        await changes(maria, "Zmień", Termin="20 maja, 9-12")
        trail = words(await olga.writes("/zmiany"))
        assert f"Zmieniono · po cichu\nnr 1: {BUDGET}" in trail
        assert "koordynacja" not in trail
        assert words(await olga.presses("1")).startswith(f"Historia szkolenia\n{BUDGET}")
        assert "koordynacja" in words(await maria.forges("xl:2"))


async def test_an_import_that_changes_nothing_is_no_act() -> None:
    async with organised() as (town, maria):
        before = words(await maria.writes("/zmiany"))
        await town.imports(programme_of(budget()))
        assert words(await maria.writes("/zmiany")) == before


@pytest.mark.parametrize("written", ["/zmiany", "/changes", "/zmiany 1"])
async def test_a_participant_reads_nothing(written: str) -> None:
    async with organised() as (town, maria):
        await trainer(maria)
        anna = await signed_up(town, "Anna")
        assert words(await anna.writes(written)) == "Ta funkcja jest dla organizatorów."
        for forged in ("xl:1", "xh:1:1"):
            shown = words(anna.last)
            await anna.forges(forged)
            assert toast(anna) == "Ta funkcja jest dla organizatorów."
            assert words(anna.last) == shown


async def test_a_training_published_alone_has_that_in_its_history() -> None:
    async with organised() as (_, maria):
        await maria.forges("xf:0")
        await maria.writes("Prosty język")
        await maria.writes("12 czerwca, 9-12")
        await maria.forges("xg:1:done")
        await maria.presses("Wszystkie szkice")
        await maria.presses("publikacja")
        await maria.presses("Opublikuj")
        assert words(await maria.writes("/zmiany 2")) == (
            f"Historia szkolenia\nProsty język – piątek, 12 czerwca, godz. 9:00\n\n{MARIA}\nOpublikowano · dodane: 1"
        )
