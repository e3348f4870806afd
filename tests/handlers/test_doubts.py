"""What reading an announcement leaves open, in words."""

from collections.abc import Sequence

import pytest

from domain.announcement import Fact, Found, Problem, Question, Why, YearBy
from domain.official import Language
from domain.training import Draft
from domain.wall import Wall
from handlers.replies.announcing import doubts
from tests.handlers.samples import words

DAY = Wall.parse("2024-09-11")
POLISH, ENGLISH = words(Language.POLISH), words(Language.ENGLISH)


def found(*questions: Question, start: Wall | None = DAY, year_by: YearBy | None = None) -> Found:
    return Found(Draft(title="Łączność", start=start), questions=questions, year_by=year_by)


def missing(*facts: Fact) -> Found:
    return found(*(Question(about, Why.MISSING) for about in facts))


def plain(text: str | None) -> str:
    return (text or "").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("asked", "start", "said"),
    [
        (Question(Fact.START, Why.MISSING), DAY, "Brakuje godziny."),
        (Question(Fact.START, Why.MISSING), None, "Brakuje dnia."),
        (Question(Fact.CAPACITY, Why.MISSING), DAY, "Brakuje liczby miejsc."),
        (Question(Fact.START, Why.IMPOSSIBLE), None, "Termin: takiego dnia lub takiej godziny nie ma."),
        (
            Question(Fact.START, Why.YEAR, ("2019-09-11", "2024-09-11")),
            None,
            "Termin: nie wiadomo, który to rok. Do wyboru: środa, 11 września 2019; środa, 11 września 2024.",
        ),
        (
            Question(Fact.END, Why.UNCLEAR, ("14:00", "15:30")),
            DAY,
            "Zakończenie: tekst podaje kilka możliwości. Do wyboru: 14:00; 15:30.",
        ),
        (
            Question(Fact.START, Why.WEEKDAY, ("2024-09-12T09:00",)),
            DAY,
            "Termin: dzień tygodnia nie zgadza się z datą. Do wyboru: czwartek, 12 września 2024, godz. 9:00.",
        ),
        (
            Question(Fact.PRICE, Why.UNCLEAR, ("0", "1900", "99.50")),
            DAY,
            "Cena: tekst podaje kilka możliwości. Do wyboru: bezpłatne; 1 900 zł; 99,50 zł.",
        ),
        (
            Question(Fact.CITY, Why.UNCLEAR, ("Reda <b>", "Rumia")),
            DAY,
            "Miejscowość: tekst podaje kilka możliwości. Do wyboru: Reda &lt;b&gt;; Rumia.",
        ),
    ],
)
def test_question_is_a_sentence_with_its_choices(asked: Question, start: Wall | None, said: str) -> None:
    assert plain(doubts.question(POLISH, found(start=start), asked)) == said


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("about", Fact)
@pytest.mark.parametrize("why", Why)
def test_every_question_has_words(language: Language, about: Fact, why: Why) -> None:
    assert doubts.question(words(language), found(), Question(about, why)).endswith(".")


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_says_what_to_do(problem: Problem) -> None:
    assert "Prosimy" in doubts.problem(POLISH, problem)
    assert "Please" in doubts.problem(ENGLISH, problem)


@pytest.mark.parametrize(
    ("drafts", "said"),
    [
        ([missing(Fact.START, Fact.PLACE)], "Brakuje: godziny, miejsca"),
        ([missing(Fact.START)] * 3 + [missing(Fact.PLACE)], "Brakuje: godziny (1–3), miejsca (4)"),
        ([missing(Fact.ROOM), found(), missing(Fact.ROOM)], "Brakuje: sali (1, 3)"),
        ([found()], ""),
    ],
)
def test_what_is_lacking_is_told_with_the_numbers_of_drafts(drafts: Sequence[Found], said: str) -> None:
    assert plain(doubts.lacking(POLISH, drafts)) == said


def test_years_that_are_not_written_are_told_with_their_reason() -> None:
    later = Found(Draft(title="Spis", start=Wall.parse("2025-01-08")), year_by=YearBy.NEXT)
    drafts = [found(year_by=YearBy.WEEKDAY), found(year_by=YearBy.WEEKDAY), later, found()]
    assert plain(doubts.years(POLISH, drafts)) == (
        "Rok 2024 wynika z dnia tygodnia (1–2)\nRok 2025 nie jest napisany, to najbliższa taka data (3)"
    )
    assert plain(doubts.years(POLISH, drafts[:1])) == "Rok 2024 wynika z dnia tygodnia"
    assert doubts.years(POLISH, drafts[-1:]) is None
