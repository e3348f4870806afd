"""What a programme file says, as the domain's values."""

import json
from datetime import date, time
from decimal import Decimal

import pytest

from domain import programme
from domain.programme import Listed, ProgrammeFile
from domain.training import (
    Admission,
    AgendaItem,
    Contact,
    Details,
    Eligibility,
    Material,
    Minimum,
    Mode,
    Place,
    Speaker,
    Status,
)
from domain.wall import Wall

FULL = """{
  "programme": "Kompetencje 2026",
  "organiser": "Metropolia Nadmorska",
  "timezone": "Europe/Warsaw",
  "coordinator": {"name": "Ewa Lis", "role": null, "email": "ewa.lis@example.org", "phone": "58 000 00 01"},
  "signup_url": "https://szkolenia.example.org/lista",
  "faq": [{"id": "obiad", "q": "Czy jest obiad?", "a": "Tak.\\nO 13:00."}],
  "trainings": [
    {
      "id": "s1", "kind": "szkolenie", "title": "Prawo opcji", "topics": ["zamówienia"], "summary": "Opcje.",
      "start": "2026-05-06T09:00", "end": "2026-05-07", "daily_hours": {"from": "09:00", "to": "15:30"},
      "mode": "hybrydowe", "place": {"name": "Ratusz", "city": "Puck", "room": null},
      "online_url": "https://spotkania.example.org/a?b=1#c", "speakers": [{"name": "Jan Sowa", "role": "radca"}],
      "capacity": 12, "free_seats": 0, "waiting_list": false, "signup_deadline": "2026-05-05",
      "signup_url": "https://zapisy.example.org:8443/", "level": "dla początkujących", "audience": "sekretarze",
      "contact": {"name": "Jan Sowa"}, "price_pln": 99.50, "certificate": true,
      "materials": [{"title": "Prezentacja", "url": "https://example.org/a.pdf"}],
      "agenda": [{"id": "1", "title": "Wykład", "start": "2026-05-06T09:00", "end": "2026-05-06T10:00",
                  "place": {"room": "2"}, "speakers": [], "track": "A", "bookable": false, "capacity": 0}],
      "eligibility": {"who": "members", "institutions": ["UM Puck"], "per_institution": 2},
      "minimum": {"people": 5, "decide_by": "2026-05-04T12:00"}, "status": "moved", "note": "Uwaga."
    },
    {"id": "s2", "title": "Dostępność",
     "start": "2026-05-07"}
  ]
}"""

DETAILS = Details(
    title="Prawo opcji",
    start=Wall(date(2026, 5, 6), time(9)),
    kind="szkolenie",
    topics=("zamówienia",),
    summary="Opcje.",
    end=Wall(date(2026, 5, 7)),
    daily_hours=(time(9), time(15, 30)),
    mode=Mode.HYBRID,
    place=Place("Ratusz", "Puck"),
    online_url="https://spotkania.example.org/a?b=1#c",
    speakers=(Speaker("Jan Sowa", "radca"),),
    capacity=12,
    waiting_list=False,
    signup_deadline=Wall(date(2026, 5, 5)),
    signup_url="https://zapisy.example.org:8443/",
    level="dla początkujących",
    audience="sekretarze",
    contact=Contact("Jan Sowa"),
    price_pln=Decimal("99.50"),
    certificate=True,
    materials=(Material("Prezentacja", "https://example.org/a.pdf"),),
    agenda=(
        AgendaItem(
            key="1",
            title="Wykład",
            start=Wall(date(2026, 5, 6), time(9)),
            end=Wall(date(2026, 5, 6), time(10)),
            place=Place(room="2"),
            speakers=(),
            track="A",
            bookable=False,
            capacity=0,
        ),
    ),
    eligibility=Eligibility(Admission.MEMBERS, ("UM Puck",), 2),
    minimum=Minimum(5, Wall(date(2026, 5, 4), time(12))),
    status=Status.MOVED,
    note="Uwaga.",
)


def only_training(**fields: object) -> Details:
    training = {"id": "a", "title": "A", "start": "2026-05-06T09:00"} | fields
    return programme.read(json.dumps({"programme": "Próba", "trainings": [training]})).trainings[0].details


def test_every_field_is_read() -> None:
    file = programme.read(FULL)
    assert file.trainings == (
        Listed("s1", DETAILS, 0, 9),
        Listed("s2", Details("Dostępność", Wall(date(2026, 5, 7))), None, 23),
    )


def test_the_programme_keeps_its_own_part_whole() -> None:
    file = programme.read(FULL)
    assert (file.name, file.organiser, file.timezone) == ("Kompetencje 2026", "Metropolia Nadmorska", "Europe/Warsaw")
    own = json.loads(FULL)
    del own["trainings"]
    assert json.loads(file.entry) == own


def test_a_programme_needs_no_more_than_a_name() -> None:
    entry = {"programme": None, "organiser": "Metropolia", "timezone": None, "coordinator": None} | {
        "signup_url": None,
        "faq": None,
    }
    assert programme.read('{"organiser": "Metropolia"}') == ProgrammeFile(
        json.dumps(entry), "Metropolia", "Metropolia", "Europe/Warsaw", (), ()
    )


def test_missing_and_null_say_the_same() -> None:
    names = ["kind", "topics", "place", "mode", "capacity", "free_seats", "eligibility", "minimum", "status", "end"]
    assert only_training(**dict.fromkeys(names)) == only_training()


def test_zero_false_and_empty_are_stated() -> None:
    details = only_training(price_pln=0, certificate=False, speakers=[], materials=[], capacity=0)
    assert (details.price_pln, details.certificate, details.capacity) == (Decimal(0), False, 0)
    assert (details.speakers, details.materials, details.topics) == ((), (), None)


def test_nothing_stated_about_eligibility_means_everybody() -> None:
    assert only_training(eligibility={"per_institution": 2}).eligibility == Eligibility(Admission.ALL, (), 2)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-05-06", "2026-05-06"),
        ("2026-05-06", "2026-05-06T15:00"),
        ("2026-05-06T09:00", "2026-05-06"),
        ("2026-05-06T22:00", "2026-05-07T02:00"),
    ],
)
def test_a_day_and_an_hour_may_stand_side_by_side(start: str, end: str) -> None:
    assert only_training(start=start, end=end).end == Wall.parse(end)


def test_a_deadline_may_fall_on_the_last_day() -> None:
    assert only_training(end="2026-05-07", signup_deadline="2026-05-07T23:00").signup_deadline is not None


@pytest.mark.parametrize(
    "text", [FULL, FULL.encode(), FULL.encode("utf-8-sig"), "\ufeff" + FULL, FULL.replace("\n", "\r\n")]
)
def test_notepad_may_have_saved_it(text: str | bytes) -> None:
    assert programme.read(text).trainings == programme.read(FULL).trainings


def test_line_breaks_of_spreadsheets_become_plain_ones() -> None:
    assert only_training(summary="one\r\ntwo\tthree").summary == "one\ntwo\tthree"


@pytest.mark.parametrize("url", ["https://żółw.example.org/ą", "http://example.org?x=a@b", "https://a-b.xn--p1ai/"])
def test_plain_addresses_are_taken(url: str) -> None:
    assert only_training(online_url=url).online_url == url
