"""The sample programmes can be read, and hold what they are samples of."""

import json
from datetime import date
from pathlib import Path

import pytest

from domain import programme
from domain.programme import ProgrammeFile
from domain.training import Admission, Details, Mode
from domain.wall import Wall

FOLDER = Path(__file__).parents[3] / "playground" / "programmes"
HOLIDAY = date(2026, 5, 1)


def sample(name: str) -> ProgrammeFile:
    return programme.read((FOLDER / f"{name}.json").read_bytes())


def coast() -> dict[str, Details]:
    return {listed.key: listed.details for listed in sample("coast").trainings}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_a_sample_is_the_same_after_export_and_import(path: Path) -> None:
    file = programme.read(path.read_bytes())
    text = programme.write(file.entry, [(each.key, each.details, each.free_seats) for each in file.trainings], file.faq)
    again = programme.read(text)
    assert (again.entry, again.name, again.organiser, again.faq) == (file.entry, file.name, file.organiser, file.faq)
    assert [(each.key, each.details, each.free_seats) for each in again.trainings] == [
        (each.key, each.details, each.free_seats) for each in file.trainings
    ]


def test_the_competence_centre_states_days_but_neither_hours_nor_seats() -> None:
    file = sample("mck-2024-09")
    listed = [each.details for each in file.trainings]
    assert [str(details.start) for details in listed] == [f"2024-09-{day}" for day in ["09", 11, 12, 13, 19, 26]]
    assert [details.place.name if details.place else None for details in listed] == [
        "Biuro Rady Miasta Gdańska",
        *[None] * 5,
    ]
    for details in listed:
        assert (details.end, details.capacity, details.mode, details.speakers, details.contact) == (None,) * 5
        assert details.price_pln == 0
        assert details.eligibility
        assert details.eligibility.who is Admission.MEMBERS


def test_the_congress_of_secretaries_has_two_days_and_sessions_without_hours() -> None:
    [listed] = sample("congress-2023").trainings
    details = listed.details
    assert (str(details.start), str(details.end)) == ("2023-09-06", "2023-09-07")
    assert [(item.start, item.end) for item in details.agenda or ()] == [(None, None)] * 2
    assert (details.capacity, details.price_pln, details.eligibility) == (None, None, None)


def test_the_demo_has_nine_trainings_in_order() -> None:
    starts = [details.start.day for details in coast().values()]
    assert len(starts) == 9
    assert starts == sorted(starts)


def test_the_demo_has_one_seat_left_where_a_queue_will_form() -> None:
    [listed] = [each for each in sample("coast").trainings if each.key == "rozmowy-2026-05"]
    assert (listed.details.capacity, listed.free_seats, listed.details.waiting_list) == (12, 1, True)
    assert programme.seats(listed.details, listed.free_seats, 0) == 1


def test_the_demo_covers_every_kind_of_training() -> None:
    demo = coast()
    assert demo["cyber-2026-05"].mode is Mode.ONLINE
    assert demo["cyber-2026-05"].online_url
    assert demo["plan-ogolny-2026-05"].start == Wall(date(2026, 5, 7))
    assert (demo["dostepnosc-2026-04"].start.day < date(2026, 4, 27), demo["dostepnosc-2026-04"].certificate) == (
        True,
        True,
    )
    assert demo["zamowienia-2026-05"].start.day.strftime("%A") == "Monday"
    assert HOLIDAY.isocalendar().week == demo["dane-2026-04"].start.day.isocalendar().week
    assert demo["fundusze-2026-05"].signup_url
    congress = demo["kongres-2026-05"]
    assert {item.track for item in congress.agenda or ()} == {None, "Cyfrowy urząd", "Urząd dla ludzi"}
    limits = {key: details.eligibility for key, details in demo.items() if details.eligibility}
    assert limits["zamowienia-2026-05"].per_institution == 2
    assert (limits["kryzys-2026-05"].who, len(limits["kryzys-2026-05"].institutions)) == (Admission.MEMBERS, 4)


def test_the_demo_is_invented() -> None:
    text = (FOLDER / "coast.json").read_text("utf-8")
    assert text.count("example.org") == text.count("https://") + text.count("@")
    assert json.loads(text)["organiser"] == "Metropolia Nadmorska"
