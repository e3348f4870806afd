import pytest

from domain.training import Place
from tests.domain.announcement.reading import only

TEXT = "Szkolenie „Prawo wodne”, 12 września 2025 r., godz. 9:00"


@pytest.fixture(autouse=True)
def _dictionary() -> None:
    pytest.importorskip("morfeusz2")


@pytest.mark.parametrize(
    ("head", "line", "place"),
    [
        (
            "Zakład Usług Wodnych w Pucku",
            "Gdzie: u nas, ul. Jasna 7",
            Place("Zakład Usług Wodnych, ul. Jasna 7", "Puck"),
        ),
        (
            "Biblioteka Gminna w Brusach",
            "Miejsce: w naszej siedzibie, sala 3",
            Place("Biblioteka Gminna", "Brusy", "3"),
        ),
        ("Urząd Gminy w Lipnie", "Gdzie: u nas (ul. Polna 2)", Place("Urząd Gminy, ul. Polna 2", "Lipno")),
        ("Co nowego?", "Gdzie: u nas, ul. Jasna 7, sala 2 na I piętrze", Place("ul. Jasna 7", None, "2 na I piętrze")),
        ("Gazetka", "Miejsce: siedziba organizatora, al. Róż 4, Konin", Place("al. Róż 4", "Konin")),
        (
            "Gazetka",
            "Organizator: Muzeum Ziemi w Pucku\nMiejsce: siedziba organizatora",
            Place("Muzeum Ziemi", "Puck"),
        ),
        ("Gazetka", "Gdzie: u nas w biurze", None),
    ],
)
def test_the_place_of_whoever_invites_is_the_house_that_heads_the_text(
    head: str, line: str, place: Place | None
) -> None:
    assert only(f"{head}\n\n{TEXT}\n{line}").draft.place == place
