import pytest

from tests.domain.announcement.reading import titles

TITLE = "Ewidencja ludności w praktyce"
WHEN = "Termin: 11 września 2025, godz. 9:00"


@pytest.mark.parametrize(
    "debris",
    [
        "HOME  ABOUT  PROGRAMME  WORKSHOPS  VENUE  CONTACT",
        "Aktualności | O nas | Szkolenia | Kontakt",
        "Strona główna\nGaleria\nDo pobrania",
        "SZKOLENIA  KONFERENCJE  KONTAKT  KOSZYK (0)",
        "Menu\nO nas\nSzkolenia\nBlog\nKontakt",
        "Szczegóły szkolenia",
        "Materiały prasowe",
        "Informacje prasowe",
        "Więcej informacji praktycznych",
        "Informacje ogólne\nInformacje ogólne",
        "KURIER ARCHIWISTY nr 4/2025",
        "Wieści z powiatu nr 12 (2025)",
    ],
)
@pytest.mark.parametrize("below", ["\n\n", "\n"])
def test_what_a_page_has_around_an_announcement_is_no_title(debris: str, below: str) -> None:
    assert titles(f"{debris}{below}{TITLE}\n\nZapraszamy na szkolenie z ewidencji ludności.\n\n{WHEN}") == [TITLE]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Warsztaty Koordynatorów Dostępności", "Warsztaty Koordynatorów Dostępności"),
        ("Szkolenie Sekretarzy Gmin i Powiatów", "Szkolenie Sekretarzy Gmin i Powiatów"),
        ("Warsztaty Ewidencja ludności w praktyce", TITLE),
        ("SZKOLENIE Podatki lokalne od podstaw", "Podatki lokalne od podstaw"),
    ],
)
def test_a_kind_stays_before_those_whose_training_it_is(line: str, title: str) -> None:
    assert titles(f"{line}\n\n{WHEN}") == [title]


@pytest.mark.parametrize("title", ["GMINA BEZ PAPIERU", "Urząd po godzinach", "Powiat wobec suszy"])
def test_a_line_that_stands_twice_is_the_headline(title: str) -> None:
    prose = "Związek zaprasza na konferencję szkoleniową dla pracowników urzędów."
    assert titles(f"{title}\n\n{prose}\n\n{title}\n\n{WHEN}") == [title]


def test_a_question_at_the_end_of_a_line_is_no_label() -> None:
    line = "Nagrania z sesji. Kiedy administratorem jest gmina?"
    assert titles(f"ZAPROSZENIE\n{line}\nSzkolenie, 11 września 2025, godz. 9:00") == [line]
