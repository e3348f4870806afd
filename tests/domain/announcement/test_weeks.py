import pytest

from tests.domain.announcement.reading import only, read, starts, titles


@pytest.mark.parametrize(
    "week",
    [
        (
            "PONIEDZIAŁEK, 6 PAŹDZIERNIKA\n • 9:00-12:00 Warsztaty „Zieleń na betonie”\n\n"
            "WTOREK, 7 PAŹDZIERNIKA\n • 9:00-11:00 Webinar „Taryfy i bilety”\n"
            " • 12:00-15:00 Warsztaty „Mapa bez tajemnic”\n\n"
            "ŚRODA, 8 PAŹDZIERNIKA\nprzerwa na sesję rady\n\n"
            "PIĄTEK, 10 PAŹDZIERNIKA\n • 9:30-11:00 Webinar „Dane w gminie”"
        ),
        (
            "6.10.2025\n9:00-12:00 – warsztaty: Zieleń na betonie\n\n"
            "7.10.2025\n9:00-11:00 – webinar: Taryfy i bilety\n12:00-15:00 – warsztaty: Mapa bez tajemnic\n\n"
            "10.10.2025\n9:30-11:00 – webinar: Dane w gminie"
        ),
        (
            "6 października 2025 r.\n- godz. 9.00 – 12.00 Szkolenie „Zieleń na betonie”\n"
            "7 października 2025 r.\n- godz. 9.00 – 11.00 Seminarium „Taryfy i bilety”\n"
            "- godz. 12.00 – 15.00 Szkolenie „Mapa bez tajemnic”\n"
            "10 października 2025 r.\n- godz. 9.30 – 11.00 Szkolenie „Dane w gminie”"
        ),
    ],
)
def test_items_of_a_week_that_name_their_kinds_are_trainings(week: str) -> None:
    text = f"Tydzień Kompetencji\n\nW dniach od 6 do 10 października 2025 r. zapraszamy pracowników gmin.\n\n{week}\n"
    assert titles(text) == ["Zieleń na betonie", "Taryfy i bilety", "Mapa bez tajemnic", "Dane w gminie"]
    assert starts(text) == ["2025-10-06T09:00", "2025-10-07T09:00", "2025-10-07T12:00", "2025-10-10T09:30"]
    assert [str(found.draft.end)[11:] for found in read(text).found] == ["12:00", "11:00", "15:00", "11:00"]


def test_items_of_a_conference_of_two_days_are_its_programme() -> None:
    text = (
        "Konferencja oświatowa 6-7 października 2025 r., Olsztyn\n\n"
        "6 października\n10:00-11:00 Seminarium otwierające\n"
        "11:15-13:00 Warsztaty z arkusza\n7 października\n"
        "9:00-11:00 Warsztaty z dotacji\n11:15-12:00 Spotkanie z kuratorem\n"
    )
    assert len(only(text).draft.agenda) == 4


def test_a_house_before_its_town_and_street_in_brackets_is_none_itself() -> None:
    text = "Szkolenie odbędzie się 6 października 2025 r. w Kamienicy Mieszczańskiej (Bydgoszcz, ul. Rycerska 4)."
    place = only(text).draft.place
    assert place
    assert (place.name, place.city) == ("Kamienica Mieszczańska, ul. Rycerska 4", "Bydgoszcz")
