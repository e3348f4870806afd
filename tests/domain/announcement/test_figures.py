from decimal import Decimal

import pytest

from tests.domain.announcement.reading import only, read

TEXT = "Szkolenie „Prawo wodne”, 12 września 2025 r., godz. 9:00"


@pytest.mark.parametrize(
    ("written", "price"),
    [
        ("Koszt: 389 zł netto + VAT. Przy zgłoszeniu dwóch i więcej osób: 359 zł netto.", 389),
        ("Cena: 590 zł, od trzeciej osoby z jednostki 490 zł.", 590),
        ("Cena netto | VAT | Cena brutto\n400,00 zł | 92,00 zł | 492,00 zł", 492),
        ("Kto płaci | Koszt netto | Koszt brutto\nGmina | 400 zł | 492 zł", 492),
        ("Koszt: 300 zł.\nBezpłatna rezygnacja do 5 dni przed szkoleniem.", 300),
        ("Opłata 250 zł, na miejscu bezpłatna kawa.", 250),
        ("➡ ile: 0 zł", 0),
    ],
)
def test_the_price_that_one_person_pays_is_read(written: str, price: int) -> None:
    assert only(f"{TEXT}\n\n{written}").draft.price_pln == Decimal(price)


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("Data zakończenia rekrutacji: 05-09-2025", "2025-09-05"),
        ("Dzień zamknięcia zapisów: 5 września 2025", "2025-09-05"),
        ("Data rozpoczęcia rekrutacji: 05-09-2025", "None"),
        ("Termin decyzji o uruchomieniu: 05-09-2025", "None"),
    ],
)
def test_the_day_of_a_label_ends_the_sign_up_or_is_no_training(label: str, day: str) -> None:
    (found,) = read(f"{TEXT}\n\n{label}\nMinimalna liczba uczestników: 6", "2025-08-20").found
    assert str(found.draft.signup_deadline)[:10] == day


@pytest.mark.parametrize(
    ("written", "capacity"),
    [
        ("Liczba uczestników: 12-16 osób", 16),
        ("Liczba miejsc: od 10 do 20", 20),
        ("Grupa liczy od 8 do 12 osób.", 12),
        ("Liczba miejsc została ograniczona do 80.", 80),
        ("Minimalna liczba uczestników: 6\nMaksymalna liczba uczestników: 14", 14),
        ("Pracujemy w grupach 4-5 osób.", None),
        ("Limit 2-3 osoby z gminy.", None),
    ],
)
def test_the_most_that_a_room_holds_is_its_capacity(written: str, capacity: int | None) -> None:
    assert only(f"{TEXT}\n\n{written}").draft.capacity == capacity


@pytest.mark.parametrize(
    "written",
    [
        "Kto chce, może przesłać własny wzór do 2 września.\nZgłoszenia przyjmujemy do 5 września.",
        "Chętni mogą nadsyłać przykłady do 2 września. Zapisy do 5 września.",
        "Uwagi do programu można składać do 2 września, a formularz zgłoszenia do 5 września.",
        "You may send a photo of your square by September 2nd. Register by September 5th.",
        "Formularz można przesyłać do 5 września.",
    ],
)
def test_what_may_be_sent_besides_ends_no_sign_up(written: str) -> None:
    assert str(only(f"{TEXT}\n\n{written}", "2025-08-20").draft.signup_deadline)[:10] == "2025-09-05"
