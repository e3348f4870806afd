"""Questions in plain words: answered from the rows as they are at that moment, or said plainly that they are silent."""

import sqlite3
from pathlib import Path

import pytest

from bot.cli.demo.town import Resident
from tests.conversations.hearing import heard, labels, news, words
from tests.conversations.programmes import BUDGET, programme_of, training
from tests.conversations.questions import replies
from tests.conversations.test_roles import administrator
from tests.conversations.towns import signed_up, town_of

HALL = {"name": "Dom Morski", "city": "Sopot", "room": "2"}
PLACED = training(place=HALL, price_pln=0, seats=2)
TAXES = training("Podatki lokalne", "2026-05-20T09:00", price_pln=120)
DIRECTIONS = "Gdzie jest budżet gminy?"
HOW = "O co można pytać?"
INVITATION = "Pytanie o szkolenie\nBudżet gminy – środa, 6 maja, godz. 9:00\nProsimy napisać je zwykłym zdaniem"
SOURCE = "\n\nŹródło: Wiosna"


async def test_a_question_is_answered_from_the_rows_with_the_likely_act() -> None:
    async with town_of(PLACED, TAXES) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("gdzie jest budzet gminy")) == (
            f"Miejsce: Sopot, Dom Morski, sala 2\n\n{BUDGET} – środa, 6 maja, godz. 9:00{SOURCE}"
        )
        assert labels(anna.last) == ["Zapisz mnie", "Szczegóły", "Menu"]
        assert words(await anna.presses("Szczegóły")).startswith(f"{BUDGET}\n\nKiedy: środa, 6 maja")


async def test_several_that_fit_are_listed_each_with_a_button_to_its_card() -> None:
    second = training("Budżet gminy dla sołtysów", "2026-05-21T09:00", place=HALL | {"room": "9"})
    async with town_of(training("Budżet gminy dla skarbników", place=HALL), second) as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("W której sali jest budżet gminy?")).startswith("Pasuje kilka szkoleń.")
        assert labels(anna.last) == ["1", "2", "Wszystkie terminy", "Menu"]
        assert words(await anna.presses("2")).startswith("Budżet gminy dla sołtysów\n\nKiedy: czwartek, 21 maja")


async def test_nobody_knows_then_the_organiser_answers_and_then_all_know() -> None:
    async with town_of(PLACED, TAXES) as town:
        maria, anna, ewa = await administrator(town), await signed_up(town, "Anna"), town.resident("Ewa", "Lis")
        asked = "Czy na szkoleniu z budżetu gminy będzie obiad?"
        assert words(await anna.writes(asked)).startswith("Nie mam takiej informacji o tym szkoleniu.\n")
        assert labels(anna.last) == ["Przekaż pytanie", "Szczegóły", "Menu"]
        await anna.presses("Przekaż pytanie")
        assert f"\n{asked}\n" in words(maria.last)
        await replies(maria, "Tak, o 13:00.")
        assert words(anna.last).startswith(f"Odpowiedź na pytanie\n{asked}\n\nTak, o 13:00.")
        await maria.presses("Dodaj do częstych pytań")
        assert "Tak, o 13:00." in words(await ewa.writes("będzie obiad na szkoleniu z budżetu gminy?"))


async def test_an_answer_that_misses_the_point_can_be_passed_on() -> None:
    async with town_of(PLACED) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        await anna.writes(DIRECTIONS)
        assert "To nie to" in labels(anna.last)
        assert words(await anna.presses("To nie to")).startswith("Pytanie przekazane.")
        assert f"\n{DIRECTIONS}\n" in words(maria.last)


async def test_what_was_imported_meanwhile_is_what_is_told() -> None:
    async with town_of(PLACED) as town:
        anna = town.resident("Anna", "Nowak")
        assert "sala 2" in words(await anna.writes(DIRECTIONS))
        moved = training(place=HALL | {"room": "7"}, price_pln=0, seats=2)
        await town.imports(programme_of(moved, TAXES), silent=True)
        assert "sala 7" in words(await anna.writes(DIRECTIONS))
        assert "120" in words(await anna.writes("Ile kosztują podatki lokalne?"))


