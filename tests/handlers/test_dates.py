"""Days and hours in words, in both languages, on the training's own clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.official import Language
from domain.training import Training
from domain.wall import Wall
from handlers.texts import dates
from tests.handlers.samples import NOW, PROGRAMME, SEATS, WARSAW, words

PL, EN = Language.POLISH, Language.ENGLISH
MORNING = (time(9), time(15, 30))


def training(start: str, end: str | None = None, daily: tuple[time, time] | None = None) -> Training:
    stated = replace(SEATS.details, start=Wall.parse(start), end=Wall.parse(end) if end else None, daily_hours=daily)
    return replace(SEATS, details=stated)


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("start", "end", "polish", "english"),
    [
        ("2026-05-07T09:00", "2026-05-07T12:30", "czwartek, 7 maja, godz. 9:00–12:30", "Thursday, 7 May, 9:00–12:30"),
        ("2026-05-07T09:00", None, "czwartek, 7 maja, godz. 9:00", "Thursday, 7 May, 9:00"),
        ("2026-05-07T09:00", "2026-05-07", "czwartek, 7 maja, godz. 9:00", "Thursday, 7 May, 9:00"),
        ("2026-05-07", None, "czwartek, 7 maja, godzina do potwierdzenia", "Thursday, 7 May, time to be confirmed"),
        (
            "2027-09-12T09:05",
            None,
            "niedziela, 12 września 2027, godz. 9:05",
            "Sunday, 12 September 2027, 9:05",
        ),
        (
            "2026-09-06",
            "2026-09-07",
            "niedziela–poniedziałek, 6–7 września, godziny do potwierdzenia",
            "Sunday–Monday, 6–7 September, times to be confirmed",
        ),
        (
            "2026-09-30T10:00",
            "2026-10-02",
            "środa–piątek, 30 września–2 października, początek o godz. 10:00",
            "Wednesday–Friday, 30 September–2 October, starting at 10:00",
        ),
        (
            "2026-12-30T10:00",
            "2027-01-02T14:00",
            "środa, 30 grudnia, godz. 10:00 – sobota, 2 stycznia 2027, godz. 14:00",
            "Wednesday, 30 December, 10:00 – Saturday, 2 January 2027, 14:00",
        ),
        (
            "2026-12-30",
            "2027-01-02",
            "środa–sobota, 30 grudnia 2026–2 stycznia 2027, godziny do potwierdzenia",
            "Wednesday–Saturday, 30 December 2026–2 January 2027, times to be confirmed",
        ),
    ],
)
def test_full_date_says_what_is_known(start: str, end: str | None, polish: str, english: str) -> None:
    assert plainly(dates.full(words(PL), training(start, end))) == polish
    assert plainly(dates.full(words(EN), training(start, end))) == english


def test_full_date_of_several_days_has_daily_hours() -> None:
    congress = training("2026-09-06", "2026-09-08", MORNING)
    assert plainly(dates.full(words(PL), congress)) == "niedziela–wtorek, 6–8 września, codziennie w godz. 9:00–15:30"
    assert plainly(dates.full(words(EN), congress)) == "Sunday–Tuesday, 6–8 September, 9:00–15:30 each day"


@pytest.mark.parametrize(
    ("start", "end", "polish", "english"),
    [
        ("2026-05-04T12:00", None, "dziś, 12:00", "today, 12:00"),
        ("2026-05-05", None, "jutro", "tomorrow"),
        ("2026-05-07T09:00", None, "czw., 7 maja, 9:00", "Thu 7 May, 9:00"),
        ("2026-09-16", None, "śr., 16 września", "Wed 16 Sep"),
        ("2027-05-07T09:00", None, "pt., 7 maja 2027, 9:00", "Fri 7 May 2027, 9:00"),
        ("2026-09-06T09:00", "2026-09-07", "niedz.–pon., 6–7 września", "Sun–Mon, 6–7 September"),
        ("2026-05-03", "2026-05-06", "dziś, do 6 maja", "today, until 6 May"),
        ("2026-05-04T09:00", "2026-05-06", "dziś, do 6 maja", "today, until 6 May"),
    ],
)
def test_short_date_fits_a_list(start: str, end: str | None, polish: str, english: str) -> None:
    assert plainly(dates.short(words(PL), training(start, end))) == polish
    assert plainly(dates.short(words(EN), training(start, end))) == english


@pytest.mark.parametrize(
    ("instant", "polish", "english"),
    [
        ("2026-05-04T10:00", "dziś o 12:00", "today at 12:00"),
        ("2026-05-05T06:00", "jutro o 8:00", "tomorrow at 8:00"),
        ("2026-05-06T06:00", "pojutrze o 8:00", "the day after tomorrow at 8:00"),
        ("2026-05-07T12:00", "w czwartek o 14:00", "on Thursday at 14:00"),
        ("2026-05-10T12:00", "w niedzielę o 14:00", "on Sunday at 14:00"),
        ("2026-05-12T10:00", "we wtorek, 12 maja, o 12:00", "on Tuesday, 12 May, at 12:00"),
        ("2027-01-05T11:00", "we wtorek, 5 stycznia 2027, o 12:00", "on Tuesday, 5 January 2027, at 12:00"),
    ],
)
def test_moment_is_named_as_people_name_it(instant: str, polish: str, english: str) -> None:
    then = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert plainly(dates.moment(words(PL), then, WARSAW)) == polish
    assert plainly(dates.moment(words(EN), then, WARSAW)) == english


@pytest.mark.parametrize(
    ("instant", "polish", "english"),
    [
        ("2026-05-04T10:00", "dziś do 12:00", "until 12:00 today"),
        ("2026-05-05T10:00", "do jutra do 12:00", "until 12:00 tomorrow"),
        ("2026-05-12T10:00", "do wtorku, 12 maja, do 12:00", "until Tuesday, 12 May, 12:00"),
        ("2026-05-05T22:00", "do jutra, do końca dnia", "until the end of tomorrow"),
        ("2026-05-13T22:00", "do końca środy, 13 maja", "until the end of Wednesday, 13 May"),
    ],
)
def test_end_is_named_as_people_name_it(instant: str, polish: str, english: str) -> None:
    then = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert plainly(dates.until(words(PL), then, WARSAW)) == polish
    assert plainly(dates.until(words(EN), then, WARSAW)) == english


@pytest.mark.parametrize(
    ("stated", "ahead", "behind"),
    [
        ("2026-05-06T12:00", "6 maja, 12:00", "6 maja o 12:00"),
        ("2026-05-06", "6 maja", "6 maja"),
        ("2025-05-06", "6 maja 2025", "6 maja 2025"),
    ],
)
def test_deadline_is_a_day_with_its_hour_if_stated(stated: str, ahead: str, behind: str) -> None:
    assert plainly(dates.deadline(words(PL), Wall.parse(stated), WARSAW)) == ahead
    assert plainly(dates.passed(words(PL), Wall.parse(stated), WARSAW)) == behind


def test_day_is_the_one_of_the_programme_not_of_the_server() -> None:
    late = datetime(2026, 5, 6, 23, 30, tzinfo=UTC)
    assert dates.short(words(PL, late), training("2026-05-07T09:00")) == "dziś, 9:00"
    lisbon = replace(training("2026-05-07T09:00"), programme=replace(PROGRAMME, zone=ZoneInfo("Atlantic/Azores")))
    assert dates.short(words(PL, late), lisbon) == "jutro, 9:00"


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.none() | st.integers(0, 5), st.sampled_from(Language))
def test_unknown_hour_is_never_midnight(day: date, length: int | None, language: Language) -> None:
    end = None if length is None else (day + timedelta(days=length)).isoformat()
    hourless = training(day.isoformat(), end)
    said = [make(words(language), hourless) for make in (dates.full, dates.short, dates.start)]
    assert [text for text in said if ":" in text] == []


@given(st.integers(0, 4 * 365 * 24 * 60), st.sampled_from(Language))
def test_moment_always_has_its_hour(minutes: int, language: Language) -> None:
    then = NOW + timedelta(minutes=minutes)
    local = then.astimezone(WARSAW)
    assert f"{local.hour}:{local.minute:02}" in dates.moment(words(language), then, WARSAW)
