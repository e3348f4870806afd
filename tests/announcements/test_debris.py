"""What a page says beside an announcement is no fact of it: lengths, buttons, drawers, memories."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.announcement import Found, read

ZONE = ZoneInfo("Europe/Warsaw")
NOW = datetime(2027, 1, 11, 9, tzinfo=ZONE)


def found(text: str) -> list[Found]:
    return list(read(text, NOW, ZONE).found)


@pytest.mark.parametrize(
    "length",
    [
        "Czas trwania: 1 dzień",
        "Czas trwania: 2 godz.",
        "• Czas trwania: 1:30 h",
        "Łączny czas: 6",
        "Wymiar: 8 godz. lekcyjnych",
    ],
)
def test_length_is_no_hour(length: str) -> None:
    (only,) = found(f"Szkolenie: Umowy w gminie\nTermin: 12 lutego 2027 r.\n{length}\nMiejsce: Ratusz w Tczewie\n")
    assert only.draft.start is not None
    assert only.draft.start.hour is None


def test_hours_after_length_are_hours() -> None:
    (only,) = found("Szkolenie: Umowy w gminie\nTermin: 12 lutego 2027 r.\nCzas trwania: 9:00–14:00\n")
    assert str(only.draft.start) == "2027-02-12T09:00"


@pytest.mark.parametrize("button", ["Zapisz się", "Zarejestruj się", "Kup bilet", "Dołącz"])
def test_button_ends_a_line_of_a_list(button: str) -> None:
    text = f"Rejestr umów w urzędzie\n\nDostępne terminy\n12.02.2027 – online {button}\n19.02.2027 – Tczew {button}\n"
    online, there = found(text + "Szkolenie online: 300 zł\nSzkolenie stacjonarne: 400 zł\n")
    assert [each.draft.title for each in (online, there)] == ["Rejestr umów w urzędzie"] * 2
    assert online.draft.mode is not None
    assert there.draft.mode is None
    assert there.draft.place is not None
    assert there.draft.place.city == "Tczew"


@pytest.mark.parametrize(
    "drawer", ["Archiwa: Szkolenia", "Kategoria: Kursy i szkolenia", "Tagi: szkolenia", "Kadencja 2024–2029"]
)
def test_drawer_of_a_page_is_no_title(drawer: str) -> None:
    (only,) = found(
        f"{drawer}\n\nPlan ogólny krok po kroku\n\nSpotkanie: 12 lutego 2027 r., godz. 10:00, ratusz w Tczewie\n"
    )
    assert only.draft.title == "Plan ogólny krok po kroku"


@pytest.mark.parametrize(
    "memory",
    [
        "Trzy lata temu, 5 lutego 2024 r., spotkaliśmy się w Redzie.",
        "Poprzednie zebranie zwołano na 14 stycznia 2025 r.",
        "Rok temu, 12 lutego 2026 r., rozmawialiśmy o drogach.",
    ],
)
def test_memory_is_no_training(memory: str) -> None:
    (only,) = found(f"Zapraszamy na zebranie Związku Gmin w dniu 12 lutego 2027 r. o godz. 10:00. {memory}\n")
    assert str(only.draft.start) == "2027-02-12T10:00"


@pytest.mark.parametrize(
    "change",
    ["zasady zmieniły się 1 września", "3 stycznia weszły nowe stawki", "stawki podniesiono 1 stycznia 2027 r."],
)
def test_change_of_the_past_is_no_training(change: str) -> None:
    assert (
        found(f"Program „Ciepły dom”\n\nPrzypominamy, że {change}.\n\nGdy wyznaczymy dzień spotkania, damy znać.\n")
        == []
    )


def test_days_of_a_course_are_no_day_of_publication() -> None:
    text = "05.03-19.03.2027\nKurs finansów oświaty\n\nZjazd I - Plan finansowy szkoły: 05.03.2027 od 9:00 do 14:30\n"
    read_of = found(text + "Zjazd II - Dotacje dla szkół: 19.03.2027 od 9:00 do 14:30\n")
    titles = ["Zjazd I - Plan finansowy szkoły", "Zjazd II - Dotacje dla szkół"]
    assert [each.draft.title for each in read_of] == titles
    assert [str(each.draft.start) for each in read_of] == ["2027-03-05T09:00", "2027-03-19T09:00"]


@pytest.mark.parametrize(
    "memory", ["pracowaliśmy zdalnie", "członkowie spotykali się online", "głosy zbierano przez MS Teams"]
)
def test_manner_of_the_past_is_not_that_of_a_training(memory: str) -> None:
    (only,) = found(f"Od marca 2020 r. {memory}. Zapraszamy na walne zebranie 12 lutego 2027 r. o 18:00.\n")
    assert only.draft.mode is None


def test_manner_of_a_training_that_was_is_its_own() -> None:
    (only,) = found("Szkolenie z podatków lokalnych odbyło się zdalnie 4 stycznia 2027 r.\n")
    assert only.draft.mode is not None
