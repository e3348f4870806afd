"""For whom a training is, however long the list, and how it is held when only its name says so."""

from __future__ import annotations

import pytest

from domain.training import Mode
from tests.domain.announcement.reading import only, read

DAY = "Termin: 21 października 2025 r., godz. 10.00\nMiejsce: Urząd Gminy w Reczu"


@pytest.mark.parametrize(
    ("said", "audience"),
    [
        (
            "Zapraszamy przedstawicieli gmin, bibliotek i ośrodków kultury na szkolenie.",
            "przedstawiciele gmin, bibliotek i ośrodków kultury",
        ),
        (
            "Zapraszamy pracowników urzędów, szkół, a także przedszkoli na szkolenie.",
            "pracownicy urzędów, szkół, a także przedszkoli",
        ),
        (
            "Zapraszamy osoby prowadzące rejestr umów, faktur i zamówień na szkolenie.",
            "osoby prowadzące rejestr umów, faktur i zamówień",
        ),
        ("Szkolenie przeznaczone jest dla sekretarzy gmin, ale przyjść może każdy.", "sekretarze gmin"),
        ("Szkolenie dla wójtów i sekretarzy z planowania przestrzennego, część druga", "wójtowie i sekretarze"),
        ("Słuchaczami mogą być osoby, które prowadzą kasę.", "osoby, które prowadzą kasę"),
        ("Zaproszone są sołtyski, radne i pracownice gmin.", "sołtyski, radne i pracownice gmin"),
        ("Zaproszeni są skarbnicy i księgowi.", "skarbnicy i księgowi"),
    ],
)
def test_list_of_people_is_read_to_its_end(said: str, audience: str) -> None:
    assert only(f"Archiwum w urzędzie\n{DAY}\n\n{said}").draft.audience == audience


def test_list_of_people_ends_before_what_else_is_told() -> None:
    said = "Zapraszamy pracowników gmin, informacje i zapisy w sekretariacie."
    assert only(f"Szkolenie z archiwizacji\n{DAY}\n\n{said}").draft.audience == "pracownicy gmin"


@pytest.mark.parametrize(
    ("title", "mode"),
    [
        ("Szkolenie online: Archiwum w urzędzie", Mode.ONLINE),
        ("Archiwum w urzędzie – praktyczne szkolenie on-line", Mode.ONLINE),
        ("Kurs zdalny „Archiwum w urzędzie”", Mode.ONLINE),
        ("Szkolenie „Usługi online w urzędzie”", None),
        ("Szkolenie o sprzedaży online", None),
    ],
)
def test_name_of_a_training_says_how_it_is_held(title: str, mode: Mode | None) -> None:
    assert only(f"{title}\n\n21 października 2025 r., godz. 10.00–13.00\n").draft.mode == mode


@pytest.mark.parametrize("sign", ["👥", "Liczba miejsc:"])
def test_people_where_their_number_is_looked_for_are_the_audience(sign: str) -> None:
    found = only(f"Szkolenie z archiwizacji\n{DAY}\n{sign} pracownicy urzędów gmin i szkół\n")
    assert (found.draft.audience, found.draft.capacity) == ("pracownicy urzędów gmin i szkół", None)


@pytest.mark.parametrize(
    "said",
    ["Mówić będą Anna Lisowska i Jan Kosiński z izby.", "Zgodzili się wystąpić:\n- Anna Lisowska,\n- Jan Kosiński."],
)
def test_those_who_agreed_to_speak_do(said: str) -> None:
    found = only(f"Szkolenie z archiwizacji\n{DAY}\n\n{said}\n")
    assert [each.name for each in found.draft.speakers or ()] == ["Anna Lisowska", "Jan Kosiński"]


@pytest.mark.parametrize("lead", ["SZKOLENIE W RECZU", "Szkolenie w Kielcach", "Warsztaty we Wrocławiu"])
def test_town_before_a_title_is_no_part_of_it(lead: str) -> None:
    found = only(f"{lead}: Gminna ewidencja zabytków\n\nTERMIN: 21.10.2025 r.\nGODZINY: 9:30 – 14:30\n")
    assert found.draft.title == "Gminna ewidencja zabytków"


@pytest.mark.parametrize("stamp", ["2025-08-21", "date 2025-08-21", "Data: 2025-08-21"])
def test_date_for_machines_on_top_is_a_stamp(stamp: str) -> None:
    told = read(
        f"{stamp} Kongres sekretarzy coraz bliżej\n\nW dniach 6-7 października odbędzie się kongres sekretarzy w Reczu."
    )
    assert [str(found.draft.start) for found in told.found] == ["2025-10-06"]


def test_dates_for_machines_of_a_list_are_no_stamps() -> None:
    told = read("2025-08-21 Szkolenie z archiwizacji\n2025-10-06 Szkolenie z kancelarii\n")
    assert [str(found.draft.start) for found in told.found] == ["2025-08-21", "2025-10-06"]
