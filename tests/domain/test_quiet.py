from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as some

from domain import calendar
from domain.official import Preferences
from domain.quiet import last_loud_before, next_loud, quiet
from tests.domain.invented import WARSAW, at

USUAL = Preferences()
NAP = Preferences(quiet_from=time(12), quiet_until=time(14))
NEVER = Preferences(quiet_from=time(7), quiet_until=time(7))
UNTIL_HALF_PAST_TWO = Preferences(quiet_from=time(20), quiet_until=time(2, 30))
MICROSECOND = timedelta(microseconds=1)

moments = some.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 10), timezones=some.just(UTC))  # noqa: DTZ001
change_nights = some.sampled_from([datetime(2026, 3, 28, 18, tzinfo=UTC), datetime(2026, 10, 24, 18, tzinfo=UTC)])
moments |= some.builds(lambda night, minutes: night + timedelta(minutes=minutes), change_nights, some.integers(0, 1200))
hours = some.builds(time, some.integers(0, 23), some.integers(0, 59))
manners = some.builds(Preferences, quiet_from=hours, quiet_until=hours)
percents = some.integers(0, 99)


@pytest.mark.parametrize(
    ("moment", "preferences", "expected"),
    [
        ("2026-05-12T19:59", USUAL, False),
        ("2026-05-12T20:00", USUAL, True),
        ("2026-05-13T06:59", USUAL, True),
        ("2026-05-13T07:00", USUAL, False),
        ("2026-05-16T12:00", USUAL, True),  # Saturday
        ("2026-05-01T12:00", USUAL, True),
        ("2026-12-24T12:00", USUAL, True),
        ("2026-05-12T12:00", NAP, True),
        ("2026-05-12T13:59", NAP, True),
        ("2026-05-12T14:00", NAP, False),
        ("2026-05-12T03:00", NAP, False),
        ("2026-05-12T07:00", NEVER, False),
        ("2026-05-12T03:00", NEVER, False),
        ("2026-05-16T12:00", NEVER, True),
    ],
)
def test_quiet_are_the_quiet_hours_and_the_days_off(*, moment: str, preferences: Preferences, expected: bool) -> None:
    assert quiet(at(moment), preferences, WARSAW) is expected


@pytest.mark.parametrize(("moment", "expected"), [("2026-05-16T12:00", False), ("2026-05-16T20:00", True)])
def test_days_off_may_be_left_out(*, moment: str, expected: bool) -> None:
    assert quiet(at(moment), USUAL, WARSAW, days_off=False) is expected


@pytest.mark.parametrize(
    ("moment", "preferences", "expected"),
    [
        ("2026-05-12T19:59:30", USUAL, "2026-05-12T19:59:30"),
        ("2026-05-12T20:00", USUAL, "2026-05-13T07:00"),
        ("2026-05-15T20:00", USUAL, "2026-05-18T07:00"),  # Friday evening
        ("2026-04-30T21:00", USUAL, "2026-05-04T07:00"),  # the May holidays
        ("2026-12-23T21:00", USUAL, "2026-12-28T07:00"),
        ("2026-06-04T10:00", USUAL, "2026-06-05T07:00"),
        ("2026-05-12T13:00", NAP, "2026-05-12T14:00"),
        ("2026-05-16T13:00", NAP, "2026-05-18T00:00"),
        ("2026-03-28T21:00", USUAL, "2026-03-30T07:00"),
        ("2026-10-24T21:00", USUAL, "2026-10-26T07:00"),
    ],
)
def test_next_loud_moment_ends_the_quiet(moment: str, preferences: Preferences, expected: str) -> None:
    assert next_loud(at(moment), preferences, WARSAW) == at(expected)


