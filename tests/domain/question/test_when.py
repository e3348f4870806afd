from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.question.folding import fold, tokens
from domain.question.when import Days, When, Window, read
from tests.domain.question.when_phrases import PHRASES

NOW = datetime(2026, 9, 16, 10, tzinfo=ZoneInfo("Europe/Warsaw"))
ROWS = [[part.strip() for part in f"{line} | | ".split("|")[:3]] for line in PHRASES.strip().splitlines()]
NOT_OF_TIME = """
co mają w ofercie
które mają miejsca
czy maja wolne miejsca
w Środzie Wielkopolskiej
w Środzie
Środa Wielkopolska
w środowisku
w Sopocie
kolejka oczekujących
środki unijne
ul. 3 Maja 4
przy 3 Maja
przy ul. 11 Listopada
3 Maja 4
I zjazd skarbników
Anna Maj prowadzi
prowadzi Anna Maj
pani Środa
Maja Kowalska
May I sign up
PM2 i KSC2
RODO 2026
szkolenie 12
szkolenie nr 5
zapisz mnie na 12
szkolenie o 2 osoby
do 20 osób
o 10 zasadach RODO
300 zł
do 300 zł
tel. 600 123 456
szkolenie pt. RODO
pierwsze szkolenie
od pierwszego szkolenia
45.13

RODO
"""


def told(said: When) -> tuple[str, str]:
    """Write a reading as the phrases do."""
    days = "; ".join(
        f"{days.first}" if days.first == days.last else f"{days.first or ''}..{days.last or ''}" for days in said.days
    )
    hours = "" if said.window is None else "-".join(map(hour, (said.window.opening, said.window.closing)))
    flags = "P" * said.past + "S" * said.soonest + "M" * said.mismatch
    return days, f"{hours} {flags}".strip()


def hour(wall: time | None) -> str:
    return f"{wall:%H:%M}" if wall else ""


@pytest.mark.parametrize(("phrase", "days", "rest"), ROWS)
def test_phrase_means_its_days_and_hours(phrase: str, days: str, rest: str) -> None:
    said = read(tokens(phrase), NOW)
    assert said is not None
    assert told(said) == (days, rest)


@pytest.mark.parametrize(("phrase", "days", "rest"), [row for row in ROWS if fold(row[0]) != row[0].lower()])
def test_phrase_means_the_same_without_polish_letters(phrase: str, days: str, rest: str) -> None:
    said = read(tokens(fold(phrase)), NOW) if not any(part.isupper() for part in phrase.split()) else None
    said = said or read(tokens(phrase.translate(str.maketrans("ąćęłńóśźż", "acelnoszz"))), NOW)
    assert said is not None
    assert told(said) == (days, rest)


@pytest.mark.parametrize("phrase", NOT_OF_TIME.split("\n"))
def test_what_only_looks_like_time_is_left_alone(phrase: str) -> None:
    assert read(tokens(phrase), NOW) is None


@pytest.mark.parametrize(
    ("question", "used"),
    [
        ("Czy we wtorek jest coś o RODO?", {1, 2}),
        ("szkolenie z KPA dnia 12 października w Gdyni", {3, 4, 5}),
        ("jutro w Sopocie o 10", {0, 3, 4}),
        ("3 i 10 października", {0, 2, 3}),
    ],
)
def test_words_that_said_it_are_told_apart_from_the_rest(question: str, used: set[int]) -> None:
    said = read(tokens(question), NOW)
    assert said is not None
    assert said.used == used


def test_year_is_the_next_one_unless_the_question_is_of_the_past() -> None:
    may = Days(date(2027, 5, 1), date(2027, 5, 31))
    past = Days(date(2026, 5, 1), date(2026, 5, 31))
    assert read(tokens("w maju"), NOW) == When((may,), None, frozenset({0, 1}))
    assert read(tokens("co było w maju"), NOW) == When((past,), None, frozenset({2, 3}), past=True)


def test_days_touch_what_has_a_day_in_common() -> None:
    days = Days(date(2026, 9, 14), date(2026, 9, 20))
    assert days.touches(date(2026, 9, 20), date(2026, 9, 22))
    assert not days.touches(date(2026, 9, 21), date(2026, 9, 22))
    assert Days(None, date(2026, 9, 20)).touches(date(2020, 1, 1), date(2020, 1, 1))
    assert Days(date(2026, 9, 20), None).within(Days(None, date(2026, 9, 19))) is None


def test_hours_said_twice_are_what_both_allow() -> None:
    said = read(tokens("jutro po południu, po 14"), NOW)
    assert said is not None
    assert said.window == Window(time(14), time(18))


def test_word_of_the_programme_is_no_slip() -> None:
    assert read(tokens("we wtorke"), NOW) == read(tokens("we wtorek"), NOW)
    assert read(tokens("we wtorke"), NOW, known={"wtorke"}) is None
