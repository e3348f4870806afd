"""What names a meeting: its number, who calls it, a heading; never an item of its plan or a page's drawer."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.announcement import read

ZONE = ZoneInfo("Europe/Warsaw")
NOW = datetime(2027, 1, 11, 9, tzinfo=ZONE)


def title(text: str) -> str | None:
    (only,) = read(text, NOW, ZONE).found
    return only.draft.title


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ("Sesja\nXXXIV (Kadencja: 2024-2029)", "Sesja XXXIV"),
        ("XIV\nSesja Rady Gminy Luzino", "XIV Sesja Rady Gminy Luzino"),
        ("Posiedzenie\nnr 12", "Posiedzenie nr 12"),
        ("XXXIV Sesja Rady Miasta (kadencja 2024–2029)", "XXXIV Sesja Rady Miasta"),
    ],
)
def test_number_of_a_session_is_in_its_title(lines: str, named: str) -> None:
    assert title(f"{lines}\nDnia 28-01-2027 r. godz. 16:00\n\nPorządek:\n1. Otwarcie\n2. Zakończenie\n") == named


@pytest.mark.parametrize(
    ("host", "named"),
    [
        ("Rada Osiedla „Zatorze” zaprasza sąsiadów na otwarte zebranie", "Zebranie Rady Osiedla „Zatorze”"),
        ("Zespół Roboczy ds. Zieleni zaprasza na spotkanie", "Spotkanie Zespołu Roboczego ds. Zieleni"),
        ("Zarząd Koła organizuje zebranie", "Zebranie Zarządu Koła"),
        ("Powiatowe Koło Pszczelarzy zaprasza członków na zebranie", "Zebranie Powiatowego Koła Pszczelarzy"),
    ],
)
def test_meeting_without_a_topic_bears_the_name_of_who_calls_it(host: str, named: str) -> None:
    plan = "W planie:\n\n1. Wystąpienie gości\n\n2. Głosy organizacji\n\n3. Dyskusja\n"
    assert title(f"{host} w czwartek, 28 stycznia 2027 r., o godz. 17:00.\n\n{plan}") == named


@pytest.mark.parametrize("host", ["Burmistrz Redy", "Sołtys Anna Lis"])
def test_meeting_to_which_a_person_invites_is_not_named_after_the_person(host: str) -> None:
    assert title(f"{host} zaprasza na spotkanie w czwartek, 28 stycznia 2027 r., o godz. 17:00.\n") is None


@pytest.mark.parametrize("day", ["12 lutego 2027 r.", "12.02.2027", "piątek, 12 lutego 2027"])
def test_day_after_a_label_of_a_title_is_no_title(day: str) -> None:
    assert (
        title(f"Rejestr umów w urzędzie\n\nSpotkanie: {day}, godz. 10:00, ratusz w Tczewie\n")
        == "Rejestr umów w urzędzie"
    )


@pytest.mark.parametrize(
    "named", ["Archiwum 2027 – jak porządkować akta", "Tagi i etykiety w poczcie urzędu", "Kadencja bez długów"]
)
def test_title_that_begins_like_a_drawer_is_a_title(named: str) -> None:
    assert title(f"{named}\n\nSzkolenie: 12 lutego 2027 r., godz. 9:00, Tczew, ul. Długa 5\n") == named


@pytest.mark.parametrize("label", ["Prowadzący", "Trenerzy:", "Eksperci"])
def test_people_with_a_card_each_speak(label: str) -> None:
    cards = f"{label}\nEwa Lis\n\nskarbniczka powiatu\n\nwięcej\n\nPiotr Sowa\n\nbiegły rewident\n\nwięcej\n"
    (only,) = read(
        f"Szkolenie: Finanse szkół\nTermin: 12 lutego 2027 r.\n\n{cards}\nKontakt: Adam Kos\n", NOW, ZONE
    ).found
    assert [each.name for each in only.draft.speakers or ()] == ["Ewa Lis", "Piotr Sowa"]


@pytest.mark.parametrize("where", ["Platforma Edu", "platforma Zoom", "Aplikacja Spotkania"])
def test_platform_is_no_house(where: str) -> None:
    (only,) = read(f"Szkolenie on-line: Finanse szkół\nTermin: 12 lutego 2027 r.\nMiejsce: {where}\n", NOW, ZONE).found
    assert only.draft.place is None
    assert only.draft.mode is not None


@pytest.mark.parametrize("item", ["2. Drogi - Ewa Lis, Politechnika Gdańska", "- Ewa Lis, Uniwersytet Gdański – Drogi"])
def test_where_a_speaker_works_is_no_place(item: str) -> None:
    (only,) = read(
        f"Zapraszamy na zebranie 12 lutego 2027 r. o 17:00.\n\nW planie:\n1. Otwarcie\n{item}\n", NOW, ZONE
    ).found
    assert only.draft.place is None


@pytest.mark.parametrize("kind", ["sesję", "sesji"])
@pytest.mark.parametrize("number", ["XXIV", "IV", "C"])
def test_number_before_a_session_in_prose_is_kept(kind: str, number: str) -> None:
    lead = "Zapraszam na" if kind == "sesję" else "Zapraszam do udziału w"
    text = f"{lead} {number} {kind} Rady Miejskiej w Redzie, która odbędzie się 12 lutego 2027 r. o godz. 10:00.\n"
    assert title(text) == f"{number} sesja Rady Miejskiej w Redzie"


@pytest.mark.parametrize("head", ["GMINA LUZINO", "Gmina Luzino", "GOK", "Miasto Reda"])
def test_name_of_a_commune_or_a_house_is_no_title(head: str) -> None:
    assert title(f"{head}\n\n12 lutego 2027 r., godz. 18:00, remiza w Rudnie\nZapisy: tel. 00 000 00 00\n") is None
