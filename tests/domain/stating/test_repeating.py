"""The days of a series: listed or in a rhythm, read forgivingly, never guessed, never more than fit."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.stating import Misfit, Unclear
from domain.stating.repeating import MOST, days
from domain.wall import Wall
from tests.domain.stating.stated import NOW, WARSAW

WEDNESDAY = Wall.parse("2026-05-06T09:00")


def read(text: str, after: Wall = WEDNESDAY) -> list[str] | Misfit:
    found = days(text, after, NOW, WARSAW)
    return found.misfit if isinstance(found, Unclear) else [str(day) for day in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12.09", ["2026-09-12"]),
        ("12.09, 19.09 i 26.09", ["2026-09-12", "2026-09-19", "2026-09-26"]),
        ("12, 19 i 26 września", ["2026-09-12", "2026-09-19", "2026-09-26"]),
        ("12, 19, 26.09", ["2026-09-12", "2026-09-19", "2026-09-26"]),
        ("30 kwietnia oraz 7 maja", ["2026-04-30", "2026-05-07"]),
        ("13.05.2026\n20.05.2026", ["2026-05-13", "2026-05-20"]),
        ("20.05; 13.05; 20.05", ["2026-05-13", "2026-05-20"]),
        ("śr. 13 maja 14:30", ["2026-05-13T14:30"]),
        ("13 May and 20 May", ["2026-05-13", "2026-05-20"]),
        ("29.05, 5.06 i 12 czerwca 10-14", ["2026-05-29T10:00", "2026-06-05T10:00", "2026-06-12T10:00"]),
        ("29.05 9:00, 5.06 14:30", ["2026-05-29T09:00", "2026-06-05T14:30"]),
        ("29.05 9:00 i 5.06", ["2026-05-29T09:00", "2026-06-05"]),
        ("co tydzień do 27.05", ["2026-05-13", "2026-05-20", "2026-05-27"]),
        ("co tydzień, 3 razy", ["2026-05-13", "2026-05-20", "2026-05-27"]),
        ("co dwa tygodnie od 1.06 2 razy", ["2026-06-01", "2026-06-15"]),
        ("every week, 2 times", ["2026-05-13", "2026-05-20"]),
        ("Co dwa tygodnie do 10 czerwca", ["2026-05-20", "2026-06-03"]),
        ("co 3 tygodnie od 1.06 do 30.06", ["2026-06-01", "2026-06-22"]),
        ("every other week until 10 June", ["2026-05-20", "2026-06-03"]),
    ],
)
def test_days_are_read(text: str, found: list[str]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Misfit.UNREAD),
        (", ;", Misfit.UNREAD),
        ("12", Misfit.UNREAD),
        ("w wakacje", Misfit.UNREAD),
        ("od 12.09 do 14.09", Misfit.UNREAD),
        ("co 0 tygodni do 27.05", Misfit.UNREAD),
        ("co tydzień, 0 razy", Misfit.UNREAD),
        ("31.06", Misfit.NO_SUCH_DAY),
        ("wtorek 13.05", Misfit.WEEKDAY),
        ("co tydzień od 20.05 do 13.05", Misfit.END_FIRST),
        ("co tydzień do 31.12.2030", Misfit.TOO_MANY),
        ("12, " * MOST + "12.09", Misfit.TOO_MANY),
    ],
)
def test_what_cannot_be_taken_is_told(text: str, why: Misfit) -> None:
    assert read(text) is why


def test_a_rhythm_of_a_training_that_is_past_begins_with_its_next_day_to_come() -> None:
    assert read("co tydzień do 10.05", Wall.parse("2026-04-13")) == ["2026-04-27", "2026-05-04"]
    assert read("co dwa tygodnie do 10.05", Wall.parse("2026-04-20")) == ["2026-05-04"]


@settings(max_examples=60)
@given(st.sets(st.dates(date(2026, 4, 27), date(2027, 4, 26)), min_size=1, max_size=MOST))
def test_listed_days_come_back_in_their_order(chosen: set[date]) -> None:
    text = ", ".join(f"{day.day}.{day.month}.{day.year}" for day in sorted(chosen, reverse=True))
    assert read(text) == [day.isoformat() for day in sorted(chosen)]


@settings(max_examples=60)
@given(st.integers(1, 9), st.integers(0, 400))
def test_a_rhythm_keeps_its_step_and_its_end(weeks: int, ahead: int) -> None:
    last = WEDNESDAY.day + timedelta(days=ahead)
    found = read(f"co {weeks} tygodni do {last.day}.{last.month}.{last.year}")
    expected = [WEDNESDAY.day + n * timedelta(weeks=weeks) for n in range(1, ahead // (7 * weeks) + 1)]
    if len(expected) > MOST:
        assert found is Misfit.TOO_MANY
    else:
        assert found == ([day.isoformat() for day in expected] or Misfit.END_FIRST)
