"""New trainings without an announcement: step by step, as a copy on another day, as a series on several."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo.town import found
from playground.clock import ManualClock
from tests.conversations.hearing import labels, toast, words
from tests.conversations.organised import budget, coordinator, organised
from tests.conversations.programmes import BUDGET, programme_of
from tests.conversations.test_roles import administrator
from tests.conversations.towns import at

TITLE = "Nowe szkolenie · krok 1 z 5\nJak brzmi tytuł?"
WHEN = "Nowe szkolenie · krok 2 z 5\nKiedy? Na przykład: 12 września, 9:00–12:00. Wystarczy sam dzień."


async def test_a_form_asks_step_by_step_and_ends_with_the_draft() -> None:
    async with organised() as (_, maria):
        await maria.writes("/nowe")
        assert words(await maria.presses("krok po kroku")) == TITLE
        for answer, asked in (
            ("Prosty język", "Kiedy?"),
            ("12 czerwca, 9-12", "Gdzie?"),
            ("Ratusz, Gdynia, sala 5", "Ile jest miejsc?"),
            ("25", "Do kiedy zapisy?"),
        ):
            assert words(await maria.writes(answer)).split("\n")[1].startswith(asked)
        assert words(await maria.writes("10 czerwca, 12:00")) == (
            "Szkic: Prosty język\n\nTermin: piątek, 12 czerwca 2026, godz. 9:00–12:00\n"
            "Miejsce: Gdynia, Ratusz, sala 5\nLiczba miejsc: 25\n"
            "Koniec zapisów: środa, 10 czerwca 2026, godz. 12:00\n\n"
            "Nie podano: online, lista rezerwowa, link do zapisów, cena, kontakt"
        )


async def test_a_step_can_be_skipped_and_gone_back_to() -> None:
    async with organised() as (_, maria):
        await maria.forges("xf:0")
        await maria.writes("Prosty język")
        assert words(await maria.presses("Wstecz")) == f"Teraz: Prosty język\n\n{TITLE}"
        assert words(await maria.presses("Pomiń")) == WHEN
        for asked in ("Gdzie?", "Ile jest miejsc?", "Do kiedy zapisy?"):
            assert words(await maria.presses("Pomiń")).split("\n")[1].startswith(asked)
        assert words(await maria.presses("Pomiń")).startswith("Szkic: Prosty język\n")
        assert "Teraz" not in words(await maria.writes("Kiedy jest budżet gminy?"))


async def test_a_place_may_be_online() -> None:
    async with organised() as (_, maria):
        await maria.forges("xf:0")
        await maria.forges("xg:1:place")
        await maria.writes("online")
        assert "Online: online" in words(await maria.forges("xg:1:done"))


@pytest.mark.parametrize(
    ("step", "answer", "said"),
    [
        (
            "when",
            "32 czerwca",
            "Takiego dnia nie ma w kalendarzu albo szkolenie wtedy nie trwa. Prosimy sprawdzić datę.",
        ),
        ("capacity", "sporo", "Potrzebna jest jedna liczba, na przykład 25."),
        ("deadline", "kiedyś", "Tej odpowiedzi nie udało się odczytać."),
    ],
)
async def test_an_answer_that_cannot_be_taken_is_asked_for_again(step: str, answer: str, said: str) -> None:
    async with organised() as (_, maria):
        await maria.forges("xf:0")
        asked = words(await maria.forges(f"xg:1:{step}"))
        assert words(await maria.writes(answer)) == f"{said}\n\n{asked}"


async def test_a_question_meanwhile_is_answered_and_the_form_goes_on() -> None:
    async with organised() as (_, maria):
        await maria.forges("xf:0")
        await maria.presses("Pomiń")
        assert "środa, 6 maja" in words(await maria.writes("Kiedy jest budżet gminy?"))
        assert "Gdzie?" in words(await maria.writes("12 czerwca"))


async def test_with_several_programmes_the_form_asks_for_one() -> None:
    async with organised() as (town, maria):
        await town.imports('{"programme": "Jesień", "organiser": "Metropolia Nadmorska", "trainings": []}')
        assert words(await maria.forges("xf:0")) == "W którym programie?"
        assert labels(maria.last) == ["Wiosna", "Jesień", "Menu"]
        assert words(await maria.presses("Jesień")) == TITLE


async def test_a_coordinator_of_one_programme_is_not_asked_for_it() -> None:
    async with organised() as (town, maria):
        piotr = await coordinator(maria)
        await town.imports('{"programme": "Jesień", "organiser": "Metropolia Nadmorska", "trainings": []}')
        assert words(await piotr.forges("xf:0")) == TITLE
        await piotr.forges("xf:2")
        assert toast(piotr) == "Ta funkcja jest dla organizatorów."


async def test_a_form_goes_on_after_a_restart_where_it_was(tmp_path: Path) -> None:
    file, morning = f"sqlite:///{tmp_path}/kept.db", at("2026-04-27T08:00")
    async with found(programme_of(budget()), database=file, clock=ManualClock(morning), seed=1) as town:
        maria = await administrator(town)
        await maria.forges("xf:0")
        await maria.writes("Prosty język")
    later = morning + timedelta(hours=3)
    async with found(programme_of(budget()), database=file, clock=ManualClock(later), seed=2) as town:
        maria = town.resident("Maria", "Wiśniewska")
        await maria.starts()
        assert "Gdzie?" in words(await maria.writes("12 czerwca, 9-12"))
        assert words(await maria.forges("xg:1:done")).startswith(
            "Szkic: Prosty język\n\nTermin: piątek, 12 czerwca 2026, godz. 9:00–12:00\n"
        )


async def test_a_copy_takes_over_everything_but_the_day_which_is_asked_first() -> None:
    async with organised(budget(price_pln=120, signup_deadline="2026-05-04")) as (_, maria):
        await maria.forges("x:1")
        assert words(await maria.presses("Kopiuj")) == (
            f"Kopia szkolenia\n{BUDGET}\n\nKiedy? Na przykład: 12 września. Godziny zostaną te same, można też podać "
            "inne: 12 września, 9:00–12:00."
        )
        copied = words(await maria.writes("12 czerwca, 10-13"))
        assert copied.startswith(
            f"Szkic: {BUDGET}\n\nTermin: piątek, 12 czerwca 2026, godz. 10:00–13:00\n"
            "Miejsce: Sopot, Dom Morski, sala 2\n"
        )
        assert "Cena: 120 zł" in copied
        assert "koniec zapisów" in copied.partition("Nie podano: ")[2]
        assert "środa, 6 maja" in words(await maria.writes("/szkolenia 1"))


async def test_a_copy_on_a_day_alone_keeps_the_hours() -> None:
    async with organised(budget(start="2026-05-06T09:00", end="2026-05-06T12:30")) as (_, maria):
        await maria.forges("x:1")
        await maria.presses("Kopiuj")
        assert words(await maria.writes("rano")).startswith("Tej odpowiedzi nie udało się odczytać.")
        assert "Termin: piątek, 12 czerwca 2026, godz. 9:00–12:30\n" in words(await maria.writes("12 czerwca"))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("12.09, 19.09 i 26.09", ["sob., 12.09.2026, 9:00", "sob., 19.09.2026, 9:00", "sob., 26.09.2026, 9:00"]),
        ("12, 19 i 26 września", ["sob., 12.09.2026, 9:00", "sob., 19.09.2026, 9:00", "sob., 26.09.2026, 9:00"]),
        ("co tydzień do 27.05", ["śr., 13.05.2026, 9:00", "śr., 20.05.2026, 9:00", "śr., 27.05.2026, 9:00"]),
        ("1 czerwca 14:00", ["pon., 01.06.2026, 14:00"]),
    ],
)
async def test_a_series_has_a_draft_for_each_day_at_the_same_hours(typed: str, days: list[str]) -> None:
    async with organised() as (_, maria):
        await maria.forges("x:1")
        await maria.presses("Seria")
        shown = words(await maria.writes(typed)).split("\n")
        assert [line for line in shown if line.endswith(BUDGET)] == [
            f"{number}. {day} – {BUDGET}" for number, day in enumerate(days, 1)
        ]


async def test_days_that_cannot_be_taken_are_asked_for_again() -> None:
    async with organised() as (_, maria):
        await maria.forges("x:1")
        asked = words(await maria.presses("Seria"))
        for answer, said in (
            ("w wakacje", "Tej odpowiedzi nie udało się odczytać."),
            ("31.06", "Takiego dnia nie ma w kalendarzu albo szkolenie wtedy nie trwa. Prosimy sprawdzić datę."),
            ("co tydzień do 31.12.2030", "Najwyżej 50 terminów naraz. Prosimy podać krótszą serię."),
            ("co tydzień od 12.09 do 1.09", "Koniec jest przed początkiem. Prosimy sprawdzić kolejność."),
        ):
            assert words(await maria.writes(answer)) == f"{said}\n\n{asked}"
        assert words(await maria.writes("co tydzień do 20.05")).startswith("Podgląd: 2 terminy")


async def test_a_series_left_waits_for_nothing() -> None:
    async with organised() as (_, maria):
        await maria.forges("xs:1")
        assert words(await maria.presses("Wstecz")).startswith("Szkolenie nr 1\n")
        assert "Podgląd" not in words(await maria.writes("12.09"))
