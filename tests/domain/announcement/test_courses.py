import pytest

from tests.domain.announcement.reading import only, read, starts, titles

NOTICE = "Konferencja „Drogi gminne”\n\nZapraszamy {days} w Hotelu Pod Dębem w Olsztynie.\n\nProgram\n{program}\n"


@pytest.mark.parametrize(
    ("days", "program"),
    [
        (
            "15-16 kwietnia 2026 r.",
            (
                "Dzień I. 15 kwietnia 2026 r.\ngodziny: 10:00 – 15:00\n10:00 – 12:00 Debata\n"
                "13:00 – 15:00 Warsztaty\n\n"
                "Dzień II. 16 kwietnia 2026 r.\ngodziny: 9:00 – 13:30\n9:00 – 11:00 Wykład\n11:30 – 13:30 Spacer"
            ),
        ),
        (
            "15-16 kwietnia 2026 r.",
            "DZIEŃ I\n10:00-12:00 Debata\n13:00-15:00 Warsztaty\n\nDZIEŃ II\n9:00-11:00 Wykład\n11:30-13:30 Spacer",
        ),
        (
            "w dniach 15 i 16 kwietnia 2026 r.",
            (
                "Pierwszy dzień (15 kwietnia)\n10:00-12:00 Debata\n13:00-15:00 Warsztaty\n"
                "Drugi dzień (16 kwietnia)\n9:00-11:00 Wykład\n11:30-13:30 Spacer"
            ),
        ),
        (
            "15–16.04.2026",
            (
                "Dzień 1 – środa, 15 kwietnia\ngodz. 10.00 – 12.00 Debata\ngodz. 13.00 – 15.00 Warsztaty\n"
                "Dzień 2 – czwartek, 16 kwietnia\ngodz. 9.00 – 11.00 Wykład\ngodz. 11.30 – 13.30 Spacer"
            ),
        ),
    ],
)
def test_items_below_the_heading_of_a_day_carry_that_day(days: str, program: str) -> None:
    draft = only(NOTICE.format(days=days, program=program)).draft
    assert [(each.title, str(each.start), str(each.end)) for each in draft.agenda] == [
        ("Debata", "2026-04-15T10:00", "2026-04-15T12:00"),
        ("Warsztaty", "2026-04-15T13:00", "2026-04-15T15:00"),
        ("Wykład", "2026-04-16T09:00", "2026-04-16T11:00"),
        ("Spacer", "2026-04-16T11:30", "2026-04-16T13:30"),
    ]
    assert (str(draft.start), str(draft.end)) == ("2026-04-15T10:00", "2026-04-16T13:30")


def test_an_ordinal_past_the_last_day_names_no_day() -> None:
    program = "DZIEŃ I\n10:00-12:00 Debata\n\nDZIEŃ II\n9:00-11:00 Wykład\n\nDZIEŃ III\n9:00-10:00 Spacer"
    draft = only(NOTICE.format(days="15-16 kwietnia 2026 r.", program=program)).draft
    assert {str(each.start)[:10] for each in draft.agenda} <= {"2026-04-15", "2026-04-16"}


@pytest.mark.parametrize(
    "parts",
    [
        (
            "DZIEŃ I\n7 października 2025 r. 9:00-15:00\nModuł I\nUchwała budżetowa\n\n"
            "DZIEŃ II\n14 października 2025 r. 9:00-15:00\nModuł II\nDług i prognoza"
        ),
        "Zjazd I\n7.10.2025, 9:00-15:00\nUchwała budżetowa\n\nZjazd II\n14.10.2025, 9:00-15:00\nDług i prognoza",
        "Blok 1 (7.10.2025, 9:00-15:00)\nUchwała budżetowa\n\nBlok 2 (14.10.2025, 9:00-15:00)\nDług i prognoza",
        (
            "Moduł 1\n7 października 2025 r., godz. 9.00-15.00\nUchwała budżetowa\nProgram: 1. Projekt. 2. Zmiany.\n\n"
            "Moduł 2\n14 października 2025 r., godz. 9.00-15.00\nDług i prognoza\nProgram: 1. Wskaźniki. 2. Opinie."
        ),
    ],
)
def test_the_number_of_a_part_is_no_title_and_no_kind(parts: str) -> None:
    text = f"Kurs dla skarbników małych gmin\n\nKurs online w dwóch częściach.\n\n{parts}\n"
    assert titles(text) == ["Uchwała budżetowa", "Dług i prognoza"]
    assert starts(text) == ["2025-10-07T09:00", "2025-10-14T09:00"]
    assert [found.draft.kind for found in read(text).found] == ["kurs", "kurs"]
