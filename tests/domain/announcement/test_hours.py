from datetime import time

import pytest

from tests.domain.announcement.reading import only

TEXT = "Szkolenie „Prawo wodne”, 12 września 2025 r., "


@pytest.mark.parametrize(
    "written",
    [
        "w godz. 9:00–12:30",
        "godz. 9.00-12.30",
        "w godzinach od 9:00 do 12:30",
        "od godz. 9.00 do godz. 12.30",
        "9:00 – 12:30",
        "9⁰⁰–12³⁰",
        "godz. 9oo-12:30",
        "9°° – 12³⁰",
        "start: 9:00, koniec: 12:30",
        "początek o godzinie 9, zakończenie o 12:30",
        "9:00 am - 12:30 pm",
    ],
)
def test_hours_are_read_however_written(written: str) -> None:
    draft = only(TEXT + written).draft
    assert (str(draft.start), str(draft.end)) == ("2025-09-12T09:00", "2025-09-12T12:30")


@pytest.mark.parametrize("written", ["godz. 9", "o 9:00", "o godzinie 9.00", "g. 9", "startujemy o 9", "od 9:00"])
def test_start_alone_is_read(written: str) -> None:
    draft = only(TEXT + written).draft
    assert (str(draft.start), draft.end) == ("2025-09-12T09:00", None)


def test_registration_is_no_start() -> None:
    assert str(only(TEXT + "rejestracja od 8:30, początek o 9:00").draft.start) == "2025-09-12T09:00"


@pytest.mark.parametrize("other", ["cena 10.00 zł", "tel. 58 111 22 33 (w godz. 8–15)", "dla 9 osób", "art. 9.10"])
def test_other_figures_are_no_hours(other: str) -> None:
    assert str(only(f"{TEXT}sala 5\n{other}").draft.start) == "2025-09-12"


def test_hours_of_every_day_are_told() -> None:
    draft = only("Kurs archiwalny, 16–20 marca 2026 r., codziennie w godz. 8:30–14:30").draft
    assert draft.daily_hours == (time(8, 30), time(14, 30))
    assert (str(draft.start), str(draft.end)) == ("2026-03-16T08:30", "2026-03-20T14:30")


@pytest.mark.parametrize(
    "when",
    [
        "od 16.03.2026 godz. 9:00 do 17.03.2026 godz. 14:00",
        "od 16 marca, godz. 9.00 do 17 marca 2026, godz. 14.00",
        "16 marca 2026 r. o godz. 9 – 17 marca 2026 r. o godz. 14",
        "from 16 March 2026, 9:00 to 17 March 2026, 14:00",
    ],
)
def test_each_end_of_several_days_has_its_hour(when: str) -> None:
    draft = only(f"Kurs archiwalny\nTermin: {when}\nMiejsce: Ratusz").draft
    assert (str(draft.start), str(draft.end)) == ("2026-03-16T09:00", "2026-03-17T14:00")


@pytest.mark.parametrize("room", ["sala 1.04", "w sali 2.12", "pok. 3.05", "aula 1.10.", "pokój nr 2.11"])
def test_numbers_of_rooms_are_no_days(room: str) -> None:
    assert str(only(f"Kurs archiwalny, 16 marca 2026 r., godz. 9:00, {room}").draft.start) == "2026-03-16T09:00"


def test_hours_that_go_backwards_are_those_of_no_day() -> None:
    text = "Kurs archiwalny, 16–20 marca 2026 r., codziennie od 14:30, zakończenie o 8:30"
    assert only(text).draft.daily_hours is None


def test_lines_of_a_programme_become_the_agenda() -> None:
    found = only(
        "Konferencja „Woda”, 12 września 2025 r.\n\n9:00–9:30 Powitanie\n9:30–11:00 Susza w gminie\n11:00–12:00 Debata"
    )
    assert found.draft.agenda is not None
    assert [(item.key, str(item.start), item.title) for item in found.draft.agenda] == [
        ("1", "2025-09-12T09:00", "Powitanie"),
        ("2", "2025-09-12T09:30", "Susza w gminie"),
        ("3", "2025-09-12T11:00", "Debata"),
    ]
    assert str(found.draft.start) == "2025-09-12T09:00"


@pytest.mark.parametrize(
    "programme",
    [
        "Program:\n\nGodz.\n9.15\n\nRejestracja\n\nGodz. 10.00\n\nOtwarcie\n\nGodz. 10.30\n\nBudżet gminy\n",
        "Program:\ngodz. 9:15 – Rejestracja\ngodz. 10:00 – Otwarcie\ngodz. 10:30 Budżet gminy\n",
        "PROGRAM KONFERENCJI\n\n9.15\n\nRejestracja\n\n10.00\n\nOtwarcie\n\n10.30\n\nBudżet gminy – dr Ewa Bąk\n",
        "Program:\n9:15\nRejestracja\n10:00\nOtwarcie\n10:30\n„Budżet gminy” – Ewa Bąk\n",
    ],
)
def test_hours_above_their_parts_become_the_agenda(programme: str) -> None:
    found = only(f"Konferencja „Prawo wodne” odbędzie się 12 września 2025 r.\n\n{programme}")
    told = [(str(item.start), item.title) for item in found.draft.agenda or ()]
    assert told == [
        ("2025-09-12T09:15", "Rejestracja"),
        ("2025-09-12T10:00", "Otwarcie"),
        ("2025-09-12T10:30", "Budżet gminy"),
    ]


