import pytest

from domain.announcement import Fact, Why, YearBy
from tests.domain.announcement.reading import only, read, starts, words

TITLE = "Szkolenie „Prawo wodne”"


@pytest.mark.parametrize(
    "written",
    [
        "12 września 2025 r.",
        "12 września 2025 roku",
        "piątek, 12 września 2025 r.",
        "12 września 2025 r. (piątek)",
        "12 września 2025 (pt.)",
        "12.09.2025",
        "12.09.25",
        "12/09/2025",
        "12-09-2025",
        "2025-09-12",
        "12 IX 2025 r.",
        "12.09.2025 r.",
        "w dniu 12 września br.",
        "12 września",
        "pt. 12.09",
        "September 12, 2025",
        "Friday, 12th of September 2025",
    ],
)
def test_day_is_read_however_written(written: str) -> None:
    assert starts(f"{TITLE}, {written}") == ["2025-09-12"]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("6–7 października 2025 r.", "2025-10-06", "2025-10-07"),
        ("w dniach 30.09–2.10", "2025-09-30", "2025-10-02"),
        ("od 30 września do 2 października 2025", "2025-09-30", "2025-10-02"),
        ("6 i 7 października", "2025-10-06", "2025-10-07"),
        ("29 grudnia – 2 stycznia", "2025-12-29", "2026-01-02"),
        ("06-08.10.2025", "2025-10-06", "2025-10-08"),
    ],
)
def test_days_in_a_row_are_one_training(written: str, first: str, last: str) -> None:
    draft = only(f"{TITLE}, {written}").draft
    assert (str(draft.start), str(draft.end)) == (first, last)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("9, 16 i 23 października", ["2025-10-09", "2025-10-16", "2025-10-23"]),
        ("9 i 10 października oraz 6 i 7 listopada 2025 r.", ["2025-10-09", "2025-11-06"]),
    ],
)
def test_days_apart_are_a_training_each(written: str, days: list[str]) -> None:
    assert starts(f"{TITLE} odbędzie się w dniach {written}") == days


@pytest.mark.parametrize(
    ("pasted", "day", "by"),
    [
        ("2024-09-02", "2024-09-11", YearBy.WEEKDAY),
        ("2024-12-10", "2024-09-11", YearBy.WEEKDAY),
        ("2019-08-01", "2019-09-11", YearBy.WEEKDAY),
    ],
)
def test_weekday_narrows_the_year_and_the_day_of_pasting_picks(pasted: str, day: str, by: YearBy) -> None:
    found = only("Szkolenie „Prawo wodne” – 11 września (środa)", pasted)
    assert (str(found.draft.start), found.year_by) == (day, by)


def test_years_that_fit_equally_well_are_a_question() -> None:
    found = only("Szkolenie „Prawo wodne” – 11 września (środa)", "2021-12-20")
    (question,) = [each for each in found.questions if each.about is Fact.START]
    assert (found.draft.start, question.why) == (None, Why.YEAR)
    assert question.options == ("2019-09-11", "2024-09-11")


def test_next_such_day_is_meant_without_weekday() -> None:
    found = only("Szkolenie „Prawo wodne” – 8 stycznia", "2025-12-10")
    assert (str(found.draft.start), found.year_by) == ("2026-01-08", YearBy.NEXT)


def test_year_of_the_heading_holds_for_its_list() -> None:
    text = "Harmonogram szkoleń 2024\n\n5 lutego – Prawo wodne\n4 marca – Prawo budowlane"
    assert starts(text) == ["2024-02-05", "2024-03-04"]
    assert {found.year_by for found in read(text).found} == {YearBy.CONTEXT}


def test_month_above_holds_for_the_days_below() -> None:
    text = "WRZESIEŃ 2024\n11 (śr.) – Prawo opcji\n12 (czw.) – Mediacje\nPAŹDZIERNIK 2024\n3 (czw.) – Petycje"
    assert starts(text) == ["2024-09-11", "2024-09-12", "2024-10-03"]


def test_weekday_that_contradicts_is_a_question() -> None:
    found = only("Szkolenie „Petycje” w czwartek, 20 maja 2026 r., godz. 10:00")
    (question,) = [each for each in found.questions if each.about is Fact.START]
    assert (found.draft.start, question.why) == (None, Why.WEEKDAY)
    assert question.options[:2] == ("2026-05-20T10:00", "2026-05-21T10:00")


def test_day_that_no_calendar_has_is_a_question() -> None:
    found = only("Szkolenie „Petycje”: 31 września 2026 r.")
    assert Why.IMPOSSIBLE in {each.why for each in found.questions if each.about is Fact.START}
    assert found.draft.start is None


@pytest.mark.parametrize(
    ("day", "why"), [("29 marca 2026", Why.IMPOSSIBLE), ("25 października 2026", Why.UNCLEAR)], ids=["spring", "autumn"]
)
def test_hour_that_the_clock_skips_or_shows_twice_is_a_question(day: str, why: Why) -> None:
    found = only(f"Szkolenie „Nocna zmiana”: {day}, godz. 2:30")
    assert str(found.draft.start) == ("2026-03-29" if why is Why.IMPOSSIBLE else "2026-10-25")
    assert why in {each.why for each in found.questions if each.about is Fact.START}


@pytest.mark.parametrize(
    "line",
    [
        "Podstawa: ustawa z dnia 27 marca 2003 r. o planowaniu",
        "Adres: ul. 3 Maja 5, Tczew",
        "Zapisy do 5 września 2025 r.",
        "Opublikowano: 1 sierpnia 2025",
        "Płatność do 10 października 2025 na konto 00 1111 2222",
        "Nowe przepisy obowiązują od 1 stycznia 2026 r.",
        "Biblioteka działa od 5 maja 1998 r.",
        "Materiały wyślemy 20 września 2025 r.",
    ],
)
def test_other_days_are_no_trainings(line: str) -> None:
    assert starts(f"Szkolenie „Prawo wodne”\nTermin: 12 września 2025 r., godz. 9:00\n{line}") == ["2025-09-12T09:00"]


def test_publication_day_on_top_is_told() -> None:
    reading = read("Kartuzy, 5 września 2025 r.\n\nZapraszam na naradę sołtysów, która odbędzie się 12 września.")
    assert [str(found.draft.start) for found in reading.found] == ["2025-09-12"]
    assert str(reading.published) == "2025-09-05"


def test_words_of_the_start_hold_day_and_hour() -> None:
    text = "Szkolenie „Prawo wodne”\r\nTermin: 12 września 2025 r., godz. 9⁰⁰–12³⁰"
    assert words(text, only(text), Fact.START) == "12 września 2025 r., godz. 9⁰⁰–12³⁰"


@pytest.mark.parametrize(
    "again",
    ["Spotykamy się 10 i 11 grudnia 2025 r. w Toruniu.", "W dniach 10-11 grudnia 2025 r. zapraszamy do Torunia."],
)
def test_days_named_again_are_those_of_one_training(again: str) -> None:
    draft = only(f"Szkolenie „Sesje bez błędów”\n10–11 grudnia 2025 r., Toruń\n\n{again}").draft
    assert (str(draft.start), str(draft.end)) == ("2025-12-10", "2025-12-11")
