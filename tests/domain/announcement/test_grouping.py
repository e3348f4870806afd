import pytest

from tests.domain.announcement.reading import read, starts, titles

ITEMS = "• Petycje – 7 października porozmawiamy z autorem „Skargi”.\n"
ITEMS += "• Smartfon bez strachu – zajęcia w każdy wtorek (7 i 14 października).\n• Finał konkursu – 9 października."
BODIES = "Komisja Oświaty zbierze się we wtorek, 7 października o godz. 15.30.\nPorządek:\n• budżet,\n• wnioski.\n\n"
BODIES += "Komisja Rolnictwa będzie obradować w czwartek, 9 października o godz. 17.00."
SMART = "Smartfon bez strachu"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (ITEMS, ["Petycje", SMART, SMART, "Finał konkursu"]),
        (
            "- Kronika wsi – 7 października zaczynamy warsztaty dla sołtysów.\n- Spotkanie z poetą – 9 października",
            ["Kronika wsi", "Spotkanie z poetą"],
        ),
    ],
)
def test_item_is_named_by_what_stands_before_its_dash_and_day(text: str, wanted: list[str]) -> None:
    assert titles(f"Co w bibliotece: warsztaty i spotkania\n\n{text}") == wanted


@pytest.mark.parametrize(
    "text",
    [
        BODIES,
        "Komisja Oświaty spotka się 7 października o 15.30.\n\nKomisja Rolnictwa obraduje 9 października o 17.00.",
    ],
)
def test_paragraph_is_named_by_the_body_that_meets_not_by_an_item_above(text: str) -> None:
    assert titles(f"Posiedzenia komisji\n\n{text}") == ["Komisja Oświaty", "Komisja Rolnictwa"]


def test_body_that_invites_to_something_is_not_what_it_is_called() -> None:
    (found,) = read("Zespół Doradców zaprasza 7 października o godz. 10 na szkolenie „Pszczoły”.").found
    assert found.draft.title == "Pszczoły"


@pytest.mark.parametrize("paragraph", ["\n", "\nBiblioteka Publiczna, Rynek 8, tel. 55 000 00 00\n"])
def test_town_over_a_paragraph_is_of_all_its_lines(paragraph: str) -> None:
    text = f"Kalendarium\n\nGdynia{paragraph}Warsztaty „Rysunek”, 7.10, godz. 17.00\nSpotkanie „Mapy”, 8.10, g. 16\n\n"
    text += f"Reda{paragraph}Szkolenie „Petycje”, 9.10, godz. 14.00"
    found = read(text).found
    assert [each.draft.title for each in found] == ["Rysunek", "Mapy", "Petycje"]
    assert [each.draft.place and each.draft.place.city for each in found] == ["Gdynia", "Gdynia", "Reda"]


def test_columns_of_a_table_a_cell_a_line_may_be_headed_by_two_words() -> None:
    head = "L.p.\n\nSołectwo\n\nData, godzina\n\nMiejsce zebrania\n\n"
    rows = "1.\n\nBorki\n\n6.10.2025 r. Godz. 17:00\n\nświetlica\n\n2.\n\nRudno\n\n6.10.2025 r. Godz. 18:30\n\nremiza"
    assert starts(f"Zebrania wiejskie\n\n{head}{rows}") == ["2025-10-06T17:00", "2025-10-06T18:30"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_card_begins_above_its_day(gap: str) -> None:
    text = "Narady przed rokiem szkolnym\n\nObecność prosimy potwierdzić do 3 października.\n\nHarmonogram\n\n"
    text += f"1. Dyrektorzy z Redy\n7 października, godz. 9:30{gap}Dom Kultury w Redzie\n"
    text += f"2. Dyrektorzy z Gdyni\n8 października, godz. 10:00{gap}Ratusz w Gdyni"
    found = read(text).found
    assert [each.draft.title for each in found] == ["Dyrektorzy z Redy", "Dyrektorzy z Gdyni"]
    assert [each.draft.place and each.draft.place.city for each in found] == ["Reda", "Gdynia"]
    assert [str(each.draft.signup_deadline) for each in found] == ["2025-10-03"] * 2


def test_dash_of_an_item_makes_no_range() -> None:
    assert len(read("Konsultacje dla sołtysów\n- 7 października, 16.00\n- 14 października, 16.00").found) == 2


def test_line_that_begins_with_its_weekday_is_not_joined_to_the_one_above() -> None:
    text = "Wójt zaprasza na zebrania:\n\nwe wtorek 7 października o godz. 17.00 – Świetlica Wiejska w Redzie,\n"
    text += "w środę 8 października o godz. 17.00 – remiza OSP w Gdyni,\n"
    text += "w czwartek 9 października o godz. 18 – szkoła w Redzie."
    assert starts(text) == ["2025-10-07T17:00", "2025-10-08T17:00", "2025-10-09T18:00"]


def test_weekdays_of_many_are_not_those_of_the_first_day() -> None:
    text = "Kurs komputerowy\nTerminy: poniedziałki i środy, 6.10, 8.10, 13.10, 15.10.2025, godz. 10:00, biblioteka"
    assert len(starts(text)) == 4
    assert starts(text)[0] == "2025-10-06T10:00"
