from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as some

from domain import calendar

days = some.dates(date(2025, 1, 1), date(2040, 12, 31))

DAYS_OFF_2026 = {
    "2026-01-01": "New Year",
    "2026-01-06": "Epiphany",
    "2026-04-05": "Easter",
    "2026-04-06": "Easter Monday",
    "2026-05-01": "1 May",
    "2026-05-03": "3 May",
    "2026-05-24": "Pentecost",
    "2026-06-04": "Corpus Christi",
    "2026-08-15": "Assumption",
    "2026-11-01": "All Saints",
    "2026-11-11": "Independence Day",
    "2026-12-24": "Christmas Eve",
    "2026-12-25": "Christmas",
    "2026-12-26": "Second day of Christmas",
}


def test_working_days_of_a_year_are_all_but_weekends_and_public_holidays() -> None:
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    off = {day for day in year if day.weekday() >= 5} | {date.fromisoformat(day) for day in DAYS_OFF_2026}
    assert {day for day in year if not calendar.is_working(day)} == off


@pytest.mark.parametrize(("year", "working"), [(2024, True), (2025, False), (2026, False)])
def test_christmas_eve_is_off_since_2025(*, year: int, working: bool) -> None:
    assert calendar.is_working(date(year, 12, 24)) is working


@pytest.mark.parametrize(
    "day",
    ["2025-04-21", "2025-06-19", "2027-03-29", "2027-05-27", "2028-04-17", "2028-06-15", "2030-04-22", "2030-06-20"],
)
def test_easter_mondays_and_corpus_christi_are_off(day: str) -> None:
    assert not calendar.is_working(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-05-12", "2026-05-11"),
        ("2026-05-11", "2026-05-08"),  # Monday: Friday
        ("2026-05-04", "2026-04-30"),  # Monday after 1 and 3 May: Thursday
        ("2026-06-05", "2026-06-03"),  # the day after Corpus Christi
        ("2026-11-12", "2026-11-10"),  # the day after 11 November
        ("2026-04-07", "2026-04-03"),  # Tuesday after Easter: Good Friday is a working day
        ("2026-12-28", "2026-12-23"),  # Monday after Christmas
        ("2024-12-27", "2024-12-24"),  # Christmas Eve was one then
        ("2027-01-02", "2026-12-31"),
        ("2026-05-02", "2026-04-30"),  # a Saturday
    ],
)
def test_last_working_day_before_skips_what_is_off(day: str, before: str) -> None:
    assert calendar.last_working_day_before(date.fromisoformat(day)) == date.fromisoformat(before)


@given(day=days)
def test_nothing_between_a_day_and_the_working_one_before_is_a_working_day(day: date) -> None:
    before = calendar.last_working_day_before(day)
    between = [before + timedelta(days=n) for n in range(1, (day - before).days)]
    assert before < day
    assert calendar.is_working(before)
    assert not any(calendar.is_working(off) for off in between)


@pytest.mark.parametrize("year", range(2025, 2100))
def test_public_holidays_are_those_that_a_library_of_all_countries_knows(year: int) -> None:
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    weekdays = [day for day in days if day.year == year and day.weekday() < calendar.SATURDAY]
    known = country_holidays("PL", years=year)
    assert [day for day in weekdays if not calendar.is_working(day)] == [day for day in weekdays if day in known]
