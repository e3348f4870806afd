"""Topics above lists of days and towns: named twice, sorted into past and planned, beside full lists and houses."""

import pytest

from tests.domain.announcement.reading import read, starts, titles

TWICE = (
    "Aktualne szkolenia\n\nRejestr umów w praktyce\n\n12.11.2025 – Kraków GRUPA PEŁNA\n20.11.2025 – Radom Brak miejsc\n"
    "\nOchrona sygnalistów\n\n14.11.2025 – Kraków\n18.11.2025 – Opole {state}\n\n"
    "Ochrona sygnalistów\n\n14.11.2025 godz. 9-14 – Kraków\n18.11.2025 godz. 9-14 – Opole\n\n"
    "Prowadzi Jan Sowa. Cena: 500 zł.\n"
)


@pytest.mark.parametrize("state", ["", "LISTA ZAMKNIĘTA", "– lista rezerwowa", "(zapisy zakończone)"])
def test_a_topic_opened_below_its_list_is_the_same(state: str) -> None:
    text = TWICE.format(state=state)
    assert titles(text) == ["Rejestr umów w praktyce"] * 2 + ["Ochrona sygnalistów"] * 2
    assert starts(text) == ["2025-11-12", "2025-11-20", "2025-11-14T09:00", "2025-11-18T09:00"]


def test_what_is_told_of_an_opened_topic_is_told_of_no_other() -> None:
    found = [each.draft for each in read(TWICE.format(state="")).found]
    assert [[each.name for each in draft.speakers or ()] for draft in found] == [[], [], ["Jan Sowa"], ["Jan Sowa"]]
    assert [draft.place and draft.place.city for draft in found] == ["Kraków", "Radom", "Kraków", "Opole"]


@pytest.mark.parametrize(
    "headings",
    [
        ("Odbyte seminaria:", "Planowane seminaria:"),
        ("Zrealizowane seminaria", "Nadchodzące i planowane seminaria"),
        ("Zakończone już seminaria:", "Kolejne seminaria:"),
        ("Past seminars:", "Upcoming seminars:"),
    ],
)
def test_a_heading_that_only_sorts_is_no_title(headings: tuple[str, str]) -> None:
    text = (
        "Gmina przyjazna owadom\n\nProjekt trwa dwa lata.\n\n"
        f"{headings[0]}\n20 sierpnia 2025 – Szczecin\n\n{headings[1]}\n26 września 2025 – Poznań\n"
        "2 października 2025 – Łódź"
    )
    assert titles(text) == ["Gmina przyjazna owadom"] * 3


@pytest.mark.parametrize(
    ("house", "name"),
    [
        ("Klub „Relaks”, ul. Zielona 2", "Klub „Relaks”, ul. Zielona 2"),
        ("Akademia „Orla”, ul. Bydgoska 21", "Akademia „Orla”, ul. Bydgoska 21"),
        ("Willa „Róża” przy ul. Długiej 5", "Willa „Róża”, ul. Długiej 5"),
        ("Centrum „Alfa” (ul. Długa 3)", "Centrum „Alfa”, ul. Długa 3"),
        ("Dom Kultury „Korab”, pl. Wolności 1", "Dom Kultury „Korab”, pl. Wolności 1"),
        ("Zamkowa Oficyna, pl. Grunwaldzki 1", "Zamkowa Oficyna, pl. Grunwaldzki 1"),
    ],
)
def test_a_house_with_its_address_is_no_title(house: str, name: str) -> None:
    text = f"Warsztaty „Prosto i jasno”\n\n3 września – Tczew, {house}\n8 września – Gniew, {house}\n"
    assert titles(text) == ["Prosto i jasno"] * 2
    assert [each.draft.place and each.draft.place.name for each in read(text).found] == [name] * 2


def test_months_begin_the_lines_of_an_english_list() -> None:
    text = (
        "Small Grants, Big Towns\n\n"
        "September 4 – Gdynia, Pomeranian Science Park, al. Zwycięstwa 96\n"
        "September 11 – Kielce, Norbertine Culture Hall, ul. Sienkiewicza 5\n"
        "September 18 – Opole, Pod Lipami Concert Hall, ul. Krótka 1, a training\n"
    )
    assert starts(text) == ["2025-09-04", "2025-09-11", "2025-09-18"]


@pytest.mark.parametrize(
    "manner", ["online (ClickMeeting)", "online", "zdalnie, (MS Teams)", "na żywo (Zoom)", "stacjonarnie"]
)
def test_a_manner_in_its_own_line_ends_no_title(manner: str) -> None:
    card = "10:00 – 12:00\nWebinar: Opłata targowa i rezerwacja – co ustali rada gminy\n{0}\nbezpłatnie\n"
    text = "\n".join(f"{day} września 2025\n{card.format(manner)}" for day in (9, 16))
    assert titles(text) == ["Opłata targowa i rezerwacja – co ustali rada gminy"] * 2


@pytest.mark.parametrize("heading", ["Zrealizowane seminaria:", "Terminy minione", "Seminaria zakończone:"])
def test_days_below_a_heading_of_what_was_are_over(heading: str) -> None:
    text = f"Gmina bez barier\n\nPlanowane seminaria:\n- 3 października: Kielce\n{heading}\n- 3 lipca: Lublin\n"
    assert starts(text) == ["2025-10-03", "2025-07-03"]


@pytest.mark.parametrize("kind", ["webinarium", "szkolenie praktyczne", "warsztaty dla radnych"])
def test_a_kind_behind_a_quotation_tells_that_it_is_the_title(kind: str) -> None:
    text = (
        f"Zestawienie:\n\na) „Sygnaliści” – {kind}, 9.09.2025, godz. 10-12, zapisy do 5 września\n"
        f"b) „Geoportal” – {kind}, 24.09.2025, godz. 9-14, 200 zł"
    )
    assert titles(text) == ["Sygnaliści", "Geoportal"]
