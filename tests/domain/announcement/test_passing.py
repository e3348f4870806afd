import pytest

from domain.announcement import Problem
from tests.domain.announcement.reading import read, starts, titles

EVENT = "Termin: 11 września 2025, godz. 9:00\nMiejsce: ratusz"


@pytest.mark.parametrize(
    "stamp",
    [
        "23 sierpnia 2025",
        "poniedziałek, 25.08.2025 11:04",
        "2025-08-25 14:36 Aktualności",
        "25.08.2025\tAktualności\tSzkolenia",
        "Autor: admin | 25.08.2025",
        "Dzień tygodnia: poniedziałek, 1 września 2025 |",
        "Poniedziałek, 1 września 2025\nImieniny: Idziego",
    ],
)
def test_a_stamp_of_publication_is_no_training(stamp: str) -> None:
    assert starts(f"Szkolenie z archiwizacji\n\n{stamp}\n\n{EVENT}") == ["2025-09-11T09:00"]


@pytest.mark.parametrize(
    "below",
    [
        "Czytaj także\nSzkolenie z obrony cywilnej już 20 października 2025",
        "Zobacz też: Szkolenie z BHP 20 października 2025",
        "POZOSTAŁE ARTYKUŁY\n20 października 2025 – Szkolenie z BHP",
        "Poprzedni wpis\nSzkolenie z BHP 20 października 2025",
        "Metryczka\nWytworzono 20 sierpnia 2025",
    ],
)
def test_what_stands_below_other_news_is_no_training(below: str) -> None:
    assert starts(f"Szkolenie z archiwizacji\n{EVENT}\n\n{below}") == ["2025-09-11T09:00"]


@pytest.mark.parametrize(
    "sentence",
    [
        "15 października mija termin płatności drugiej raty.",
        "15 października 2025 r. upływa termin składania wniosków o dotację.",
        "15 października urząd będzie nieczynny.",
        "Błędnie podano datę 15 października.",
        "Ośrodek działa nieprzerwanie od 15 października 1998 r.",
        "Nabór wniosków potrwa od 15 do 31 października 2025 r.",
        "Projekt jest prowadzony od 1 stycznia do 31 października 2025 r.",
    ],
)
def test_days_of_other_things_are_no_trainings(sentence: str) -> None:
    assert starts(f"Szkolenie z archiwizacji\n{EVENT}\n\n{sentence}") == ["2025-09-11T09:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Dnia 27 maja obchodzimy Dzień Samorządu Terytorialnego.",
        "Konkurs ekologiczny\n21 października – zakończenie etapu gminnego\n30 listopada – finał",
        "Zapytanie ofertowe\nna przeprowadzenie szkoleń\nOferty: 15 września 2025, godz. 10:00",
        "16 marca mija termin płatności podatku od nieruchomości.",
        "22 czerwca burmistrz ogłosił przetarg na remont drogi.",
    ],
)
def test_texts_about_other_things_announce_nothing(text: str) -> None:
    assert read(text).problems == (Problem.NO_EVENT,)


def test_days_inside_a_programme_are_no_trainings() -> None:
    text = f"Szkolenie z budżetu\n{EVENT}\nProgram:\n1. Terminy: 15 listopada (projekt), 31 grudnia\n2. Dyskusja"
    assert starts(text) == ["2025-09-11T09:00"]


def test_days_inside_a_title_stay_in_it() -> None:
    text = "Data\tTemat\n11.09.2025\tPodatki od 1 stycznia 2026\n18.09.2025\tMediacje"
    assert titles(text) == ["Podatki od 1 stycznia 2026", "Mediacje"]


def test_a_calendar_is_no_list_of_trainings() -> None:
    calendar = "\n".join(f"Wydarzenia dnia {day} października 2025" for day in range(1, 6))
    assert starts(f"Szkolenie z archiwizacji\n{EVENT}\n\n{calendar}") == ["2025-09-11T09:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Webinar „Zgody” nie odbędzie się 10 września. Nowy termin: 19 września 2025 r., godz. 11:00.",
        "Webinar „Zgody”, planowany na 10 września, zostaje przeniesiony na 19 września, godz. 11:00.",
    ],
)
def test_a_moved_training_is_one(text: str) -> None:
    assert starts(text) == ["2025-09-19T11:00"]


@pytest.mark.parametrize("told", ["debatowali wójtowie o budżecie", "zorganizowano spotkanie sołtysów"])
def test_verbs_of_the_past_choose_the_year_that_was(told: str) -> None:
    assert starts(f"Spotkanie sołtysów\nW ratuszu 12 października {told}.") == ["2024-10-12"]
