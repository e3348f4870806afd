from dataclasses import replace

from domain.repasting import laid_over, matched
from domain.training import Admission, Contact, Draft, Eligibility, Place, Status
from domain.wall import Wall


def draft(title: str, start: str | None = "2026-05-11T09:00", **stated: object) -> Draft:
    return Draft(title=title, start=Wall.parse(start) if start else None, **stated)  # type: ignore[arg-type]


def fits(new: list[Draft], known: list[Draft]) -> list[str | None]:
    return [found.note if found else None for found in matched(new, known, lambda each: each)]


OPTIONS = draft("Prawo opcji", note="options")
ARCHIVE = draft("Archiwum zakładowe krok po kroku", "2026-05-12", note="archive")
AGAIN = draft("Prawo opcji", "2026-06-11", note="again")


def test_same_title_on_the_same_day_is_the_same_training() -> None:
    assert fits([draft("PRAWO OPCJI", "2026-05-11"), draft("Prawo opcj")], [ARCHIVE, OPTIONS]) == ["options", None]


def test_added_subtitle_does_not_make_another_training() -> None:
    assert fits([draft("Prawo opcji. Warsztaty")], [OPTIONS]) == ["options"]


def test_moved_training_is_known_by_its_title_alone_unless_two_have_it() -> None:
    moved = draft("Prawo opcji", "2026-05-18T09:00")
    assert fits([moved], [OPTIONS, ARCHIVE]) == ["options"]
    assert fits([moved], [OPTIONS, AGAIN]) == [None]
    assert fits([draft("Prawo opcji", "2026-05-11"), moved], [OPTIONS, AGAIN]) == ["options", "again"]


def test_other_title_is_another_training() -> None:
    assert fits([draft("Prawo pracy", "2026-05-12"), draft("Opcje")], [OPTIONS, ARCHIVE]) == [None, None]


def test_reworded_title_at_the_same_hour_is_the_same_training() -> None:
    assert fits([draft("Prawo opcji w zamówieniach")], [OPTIONS]) == ["options"]


def test_draft_without_a_day_or_title_is_nobody() -> None:
    assert fits([Draft(), draft("Warsztat", None)], [OPTIONS]) == [None, None]


def test_what_a_text_leaves_out_stays() -> None:
    known = replace(OPTIONS, capacity=20, place=Place("Ratusz", "Gdynia", "7"), contact=Contact(phone="58 000 00 00"))
    told = draft("Prawo opcji", "2026-05-11", place=Place(room="9"), contact=Contact(email="a@example.org"))
    assert laid_over(known, told) == replace(
        known,
        place=Place("Ratusz", "Gdynia", "9"),
        contact=Contact(phone="58 000 00 00", email="a@example.org"),
    )


def test_other_day_takes_the_former_end_away() -> None:
    known = replace(OPTIONS, end=Wall.parse("2026-05-11T12:00"))
    assert laid_over(known, draft("Prawo opcji", "2026-05-18T10:00")).end is None


def test_cancellation_is_news() -> None:
    assert laid_over(OPTIONS, draft("Prawo opcji", status=Status.CANCELLED)).status is Status.CANCELLED


def test_notice_of_change_leaves_the_kind() -> None:
    workshop = replace(OPTIONS, kind="warsztat")
    for status in (Status.MOVED, Status.CANCELLED):
        assert laid_over(workshop, draft("Prawo opcji", kind="szkolenie", status=status)).kind == "warsztat"
    assert laid_over(OPTIONS, draft("Prawo opcji", kind="szkolenie", status=Status.MOVED)).kind == "szkolenie"
    assert laid_over(workshop, draft("Prawo opcji", kind="webinar")).kind == "webinar"


def test_limit_for_an_institution_leaves_who_may_come() -> None:
    members = replace(OPTIONS, eligibility=Eligibility(Admission.MEMBERS))
    told = draft("Prawo opcji", eligibility=Eligibility(per_institution=2))
    assert laid_over(members, told).eligibility == Eligibility(Admission.MEMBERS, per_institution=2)
