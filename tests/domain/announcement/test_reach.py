"""How far a sentence beside a list reaches: to the items that it numbers, to the kind that it names."""

from decimal import Decimal

import pytest

from tests.domain.announcement.reading import read

LIST = (
    "Zestawienie:\n{0}1{1} „BHP” – szkolenie, 9.09.2025, godz. 10\n{0}2{1} „RODO” – szkolenie, 16.09.2025, godz. 9\n"
    "{0}3{1} „KPA” – webinar, 24.09.2025, godz. 9\n\n"
)


@pytest.mark.parametrize("signs", [("", "."), ("", ")"), ("(", ")")])
@pytest.mark.parametrize(
    "sentence",
    [
        "Zgłoszenia na pozycje 1-2 przyjmujemy do 5 września.",
        "Na poz. 1 i 2 zapisuje sekretariat, do 5 września.",
        "Zapisy na pkt 1, 2: do 5 września.",
    ],
)
def test_a_sentence_speaks_of_the_items_that_it_numbers(signs: tuple[str, str], sentence: str) -> None:
    found = [each.draft.signup_deadline for each in read(LIST.format(*signs) + sentence).found]
    assert [str(each) if each else None for each in found] == ["2025-09-05", "2025-09-05", None]


def test_a_sentence_speaks_of_the_kind_that_it_names() -> None:
    text = (
        "Plan na jesień\n\n3 września – webinar „Podpis”\n10 września – warsztat „Mapy”\n"
        "17 września – webinar „Chmura”\n24 września – konferencja „Jesień”\n\n"
        "Webinary zaczynają się o 10.00. Warsztaty są płatne: 120 zł."
    )
    found = [each.draft for each in read(text).found]
    assert [str(each.start)[10:] for each in found] == ["T10:00", "", "T10:00", ""]
    assert [each.price_pln for each in found] == [None, Decimal(120), None, None]


def test_a_sentence_speaks_of_the_only_one_of_its_kind() -> None:
    text = (
        "Kalendarz\n\n3 września – webinar „Podpis”, godz. 9\n10 września – szkolenie „Mapy”, godz. 9\n\n"
        "Wszystkie szkolenia są bezpłatne. Webinar poprowadzi Ewa Lis."
    )
    found = [each.draft for each in read(text).found]
    assert [[each.name for each in draft.speakers or ()] for draft in found] == [["Ewa Lis"], []]
    assert [draft.price_pln for draft in found] == [0, 0]


def test_trainings_told_apart_from_webinars_are_none() -> None:
    text = (
        "3 września – webinar „Podpis”\n10 września – webinar „Chmura”\n17 września – szkolenie „Mapy”\n\n"
        "Webinary odbywają się na żywo i są bezpłatne. Szkolenia kosztują 300 zł."
    )
    assert [each.draft.price_pln for each in read(text).found] == [0, 0, 300]


def test_trainings_are_workshops_and_webinars_too() -> None:
    text = "3 września – webinar „Podpis”\n10 września – szkolenie „Mapy”\n\nSzkolenia są dla gmin bezpłatne."
    assert [each.draft.price_pln for each in read(text).found] == [0, 0]
    assert [each.draft.audience for each in read(text).found] == [None, None]


@pytest.mark.parametrize(
    "free", ["Udział, materiały i obiad są bezpłatne.", "Udział w seminarium oraz poczęstunek są bezpłatne."]
)
def test_taking_part_may_be_free_with_other_things(free: str) -> None:
    assert [
        each.draft.price_pln for each in read(f"Szkolenia\n3 września – BHP\n4 września – KPA\n\n{free}").found
    ] == [0, 0]


def test_a_deadline_long_over_is_of_another_day() -> None:
    text = "Szkolenia\n9 września 2026 – BHP\n16 listopada 2026 – KPA\n\nZapisy do 10 listopada."
    found = [each.draft.signup_deadline for each in read(text, "2026-09-01").found]
    assert [str(each) if each else None for each in found] == [None, "2026-11-10"]
