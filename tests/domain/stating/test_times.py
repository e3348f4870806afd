"""Days and hours as organisers type them: read in many ways, never guessed, in order and on the clock."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.stating import Field, Misfit, Unclear, moment
from domain.training import AgendaItem, Draft, Minimum
from domain.wall import Wall
from tests.domain.stating.stated import NOW, WARSAW, stated, when


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19.09 9-12", "2026-09-19T09:00 2026-09-19T12:00"),
        ("19.09.2026, 9:00–12:00", "2026-09-19T09:00 2026-09-19T12:00"),
        ("czwartek 9:00–12:00", "2026-04-30T09:00 2026-04-30T12:00"),
        ("w przyszły wtorek o 9", "2026-05-05T09:00"),
        ("za 2 tygodnie w środę", "2026-05-13"),
        ("jutro 10-12", "2026-04-28T10:00 2026-04-28T12:00"),
        ("12 września 2026 r., godz. 9", "2026-09-12T09:00"),
        ("12 wrzesnia 9.00", "2026-09-12T09:00"),
        ("12 wrześna", "2026-09-12"),
        ("12 IX", "2026-09-12"),
        ("dnia 12 maja 2026 roku w godzinach od 9 do 12", "2026-05-12T09:00 2026-05-12T12:00"),
        ("śr., 6 maja, 9.00–12.00", "2026-05-06T09:00 2026-05-06T12:00"),
        ("6.05 - 9:00", "2026-05-06T09:00"),
        ("6.05 9⁰⁰–12³⁰", "2026-05-06T09:00 2026-05-06T12:30"),
        ("2026-09-12 09:00", "2026-09-12T09:00"),
        ("12/09/2026", "2026-09-12"),
        ("Thursday 10 September 9am-5pm", "2026-09-10T09:00 2026-09-10T17:00"),
        ("6–7 września", "2026-09-06 2026-09-07"),
        ("6-7 września 2026 r., 9-15", "2026-09-06T09:00 2026-09-07T15:00 09:00-15:00"),
        ("30.09–2.10", "2026-09-30 2026-10-02"),
        ("12 i 13 maja", "2026-05-12 2026-05-13"),
        ("12.05 14:00 – 13.05 12:00", "2026-05-12T14:00 2026-05-13T12:00"),
        ("29.02", "2028-02-29"),
        ("9.00-14.00", "2026-05-06T09:00 2026-05-06T14:00"),
        ("od 10 do 14", "2026-05-06T10:00 2026-05-06T14:00"),
        ("godz. 9", "2026-05-06T09:00"),
    ],
)
def test_a_day_with_hours_is_read_in_one_answer(text: str, expected: str) -> None:
    assert when(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9-12", "2026-05-06T09:00 2026-05-06T12:00"),
        ("9.10–12.10", "2026-05-06T09:10 2026-05-06T12:10"),
        ("w godz. 9.00–12.00", "2026-05-06T09:00 2026-05-06T12:00"),
        ("od godz. 9 do godz. 12", "2026-05-06T09:00 2026-05-06T12:00"),
        ("9", "2026-05-06T09:00"),
        ("9:30", "2026-05-06T09:30"),
        ("brak", "2026-05-06"),
        ("19.09", Misfit.NO_SUCH_HOUR),
        ("25", Misfit.NO_SUCH_HOUR),
        ("rano", Misfit.UNREAD),
        ("jutro 9", Misfit.UNREAD),
        ("12-9", Misfit.END_FIRST),
    ],
)
def test_hours_alone_go_to_the_day_that_is_known(text: str, expected: str | Misfit) -> None:
    assert when(text, Field.HOURS) == expected


@pytest.mark.parametrize(
    ("text", "misfit"),
    [
        ("31.02", Misfit.NO_SUCH_DAY),
        ("31 kwietnia", Misfit.NO_SUCH_DAY),
        ("29.02.2027", Misfit.NO_SUCH_DAY),
        ("6.05 24:30", Misfit.NO_SUCH_HOUR),
        ("25:00", Misfit.NO_SUCH_HOUR),
        ("czwartek 12.05", Misfit.WEEKDAY),
        ("sobota 12 września 2027", Misfit.WEEKDAY),
        ("6.05 12-9", Misfit.END_FIRST),
        ("30.09–2.09", Misfit.END_FIRST),
        ("28.03.2027 2:30", Misfit.SKIPPED),
        ("25.10.2026 2:30", Misfit.SKIPPED),
        ("w tym tygodniu", Misfit.UNREAD),
        ("w maju", Misfit.UNREAD),
        ("czwartek 9", Misfit.UNREAD),
        ("12.05, 13.05", Misfit.UNREAD),
        ("6.05 sala 12", Misfit.UNREAD),
        ("kiedyś", Misfit.UNREAD),
        ("?", Misfit.UNREAD),
        ("", Misfit.UNREAD),
    ],
)
def test_what_is_no_day_or_may_be_several_is_not_guessed(text: str, misfit: Misfit) -> None:
    assert when(text) == misfit


def test_a_new_day_keeps_the_hours_and_new_hours_keep_the_days() -> None:
    known: dict[str, Any] = {"start": Wall.parse("2026-05-06T09:00"), "end": Wall.parse("2026-05-06T12:00")}
    assert when("8.05", **known) == "2026-05-08T09:00 2026-05-08T12:00"
    several: dict[str, Any] = {"start": Wall.parse("2026-05-06"), "end": Wall.parse("2026-05-07")}
    assert when("9-15", **several) == "2026-05-06T09:00 2026-05-07T15:00 09:00-15:00"


def test_an_agenda_moves_with_its_day() -> None:
    items = (AgendaItem("p1", "Otwarcie", Wall.parse("2026-05-06T09:00"), Wall.parse("2026-05-06T09:30")),)
    moved = stated(Field.WHEN, "8.05", agenda=items)
    assert isinstance(moved, Draft)
    assert moved.agenda
    assert [str(moved.agenda[0].start), str(moved.agenda[0].end)] == ["2026-05-08T09:00", "2026-05-08T09:30"]


def test_hours_without_a_day_are_refused() -> None:
    assert when("9-12", draft=Draft(title="A")) == Misfit.NO_DAY
    assert when("9-12", Field.HOURS, Draft(title="A")) == Misfit.NO_DAY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5.05", "2026-05-05"),
        ("do 5.05", "2026-05-05"),
        ("do wtorku 12:00", "2026-04-28T12:00"),
        ("5 maja, 12:00", "2026-05-05T12:00"),
        ("do 5.05 do godz. 12", "2026-05-05T12:00"),
        ("jutro", "2026-04-28"),
        ("6.05", "2026-05-06"),
        ("7.05", Misfit.AFTER_START),
        ("31.04", Misfit.NO_SUCH_DAY),
        ("wkrótce", Misfit.UNREAD),
    ],
)
def test_a_deadline_is_a_day_with_or_without_its_hour_before_the_start(text: str, expected: str | Misfit) -> None:
    outcome = stated(Field.DEADLINE, text)
    assert (outcome if isinstance(outcome, Misfit) else str(outcome.signup_deadline)) == expected


def test_a_start_before_the_deadline_or_the_decision_is_refused() -> None:
    assert when("30.04", signup_deadline=Wall.parse("2026-05-05")) == Misfit.AFTER_START
    assert when("30.04", minimum=Minimum(5, Wall.parse("2026-05-05"))) == Misfit.AFTER_START


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jutro 9:30", "2026-04-28T09:30"),
        ("jutro", "2026-04-28T08:00"),
        ("9:30", "2026-04-27T09:30"),
        ("7:30", "2026-04-28T07:30"),
        ("w piątek o 12", "2026-05-01T12:00"),
        ("27.04 7:00", Misfit.PAST),
        ("12.05.2031", Misfit.PAST),
        ("28.03.2027 2:30", Misfit.SKIPPED),
        ("jutro 8-9", Misfit.UNREAD),
        ("zaraz", Misfit.UNREAD),
    ],
)
def test_a_moment_to_publish_is_one_instant_to_come(text: str, expected: str | Misfit) -> None:
    at = moment(text, NOW, WARSAW)
    assert (at.misfit if isinstance(at, Unclear) else f"{at.astimezone(WARSAW):%Y-%m-%dT%H:%M}") == expected


@settings(max_examples=60)
@given(st.dates(NOW.date(), NOW.date() + timedelta(days=364)), st.integers(4, 20))
def test_what_is_written_plainly_is_read_back(day: date, hour: int) -> None:
    text = f"{day.day}.{day.month:02}.{day.year} {hour}:15-{hour + 1}:45"
    expected = f"{day:%Y-%m-%d}T{time(hour, 15):%H:%M} {day:%Y-%m-%d}T{time(hour + 1, 45):%H:%M}"
    assert when(text) == expected


@settings(max_examples=100)
@given(st.text("0123456789.:-– odwmajśr czwtk\n", max_size=40))
def test_whatever_is_typed_is_taken_or_refused(text: str) -> None:
    for field in (Field.WHEN, Field.HOURS, Field.DEADLINE, Field.AGENDA, Field.MINIMUM):
        assert isinstance(stated(field, text), Misfit | Draft)
