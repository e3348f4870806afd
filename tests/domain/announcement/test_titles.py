import pytest

from tests.domain.announcement.reading import only, titles

TITLE = "Ewidencja ludności w praktyce"
WHEN = "Termin: 11 września 2025, godz. 9:00"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ewidencja ludności w praktyce\n\nZapraszamy na szkolenie z ewidencji ludności.\n\n{WHEN}", TITLE),
        (f"Aktualności\n\nEwidencja ludności w praktyce\n\n{WHEN}", TITLE),
        (f"Start > Szkolenia > Ludność\n\nEwidencja ludności w praktyce\n\n{WHEN}", TITLE),
        (f"Szkolenie: Ewidencja ludności w praktyce\n{WHEN}", TITLE),
        (f"SZKOLENIE Ewidencja ludności w praktyce\n{WHEN}", TITLE),
        (f"Temat: Re: Ewidencja ludności w praktyce\n\n{WHEN}", TITLE),
        (f"KARTA ZGŁOSZENIA\nna szkolenie\n\nTemat szkolenia:   Ewidencja ludności w praktyce\n{WHEN}", TITLE),
        ("11 września – Ewidencja ludności w praktyce, Szczecin, sala 3", TITLE),
        ("11 września – Ewidencja ludności w praktyce (Siedlce, 42 osoby)", TITLE),
        ("a) 11.09, 8:00-10:00, s. 12: Ewidencja ludności w praktyce", TITLE),
        (f"Zapraszamy na szkolenie „Ewidencja ludności w prak- tyce”\n{WHEN}", TITLE),
        (f"Ewidencja ludności w praktyce\n\n• prawo\n• orzeczenia\n\n{WHEN}", TITLE),
        ("10 września – Środa z Funduszami na start", "Środa z Funduszami na start"),
        (f"Zjazd I – Ustrój gminy i mandat radnego\n{WHEN}", "Zjazd I – Ustrój gminy i mandat radnego"),
    ],
)
def test_a_title_is_chosen(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize("house", ["Dom Kultury", "Centrum Edukacji i Promocji", "Lubań, świetlica wiejska"])
def test_a_house_is_no_title(house: str) -> None:
    assert titles(f"Spotkanie sołtysów\n\n11 września – {house}, godz. 9:00") == ["Spotkanie sołtysów"]


@pytest.mark.parametrize(
    ("prose", "title"),
    [
        ("Tytuł spotkania informacyjnego o dotacjach podamy 11 września.", "Spotkanie informacyjne o dotacjach"),
        ("11 września po konferencji naukowej o wodzie zapraszamy na obiad.", "Konferencja naukowa o wodzie"),
    ],
)
def test_an_adjective_agrees_with_its_kind(prose: str, title: str) -> None:
    assert titles(prose) == [title]


def test_a_newspaper_is_no_title() -> None:
    text = "11 września odbędzie się konferencja. Organizatorem konferencji jest tygodnik „Przegląd Gminny”."
    assert only(text).draft.title != "Przegląd Gminny"


def test_a_clause_is_no_title() -> None:
    text = "Narada bibliotekarzy\n11 września (czwartek) spotykamy się w czytelni naukowej.\nZapisy: a@example.org"
    assert only(text).draft.title == "Narada bibliotekarzy"


@pytest.mark.parametrize(
    "beside",
    [
        "Stowarzyszenie LGD „Nad Wkrą” zaprasza.",
        "Fundacja Wspierania Wsi „Źródło” zaprasza.",
        "O szkoleniu\n\nSzkolenie 1-dniowe",
        "Opis szkolenia\n\nDlaczego warto",
        "Temat: FW: Szkolenie z KPA - zaproszenie",
    ],
)
def test_headings_hosts_and_mails_are_no_titles(beside: str) -> None:
    text = f"Kontrola zarządcza w małej gminie\n\n{beside}\n\nData: 12 września 2025 r., godz. 9:00\n"
    assert titles(text)[0] in {"Kontrola zarządcza w małej gminie", "Szkolenie z KPA"}


@pytest.mark.parametrize("tag", ["Przypomnienie: ", "Zaproszenie – ", "FW: Pilne: "])
def test_note_before_a_subject_is_no_part_of_the_title(tag: str) -> None:
    assert titles(f"Temat: {tag}szkolenie z archiwizacji\nTermin: 12 września 2025 r.") == ["Szkolenie z archiwizacji"]
