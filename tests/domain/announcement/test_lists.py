from decimal import Decimal

import pytest

from domain.announcement import Problem
from domain.training import Status
from tests.domain.announcement.reading import read, starts, titles


@pytest.mark.parametrize(
    "text",
    [
        "11 września – Prawo opcji\n12 września – Mediacje",
        "• 11 września – Prawo opcji\n• 12 września – Mediacje",
        "1. 11 września, Prawo opcji\n2. 12 września, Mediacje",
        "| Data | Temat |\n|---|---|\n| 11.09.2025 | Prawo opcji |\n| 12.09.2025 | Mediacje |",
        "Data\tTemat\n11.09.2025\tPrawo opcji\n12.09.2025\tMediacje",
        "Temat: Prawo opcji\nTermin: 11 września 2025\n\nTemat: Mediacje\nTermin: 12 września 2025",
        "Prawo opcji – 11 września 2025\nMediacje – 12 września 2025",
        "👉 11.09 – Prawo opcji\n👉 12.09 – Mediacje",
    ],
)
def test_each_line_of_a_list_is_a_training(text: str) -> None:
    assert titles(text) == ["Prawo opcji", "Mediacje"]
    assert starts(text) == ["2025-09-11", "2025-09-12"]


def test_dashes_and_full_stops_stay_in_a_title() -> None:
    line = "19 września – Centrum Usług Wspólnych. Jak się do tego zabrać – spotkanie dla początkujących"
    assert titles(f"11 września – Prawo opcji\n{line}")[1] == line.removeprefix("19 września – ")


def test_what_stands_once_holds_for_all() -> None:
    text = (
        "Szkolenia we wrześniu\n11 września – Prawo opcji\n12 września – Mediacje, godz. 12:00, sala 3\n\n"
        "Miejsce: Urząd Gminy Kolbudy. Początek o 9:00. Zapisy: https://gmina.example.org/zapisy"
    )
    first, second = read(text).found
    assert (str(first.draft.start), str(second.draft.start)) == ("2025-09-11T09:00", "2025-09-12T12:00")
    assert first.draft.signup_url == second.draft.signup_url == "https://gmina.example.org/zapisy"
    assert first.draft.place
    assert second.draft.place
    assert (first.draft.place.city, first.draft.place.room) == ("Kolbudy", None)
    assert (second.draft.place.city, second.draft.place.room) == ("Kolbudy", "3")


def test_what_one_line_says_holds_for_no_other() -> None:
    text = "8 października – Umowy (sala 3), 250 zł\n15 października – Zasiłki – ODWOŁANE\n22 października – Delegacje"
    one, two, three = (found.draft for found in read(text).found)
    assert [each.status for each in (one, two, three)] == [Status.PLANNED, Status.CANCELLED, Status.PLANNED]
    assert [each.price_pln for each in (one, two, three)] == [Decimal(250), None, None]
    assert three.place is None


def test_groups_share_their_title() -> None:
    text = "Szkolenie „BHP”\nGrupa 1 – 6 października, 9:00\nGrupa 2 – 7 października, 12:00\n"
    assert titles(text) == ["BHP", "BHP"]


def test_trainings_of_one_sentence_are_told_apart() -> None:
    text = "Zapraszamy na dwa spotkania: 20 października o 17:00 „Dotacje” oraz 3 listopada o 18:00 „Kasa fiskalna”."
    assert titles(text) == ["Dotacje", "Kasa fiskalna"]
    assert starts(text) == ["2025-10-20T17:00", "2025-11-03T18:00"]


def test_moved_training_has_its_second_day() -> None:
    text = "Szkolenie „Petycje” zostało przeniesione z 18 września na 15 października 2025 r."
    (found,) = read(text).found
    assert (str(found.draft.start), found.draft.status) == ("2025-10-15", Status.MOVED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Szczęśliwego Nowego Roku!",
        "Nabór wniosków o dotacje trwa od 1 do 31 października 2025 r.",
        "12 września 2025 r. w godz. 9–14 nastąpi przerwa w dostawie wody.",
        "W czwartek, 30 października 2025 r., urząd będzie czynny do 13:00.",
    ],
)
def test_text_without_an_event_says_so(text: str) -> None:
    assert (read(text).found, read(text).problems) == ((), (Problem.NO_EVENT,))


