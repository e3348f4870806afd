from dataclasses import replace
from datetime import timedelta

import pytest

from domain.notice import Kind
from domain.registration import State
from domain.verdict import Drop, Later, Miss, Reason, Say, judge
from tests.domain.claims import NOON, START, notice, registration
from tests.domain.invented import at, training

UNDO = timedelta(seconds=60)


def test_offer_is_said_with_the_time_to_answer_by() -> None:
    claimed = notice(Kind.OFFER, State.OFFERED)
    assert judge(claimed, at(NOON)) == Say(until=at("2026-05-12T15:00"))


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (None, Reason.WITHDRAWN),
        (State.WITHDRAWN, Reason.WITHDRAWN),
        (State.SEATED, Reason.NOT_OFFERED),
        (State.WAITING, Reason.NOT_OFFERED),
        (State.HELD, Reason.NOT_OFFERED),
    ],
)
def test_offer_that_is_none_any_more_is_dropped(state: State | None, reason: Reason) -> None:
    claimed = replace(notice(Kind.OFFER, state), following=True)
    assert judge(claimed, at(NOON)) == Drop(reason)


def test_offer_waits_until_a_withdrawal_cannot_be_undone() -> None:
    ends = at(NOON) + UNDO
    leaving = replace(notice(Kind.OFFER), registration=registration(State.LEAVING, State.OFFERED, ends))
    assert judge(leaving, at(NOON)) == judge(replace(leaving, following=True), at(NOON)) == Later(ends)
    assert judge(leaving, ends) == Drop(Reason.WITHDRAWN)


@pytest.mark.parametrize(
    ("start", "now", "verdict"),
    [
        (START, "2026-05-12T21:00", Later(at("2026-05-13T07:00"))),
        (START, "2026-05-13T07:00", Say(until=at(START))),
        (START, START, Drop(Reason.BEGUN)),
        ("2026-05-16T09:00", "2026-05-15T21:00", Say(until=at("2026-05-16T09:00"))),  # Monday would be too late
        ("2026-05-16T09:00", "2026-05-15T22:30", Later(at("2026-05-16T06:00"))),
        ("2026-05-17T09:00", "2026-05-15T21:00", Later(at("2026-05-16T09:00"))),
        ("2026-05-16", "2026-05-15T23:00", Later(at("2026-05-16T06:00"))),
        ("2026-05-13", "2026-05-13T07:00", Say(until=at("2026-05-13T10:00"))),
    ],
)
def test_offer_waits_for_the_morning_before_the_start(start: str, now: str, verdict: Say | Later | Drop) -> None:
    assert judge(notice(Kind.OFFER, State.OFFERED, training(start)), at(now)) == verdict


def test_offer_that_comes_too_late_for_use_is_missed() -> None:
    claimed = replace(notice(Kind.OFFER, State.OFFERED), useful_until=at(NOON))
    assert judge(claimed, at(NOON)) == Miss(Reason.TOO_LATE)


@pytest.mark.parametrize("state", [None, State.WITHDRAWN, State.WAITING, State.LEAVING])
def test_lapsed_offer_is_told_until_the_training_is_over(state: State | None) -> None:
    claimed = notice(Kind.OFFER_LAPSED, state)
    assert judge(claimed, at(NOON)) == Say()
    assert judge(claimed, at("2026-05-12T21:00")) == Later(at("2026-05-13T07:00"))
    assert judge(claimed, at("2026-05-13T17:00")) == Miss(Reason.TOO_LATE)


@pytest.mark.parametrize("state", [State.SEATED, State.OFFERED])
def test_lapsed_offer_is_not_told_to_who_has_a_seat_after_all(state: State) -> None:
    assert judge(notice(Kind.OFFER_LAPSED, state), at(NOON)) == Drop(Reason.HAS_SEAT)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (None, Reason.WITHDRAWN),
        (State.WITHDRAWN, Reason.WITHDRAWN),
        (State.SEATED, Reason.NOT_WAITING),
        (State.OFFERED, Reason.NOT_WAITING),
    ],
)
def test_open_seat_is_only_for_who_waits(state: State | None, reason: Reason) -> None:
    assert judge(notice(Kind.SEAT_OPEN, state), at(NOON)) == Drop(reason)


@pytest.mark.parametrize(
    ("start", "now", "verdict"),
    [
        ("2026-05-16T09:00", "2026-05-16T07:00", Say()),  # a Saturday
        ("2026-05-13T07:00", "2026-05-13T04:30", Say()),
        ("2026-05-16", "2026-05-16T00:30", Later(at("2026-05-16T06:00"))),
        (START, START, Miss(Reason.TOO_LATE)),
    ],
)
def test_open_seat_is_urgent_until_the_start(start: str, now: str, verdict: Say | Later | Miss) -> None:
    assert judge(notice(Kind.SEAT_OPEN, State.WAITING, training(start)), at(now)) == verdict
