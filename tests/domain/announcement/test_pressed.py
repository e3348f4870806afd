import pytest

from tests.domain.announcement.reading import read, starts, titles

HEAD = "Ruszają szkolenia z szacowania strat dla członków komisji.\n"


@pytest.mark.parametrize(
    "items",
    [
        (
            "- 11.09 powiat nakielski\nSadki, Gminny Ośrodek Kultury, godz. 13 - 16.09 powiat żniński\n"
            "Gąsawa, świetlica OSP, godz. 13 - 18.09 powiat tucholski\nKęsowo, dom kultury, godz. 13"
        ),
        (
            "Harmonogram:\n"
            "• 11 września gmina Sadki\nSadki, Gminny Ośrodek Kultury, godz. 13 • 16 września gmina Gąsawa\n"
            "Gąsawa, świetlica OSP, godz. 13 • 18 września gmina Kęsowo\nKęsowo, dom kultury, godz. 13"
        ),
        (
            "– 11.09. powiat nakielski\nSadki, Gminny Ośrodek Kultury, godz. 13:00 – 16.09. powiat żniński\n"
            "Gąsawa, świetlica OSP, godz. 13:00 – 18.09. powiat tucholski\nKęsowo, dom kultury, godz. 13:00"
        ),
    ],
)
def test_items_whose_breaks_were_lost_are_told_apart(items: str) -> None:
    text = f"{HEAD}{items}\n"
    assert starts(text) == ["2025-09-11T13:00", "2025-09-16T13:00", "2025-09-18T13:00"]
    places = [found.draft.place for found in read(text).found]
    assert [(each.name, each.city) for each in places if each] == [
        ("Gminny Ośrodek Kultury", "Sadki"),
        ("świetlica OSP", "Gąsawa"),
        ("dom kultury", "Kęsowo"),
    ]


@pytest.mark.parametrize("area", ["powiat {}ski", "gmina {}", "rejon {}"])
def test_a_part_of_the_country_is_no_title(area: str) -> None:
    lines = "\n".join(
        f"- {day} września, {area.format(name)}, godz. 10" for day, name in ((11, "Tczew"), (16, "Gniew"))
    )
    text = f"Szkolenie „Szacowanie strat”\n\n{lines}\n"
    assert titles(text) == ["Szacowanie strat", "Szacowanie strat"]


def test_an_hour_before_an_item_of_a_list_begins_no_stretch() -> None:
    text = (
        f"{HEAD}- 11.09 powiat pucki\nSadki, dom kultury, godz. 13\n- 16.09 powiat żniński\nGąsawa, remiza, godz. 9\n"
    )
    assert [found.draft.end for found in read(text).found] == [None, None]