def test_news_of_what_was_is_past() -> None:
    (found,) = read("12 sierpnia 2025 r. w Pucku odbyło się szkolenie „Petycje”. Wzięło w nim udział 35 osób.").found
    assert (found.past, found.draft.capacity) == (True, None)


def test_title_may_stand_below_its_day() -> None:
    text = "18.09.2025 (czwartek), godz. 9.00\nPrawo pracy\nProwadzi: Jan Lis\n\n25.09.2025, godz. 10.00\nArchiwizacja"
    assert titles(text) == ["Prawo pracy", "Archiwizacja"]
    assert [bool(found.draft.speakers) for found in read(text).found] == [True, False]


def test_calls_for_other_things_are_no_deadline() -> None:
    text = "1) Nabór do zespołu trwa do 16 września.\n2) Szkolenie „Woda” – 14 października\n3) Webinar „Las” – 21.10"
    assert [found.draft.signup_deadline for found in read(text).found] == [None, None]


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("Pięć spotkań, pięć tematów. Gmina ogłosiła plan bezpłatnych szkoleń.\n\nTerminy szkoleń:", "szkolenie"),
        ("Tysiąc szkoleń za nami.\n\nNadchodzące webinary:", "webinar"),
        ("Szkolenia i warsztaty w ratuszu\n\nHarmonogram warsztatów:", "warsztat"),
    ],
)
def test_the_heading_right_above_a_list_tells_the_kind(above: str, kind: str) -> None:
    text = f"{above}\n– 11 września – Prawo opcji\n– 12 września – Mediacje"
    assert [found.draft.kind for found in read(text).found] == [kind, kind]


@pytest.mark.parametrize("title", ["Protokół z sesji", "Porządek po konferencji", "Głos w debacie"])
def test_what_a_training_is_about_is_not_its_kind(title: str) -> None:
    text = f"Najbliższe szkolenia:\n\n11 września – {title}\n12 września – Mediacje"
    assert [found.draft.kind for found in read(text).found] == ["szkolenie", "szkolenie"]


@pytest.mark.parametrize("heading", ["Harmonogram szkoleń", "Program szkoleń:", "HARMONOGRAM WARSZTATÓW"])
def test_lines_with_days_below_the_heading_of_a_schedule_are_trainings(heading: str) -> None:
    text = f"{heading}\n\n11 września – Prawo opcji\n16 września – Mediacje"
    assert titles(text) == ["Prawo opcji", "Mediacje"]


@pytest.mark.parametrize(
    "lead", ["Do wyboru są zajęcia dotyczące:", "Od października ruszamy z zajęciami:", "Do nas, w tym roku:"]
)
def test_a_sentence_that_begins_like_a_head_of_a_mail_is_none(lead: str) -> None:
    days = "• wodociągi, 5 października 2026 r. w Giżycku;\n• drogi, 13 października 2026 r. w Pile.\n"
    text = f"Warsztaty z mierzenia usług\n\n{lead}\n\n{days}"
    assert [str(each.draft.start) for each in read(text).found] == ["2026-10-05", "2026-10-13"]


def test_days_counted_out_in_a_sentence_are_a_training_each() -> None:
    text = (
        "Retencja w małych miastach\n\nPierwsze szkolenie odbędzie się 3 października w Kartuzach, drugie 9 "
        "października w Bytowie, trzecie 15 października w Malborku, a ostatnie 17 października w Człuchowie.\n"
    )
    told = [(str(each.draft.start), each.draft.place and each.draft.place.city) for each in read(text).found]
    assert told == [
        ("2025-10-03", "Kartuzy"),
        ("2025-10-09", "Bytów"),
        ("2025-10-15", "Malbork"),
        ("2025-10-17", "Człuchów"),
    ]
