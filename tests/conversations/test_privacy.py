"""Personal data: the clause, what is stored, and erasing it without a trace."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import heard, labels, words
from tests.conversations.programmes import BUDGET, training
from tests.conversations.test_roles import administrator, first_link
from tests.conversations.towns import queue_of, signed_up, town_of

CLAUSE = """Dane osobowe

Administrator danych: Metropolia Nadmorska, ul. Portowa 1, 81-000 Gdynia
Kontakt: dane@metropolia.example.org
Inspektor ochrony danych: iod@metropolia.example.org
"""
NOTHING = "\n\nNie ma zapisanych danych."


async def erases(person: Resident) -> str:
    await person.writes("/privacy")
    await person.presses("Usuń moje dane")
    return words(await person.presses("Usuń dane"))


@pytest.mark.parametrize("command", ["/privacy", "/prywatnosc"])
async def test_the_clause_names_controller_purpose_recipients_rights(command: str) -> None:
    async with town_of(training()) as town:
        text = words(await town.resident("Anna", "Nowak").writes(command))
        assert text.startswith(CLAUSE)
        heads = [line.partition(":")[0] for line in text.split("\n") if ":" in line]
        assert heads[3:7] == ["Cel", "Odbiorcy", "Jak długo", "Prawa"]
        assert "Prezesa UODO" in text
        assert text.endswith(NOTHING)


async def test_what_is_stored_is_shown() -> None:
    external = training("Zewnętrzne", "2026-05-08T09:00", signup_url="https://zapisy.example.org/x")
    async with town_of(training(), training("Podatki", "2026-05-20T09:00"), external) as town:
        anna = await signed_up(town, "Anna", 1, 2)
        await anna.forges("f:3")
        text = words(await anna.writes("/privacy"))
        assert text.startswith(CLAUSE)
        assert text.split("\n\n")[-1] == (
            "Zapisane dane\nImię i nazwisko: Anna Nowak\nUrząd lub jednostka: nie podano\n"
            f"Konto w Telegramie nr {anna.person.id}, język i przypomnienia\n"
            "2 zapisy na szkolenia\n1 szkolenie z przypomnieniem"
        )
        assert labels(anna.last) == ["Zmień nazwisko", "Usuń moje dane", "Menu"]


async def test_erasing_asks_first_and_says_what_goes() -> None:
    async with town_of(training()) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/privacy")
        assert words(await anna.presses("Usuń moje dane")) == (
            "Usunąć dane?\n\nUsuniemy imię, nazwisko, urząd i ustawienia.\nPrzepadnie 1 zapis.\n"
            "Tego nie można cofnąć. Wiadomości w tej rozmowie pozostaną w Telegramie."
        )
        assert labels(anna.last) == ["Zostaw", "Usuń dane"]
        assert "Imię i nazwisko: Anna Nowak" in words(await anna.presses("Zostaw"))
        assert "✅ miejsce potwierdzone" in words(await anna.writes("/moje"))


async def test_with_nothing_stored_there_is_nothing_to_erase() -> None:
    async with town_of(training()) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        assert words(await anna.forges("da")) == "Nie ma zapisanych danych, więc nie ma czego usuwać."


async def test_erasing_frees_the_seat_for_the_queue_and_ends_all_messages() -> None:
    async with town_of(training(seats=1)) as town:
        anna, ewa = await queue_of(town, "Anna", "Ewa")
        assert await erases(anna) == "Dane usunięte. Przypomnień nie będzie. Listę szkoleń można oglądać nadal."
        assert words(ewa.last).startswith(f"🎉 Zwolniło się miejsce!\n{BUDGET}\n")
        before = len(heard(anna))
        await town.until(town.clock.now().replace(month=6))
        assert len(heard(anna)) == before


@pytest.mark.parametrize("state", ["waiting", "offered", "leaving", "held"])
async def test_erasing_leaves_every_state(state: str) -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        ewa = town.resident("Ewa", "Lis") if state == "held" else await signed_up(town, "Ewa")
        if state in {"offered", "held"}:
            await anna.writes("/wypisz 1")
            await town.until(town.clock.now().replace(minute=1))
        if state == "held":
            await ewa.writes("/zapisz 1")
        person = anna if state == "leaving" else ewa
        if state == "leaving":
            await anna.writes("/wypisz 1")
        await erases(person)
        assert words(await person.writes("/moje")).startswith("Nie ma jeszcze żadnych zapisów.")
        assert words(await person.writes("/privacy")).endswith(NOTHING)


async def test_after_erasing_one_is_a_stranger_who_may_begin_anew() -> None:
    async with town_of(training(seats=1)) as town:
        anna = await signed_up(town, "Anna")
        await erases(anna)
        assert words(await anna.writes("/zapisz 1")).startswith("Trzymamy miejsce przez 15 minut\n")
        await anna.presses("Potwierdzam zapis")
        assert heard(anna)[-2].startswith(f"✅ Miejsce potwierdzone\n{BUDGET}\n")


def rows_about(database: Path, *traces: str) -> set[str]:
    """Return the tables in which any value of any row holds one of the traces."""
    with sqlite3.connect(database) as kept:
        tables = [name for (name,) in kept.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {
            table
            for table in tables
            for row in kept.execute(f"SELECT * FROM {table}")  # noqa: S608 - the names come from the schema
            if any(trace in str(value) for value in row for trace in traces)
        }
    kept.close()
    return found


async def entangled(town: Town) -> Resident:
    """Return a person who left a trace wherever one can be left."""
    anna = await signed_up(town, "Anna", 1, 2)
    await anna.presses("Rezygnuję")
    for press in ("u:2", "f:3", "a:1", "pt:week", "hn:0", "w:2"):
        await anna.forges(press)
    await town.until(town.clock.now().replace(minute=5))
    await anna.writes("Anna Maria Nowak")
    await anna.forges("ia:0")
    await anna.writes("Urząd Nowak")
    return anna


async def test_erasing_leaves_no_row_of_the_person(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    external = training("Zewnętrzne", "2026-05-08T09:00", signup_url="https://zapisy.example.org/x")
    trainings = (training(seats=1), training("Podatki", "2026-05-20T09:00"), external)
    async with town_of(*trainings, database=f"sqlite:///{database}") as town:
        anna = await entangled(town)
        identity = str(anna.person.id)
        assert rows_about(database, identity, "Anna Maria") >= {"official", "registration", "follower", "notice"}
        await erases(anna)
    assert rows_about(database, "Anna", "Maria") == set()
    assert rows_about(database, identity) == set()


async def test_what_passed_through_keeps_no_words_but_a_question_for_a_day(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    async with town_of(training(seats=1), database=f"sqlite:///{database}") as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("Anna Nowak pyta o parking")
        with sqlite3.connect(database) as kept:
            assert kept.execute("SELECT COUNT(*) FROM inbox WHERE raw IS NOT NULL").fetchone() == (0,)
            assert kept.execute("SELECT COUNT(*) FROM reply WHERE body IS NOT NULL").fetchone() == (0,)
        kept.close()
        assert rows_about(database, "Anna Nowak", "parking") == {"official", "question"}
        await town.passes(timedelta(hours=25))
        await town.bot.storage.forget(town.clock.now())
        assert rows_about(database, "Anna Nowak", "parking") == {"official"}


async def test_personal_data_speaks_english() -> None:
    async with town_of(training()) as town:
        john = await signed_up(town, "John", language="en")
        text = words(await john.writes("/privacy"))
        assert text.split("\n")[0] == "Personal data"
        assert text.split("\n\n")[-1].split("\n")[:2] == ["Stored data", "Name: John Nowak"]
        assert labels(john.last) == ["Change the name", "Delete my data", "Menu"]


async def test_an_organiser_who_erases_loses_the_role_and_the_way_in_opens_again() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        await erases(maria)
        assert words(await maria.writes("/organizatorzy")) == "Ta funkcja jest dla organizatorów."
        anna = town.resident("Anna", "Nowak")
        await anna.starts(await first_link(town))
        assert words(await anna.presses("Przyjmuję")).startswith("✅ Rola przyjęta: administracja\n")


async def test_an_invitation_by_somebody_who_erased_opens_nothing() -> None:
    async with town_of(training()) as town:
        maria = await administrator(town)
        await maria.writes("/organizatorzy")
        await maria.presses("+ prowadzenie")
        link = maria.person.presses("Kopiuj link")
        await erases(maria)
        anna = town.resident("Anna", "Nowak")
        anna.person.opens(link or "")
        await town.settle()
        assert words(anna.last).startswith("To zaproszenie jest nieważne.")
