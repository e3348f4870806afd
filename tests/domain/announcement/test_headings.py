import pytest

from domain.announcement import Problem
from tests.domain.announcement.reading import only, read, titles


def test_heading_of_a_schedule_is_put_in_the_nominative() -> None:
    text = "HARMONOGRAM SPOTKAŃ INFORMACYJNYCH\nW SOŁECTWACH GMINY LIPIE\n\n3.09.2025 g. 9.00 świetlica w Rudnie"
    assert only(text).draft.title == "Spotkania informacyjne W SOŁECTWACH GMINY LIPIE"


@pytest.mark.parametrize(
    "line",
    [
        "16 września 2025 r., Sala Rycerska",
        "1. 16.09.2025 r. podstawowy, dla osób bez uprawnień",
        "Zapraszamy na szkolenie w świetlicy wiejskiej 16 września 2025 r.",
    ],
)
def test_places_and_qualities_are_no_titles(line: str) -> None:
    assert titles(f"Kurs pierwszej pomocy\n\n{line}") == ["Kurs pierwszej pomocy"]


def test_a_slogan_in_quotation_marks_is_no_title() -> None:
    text = "Szkolenie Ochrona danych na start\n\nTermin: 16 września 2025 r.\n\n„Uczymy tak, jak sami lubimy.”"
    assert only(text).draft.title == "Ochrona danych na start"


def test_an_invitation_names_its_training_in_the_nominative() -> None:
    assert only("Zapraszamy do debaty o rzece!\n\n16 września 2025 r., godz. 10").draft.title == "Debata o rzece"


def test_a_label_with_nothing_but_a_day_is_the_title() -> None:
    assert only("Terminy\n\n• Konferencja: 3–4 grudnia 2025").draft.title == "Konferencja"


def test_titles_of_people_end_no_title() -> None:
    text = "Spotkanie z prof. Anną Lis w Redzie\n\nTermin: wtorek 16 września 2025 r., godz. 17.30"
    assert only(text).draft.title == "Spotkanie z prof. Anną Lis w Redzie"


def test_a_day_ages_ago_is_history() -> None:
    text = "Turniej debat – 24 listopada 2025 r.\n9:00 – otwarcie\n10:00 – wykład o 11 listopada 1918 r."
    found = only(text)
    assert str(found.draft.start) == "2025-11-24T09:00"
    assert len(found.draft.agenda or ()) == 2


def test_stages_are_days_of_one_training() -> None:
    text = (
        "Turniej Debat\n\nodbędzie się w dniach 7–8 października 2025 r.\n\n"
        "I etap – półfinały – 7 października 2025 r.\nII etap – finał – 8 października 2025 r."
    )
    found = only(text)
    assert (str(found.draft.start), str(found.draft.end)) == ("2025-10-07", "2025-10-08")


def test_a_day_named_in_passing_gives_way_to_the_announced_one() -> None:
    text = (
        "Spotkanie dla stowarzyszeń\n\nOpowiemy o projekcie, który ruszył na II Forum Sołtysów "
        "24 września 2025 r. i wciąż trwa.\n\n"
        "Termin spotkania – 9 grudnia 2025 r. godz. 10.00"
    )
    assert [(str(each.draft.start), each.draft.title) for each in read(text).found] == [
        ("2025-12-09T10:00", "Spotkanie dla stowarzyszeń")
    ]


def test_a_label_above_gives_way_to_a_sentence_that_says_when() -> None:
    text = "Konsultacje planu\nOpis:\nDyskusja publiczna odbędzie się w środę 24.09.2025 r. o godz. 14:30 w sali 14."
    assert str(only(text).draft.start) == "2025-09-24T14:30"


def test_the_beginning_is_no_deadline() -> None:
    text = "Webinar „Samorząd”\n5 września o 19:00\nTrzeba się zarejestrować i 5 września o 19:00 kliknąć link."
    assert only(text).draft.signup_deadline is None


def test_a_day_of_payment_is_no_training() -> None:
    text = (
        "Opłata konferencyjna:\n• wpłacona do 31 sierpnia 2025 – 450 zł\n"
        "• wpłacona po 31 sierpnia 2025 – 550 zł\n• Konferencja: 3–4 grudnia 2025"
    )
    assert str(only(text).draft.start) == "2025-12-03"


def test_hours_alone_in_their_lines_head_the_parts_below() -> None:
    text = (
        "Miodobranie\nodbędzie się 6 września 2025 r. w Muzeum.\n"
        "PROGRAM:\n14.00\nOtwarcie wystawy\n15.00\nWarsztaty w ogrodzie"
    )
    assert [part.title for part in only(text).draft.agenda or ()] == ["Otwarcie wystawy", "Warsztaty w ogrodzie"]


def test_consultations_of_weeks_are_no_training() -> None:
    text = "Ogłoszenie o konsultacjach\n\n1. Konsultacje trwają:\n\nod dnia 25.09.2025 r. do dnia 15.10.2025 r."
    assert read(text).problems == (Problem.NO_EVENT,)
