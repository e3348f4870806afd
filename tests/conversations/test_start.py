"""The beginning: /start, its deep links, the menu and help."""

import sqlite3
from pathlib import Path

import pytest

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import labels, words
from tests.conversations.messages import organiser
from tests.conversations.programmes import training
from tests.conversations.towns import town_of

HERO = """Dzień dobry!
Tu Terminarz – szkolenia dla samorządów. Prowadzi: Metropolia Nadmorska.

Można sprawdzić najbliższe terminy, zapisać się i ustawić przypomnienia."""
HERO_IN_ENGLISH = """Good morning!
This is Terminarz – trainings for local government. Run by: Metropolia Nadmorska.

Here you can check upcoming dates, sign up and set reminders."""
WAYS = [
    "Najbliższe szkolenia",
    "Moje zapisy",
    "Zadaj pytanie",
    "Ustawienia",
    "Jak to działa",
    "Dane osobowe",
    "English",
]
WAYS_IN_ENGLISH = [
    "Upcoming trainings",
    "My sign-ups",
    "Ask a question",
    "Settings",
    "How it works",
    "Personal data",
    "Polski",
]
NO_SUCH_TRAINING = "Nie ma szkolenia o tym numerze. Numery są na kartach szkoleń."


async def test_start_greets_in_six_lines_and_asks_nothing(anna: Resident) -> None:
    greeting = await anna.starts()
    assert words(greeting) == HERO
    assert labels(greeting) == WAYS
    assert words(greeting).count("\n") < 6
    assert "?" not in words(greeting)


async def test_start_speaks_the_language_of_the_phone(town: Town) -> None:
    greeting = await town.resident("John", "Smith", language="en-GB").starts()
    assert (words(greeting), labels(greeting)) == (HERO_IN_ENGLISH, WAYS_IN_ENGLISH)


@pytest.mark.parametrize("language", ["de", "uk", ""])
async def test_start_speaks_polish_to_everybody_else(town: Town, language: str) -> None:
    assert words(await town.resident("Olena", "Kowal", language=language).starts()) == HERO


@pytest.mark.parametrize(
    ("button", "head"),
    [
        ("Najbliższe szkolenia", "Najbliższe szkolenia"),
        ("Moje zapisy", "Nie ma jeszcze żadnych zapisów."),
        ("Zadaj pytanie", "O co można pytać?"),
        ("Ustawienia", "Przypomnienia"),
        ("Jak to działa", "Jak to działa"),
        ("Dane osobowe", "Dane osobowe"),
    ],
)
async def test_every_button_of_the_greeting_leads_on_and_back(anna: Resident, button: str, head: str) -> None:
    greeting = await anna.starts()
    assert words(await anna.presses(button)).split("\n")[0] == head
    assert words(await anna.presses("Menu")) == "Terminarz\nCo pokazać?"
    assert labels(anna.last) == WAYS
    assert anna.last is greeting


async def test_a_deep_link_opens_the_card_at_once(anna: Resident) -> None:
    card = await anna.starts("s5")
    assert words(card).split("\n")[:3] == [
        "Dzień dobry! Oto szkolenie z linku:",
        "",
        "Trudne rozmowy z mieszkańcami",
    ]
    assert labels(card)[0] == "Zapisz mnie"


async def test_the_link_to_pass_on_opens_the_same_card(town: Town, anna: Resident) -> None:
    first = words(await anna.starts("s5"))
    anna.person.opens(town.bot.service.deep_link(5))
    await town.settle()
    assert words(anna.last) == first


async def test_a_deep_link_to_no_training_leads_to_the_list(anna: Resident) -> None:
    answer = await anna.starts("s99")
    assert (words(answer), labels(answer)) == (NO_SUCH_TRAINING, ["Najbliższe szkolenia", "Menu"])
    assert words(await anna.presses("Najbliższe szkolenia")).startswith("Najbliższe szkolenia")


@pytest.mark.parametrize(
    "payload", ["s0", "s05", "s-1", "s", "S5", "s5x", "s" + "9" * 63, "x" * 64, "select", "__", "c_5", "t5"]
)
async def test_a_payload_that_means_nothing_is_greeted(anna: Resident, payload: str) -> None:
    assert words(await anna.starts(payload)) == HERO


@pytest.mark.parametrize(
    "typed", ["s5 s6", "s\N{FULLWIDTH DIGIT FIVE}", "../../etc", "s5'; DROP TABLE official;--", "s5\u0000", "ś5"]
)
async def test_a_payload_that_no_link_can_carry_is_greeted(anna: Resident, typed: str) -> None:
    assert words(await anna.writes(f"/start {typed}")) == HERO


@pytest.mark.parametrize("payload", ["i", "i" + "x" * 63, "invite", "i0", "i___"])
async def test_an_invented_invitation_is_refused(anna: Resident, payload: str) -> None:
    answer = await anna.starts(payload)
    assert words(answer) == "To zaproszenie jest nieważne. Prosimy o nowe u osoby, która je przysłała."
    assert labels(answer) == ["Menu"]


async def test_a_mere_reader_leaves_no_profile_behind(tmp_path: Path) -> None:
    async with town_of(training(seats=3), database=f"sqlite:///{tmp_path}/kept.db") as town:
        anna = town.resident("Anna", "Nowak")
        await anna.starts()
        await anna.starts("s1")
        for command in ("/szkolenia", "/zapisz", "/wypisz", "/moje", "/settings", "/privacy", "/help", "dzień dobry"):
            await anna.writes(command)
        await anna.presses("Najbliższe szkolenia")
    with sqlite3.connect(tmp_path / "kept.db") as kept:
        tables = ("official", "prompt", "registration", "follower", "notice", "organiser", "invitation")
        counts = {table: kept.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608
    kept.close()
    assert counts == dict.fromkeys(tables, 0)


@pytest.mark.parametrize("command", ["/help", "/pomoc", "/HELP", "/help@terminarz_demo_bot", "/help co teraz"])
async def test_help_names_the_commands_and_a_person_to_ask(anna: Resident, command: str) -> None:
    answer = await anna.writes(command)
    text = words(answer)
    commands = ("/szkolenia", "/zapisz", "/wypisz", "/moje", "/zapytaj", "/settings", "/privacy")
    assert [name for name in commands if f"• {name} –" not in text] == []
    assert text.endswith("Kontakt: Ewa Lisiecka, koordynatorka szkoleń, 58 000 00 01, szkolenia@example.org")
    assert labels(answer) == ["Najbliższe szkolenia", "Zadaj pytanie", "Menu"]


async def test_every_command_that_help_names_is_known(anna: Resident) -> None:
    named = [word for word in words(await anna.writes("/help")).split() if word.startswith("/")]
    for command in named:
        assert not words(await anna.writes(command)).startswith("Ta wiadomość nie pasuje"), command


async def test_help_speaks_english(town: Town) -> None:
    john = town.resident("John", "Smith", language="en")
    text = words(await john.writes("/help"))
    commands = ("/trainings", "/register", "/withdraw", "/my", "/ask", "/settings", "/privacy")
    assert [name for name in commands if f"• {name} –" not in text] == []


async def test_the_menu_is_a_command_too(town: Town) -> None:
    anna, olga = town.resident("Anna", "Nowak"), await organiser(town)
    assert words(await anna.writes("/menu")) == "Terminarz\nCo pokazać?"
    assert labels(anna.last)[0] == "Najbliższe szkolenia"
    assert labels(await olga.writes("/menu"))[0] == "Nowe ogłoszenie"