async def test_seats_are_counted_at_the_moment_of_the_answer() -> None:
    async with town_of(PLACED) as town:
        anna = town.resident("Anna", "Nowak")
        asked = "Ile jest wolnych miejsc na budżet gminy?"
        assert words(await anna.writes(asked)).startswith("Zostały 2 wolne miejsca z 2.")
        await signed_up(town, "Ewa")
        assert words(await anna.writes(asked)).startswith("Zostało 1 wolne miejsce z 2.")
        await signed_up(town, "Olga")
        assert words(await anna.writes(asked)).startswith("Wolnych miejsc nie ma.")
        assert labels(anna.last)[0] == "Na listę rezerwową"


async def test_an_answer_offers_what_the_person_can_do_as_things_stand() -> None:
    async with town_of(PLACED) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes(DIRECTIONS)
        assert labels(anna.last) == ["Będę", "Rezygnuję", "Szczegóły", "Menu"]


@pytest.mark.parametrize("asked", ["Na co jestem zapisana?", "moje zapisy"])
async def test_a_question_about_ones_own_sign_ups_shows_them(asked: str) -> None:
    async with town_of(PLACED) as town:
        anna = await signed_up(town, "Anna")
        assert "✅ miejsce potwierdzone" in words(await anna.writes(asked))


async def test_the_answer_is_in_the_language_of_the_question() -> None:
    async with town_of(PLACED) as town:
        anna, john = town.resident("Anna", "Nowak"), town.resident("John", "Smith", language="en")
        assert words(await anna.writes("Where is Budżet gminy?")).startswith("Place: Sopot, Dom Morski, room 2\n")
        assert labels(anna.last) == ["Sign me up", "Details", "Menu"]
        assert words(await john.writes(DIRECTIONS)).startswith("Miejsce: Sopot, Dom Morski, sala 2\n")
        assert words(await john.writes("?")).startswith("For anything about trainings")


@pytest.mark.parametrize("command", ["/zapytaj", "/ask", "/zapytaj@terminarz_demo_bot"])
async def test_the_command_takes_a_question_or_shows_how_to_ask(command: str) -> None:
    async with town_of(PLACED) as town:
        anna = town.resident("Anna", "Nowak")
        assert "sala 2" in words(await anna.writes(f"{command} {DIRECTIONS}"))
        how = words(await anna.writes(command))
        assert how.split("\n")[0] == HOW
        assert how.count("• ") == 3
        assert "sala 2" in words(await anna.writes(DIRECTIONS))


async def test_every_example_is_understood() -> None:
    async with town_of(PLACED, TAXES) as town:
        for person in (town.resident("Anna", "Nowak"), town.resident("John", "Smith", language="en")):
            how = words(await person.writes("/ask"))
            for example in [line[2:] for line in how.split("\n") if line.startswith("• ")]:
                assert words(await person.writes(example)).split("\n")[0] not in {HOW, how.split("\n")[0]}, example


async def test_after_asking_how_to_ask_nothing_else_is_waited_for() -> None:
    async with town_of(PLACED) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        await anna.presses("Potwierdzam zapis")
        await anna.forges("zh")
        assert "sala 2" in words(await anna.writes("gdzie jest budżet gminy"))


@pytest.mark.parametrize("step", ["Potwierdzam zapis", "Zmień nazwisko"])
async def test_a_question_is_answered_though_something_else_is_waited_for(step: str) -> None:
    async with town_of(PLACED) as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("/zapisz 1")
        await anna.presses(step)
        assert "sala 2" in words(await anna.writes(DIRECTIONS))
        await anna.writes("Sopot i okolice")
        assert any(text.startswith(("✅ Zapisano: Sopot i okolice", "✅ Miejsce potwierdzone")) for text in heard(anna))


