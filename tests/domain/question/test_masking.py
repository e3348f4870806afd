import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.question.masking import MASK, mask

PERSONAL = [
    "90010112345",
    "900101 12345",
    "600700800",
    "600 700 800",
    "600-700-800",
    "600.700.800",
    "600\u00a0700\u00a0800",
    "600 70 08 00",
    "600 700800",
    "+48 600 700 800",
    "+48600700800",
    "+49 30 901820",
    "58 123 45 67",
    "58/1234567",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111111111111111",
    "3782 822463 10005",
    "61 1090 1014 0000 0712 1981 2874",
    "61109010140000071219812874",
    "anna.nowak@gdynia.example.org",
    "a+b%c@example.org",
]
OF_THE_MATTER = [
    "Czy 12 września o 9:00 w sali 107 jest szkolenie 12?",
    "2024-09-12 10.30-12.00",
    "12.09.2024, 13.09.2024 i 14/09/2024",
    "w latach 2023 2024 2025 2026",
    "20 i 21 września 2024, godz. 9.00–15.30",
    "za 1 250 000,50 zł albo 130 000 zł",
    "zamówienia do 130 000 000 zł",
    "poniżej 100 000 000,00 PLN",
    "numery 12 13 14 15 16 17",
    "art. 6 ust. 1 lit. e, poz. 1605",
    "napisz do @anna_nowak",
    "sala 3.14, piętro 2",
    "1–2 godziny",
]


@pytest.mark.parametrize("number", PERSONAL)
@pytest.mark.parametrize("around", ["{}", "mój numer: {}.", "szkolenie 12, tel. {} po 15:00", "({})"])
def test_what_belongs_to_a_person_is_masked(number: str, around: str) -> None:
    assert mask(around.format(number)) == around.format(MASK)


@pytest.mark.parametrize("text", OF_THE_MATTER)
def test_what_a_question_is_about_stays(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "600\u2011123\u2011456",
            "600—100—200",
            "600,100,200",
            "600_100_200",
            "60 01 00 200",
            "4405-1401-359",
            "123-456-32-18",
        ),
        *("44 05 14 01359", "44051401360 złożyłem", "600100200 tysiąc", "600\n123\n456"),
        *("jan.kowalski\uff20urzad.pl", "jan.kowalski @ urzad.pl", "jan.kowalski(at)urzad.pl"),
    ],
)
def test_numbers_and_addresses_are_masked_however_they_are_written(text: str) -> None:
    assert not any(sign.isdigit() for sign in mask(text))
    assert "urzad.pl" not in mask(text)
    assert MASK in mask(text)


def test_several_in_one_text_are_all_masked_and_the_rest_stays() -> None:
    text = "Jan 90010112345, 600 700 800, jan@example.org pyta o 12 maja, sala 107"
    assert mask(text) == "Jan •••, ••• pyta o 12 maja, sala 107"


def test_a_country_code_and_a_number_before_a_telephone_go_with_it() -> None:
    assert mask("0048 600 700 800") == "•••"
    assert mask("PL61 1090 1014 0000 0712 1981 2874") == "PL•••"
    assert mask("nr 12 600 700 800") == "nr •••"


@given(some.text(alphabet="0123456789 -+@.a,zł/()", max_size=60))
def test_masking_twice_is_masking_once_and_leaves_no_long_number(text: str) -> None:
    once = mask(text)
    assert mask(once) == once
    assert MASK in once or once == text