@pytest.mark.parametrize(
    ("moment", "preferences", "expected"),
    [
        ("2026-05-12T14:00:30", USUAL, "2026-05-12T14:00"),
        ("2026-05-12T07:00", USUAL, "2026-05-12T07:00"),
        ("2026-05-12T20:00", USUAL, "2026-05-12T19:59"),
        ("2026-05-13T06:59", USUAL, "2026-05-12T19:59"),
        ("2026-05-18T06:00", USUAL, "2026-05-15T19:59"),
        ("2026-05-03T14:00", USUAL, "2026-04-30T19:59"),
        ("2026-12-27T14:00", USUAL, "2026-12-23T19:59"),
        ("2026-05-12T13:00", NAP, "2026-05-12T11:59"),
        ("2026-05-17T13:00", NEVER, "2026-05-15T23:59"),
    ],
)
def test_last_loud_moment_precedes_the_quiet(moment: str, preferences: Preferences, expected: str) -> None:
    assert last_loud_before(at(moment), preferences, WARSAW) == at(expected)


@pytest.mark.parametrize(("sunday", "hours"), [("2026-03-29", 10), ("2026-10-25", 12)])
def test_night_of_a_clock_change_is_an_hour_shorter_or_longer(sunday: str, hours: int) -> None:
    woken = next_loud(at(f"{sunday}T01:00"), USUAL, WARSAW, days_off=False)
    hushed = last_loud_before(at(f"{sunday}T01:00"), USUAL, WARSAW, days_off=False)
    assert woken == at(f"{sunday}T07:00")
    assert woken - hushed == timedelta(hours=hours, minutes=1)


def test_quiet_ends_once_in_the_night_whose_hour_repeats() -> None:
    first = at("2026-10-25T02:30")
    assert next_loud(at("2026-10-25T01:00"), UNTIL_HALF_PAST_TWO, WARSAW, days_off=False) == first
    assert not quiet(first + timedelta(minutes=45), UNTIL_HALF_PAST_TWO, WARSAW, days_off=False)


@given(moment=moments, preferences=manners)
def test_quiet_agrees_with_the_clock_on_the_wall(moment: datetime, preferences: Preferences) -> None:
    local = moment.astimezone(WARSAW)
    assume((local.month, local.day) not in {(3, 29), (10, 25)})
    since, until = preferences.quiet_from, preferences.quiet_until
    within = since <= local.time() < until if since <= until else not until <= local.time() < since
    assert quiet(moment, preferences, WARSAW, days_off=False) is within
    assert quiet(moment, preferences, WARSAW) is (within or not calendar.is_working(local.date()))


@given(moment=moments, preferences=manners, days_off=some.booleans(), percent=percents)
@example(moment=at("2026-03-29T01:59"), preferences=UNTIL_HALF_PAST_TWO, days_off=False, percent=90)
def test_all_before_the_next_loud_moment_is_quiet(
    *,
    moment: datetime,
    preferences: Preferences,
    days_off: bool,
    percent: int,
) -> None:
    loud = next_loud(moment, preferences, WARSAW, days_off=days_off)
    assert not quiet(loud, preferences, WARSAW, days_off=days_off)
    if quiet(moment, preferences, WARSAW, days_off=days_off):
        assert moment < loud
        assert quiet(moment + (loud - moment) * percent // 100, preferences, WARSAW, days_off=days_off)
        assert quiet(loud - MICROSECOND, preferences, WARSAW, days_off=days_off)
    else:
        assert loud == moment


@given(moment=moments, preferences=manners, days_off=some.booleans(), percent=percents)
def test_all_after_the_last_loud_minute_is_quiet(
    *,
    moment: datetime,
    preferences: Preferences,
    days_off: bool,
    percent: int,
) -> None:
    minute = timedelta(minutes=1)
    last = last_loud_before(moment, preferences, WARSAW, days_off=days_off)
    assert last <= moment
    assert (last.second, last.microsecond) == (0, 0)
    assert not quiet(last, preferences, WARSAW, days_off=days_off)
    if moment - last >= minute:
        assert quiet(moment - (moment - last - minute) * percent // 100, preferences, WARSAW, days_off=days_off)
        assert quiet(last + minute, preferences, WARSAW, days_off=days_off)
