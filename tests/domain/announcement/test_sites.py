import pytest

from tests.domain.announcement.reading import read, starts, titles

STORY = (
    "Ruszają szkolenia\n\nAgencja przygotowała dla rolników cykl szkoleń „Wniosek bez błędu”. "
    "Pierwsze zajęcia 10 września o 10.00 w sali konferencyjnej Urzędu Miejskiego w Zelowie – podaje rzeczniczka.\n"
)


@pytest.mark.parametrize(
    "rows",
    [
        (
            "Następne gminy:\nKluki - 11 września 2025 - 10.00 świetlica wiejska w Parznie\n"
            "Drużbice - 12 września 2025 - 10.00 remiza w Wadlewie i 13.00 Gminny Ośrodek Kultury w Drużbicach\n"
            "Rusiec - 18 września 2025 - 11.00 dom kultury"
        ),
        (
            "Kolejne miejscowości:\nKluki: 11.09.2025, godz. 10:00, świetlica wiejska w Parznie\n"
            "Drużbice: 12.09.2025, godz. 10:00, remiza w Wadlewie oraz o godz. 13:00, Gminny Ośrodek Kultury\n"
            "Rusiec: 18.09.2025, godz. 11:00, dom kultury"
        ),
    ],
)
def test_each_house_behind_an_hour_of_a_row_is_a_training(rows: str) -> None:
    text = f"{STORY}{rows}\nRok temu przyszło 150 osób.\n"
    assert starts(text) == [
        "2025-09-10T10:00",
        "2025-09-11T10:00",
        "2025-09-12T10:00",
        "2025-09-12T13:00",
        "2025-09-18T11:00",
    ]
    assert titles(text) == ["Wniosek bez błędu"] * 5
    places = [found.draft.place for found in read(text).found]
    assert [each.name if each else None for each in places] == [
        "Urząd Miejski",
        "świetlica wiejska",
        "remiza",
        "Gminny Ośrodek Kultury",
        "dom kultury",
    ]


def test_an_hour_without_a_house_of_its_own_begins_no_further_training() -> None:
    text = (
        "Szkolenia „Wniosek bez błędu”\n\nKluki - 11 września 2025 - 9.30 rejestracja i 10.00 świetlica wiejska\n"
        "Rusiec - 18 września 2025 - 11.00 dom kultury\n"
    )
    assert len(starts(text)) == 2
