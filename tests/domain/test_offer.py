from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain import dates, offer, quiet
from domain.official import Preferences
from domain.training import Training
from domain.wall import Wall
from tests.domain.invented import WARSAW, at, manners, shown, training, walls

USUAL = Preferences()
LATE_RISER = Preferences(quiet_from=time(20), quiet_until=time(10, 30))
NAP = Preferences(quiet_from=time(12), quiet_until=time(14))
NEVER = Preferences(quiet_from=time(7), quiet_until=time(7))
SHORT = timedelta(hours=3)
LONG = timedelta(hours=24)

trainings = some.builds(training, walls, deadline=some.none() | walls)
spans = some.timedeltas(timedelta(0), timedelta(days=6))


def answer(now: str, start: str, preferences: Preferences = USUAL, deadline: str | None = None) -> str:
    """Return when an offer delivered now ends."""
    return shown(offer.answer_by(at(now), training(start, deadline=deadline), preferences))


def cap(event: Training) -> datetime:
    begun_by = dates.begun_by(event.details.start, WARSAW)
    return max(begun_by, event.deadline or begun_by)


@pytest.mark.parametrize(
    ("now", "start", "expected"),
    [
        ("2026-05-12T10:00", "2026-05-20T09:00", "Wed 13 May 10:00"),
        ("2026-05-12T10:00", "2026-05-14T10:01", "Wed 13 May 10:00"),  # a minute over 48 h
        ("2026-05-12T10:00", "2026-05-14T10:00", "Tue 12 May 13:00"),  # 48 h sharp
        ("2026-05-12T10:00", "2026-05-13T09:00", "Tue 12 May 13:00"),
        ("2026-05-12T10:00:01", "2026-05-13T09:00", "Tue 12 May 13:01"),
        ("2026-05-12T16:59", "2026-05-13T12:00", "Tue 12 May 19:59"),
        ("2026-05-12T16:59:30", "2026-05-13T12:00", "Wed 13 May 09:00"),  # rounded up into the quiet hours
        ("2026-05-12T17:00", "2026-05-13T12:00", "Wed 13 May 09:00"),
        ("2026-05-15T10:00", "2026-05-29T09:00", "Mon 18 May 09:00"),  # Friday: the end falls on a Saturday
        ("2026-04-30T10:00", "2026-05-29T09:00", "Mon 04 May 09:00"),  # the May holidays
        ("2026-12-23T10:00", "2027-01-12T09:00", "Mon 28 Dec 09:00"),
        ("2026-05-12T08:00", "2026-05-13", "Tue 12 May 11:00"),
        ("2026-05-13T08:00", "2026-05-13", "Wed 13 May 11:00"),
    ],
)
def test_offer_is_kept_a_day_or_three_hours_and_ends_by_day(now: str, start: str, expected: str) -> None:
    assert answer(now, start) == expected


@pytest.mark.parametrize(
    ("now", "start", "deadline", "expected"),
    [
        ("2026-05-12T08:00", "2026-05-12T10:00", None, "Tue 12 May 10:00"),
        ("2026-05-12T18:00", "2026-05-13T08:00", None, "Wed 13 May 08:00"),  # 9:00 would be after the start
        ("2026-05-15T10:00", "2026-05-17T12:00", None, "Sun 17 May 12:00"),
        ("2026-05-15T18:00", "2026-05-16T12:00", None, "Sat 16 May 12:00"),
        ("2026-05-12T08:00", "2026-05-12T10:00", "2026-05-10", "Tue 12 May 10:00"),  # the later of the two counts
        ("2026-05-12T08:00", "2026-05-12T10:00", "2026-05-12T10:30", "Tue 12 May 10:30"),
        ("2026-05-13T20:00", "2026-05-13", None, "Thu 14 May 00:00"),
    ],
)
def test_offer_ends_at_the_start_or_the_deadline(now: str, start: str, deadline: str | None, expected: str) -> None:
    assert answer(now, start, deadline=deadline) == expected


