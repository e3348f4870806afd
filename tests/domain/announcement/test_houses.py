import pytest

from domain.training import Place
from tests.domain.announcement.reading import only, read


@pytest.fixture(autouse=True)
def _dictionary() -> None:
    pytest.importorskip("morfeusz2")


@pytest.mark.parametrize(
    ("told", "place"),
    [
        (
            "Chętnych zapraszamy 12 września 2025 r. na godz. 10.00 do Domu Rzemiosła w Kielcach, ul. Warszawska 6.",
            Place("Dom Rzemiosła, ul. Warszawska 6", "Kielce"),
        ),
        (
            "Miejscem obrad będzie Centrum Wodne „Latarnia” w Redzie, ul. Polna 1. Data: 12 września 2025 r.",
            Place("Centrum Wodne „Latarnia”, ul. Polna 1", "Reda"),
        ),
        (
            "12 września 2025 r. Miejscem konferencji jest Hotel Fala w Redzie, sala 2.",
            Place("Hotel Fala", "Reda", "2"),
        ),
        ("September 12, 2025. The venue will be the Old Town Hall in Biskupiec.", Place("Old Town Hall", "Biskupiec")),
        (
            "Państwa zapraszamy w piątek, 12 września br. do Ratusza w Tczewie.",
            Place("Ratusz", "Tczew"),
        ),
        (
            "It will take place in Biskupiec on September 12th, 2025, at the Youth Art Centre from 9 am to 2 pm.",
            Place("Youth Art Centre", "Biskupiec"),
        ),
        (
            "We meet on 12 September 2025 at the Public Library in Biskupiec between 10:00 and 12:00.",
            Place("Public Library", "Biskupiec"),
        ),
        (
            "Organizatorzy konferencji (Opole, siedziba Wydziału Prawa, ul. Polna 1B, 12 września 2025 r.) zapraszają.",
            Place("siedziba Wydziału Prawa, ul. Polna 1B", "Opole"),
        ),
    ],
)
def test_house_to_which_prose_invites(told: str, place: Place) -> None:
    assert only(f"Konferencja „Woda”\n\n{told}").draft.place == place


def test_name_between_a_town_and_its_street_is_a_house() -> None:
    text = (
        "Trainings for councils\n\nAll sessions are held from 11 am to 2 pm:\n\n"
        "March 14 – Płock, Podlaskie Opera Hall, ul. Polna 1\n"
        "April 19 – Puck, Maritime Academy, ul. Jasna 1\n"
        "May 5 – Łódź, Księży Młyn, ul. Długa 2"
    )
    found = read(text).found
    assert [(each.draft.title, each.draft.place) for each in found] == [
        ("Trainings for councils", Place("Podlaskie Opera Hall, ul. Polna 1", "Płock")),
        ("Trainings for councils", Place("Maritime Academy, ul. Jasna 1", "Puck")),
        ("Trainings for councils", Place("Księży Młyn, ul. Długa 2", "Łódź")),
    ]
