import pytest

from domain.training import Status
from tests.domain.announcement.reading import read

VILLAGES = "Kursy pierwszej pomocy\n\nBorki – 7 października (wtorek), godz. 17.00, świetlica\n"
VILLAGES += (
    "Rudno – 9 października (czwartek), godz. 17.00, remiza\nGórki – 14 października (wtorek), godz. 17.00, szkoła\n\n"
)
TOPICS = "Szkolenia dla sołtysów, godz. 17.00\n\n7 października – Petycje\n9 października – Fundusz sołecki\n"
TOPICS += "14 października – Jawność\n\n"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            VILLAGES + "UWAGA! Kurs w Rudnie przełożony został na 16 października (czwartek), godziny bez zmian.",
            "16T17:00",
        ),
        (VILLAGES + "Kurs z 9 października został przeniesiony na 16 października, godz. 18.00.", "16T18:00"),
        (TOPICS + "Szkolenie „Fundusz sołecki” przeniesione na 16 października.", "16T17:00"),
        (TOPICS + "Uwaga: zajęcia przesunięto z 9 na 16 października.", "16T17:00"),
    ],
)
def test_notice_moves_the_one_line_that_it_names(text: str, start: str) -> None:
    found = read(text).found
    assert [str(each.draft.start) for each in found] == ["2025-10-07T17:00", f"2025-10-{start}", "2025-10-14T17:00"]
    assert [each.draft.status for each in found] == [Status.PLANNED, Status.MOVED, Status.PLANNED]


def test_moved_line_keeps_its_place() -> None:
    found = read(VILLAGES + "Kurs w Rudnie przełożony został na 16 października.").found[1]
    assert found.draft.place
    assert (found.draft.place.name, found.draft.place.city) == ("remiza", "Rudno")


@pytest.mark.parametrize(
    "text",
    [
        VILLAGES + "Kurs w Rudnie został odwołany.",
        VILLAGES + "Uwaga! Zajęcia 9 października odwołane.",
        TOPICS + "Szkolenie z 9 października odwołano.",
    ],
)
def test_notice_cancels_the_one_line_that_it_names(text: str) -> None:
    status = [each.draft.status for each in read(text).found]
    assert status == [Status.PLANNED, Status.CANCELLED, Status.PLANNED]


def test_notice_that_names_several_lines_changes_none() -> None:
    text = VILLAGES.replace("Górki – 14", "Rudno – 14") + "Kurs w Rudnie został odwołany."
    assert {each.draft.status for each in read(text).found} == {Status.PLANNED}


@pytest.mark.parametrize(
    ("notice", "start", "status"),
    [
        ("Szkolenie „Rejestr umów w gminie” zostaje przeniesione na 21 maja 2026.", "2026-05-21", Status.MOVED),
        ("Webinar „Zapisy do żłobka” zaplanowany na 14 maja 2026 został odwołany.", "2026-05-14", Status.CANCELLED),
        ("Warsztaty pt. „Nabór na stanowisko” (14 maja 2026) odwołane.", "2026-05-14", Status.CANCELLED),
        ("Szkolenie Rejestr zmian przenosimy na 20 maja 2026.", "2026-05-20", Status.MOVED),
    ],
)
def test_name_of_a_training_tells_nothing_of_signing_up(notice: str, start: str, status: Status) -> None:
    (found,) = read(notice, "2026-04-27").found
    assert (str(found.draft.start), found.draft.status, found.draft.signup_deadline) == (start, status, None)


def test_deadline_beside_a_name_stays_one() -> None:
    (found,) = read("12 maja 2026 – szkolenie „Petycje”. Zapisy na szkolenie „Petycje” do 8 maja.", "2026-04-27").found
    assert (str(found.draft.start), str(found.draft.signup_deadline)) == ("2026-05-12", "2026-05-08")
