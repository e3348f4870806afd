from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain import dates
from domain.wall import Wall
from tests.domain.invented import WARSAW, training

SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)
HALF_PAST_TWO = time(2, 30)

days = some.dates(date(2024, 1, 1), date(2032, 12, 31))
hours = some.times().map(lambda hour: hour.replace(second=0, microsecond=0))
walls = some.builds(Wall, days, some.none() | hours)


@pytest.mark.parametrize(
    ("day", "hour", "expected"),
    [
        (date(2026, 1, 15), time(9), datetime(2026, 1, 15, 8, tzinfo=UTC)),
        (date(2026, 7, 15), time(9), datetime(2026, 7, 15, 7, tzinfo=UTC)),
        (SPRING, time(1, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (SPRING, time(3), datetime(2026, 3, 29, 1, tzinfo=UTC)),
        (AUTUMN, time(1, 59), datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        (AUTUMN, HALF_PAST_TWO, datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (AUTUMN, time(3), datetime(2026, 10, 25, 2, tzinfo=UTC)),
    ],
)
def test_instant_follows_the_offset_of_its_day(day: date, hour: time, expected: datetime) -> None:
    assert dates.instant(day, hour, WARSAW) == expected
    assert dates.instant(day, hour, WARSAW).tzinfo is UTC


@pytest.mark.parametrize(
    ("day", "hour", "exists", "ambiguous"),
    [
        (SPRING, HALF_PAST_TWO, False, False),
        (SPRING, time(2), False, False),
        (SPRING, time(1, 59), True, False),
        (SPRING, time(3), True, False),
        (AUTUMN, HALF_PAST_TWO, True, True),
        (AUTUMN, time(2), True, True),
        (AUTUMN, time(1, 59), True, False),
        (AUTUMN, time(3), True, False),
        (date(2026, 6, 1), HALF_PAST_TWO, True, False),
    ],
)
def test_change_nights_skip_one_hour_and_repeat_another(
    *, day: date, hour: time, exists: bool, ambiguous: bool
) -> None:
    assert dates.exists(day, hour, WARSAW) is exists
    assert dates.ambiguous(day, hour, WARSAW) is ambiguous


@given(day=days, hour=hours)
def test_instant_of_an_hour_that_exists_shows_it_on_the_wall_again(day: date, hour: time) -> None:
    shown = dates.local(dates.instant(day, hour, WARSAW), WARSAW).replace(tzinfo=None)
    assert (shown == datetime.combine(day, hour)) is dates.exists(day, hour, WARSAW)


@given(day=days, hour=hours)
def test_only_the_last_sundays_of_march_and_october_are_irregular(day: date, hour: time) -> None:
    last_sunday = day.weekday() == 6 and (day + timedelta(days=7)).month != day.month
    assert dates.exists(day, hour, WARSAW) is not (last_sunday and day.month == 3 and hour.hour == 2)
    assert dates.ambiguous(day, hour, WARSAW) is (last_sunday and day.month == 10 and hour.hour == 2)


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 23), (AUTUMN, 25), (date(2026, 5, 4), 24)])
def test_day_lasts_from_midnight_to_midnight(day: date, hours: int) -> None:
    wall = Wall(day)
    assert dates.day_after(wall, WARSAW) - dates.opening(wall, WARSAW) == timedelta(hours=hours)


def test_day_without_an_hour_has_begun_only_when_it_is_over() -> None:
    assert dates.begun_by(Wall(date(2026, 5, 4)), WARSAW) == datetime(2026, 5, 4, 22, tzinfo=UTC)
    assert dates.begun_by(Wall(date(2026, 5, 4), time(9)), WARSAW) == datetime(2026, 5, 4, 7, tzinfo=UTC)


def test_midnight_is_an_hour_like_any_other() -> None:
    midnight = Wall(date(2026, 5, 4), time(0))
    assert dates.begun_by(midnight, WARSAW) == dates.opening(midnight, WARSAW) == datetime(2026, 5, 3, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-05-04T09:00", "2026-05-04T12:30", datetime(2026, 5, 4, 10, 30, tzinfo=UTC)),
        ("2026-05-04T09:00", "2026-05-05", datetime(2026, 5, 5, 22, tzinfo=UTC)),
        ("2026-05-04", "2026-05-05", datetime(2026, 5, 5, 22, tzinfo=UTC)),
        ("2026-05-04T09:00", None, datetime(2026, 5, 4, 15, tzinfo=UTC)),
        ("2026-05-04", None, datetime(2026, 5, 4, 22, tzinfo=UTC)),
    ],
)
def test_closing_is_as_exact_as_what_is_stated(start: str, end: str | None, expected: datetime) -> None:
    assert dates.closing(Wall.parse(start), Wall.parse(end) if end else None, WARSAW) == expected


@given(start=walls, minutes=some.integers(-3000, 3000))
def test_training_begins_at_the_instant_the_dates_tell(start: Wall, minutes: int) -> None:
    event = training(start)
    begun_by = dates.begun_by(start, WARSAW)
    moment = begun_by + timedelta(minutes=minutes)
    assert event.begins_at == begun_by
    assert event.begun(moment) is (moment >= begun_by)
    assert event.starts_at <= begun_by <= event.ends_at


@given(micros=some.integers(-(10**15), 10**17))
def test_stored_form_of_an_instant_is_exact(micros: int) -> None:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
    assert dates.micros(moment) == dates.micros(moment.astimezone(WARSAW)) == micros
