import pytest

from tests.domain.announcement.reading import only, read

TEXT = "Konferencja „Prawo wodne”\n\nTermin: 12 września 2025 r.\n\n"


def told(programme: str) -> tuple[str, str, list[str]]:
    draft = only(TEXT + programme).draft
    return str(draft.start)[11:], str(draft.end)[11:], [each.title for each in draft.agenda or ()]


@pytest.mark.parametrize(
    ("programme", "start", "end", "items"),
    [
        (
            (
                "Program\n\nOtwarcie, g. 9.00 – 9.10\n\nCz. I\nReferaty, g. 9.10 – 11.00\n\n"
                "Przerwa kawowa, g. 11.00 – 11.30\n\nZamknięcie obrad, g. 14.00"
            ),
            "09:00",
            "14:00",
            ["Otwarcie", "Referaty", "Przerwa kawowa", "Zamknięcie obrad"],
        ),
        (
            "Agenda:\nOpening 9:30-9:45\nRules for rivers 9:45-11:00\nClosing 13:00",
            "09:30",
            "13:00",
            ["Opening", "Rules for rivers", "Closing"],
        ),
        (
            "Wykład o pozwoleniach (9:00-11:00)\nPrzerwa (11:00-11:15)\nWarsztat (11:15-13:00)",
            "09:00",
            "13:00",
            ["Wykład o pozwoleniach", "Przerwa", "Warsztat"],
        ),
        (
            "godz. 9.00–9.15 – powitanie\ngodz. 9.15–11 – pozwolenia\ngodz. 11–13 – ćwiczenia",
            "09:00",
            "13:00",
            ["powitanie", "pozwolenia", "ćwiczenia"],
        ),
        (
            "Program:\n8:30 – 9:00   rejestracja\n9:00 – 12:30   pozwolenia\n15:00   zakończenie, zaświadczenia",
            "09:00",
            "15:00",
            ["rejestracja", "pozwolenia", "zakończenie, zaświadczenia"],
        ),
        ("Rejestracja od 8:30\nProgram:\n9:00-10:30 Statut\n12:00 lunch", "09:00", "12:00", ["Statut", "lunch"]),
    ],
)
def test_a_programme_tells_when_a_training_begins_and_ends(
    programme: str, start: str, end: str, items: list[str]
) -> None:
    assert told(programme) == (start, end, items)


@pytest.mark.parametrize(
    ("programme", "end"),
    [
        (
            "Dzień 1\n9:00–10:30 statuty\n10:30–14:00 ćwiczenia\nDzień 2\n9:00–13:00 kontrola\n13:00 zakończenie",
            "13:00",
        ),
        ("12 września\n10.00 otwarcie\n13.00 obiad\n13 września\n9.00 warsztaty\n12.30 zamknięcie", "12:30"),
        ("Agenda, day 1\n9:00 – 9:30 Registration\n9:30 – 15:30 Rivers\nAgenda, day 2\n9:00 – 11:00 Lakes", "11:00"),
    ],
)
def test_the_last_item_of_the_last_day_ends_a_training_of_several(programme: str, end: str) -> None:
    draft = only(f"Konferencja „Prawo wodne”\n\n12–13 września 2025 r.\n\n{programme}").draft
    assert str(draft.end) == f"2025-09-13T{end}"


def test_a_programme_in_small_letters_with_names_behind_hours_is_read_line_by_line() -> None:
    lines = "otwarcie (10:00)\nmała retencja w mieście (10:15–11:30), Anna Lis\nprzerwa na kawę (11:30–12:00)"
    assert told(f"Program:\n{lines}\nzielone dachy (12:00–13:30), Jan Nowak") == (
        "10:00",
        "13:30",
        ["otwarcie", "mała retencja w mieście", "przerwa na kawę", "zielone dachy"],
    )


def test_a_programme_that_begins_at_the_hour_of_the_training_ends_it() -> None:
    text = "Konferencja „Prawo wodne”, 12 września 2025 r., godz. 10:00\n\nProgram:\n"
    draft = only(f"{text}10:00-10:15 otwarcie\n10:15-11:30 retencja\n11:30-13:00 dachy").draft
    assert str(draft.end) == "2025-09-12T13:00"


@pytest.mark.parametrize(
    "lines",
    [
        "Biuro czynne 8:00-15:00\nParking czynny 6:00-22:00\nKawiarnia czynna 10:00-18:00",
        "Dojazd autobusem o 8:15\nPowrót autobusem o 15:10",
    ],
)
def test_hours_behind_lines_that_do_not_follow_one_another_are_no_programme(lines: str) -> None:
    assert only(TEXT + lines).draft.agenda is None


def test_a_last_part_without_its_end_does_not_end_a_training() -> None:
    assert told("Program:\n9:00 Statut\n11:00 Opłaty i kary")[1] == ""


@pytest.mark.parametrize("heading", ["Program", "Program ramowy", "Program konferencji:", "Agenda"])
def test_days_that_head_parts_of_one_programme_are_one_training(heading: str) -> None:
    found = only(
        "Forum Archiwistów Gminnych\n\nUdział jest bezpłatny.\n\n"
        f"{heading}\n\n14 października 2026 r. (środa)\n10.00-12.00 Wykład otwierający\n13.00-15.00 Warsztaty\n\n"
        "15 października 2026 r. (czwartek)\n9.00-11.30 Stoliki\n\nKontakt: a@example.org\n"
    )
    assert found.draft.title == "Forum Archiwistów Gminnych"
    assert (str(found.draft.start), str(found.draft.end)) == ("2026-10-14T10:00", "2026-10-15T11:30")
    assert len(found.draft.agenda or ()) == 3


def test_days_below_the_heading_of_several_trainings_are_one_each() -> None:
    text = (
        "Harmonogram szkoleń\n\n14 października 2026 r.\n10.00-12.00 Prawo wodne\n\n"
        "15 października 2026 r.\n9.00-11.30 Spory sądowe\n"
    )
    assert [each.draft.title for each in read(text).found] == ["Prawo wodne", "Spory sądowe"]
