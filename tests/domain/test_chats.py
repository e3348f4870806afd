from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.chats import End, Ended, Put, Wait, judge, next_turn, opening
from domain.training import Details, Programme, Status, Training
from domain.wall import Wall

PROGRAMME = Programme(1, "Wiosna", None, ZoneInfo("Europe/Warsaw"))
DETAILS = Details(
    "Budżet gminy",
    Wall.parse("2026-05-06T09:00"),
    end=Wall.parse("2026-05-06T12:00"),
    signup_deadline=Wall.parse("2026-05-04T12:00"),
)
TRAINING = Training(1, "a", PROGRAMME, DETAILS)
CANCELLED = replace(TRAINING, details=replace(DETAILS, status=Status.CANCELLED))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PROGRAMME.zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-04-27T08:00", "2026-04-27T08:00"),
        ("2026-04-27T18:59", "2026-04-27T18:59"),
        ("2026-04-27T19:00", "2026-04-28T08:00"),
        ("2026-04-27T07:59", "2026-04-27T08:00"),
        ("2026-04-30T20:00", "2026-05-04T08:00"),  # 1 May is a holiday, then comes a weekend
    ],
)
def test_new_post_waits_for_its_hours_on_a_working_day(now: str, opens: str) -> None:
    assert opening(PROGRAMME, at(now)) == at(opens)
    assert judge(TRAINING, at(now), new=True) == (Put() if now == opens else Wait(at(opens)))
    assert judge(TRAINING, at(now), new=False) == Put()


def test_new_post_about_what_does_not_take_place_or_has_begun_is_ended() -> None:
    assert judge(CANCELLED, at("2026-04-27T08:00"), new=True) == End(Ended.CANCELLED)
    assert judge(TRAINING, at("2026-05-06T09:00"), new=True) == End(Ended.TOO_LATE)
    for now in ("2026-04-27T03:00", "2026-05-06T09:00", "2026-06-01T09:00"):
        assert judge(CANCELLED, at(now), new=False) == Put()


def test_turns_are_the_deadline_the_start_and_the_end() -> None:
    turns, now = [], at("2026-04-27T08:00")
    while turn := next_turn(TRAINING, now):
        turns.append(turn)
        now = turn
    assert turns == [at("2026-05-04T12:00"), at("2026-05-06T09:00"), at("2026-05-06T12:00")]
    unknown = replace(TRAINING, details=Details("Zjazd", Wall.parse("2026-05-06")))
    assert next_turn(unknown, now - timedelta(days=9)) == at("2026-05-07T00:00")
