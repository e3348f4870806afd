import pytest

from tests.domain.announcement.reading import titles

FIRST = "10 maja w Redzie odbędzie się szkolenie „Pierwszy biznes na wsi”.\n"


@pytest.mark.parametrize(
    "told",
    [
        "11 maja w Pucku i 13 maja w Wejherowie odbędą się warsztaty „Quest i wyprawa”.",
        "11 maja w Pucku, 13 maja w Wejherowie warsztaty „Quest i wyprawa”.",
        "11 maja w Pucku oraz w dniu 13 maja w Kosakowie odbędą się warsztaty „Quest i wyprawa”.",
    ],
)
def test_days_joined_in_a_sentence_have_the_title_behind_them(told: str) -> None:
    assert titles(FIRST + told, "2026-04-27") == ["Pierwszy biznes na wsi", "Quest i wyprawa", "Quest i wyprawa"]


def test_days_of_different_kinds_in_a_sentence_have_titles_of_their_own() -> None:
    told = "11 maja w Pucku szkolenie „Petycje”, a 13 maja w Wejherowie warsztaty „Quest i wyprawa”."
    assert titles(FIRST + told, "2026-04-27") == ["Pierwszy biznes na wsi", "Petycje", "Quest i wyprawa"]
