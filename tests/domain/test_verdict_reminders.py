from dataclasses import replace
from datetime import timedelta

import pytest

from domain.notice import REMINDERS, Kind
from domain.official import Preferences
from domain.registration import State
from domain.verdict import Drop, Later, Miss, Reason, Say, judge
from tests.domain.claims import ANNA, NOON, START, notice, registration
from tests.domain.invented import at, training

UNDO = timedelta(seconds=60)

reminder_kinds = pytest.mark.parametrize("kind", REMINDERS)


@reminder_kinds
@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (None, Reason.WITHDRAWN),
        (State.WITHDRAWN, Reason.WITHDRAWN),
        (State.WAITING, Reason.NOT_SEATED),
        (State.OFFERED, Reason.NOT_SEATED),
        (State.HELD, Reason.NOT_SEATED),
    ],
)
def test_reminder_is_for_who_has_a_seat_or_follows(kind: Kind, state: State | None, reason: Reason) -> None:
    assert judge(notice(kind, state), at(NOON)) == Drop(reason)
    assert judge(replace(notice(kind, state), following=True), at(NOON)) == Say()


def test_reminder_waits_until_a_withdrawal_cannot_be_undone() -> None:
    ends = at(NOON) + UNDO
    leaving = replace(notice(Kind.REMINDER_DAY), registration=registration(State.LEAVING, State.SEATED, ends))
    assert judge(leaving, at(NOON)) == Later(ends)
    assert judge(leaving, ends) == Drop(Reason.WITHDRAWN)
    assert judge(replace(leaving, following=True), at(NOON)) == Say()


def test_reminder_of_who_leaves_the_queue_is_dropped() -> None:
    mine = registration(State.LEAVING, State.WAITING, at(NOON) + UNDO)
    assert judge(replace(notice(Kind.REMINDER_DAY), registration=mine), at(NOON)) == Drop(Reason.NOT_SEATED)


def test_reminder_gives_way_to_a_later_one() -> None:
    assert judge(replace(notice(Kind.REMINDER_DAY), superseded=True), at(NOON)) == Drop(Reason.SUPERSEDED)


@pytest.mark.parametrize("start", ["2026-05-13T10:00", "2026-05-14T09:00", "2026-05-13"])
def test_reminder_of_an_old_date_is_dropped(start: str) -> None:
    assert judge(replace(notice(Kind.REMINDER_DAY), training=training(start)), at(NOON)) == Drop(Reason.RE_DATED)


@reminder_kinds
def test_reminder_switched_off_since_is_dropped(kind: Kind) -> None:
    off = Preferences(week_before=False, day_before=False, hour_before=False)
    assert judge(replace(notice(kind), official=replace(ANNA, preferences=off)), at(NOON)) == Drop(Reason.NOT_WANTED)


@reminder_kinds
def test_reminder_is_missed_from_the_start_on(kind: Kind) -> None:
    claimed = notice(kind)
    assert judge(claimed, at(START) - timedelta(seconds=1)) == Say()
    assert judge(claimed, at(START)) == Miss(Reason.TOO_LATE)


def test_reminder_without_an_hour_is_of_use_all_day() -> None:
    claimed = notice(Kind.REMINDER_DAY, event=training("2026-05-13"))
    assert judge(claimed, at("2026-05-13T19:00")) == Say()
    assert judge(claimed, at("2026-05-13T20:00")) == Miss(Reason.TOO_LATE)


def test_reminder_is_missed_when_it_lost_its_use_earlier() -> None:
    claimed = replace(notice(Kind.REMINDER_WEEK), useful_until=at(NOON))
    assert judge(claimed, at(NOON)) == Miss(Reason.TOO_LATE)


@pytest.mark.parametrize(
    ("start", "now", "verdict"),
    [
        (START, "2026-05-12T21:00", Later(at("2026-05-13T07:00"))),
        ("2026-05-18T09:00", "2026-05-15T21:00", Later(at("2026-05-18T07:00"))),
        ("2026-05-16T09:00", "2026-05-15T21:00", Miss(Reason.TOO_LATE)),
        ("2026-05-13T07:00", "2026-05-12T21:00", Miss(Reason.TOO_LATE)),
    ],
)
def test_day_reminder_waits_for_the_morning_if_that_is_of_use(start: str, now: str, verdict: Later | Miss) -> None:
    assert judge(notice(Kind.REMINDER_DAY, event=training(start)), at(now)) == verdict


@pytest.mark.parametrize(
    ("start", "now", "verdict"),
    [
        ("2026-05-16T09:00", "2026-05-16T08:00", Say()),  # a Saturday
        ("2026-05-16T09:00", "2026-05-16T06:30", Later(at("2026-05-16T07:00"))),
        ("2026-05-12T21:30", "2026-05-12T20:05", Miss(Reason.TOO_LATE)),
    ],
)
def test_hour_reminder_knows_quiet_hours_but_no_days_off(start: str, now: str, verdict: Say | Later | Miss) -> None:
    assert judge(notice(Kind.REMINDER_HOUR, event=training(start)), at(now)) == verdict
