from dataclasses import replace
from datetime import timedelta

import pytest

from domain.notice import Kind
from domain.registration import State
from domain.training import Status
from domain.verdict import Drop, Later, Miss, Reason, Say, judge
from tests.domain.claims import NOON, notice, registration
from tests.domain.invented import at, training

UNDO = timedelta(seconds=60)

news_kinds = pytest.mark.parametrize("kind", [Kind.CHANGE, Kind.CANCELLATION])


@news_kinds
@pytest.mark.parametrize("state", [State.HELD, State.SEATED, State.WAITING, State.OFFERED, State.LEAVING])
def test_news_is_for_everybody_on_the_list(kind: Kind, state: State) -> None:
    assert judge(notice(kind, state), at(NOON)) == Say()


@news_kinds
@pytest.mark.parametrize("state", [None, State.WITHDRAWN])
def test_news_is_for_followers_but_not_for_who_withdrew(kind: Kind, state: State | None) -> None:
    assert judge(notice(kind, state), at(NOON)) == Drop(Reason.WITHDRAWN)
    assert judge(replace(notice(kind, state), following=True), at(NOON)) == Say()


@news_kinds
def test_news_reaches_who_is_about_to_leave_at_once(kind: Kind) -> None:
    mine = registration(State.LEAVING, State.SEATED, at(NOON) + UNDO)
    assert judge(replace(notice(kind), registration=mine), at(NOON)) == Say()


@news_kinds
@pytest.mark.parametrize(
    ("start", "now", "verdict"),
    [
        ("2026-05-20T09:00", "2026-05-12T21:00", Later(at("2026-05-13T07:00"))),
        ("2026-05-20T09:00", "2026-05-16T12:00", Later(at("2026-05-18T07:00"))),
        ("2026-05-13T09:00", "2026-05-12T21:59", Say()),  # within 24 h
        ("2026-05-13T09:00", "2026-05-12T22:00", Later(at("2026-05-13T06:00"))),
        ("2026-05-13T09:00", "2026-05-13T06:00", Say()),
        ("2026-05-13T08:00", "2026-05-13T04:59", Later(at("2026-05-13T05:00"))),
        ("2026-05-13T08:00", "2026-05-13T05:00", Say()),  # within 3 h
        ("2026-05-13T02:00", "2026-05-12T23:00", Say()),
        ("2026-05-13T21:30", "2026-05-12T21:00", Later(at("2026-05-12T21:30"))),  # soon within 24 h
        ("2026-05-17T09:00", "2026-05-15T21:00", Later(at("2026-05-16T09:00"))),  # Monday would be too late
        ("2026-05-18T08:00", "2026-05-15T21:00", Later(at("2026-05-17T08:00"))),
        ("2026-05-16T09:00", "2026-05-16T09:30", Say()),  # people stand at the door
        ("2026-05-12T20:00", "2026-05-12T22:30", Say()),
        ("2026-05-12T20:00", "2026-05-12T23:30", Later(at("2026-05-13T06:00"))),
        ("2026-05-13", "2026-05-12T21:00", Say()),
        ("2026-05-13", "2026-05-12T23:00", Later(at("2026-05-13T06:00"))),
        ("2026-05-13", "2026-05-13T02:00", Later(at("2026-05-13T06:00"))),  # the hour is unknown: nobody is woken
        ("2026-03-29T09:00", "2026-03-28T07:30", Later(at("2026-03-28T08:00"))),  # 24 real hours
        ("2026-10-25T09:00", "2026-10-24T09:30", Later(at("2026-10-24T10:00"))),
    ],
)
def test_news_breaks_the_quiet_only_near_the_start(kind: Kind, start: str, now: str, verdict: Say | Later) -> None:
    status = Status.CANCELLED if kind is Kind.CANCELLATION else Status.MOVED
    assert judge(notice(kind, event=training(start, status=status)), at(now)) == verdict


@pytest.mark.parametrize(
    ("was_start", "now", "verdict"),
    [
        ("2026-05-13T09:00", "2026-05-12T21:00", Say()),
        ("2026-05-13T09:00", "2026-05-13T05:00", Later(at("2026-05-13T06:00"))),
        ("2026-05-13T08:00", "2026-05-13T05:00", Say()),
        ("2026-05-18T09:00", "2026-05-12T21:00", Later(at("2026-05-13T07:00"))),
    ],
)
def test_change_is_urgent_near_the_former_start_too(was_start: str, now: str, verdict: Say | Later) -> None:
    moved = notice(Kind.CHANGE, event=training("2026-06-10T09:00"))
    assert judge(replace(moved, args={"was_start": was_start}), at(now)) == verdict


def test_news_is_missed_when_it_lost_its_use() -> None:
    claimed = replace(notice(Kind.CHANGE), useful_until=at(NOON))
    assert judge(claimed, at(NOON)) == Miss(Reason.TOO_LATE)
