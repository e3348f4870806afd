import pytest

from domain.training import Status
from tests.domain.announcement.reading import only


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("nie odbędzie się.", (Status.CANCELLED, "2025-09-12")),
        ("nie odbędzie się, ale wrócimy do niego wiosną.", (Status.CANCELLED, "2025-09-12")),
        ("nie odbędzie się w Ratuszu, lecz w remizie.", (Status.PLANNED, "2025-09-12")),
        ("nie odbędzie się w sali Urzędu Gminy, ale online.", (Status.PLANNED, "2025-09-12")),
    ],
)
def test_what_is_held_elsewhere_is_not_cancelled(written: str, told: tuple[Status, str]) -> None:
    draft = only(f"Szkolenie „Prawo wodne” 12 września 2025 r. {written}").draft
    assert (draft.status, str(draft.start)) == told


@pytest.mark.parametrize("but", ["lecz", "tylko", "ale dopiero w dniu"])
def test_what_is_held_on_another_day_is_moved(but: str) -> None:
    draft = only(f"Szkolenie „Prawo wodne” nie odbędzie się 12 września 2025 r., {but} 19 września 2025 r.").draft
    assert (draft.status, str(draft.start)) == (Status.MOVED, "2025-09-19")


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        (
            "Zgłoszenia (imię, nazwisko, stanowisko) prosimy przesyłać\ndo 5 września na adres: a@example.org",
            "2025-09-05",
        ),
        ("O udziale prosimy powiadomić nasze biuro najpóźniej\ndo 5 września pod adresem: a@example.org", "2025-09-05"),
        (
            "Z uwagi na liczbę miejsc prosimy o zapisy do 5 września\n2025 r. na stronie: https://example.org",
            "2025-09-05",
        ),
    ],
)
def test_deadline_is_read_over_the_break_of_a_line(text: str, deadline: str) -> None:
    assert (
        str(only(f"Szkolenie „Prawo wodne”, 12 września 2025 r., godz. 9:00\n\n{text}").draft.signup_deadline)
        == deadline
    )
