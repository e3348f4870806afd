"""Calendar files: one training keeps its UID, what is not known is not stated, the zone is small."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar, Event

from domain.training import Place, Status, Training
from domain.wall import Wall
from handlers import calendar_file
from handlers.reply import Document
from tests.handlers.samples import FORM, FULL, NOW, SEATS, SERVICE, UNKNOWN, WARSAW


def event(training: Training, *, with_link: bool = False) -> Event:
    return events(calendar_file.event_file(training, SERVICE, NOW, with_link=with_link))[0]


def events(document: Document) -> list[Event]:
    calendar = Calendar.from_ical(document.content)
    assert isinstance(calendar, Calendar)
    return calendar.events


def stated(training: Training, **details: object) -> Training:
    return replace(training, details=replace(training.details, **details))  # type: ignore[arg-type]


def test_file_is_named_after_the_training() -> None:
    document = calendar_file.event_file(SEATS, SERVICE, NOW)
    assert (document.name, document.mime) == ("szkolenie-12.ics", "text/calendar")


def test_event_has_time_place_and_a_way_back_to_the_chat() -> None:
    made = event(SEATS)
    assert made["summary"] == "Archiwum urzędu krok po kroku"
    assert made["location"] == "Dom Kultury, 12, Lipowo"
    assert made["url"] == "https://t.me/lipowo_bot?start=s12"
    assert made.start == datetime(2026, 5, 7, 9, tzinfo=WARSAW)
    assert made.end == datetime(2026, 5, 7, 12, 30, tzinfo=WARSAW)
    assert made["dtstart"].params["TZID"] == "Europe/Warsaw"


def test_changed_training_keeps_its_uid_under_a_higher_sequence() -> None:
    before, after = event(SEATS), event(replace(stated(SEATS, start=Wall.parse("2026-05-08T09:00")), version=2))
    assert before["uid"] == after["uid"] == "training-12@lipowo_bot"
    assert (before["sequence"], after["sequence"]) == (1, 2)


def test_called_off_training_is_cancelled_in_the_calendar() -> None:
    assert event(stated(SEATS, status=Status.CANCELLED))["status"] == "CANCELLED"
    assert event(SEATS)["status"] == "CONFIRMED"


@pytest.mark.parametrize(
    ("start", "end", "first", "after"),
    [
        ("2026-05-07", None, date(2026, 5, 7), date(2026, 5, 8)),
        ("2026-05-07", "2026-05-09", date(2026, 5, 7), date(2026, 5, 10)),
        ("2026-05-07T09:00", "2026-05-09", date(2026, 5, 7), date(2026, 5, 10)),
    ],
)
def test_unknown_hours_make_whole_days(start: str, end: str | None, first: date, after: date) -> None:
    made = event(stated(UNKNOWN, start=Wall.parse(start), end=Wall.parse(end) if end else None))
    assert (made.start, made.end) == (first, after)


def test_unknown_end_is_not_made_up() -> None:
    assert "dtend" not in event(FULL)


def test_daily_hours_repeat_under_one_uid() -> None:
    days = stated(
        UNKNOWN, start=Wall.parse("2026-05-07"), end=Wall.parse("2026-05-09"), daily_hours=(time(9), time(15))
    )
    made = event(days)
    assert made.start == datetime(2026, 5, 7, 9, tzinfo=WARSAW)
    assert made.end == datetime(2026, 5, 7, 15, tzinfo=WARSAW)
    assert made["rrule"] == {"FREQ": ["DAILY"], "COUNT": [3]}


def test_online_link_is_for_people_on_the_list() -> None:
    assert "spotkania.example.org" not in str(event(FULL)["description"])
    assert "https://spotkania.example.org/pisma" in str(event(FULL, with_link=True)["description"])


def test_everything_comes_in_one_file_with_links_of_own_seats_only() -> None:
    document = calendar_file.all_events([SEATS, FULL], [FORM, FULL], SERVICE, NOW)
    made = {str(each["uid"]): str(each["description"]) for each in events(document)}
    assert list(made) == ["training-12@lipowo_bot", "training-14@lipowo_bot", "training-15@lipowo_bot"]
    assert "spotkania" in made["training-14@lipowo_bot"]
    assert "spotkania" not in made["training-15@lipowo_bot"]


def test_zone_covers_a_year_around_and_stays_small() -> None:
    document = calendar_file.event_file(SEATS, SERVICE, NOW)
    assert len(document.content) < 1200
    assert document.content.count(b"BEGIN:VTIMEZONE") == 1
    assert document.content.count(b"BEGIN:STANDARD") == 1


@pytest.mark.parametrize("start", ["2026-03-29T02:30", "2026-10-25T02:30"])
def test_nights_of_the_clock_change_make_a_file(start: str) -> None:
    made = event(stated(FULL, start=Wall.parse(start)))
    assert made.start == datetime.fromisoformat(start).replace(tzinfo=WARSAW)


def test_texts_cannot_add_lines_to_the_file() -> None:
    hostile = stated(SEATS, title="A\r\nATTENDEE:x\nB; C, D\\", place=Place("Sala\r\nX-EVIL:1", "L", None))
    content = calendar_file.event_file(hostile, SERVICE, NOW).content
    assert not any(line.startswith((b"ATTENDEE", b"X-EVIL")) for line in content.splitlines())
    assert event(hostile)["summary"] == "A ATTENDEE:x B; C, D\\"


def test_stamp_is_the_moment_it_was_made() -> None:
    assert datetime(2026, 5, 4, 8, 0, tzinfo=UTC) == event(SEATS).DTSTAMP