@pytest.mark.parametrize(
    ("now", "preferences", "expected"),
    [
        ("2026-05-12T21:00", LATE_RISER, "Thu 14 May 10:30"),
        ("2026-05-12T09:00", LATE_RISER, "Wed 13 May 10:30"),
        ("2026-05-12T13:00", NAP, "Wed 13 May 14:00"),
        ("2026-05-15T13:00", NAP, "Mon 18 May 09:00"),
        ("2026-05-12T03:00", NEVER, "Wed 13 May 03:00"),
    ],
)
def test_morning_is_that_of_the_person(now: str, preferences: Preferences, expected: str) -> None:
    assert answer(now, "2026-05-29T09:00", preferences) == expected


@pytest.mark.parametrize(
    ("now", "expected"), [("2026-03-29T01:30", "Mon 30 Mar 02:30"), ("2026-10-25T01:30", "Mon 26 Oct 00:30")]
)
def test_day_of_a_clock_change_is_counted_in_real_hours(now: str, expected: str) -> None:
    assert answer(now, "2026-12-01T09:00", NEVER) == expected


@pytest.mark.parametrize(
    ("now", "start", "expected"),
    [
        ("2026-05-12T09:00", "2026-05-12T12:00", False),
        ("2026-05-12T09:00:01", "2026-05-12T12:00", True),
        ("2026-05-12T13:00", "2026-05-12T12:00", True),
        ("2026-05-11T23:59", "2026-05-12", False),
        ("2026-05-12T00:00", "2026-05-12", True),
        ("2026-05-12T15:00", "2026-05-12", True),
        ("2026-03-29T00:00", "2026-03-29T04:00", False),  # three hours on the night without 2:00
        ("2026-03-29T00:01", "2026-03-29T04:00", True),
    ],
)
def test_shortly_before_the_start_the_first_to_answer_gets_the_seat(*, now: str, start: str, expected: bool) -> None:
    assert offer.first_to_answer(at(now), training(start)) is expected


@given(event=trainings, preferences=manners, span=spans)
def test_offer_never_outlasts_its_cap(event: Training, preferences: Preferences, span: timedelta) -> None:
    assert offer.answer_by(cap(event) - span, event, preferences) <= cap(event)


@given(event=trainings, preferences=manners, span=spans)
def test_offer_ends_in_quiet_time_only_at_its_cap(event: Training, preferences: Preferences, span: timedelta) -> None:
    end = offer.answer_by(cap(event) - span, event, preferences)
    assert end == cap(event) or not quiet.quiet(end, preferences, WARSAW)


@given(event=trainings, preferences=manners, span=spans)
def test_offer_leaves_the_promised_time_unless_capped(
    event: Training, preferences: Preferences, span: timedelta
) -> None:
    now = cap(event) - span
    promised = LONG if event.starts_at - now > timedelta(hours=48) else SHORT
    end = offer.answer_by(now, event, preferences)
    assert end == cap(event) or end - now >= promised
    assert (end.second, end.microsecond) == (0, 0)


@given(event=trainings, preferences=manners, span=spans)
def test_offer_that_need_not_move_keeps_exactly_the_promised_time(
    event: Training, preferences: Preferences, span: timedelta
) -> None:
    now = (cap(event) - span).replace(second=0, microsecond=0)
    promised = now + (LONG if event.starts_at - now > timedelta(hours=48) else SHORT)
    moves = promised > cap(event) or quiet.quiet(promised, preferences, WARSAW)
    assert (offer.answer_by(now, event, preferences) == promised) is not moves


@given(start=walls, span=some.timedeltas(timedelta(days=-1), timedelta(hours=3)))
def test_once_it_is_for_the_first_to_answer_it_stays_so(start: Wall, span: timedelta) -> None:
    event = training(start)
    now = event.starts_at - (min(span, timedelta(0)) if start.hour is None else span - timedelta(microseconds=1))
    assert offer.first_to_answer(now, event)
