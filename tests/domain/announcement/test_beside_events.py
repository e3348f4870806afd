"""What stands beside a training: names of files, news, parts of a price, refunds, numbers of items, places counted."""

from __future__ import annotations

import pytest

from tests.domain.announcement.reading import only, read, starts

INVITED = "Zapraszamy na szkolenie z archiwizacji 21 października 2025 r. o godz. 10.00 w Urzędzie Gminy w Reczu."


@pytest.mark.parametrize(
    "name", ["12-15.10.2025_Prezentacja_archiwum", "14.10.2025_lista_pytan", "Regulamin_2025-10-14"]
)
def test_name_of_file_holds_no_training(name: str) -> None:
    assert starts(f"{INVITED}\n\n{name}") == ["2025-10-21T10:00"]


@pytest.mark.parametrize(
    "news",
    [
        "12 sierpnia 2025 r. Rada Gminy przyjęła nową instrukcję kancelaryjną.",
        "28 sierpnia br. sekretarze podpisali apel w sprawie archiwów. Czekamy na odpowiedź.",
        "W dniu 3 lipca 2025 r. wojewoda zatwierdził wykaz akt.",
    ],
)
def test_news_that_begins_with_its_day_is_no_training(news: str) -> None:
    assert starts(f"Szkolenie z archiwizacji\n\n{news}\n\n{INVITED}") == ["2025-10-21T10:00"]


@pytest.mark.parametrize(
    "told",
    [
        "12 sierpnia odbyło się szkolenie z archiwizacji.",
        "12 sierpnia – Co zmieniła nowa instrukcja",
        "12 sierpnia godz. 9.00 Jak urzędy zdały egzamin.",
    ],
)
def test_day_of_a_training_stays_one(told: str) -> None:
    assert any(found.past for found in read(f"Szkolenia z archiwizacji\n\n{told}\n", "2025-09-01").found)


def test_judgment_is_no_training() -> None:
    text = "Szkolenie bhp w urzędzie\n\nBrak szkolenia nie zwalnia z odpowiedzialności (wyrok z 11 maja 2024 r.)."
    assert starts(text) == []


@pytest.mark.parametrize("unit", ["godz.", "godz", "godz. lekcyjnych"])
def test_number_of_an_item_is_no_hour(unit: str) -> None:
    plan = f"1. Podstawy - 10 {unit}\n 2. Obrót kasowy - 12 {unit}\n 3. Sprawdzian - 2 {unit}"
    start = only(f"Kurs kasjera\nTermin: 18.10.2025\nPlan:\n {plan}\n").draft.start
    assert str(start) == "2025-10-18"


@pytest.mark.parametrize(
    ("told", "price"),
    [
        ("Cena: 900 zł od osoby\nRaty:\n300 zł – I rata\n300 zł – II rata\n300 zł – III rata", ["900"]),
        ("Opłata: 900 zł netto – jedna osoba, 800 zł netto – druga i kolejna osoba z gminy", ["900"]),
        ("Udział jest bezpłatny. Zwracamy koszty przejazdu, nie więcej niż 260 zł na osobę.", ["0"]),
        ("Udział bezpłatny. Zwrot kosztów dojazdu do 150 zł na uczestnika.", ["0"]),
    ],
)
def test_part_of_a_price_and_a_refund_are_no_price(told: str, price: list[str]) -> None:
    assert list(map(str, [only(f"{INVITED}\n{told}").draft.price_pln])) == price


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ("Liczba stanowisk jest ograniczona do 22.", 22),
        ("Miejsc jest tylko 18!", 18),
        ("Miejsc mamy 24, decyduje kolejność.", 24),
        ("Może w nim uczestniczyć 140 osób.", 140),
        ("W szkoleniu mogą wziąć udział maksymalnie 25 osób – zgłoszenia do 5 października.", 25),
        ("Zgłoszenia: tel. 77 485 92 16. Zamykamy listę 9 października lub po zebraniu 40 osób.", 40),
        ("Zapisy kończymy po zgłoszeniu się 30 osób.", 30),
        ("Szkolenie odbędzie się po zebraniu 12 osób.", None),
        ("Z jednej gminy mogą wziąć udział 2 osoby.", None),
        ("Wolnych miejsc jest 5.", None),
    ],
)
def test_places_are_counted_however_said(told: str, places: int | None) -> None:
    assert only(f"{INVITED}\n{told}").draft.capacity == places


@pytest.mark.parametrize(
    "news",
    [
        "Posłowie zebrali się na posiedzeniu Sejmu (5-8 sierpnia br.).\nRząd przyjął 4 sierpnia projekt uchwały.",
        "Wójtowie podpisali apel (12 sierpnia).\nMinister ogłosił 20 sierpnia nowy wzór.",
    ],
)
def test_digest_of_news_holds_no_training(news: str) -> None:
    assert starts(f"Aktualności\n\n{news}\n\nZmieniono przepisy o szkoleniach obowiązkowych.") == []
