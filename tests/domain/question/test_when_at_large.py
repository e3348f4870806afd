from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from domain.question.folding import fold, tokens
from domain.question.when import Days, read
from domain.question.when.words import MARKS, NOT_SLIPS, UNKNOWN, near

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2026, 9, 16, 10, tzinfo=WARSAW)
MONTHS = [
    ("stycznia", "January", "I"),
    ("lutego", "February", "II"),
    ("marca", "March", "III"),
    ("kwietnia", "April", "IV"),
    ("maja", "May", "V"),
    ("czerwca", "June", "VI"),
    ("lipca", "July", "VII"),
    ("sierpnia", "August", "VIII"),
    ("września", "September", "IX"),
    ("października", "October", "X"),
    ("listopada", "November", "XI"),
    ("grudnia", "December", "XII"),
]
WEEKDAYS = [
    ["poniedziałek", "Monday"],
    ["wtorek", "Tuesday"],
    ["środę", "Wednesday"],
    ["czwartek", "Thursday"],
    ["piątek", "Friday"],
    ["sobotę", "Saturday"],
    ["niedzielę", "Sunday"],
]
DATED = [word for word, mark in MARKS.items() if mark[0] in "md" and mark[1:].isdigit() and len(word) > 5]
FIGURES = ["3", "12", "31", "99", "2026", "12.09", "9:30", "2026-02-30", "-"]
moments = some.datetimes(datetime(2024, 1, 1), datetime(2032, 1, 1), timezones=some.just(WARSAW))  # noqa: DTZ001


def written(day: date) -> list[str]:
    polish, english, roman = MONTHS[day.month - 1]
    return [
        f"{day:%Y-%m-%d}",
        f"{day.day}.{day.month:02}.{day.year}",
        f"{day.day} {polish} {day.year} r.",
        f"{day.day} {fold(polish)} {day.year}",
        f"{day.day} {roman} {day.year}",
        f"{english} {day.day}, {day.year}",
    ]


@pytest.mark.parametrize("way", range(6))
def test_every_day_of_two_years_is_read_in_every_writing(way: int) -> None:
    days = [date(2026, 1, 1) + timedelta(days=ahead) for ahead in range(730)]
    wrong = [text for day in days for text in [written(day)[way]] if not meant(text, day, NOW)]
    assert wrong == []


def meant(text: str, day: date, now: datetime) -> bool:
    said = read(tokens(text), now)
    return said is not None and said.days == (Days(day, day),)


@given(now=moments, ahead=some.integers(0, 364))
def test_day_without_a_year_is_the_next_such_day(now: datetime, ahead: int) -> None:
    day = now.date() + timedelta(days=ahead)
    assert meant(f"{day.day} {MONTHS[day.month - 1][0]}", day, now)
    assert meant(f"{day.day}.{day.month:02}", day, now)


@given(now=moments, weekday=some.integers(0, 6), language=some.integers(0, 1))
def test_weekday_phrases_land_on_their_weekday(now: datetime, weekday: int, language: int) -> None:
    word, today = WEEKDAYS[weekday][language], now.date()
    monday = today - timedelta(days=today.weekday())
    plain, following, nearest = ("w ", "w przyszły ", "w najbliższy ") if language == 0 else ("on ", "next ", "coming ")
    next_or_today = today + timedelta(days=(weekday - today.weekday()) % 7)
    assert meant(plain + word, next_or_today, now)
    assert meant(following + word, monday + timedelta(days=7 + weekday), now)
    assert meant(nearest + word, next_or_today + timedelta(days=7 * (next_or_today == today)), now)


@given(word=some.sampled_from(DATED), place=some.integers(1, 30), swap=some.booleans())
def test_slip_never_makes_another_month_or_weekday(word: str, place: int, *, swap: bool) -> None:
    place %= len(word) - 1
    tail = word[place + 1] + word[place] + word[place + 2 :] if swap else word[place + 1 :]
    slipped = word[:place] + tail
    allowed = {MARKS[word][1:], MARKS.get(slipped, UNKNOWN)[1:], UNKNOWN[1:]}
    if slipped not in NOT_SLIPS:
        assert near(slipped)[1:] in allowed


@settings(max_examples=300)
@given(text=some.text(max_size=200), now=moments)
def test_any_text_is_read_without_an_error(text: str, now: datetime) -> None:
    said = read(tokens(text), now)
    assert said is None or max(said.used) < len(tokens(text))


@settings(max_examples=500)
@given(
    words=some.lists(
        some.sampled_from([*sorted(MARKS), "3", "12", "31", "2026", "12.09", "9:30", "-", "99"]), max_size=14
    )
)
def test_any_words_of_time_are_read_without_an_error(words: list[str]) -> None:
    said = read(tokens(" ".join(words)), NOW)
    for days in said.days if said else ():
        assert days.first is None or days.last is None or days.first <= days.last
