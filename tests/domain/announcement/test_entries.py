"""Days that stand as headings over the entries of a list, each of which tells its own hour."""

import pytest

from tests.domain.announcement.reading import read, starts, titles

HEADED = (
    "Stowarzyszenia zapraszają:\n\n{first}\n\n"
    "Stowarzyszenie Nasza Knieja – warsztat „Pierwszy wniosek”, godz. 10, świetlica w Tucholi.\n\n"
    "Lokalna Grupa Rybacka – spotkanie o funduszu dla rybaków – Jastarnia, godz. 12.30, remiza.\n\n"
    "{second}\n\n"
    "Fundacja Kotwica – webinar o promocji wsi, godz. 17-18.30.\n\n"
    "Udział we wszystkim jest bezpłatny."
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("9 września (wtorek):", "11 września (czwartek):"),
        ("Wtorek, 9 września", "Czwartek, 11 września"),
        ("09.09.2025 r.", "11.09.2025 r."),
    ],
)
def test_each_entry_below_a_day_is_a_training(first: str, second: str) -> None:
    text = HEADED.format(first=first, second=second)
    assert starts(text) == ["2025-09-09T10:00", "2025-09-09T12:30", "2025-09-11T17:00"]
    assert titles(text) == ["Pierwszy wniosek", "Spotkanie o funduszu dla rybaków", "Webinar o promocji wsi"]


def test_an_entry_takes_nothing_from_its_neighbours() -> None:
    one, two, three = (found.draft for found in read(HEADED.format(first="9 września:", second="11 września:")).found)
    assert [each.place and each.place.city for each in (one, two, three)] == ["Tuchola", "Jastarnia", None]
    assert [each.kind for each in (one, two, three)] == ["warsztat", "spotkanie", "webinar"]
    assert [each.price_pln for each in (one, two, three)] == [0, 0, 0]


def test_headings_of_days_that_follow_each_other_are_no_calendar() -> None:
    text = (
        "Tydzień z dotacjami\n\nPoniedziałek, 8 września\n\nBiuro w Pile – spotkanie „Granty”, godz. 10, ratusz\n\n"
        "Wtorek, 9 września\n\nBiuro w Chodzieży – spotkanie „Granty”, godz. 12, ratusz\n\n"
        "Środa, 10 września\n\nBiuro w Wągrowcu – spotkanie „Granty”, godz. 9, Rynek 1\n"
    )
    assert starts(text) == ["2025-09-08T10:00", "2025-09-09T12:00", "2025-09-10T09:00"]
    assert titles(text) == ["Granty"] * 3


@pytest.mark.parametrize(
    "days",
    [("12 września 2025", "19 września 2025"), ("12.09.2025 r.", "19.09.2025 r."), ("12 września", "19 września")],
)
def test_a_day_on_top_of_a_page_may_be_a_heading(days: tuple[str, str]) -> None:
    text = (
        f"{days[0]}\n\nSzkolenie: Budżet obywatelski\ngodz. 10.00-12.00, sala 3\n\n"
        f"{days[1]}\n\nSzkolenie: Fundusz sołecki\ngodz. 9.00-11.00, sala 4\n"
    )
    assert starts(text) == ["2025-09-12T10:00", "2025-09-19T09:00"]
    assert titles(text) == ["Budżet obywatelski", "Fundusz sołecki"]


def test_a_stamp_on_top_of_a_page_is_no_heading() -> None:
    text = "01.09.2025\n\nSzkolenie z RODO\n19.09.2025\ngodz. 10.00\nMiejsce: Ratusz w Gniewie"
    assert starts(text) == ["2025-09-19T10:00"]


def test_the_law_of_work_is_no_office() -> None:
    text = (
        "Szkolenia\n\n9 września – Prawo pracy w urzędzie, godz. 9.00\n10 września – Czas pracy kierowcy, godz. 11.00"
    )
    assert starts(text) == ["2025-09-09T09:00", "2025-09-10T11:00"]
