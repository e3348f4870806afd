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


@pytest.mark.parametrize(
    "title",
    [
        "Zmiany w kodeksie od 1 stycznia 2026",
        "Sygnaliści w urzędzie po 25 września 2024 r.",
        "Podatek od nieruchomości po nowelizacji z 19 listopada 2024 r.",
        "Budżet na 2026 rok i sprawozdania za 2025 r.",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "{}\n\nTermin: 24 września 2025 r., godz. 10:00\nMiejsce: Ratusz, Tczew",
        "{}\n\nZapraszamy na szkolenie, które odbędzie się 24 września 2025 r. o godz. 10:00 w Ratuszu.",
        "szkolenie on-line\n\n24\nwrześnia\n2025\n\n{}\n\nNa zajęciach powiemy m.in. o:\n• zmianach",
        "24 września 2025 – {}",
    ],
)
def test_a_title_keeps_the_day_that_it_holds(text: str, title: str) -> None:
    assert titles(text.format(title)) == [title]


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Zapraszamy do udziału w naradzie w sprawie dróg", "Narada w sprawie dróg"),
        ("Zaproszenie na konferencję naukową o wodzie", "Konferencja naukowa o wodzie"),
        ("Zapraszamy do wzięcia udziału w warsztatach ceramicznych", "Warsztaty ceramiczne"),
        ("Weź udział w debacie o kolei", "Debata o kolei"),
        ("Zaproszenie na XXXIV sesję Rady Gminy Lubań", "XXXIV sesja Rady Gminy Lubań"),
        ("Zapraszamy na Otwartą Debatę o Transporcie", "Otwarta Debata o Transporcie"),
        ("Zapraszamy na drugą turę konsultacji statutu", "drugą turę konsultacji statutu"),
        ("O spotkaniu w sprawie kolei", "Spotkanie w sprawie kolei"),
    ],
)
def test_a_headline_that_invites_is_a_title_in_the_nominative(headline: str, title: str) -> None:
    pytest.importorskip("morfeusz2")
    assert titles(f"{headline}\n\nWójt zaprasza w dniu 11 września o godz. 17:30 do remizy w Niwkach.") == [title]


def test_a_newspaper_is_no_title() -> None:
    text = "11 września odbędzie się konferencja. Organizatorem konferencji jest tygodnik „Przegląd Gminny”."
    assert only(text).draft.title != "Przegląd Gminny"


def test_a_clause_is_no_title() -> None:
    text = "Narada bibliotekarzy\n11 września (czwartek) spotykamy się w czytelni naukowej.\nZapisy: a@example.org"
    assert only(text).draft.title == "Narada bibliotekarzy"


@pytest.mark.parametrize(
    "above",
    [
        "Webinar z cyklu „Czwartki z prawem”",
        "Warsztaty z serii Dostępny Urząd",
        "Jesienna sesja szkoleniowa Forum Sekretarzy:",
    ],
)
def test_what_stands_under_the_day_is_the_topic_of_one_of_a_series(above: str) -> None:
    text = f"{above}\n\n24 września 2025 r., godz. 10:00\n\nEwidencja ludności w praktyce\n\nKoszt: 300 zł"
    assert titles(text) == [TITLE]


@pytest.mark.parametrize("below", ["Ratusz, Tczew", "Miejsce: Ratusz, Tczew", "Serdecznie zapraszamy!"])
def test_a_series_without_a_topic_is_the_title(below: str) -> None:
    text = f"Spotkanie z cyklu „Gmina od kuchni”\n\n24 września 2025 r., godz. 10:00\n\n{below}"
    assert titles(text) == ["Spotkanie z cyklu „Gmina od kuchni”"]


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