async def test_the_button_of_a_card_asks_about_that_training() -> None:
    async with town_of(PLACED, TAXES) as town:
        anna = await signed_up(town, "Anna")
        await anna.writes("/szkolenia 1")
        assert words(await anna.presses("Zadaj pytanie")).startswith(INVITATION)
        assert labels(anna.last) == ["Szczegóły", "Menu"]
        assert "sala 2" in words(await anna.writes("Gdzie to jest?"))
        assert words(await anna.writes("a ile kosztuje?")).startswith("Udział jest bezpłatny.")
        assert words(await anna.forges("za:99")).startswith("Nie ma szkolenia o tym numerze.")


async def test_of_a_long_text_the_beginning_is_read_and_kept(tmp_path: Path) -> None:
    async with town_of(PLACED, database=f"sqlite:///{tmp_path}/kept.db") as town:
        anna = town.resident("Anna", "Nowak")
        assert "sala 2" in words(await anna.writes(DIRECTIONS + " " * 1000 + "Czy jest obiad?"))
        assert len(last_asked(tmp_path / "kept.db")) <= 1000


def last_asked(database: Path) -> str:
    """Return the newest question that is kept."""
    with sqlite3.connect(database) as kept:
        (text,) = kept.execute("SELECT text FROM question ORDER BY id DESC LIMIT 1").fetchone()
    kept.close()
    return str(text)


async def test_numbers_of_people_in_a_question_never_reach_the_file(tmp_path: Path) -> None:
    database = tmp_path / "kept.db"
    async with town_of(PLACED, database=f"sqlite:///{database}") as town:
        anna = town.resident("Anna", "Nowak")
        await anna.writes("Mój PESEL 90010112345, telefon 600 700 800. Gdzie jest budżet gminy?")
        assert "sala 2" in words(anna.last)
        assert last_asked(database) == "Mój PESEL •••, telefon •••. Gdzie jest budżet gminy?"
    content = bytes_of(database)
    assert b"Gdzie jest bud" in content
    assert b"90010112345" not in content
    assert b"600 700 800" not in content


def bytes_of(database: Path) -> bytes:
    """Return all that is on disk of a database: its file and those beside it."""
    return b"".join(path.read_bytes() for path in database.parent.iterdir())


@pytest.mark.parametrize("asked", ["<b>Gdzie</b> jest <i>budżet</i> gminy & co?", "Gdzie <script>budżet gminy", "&lt;"])
async def test_markup_in_a_question_is_nothing_but_letters(asked: str) -> None:
    async with town_of(PLACED) as town:
        maria, anna = await administrator(town), await signed_up(town, "Anna")
        before = len(heard(anna))
        await anna.writes(asked)
        assert len(news(anna, before)) == 1
        await anna.forges("z:1")
        assert f"\n{asked}\n" in words(maria.last)


async def test_phrases_that_organisers_equate_are_understood_at_once() -> None:
    async with town_of(PLACED, TAXES) as town:
        maria, anna = await administrator(town), town.resident("Anna", "Nowak")
        assert "sala 2" not in words(await anna.writes("Gdzie jest skarbonka?"))
        await maria.writes("/synonimy skarbonka = budżet gminy")
        assert "sala 2" in words(await anna.writes("Gdzie jest skarbonka?"))


async def test_a_question_to_an_empty_programme_finds_nothing() -> None:
    async with town_of() as town:
        anna = town.resident("Anna", "Nowak")
        assert words(await anna.writes("Co jest w maju?")).startswith("W programie nie ma szkolenia")
        assert labels(anna.last) == ["Najbliższe szkolenia", "Menu"]


async def said(person: Resident, text: str) -> str:
    return words(await person.writes(text))


async def test_small_talk_and_what_is_none_of_the_bots_business() -> None:
    async with town_of(PLACED) as town:
        anna = town.resident("Anna", "Nowak")
        assert (await said(anna, "Dzień dobry")).startswith("Dzień dobry! Można zapytać o szkolenia")
        assert await said(anna, "dziękuję!") == "Cała przyjemność po naszej stronie!"
        assert (await said(anna, "Jaka będzie jutro pogoda?")).startswith("To pytanie wykracza poza szkolenia")