def test_hours_in_cells_of_their_own_are_no_agenda() -> None:
    text = "Spotkania 12 września 2025 r.\n\nRudno\n\n17.00\n\nŚwietlica w Rudnie\n\nLubno\n\n19.00\n\nDom Ludowy"
    assert not only(text).draft.agenda


@pytest.mark.parametrize("again", ["(pn. 15.09 g. 19.00)", "W poniedziałek 15.09.2025 o godz. 19:00", "(15.09; 19:00)"])
def test_hour_may_stand_where_the_day_is_named_again(again: str) -> None:
    found = only(f"ZEBRANIE MIESZKAŃCÓW 15 września br.\n\n{again} spotykamy się w remizie.")
    assert str(found.draft.start) == "2025-09-15T19:00"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("10:00 dr Ewa Bąk – wykład o wodzie", "wykład o wodzie"),
        ("10:00 Jan Kos, Izba Obrachunkowa: budżet gminy", "budżet gminy"),
        ("10.00 - Wykład: „Woda w gminie” mgr Ewa Bąk, Fundacja", "Wykład: „Woda w gminie”"),
        ("10:00 Woda po roku 2027 dr Ewa Bąk", "Woda po roku 2027"),
        ("10:00 wykład dr. Jana Kosa o wodzie", "wykład dr. Jana Kosa o wodzie"),
        ("10:00–10:30 Maj w ogrodzie", "Maj w ogrodzie"),
    ],
)
def test_part_of_a_programme_is_told_from_who_speaks(line: str, title: str) -> None:
    pytest.importorskip("morfeusz2")
    found = only(f"Konferencja „Prawo wodne”, 12 września 2025 r.\n\nProgram:\n{line}\n12:00 Obiad")
    assert [item.title for item in found.draft.agenda or ()] == [title, "Obiad"]


@pytest.mark.parametrize(
    "when",
    [
        "10 grudnia 2025 r. - I dzień 9:00-16:00, 11 grudnia 2025 r. - II dzień 9:00-13:00",
        "w dniach: 10 grudnia 2025 r. (I dzień, godz. 9:00-16:00) i 11 grudnia 2025 r. (II dzień, godz. 9:00-13:00)",
        "10.12.2025 (dzień pierwszy: 9:00-16:00) oraz 11.12.2025 (dzień drugi: 9:00-13:00)",
        "w dniach 10-11 grudnia 2025 r. Rozpoczęcie w pierwszym dniu o godz. 9:00, zakończenie w drugim dniu o 13:00",
    ],
)
def test_days_numbered_in_prose_are_one_training(when: str) -> None:
    draft = only(f"Szkolenie „Zamówienia w gminie” odbędzie się {when}.").draft
    assert (str(draft.start), str(draft.end)) == ("2025-12-10T09:00", "2025-12-11T13:00")


def test_second_day_may_end_before_the_hour_of_the_first() -> None:
    text = "Szkolenie „Petycje”, 10-11 grudnia 2025 r. Początek pierwszego dnia o 14:00, koniec drugiego dnia o 12:00."
    assert str(only(text).draft.end) == "2025-12-11T12:00"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("I dzień – 10 grudnia 2025 r.", "II dzień – 11 grudnia 2025 r."),
        ("10 grudnia 2025 r. (dzień pierwszy)", "11 grudnia 2025 r. (dzień drugi)"),
        ("Dzień 1: 10.12.2025", "Dzień 2: 11.12.2025"),
    ],
)
def test_numbered_days_head_the_programme_of_one_training(first: str, second: str) -> None:
    text = f"Szkolenie dwudniowe z archiwizacji\n\nProgram\n{first}\n9:00–10:30 Akta spraw\n10:45–12:00 Ćwiczenia\n"
    draft = only(f"{text}{second}\n9:00–11:00 Brakowanie\n11:15–13:00 Podsumowanie\n").draft
    assert draft.end is not None
    assert (str(draft.start), draft.end.day.day) == ("2025-12-10T09:00", 11)
    assert [(each.title, each.start and each.start.day.day) for each in draft.agenda or ()] == [
        ("Akta spraw", 10),
        ("Ćwiczenia", 10),
        ("Brakowanie", 11),
        ("Podsumowanie", 11),
    ]


def test_no_training_ends_before_it_begins() -> None:
    text = (
        "12.30 – 14.00 – Opłaty cmentarne\n10.00 – 10.15 – powitanie\nTermin: 4 marca 2026 r.\n10.15 – 12.00 –"
        " Ewidencja grobów\n\n12.00 – 12.30 – przerwa\n\nZaproszenie na seminarium „Cmentarze komunalne”\nPROGRAM\n"
    )
    start, end = only(text).draft.start, only(text).draft.end
    assert (str(start), end) == ("2026-03-04T12:30", None)
