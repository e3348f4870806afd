from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain import quiet, reminders
from domain.notice import OF_NO_ROSTER, Claimed, Kind
from domain.official import Official, Preferences
from domain.registration import State
from domain.training import Status
from domain.verdict import UNTIL_ASKED_AGAIN, Drop, Later, Miss, Reason, Say, judge
from domain.wall import Wall
from tests.domain.claims import ANNA, NOON, START, notice
from tests.domain.invented import WARSAW, at, manners, training, walls

EXPECTED_STATE = {Kind.OFFER: State.OFFERED, Kind.OFFER_LAPSED: State.WITHDRAWN, Kind.SEAT_OPEN: State.WAITING}

moments = some.datetimes(datetime(2026, 1, 15), datetime(2027, 1, 25), timezones=some.just(UTC))  # noqa: DTZ001
notices = some.builds(
    lambda kind, start, state, official: replace(notice(kind, state, training(start)), official=official),
    some.sampled_from([kind for kind in Kind if kind not in {*OF_NO_ROSTER, Kind.CANCELLATION}]),
    walls,
    some.none() | some.sampled_from(State),
    some.builds(Official, some.just(ANNA.id), preferences=manners),
)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {Kind.OFFER, Kind.QUESTION}])
def test_notice_that_is_still_true_is_said_by_day(kind: Kind) -> None:
    assert judge(notice(kind, EXPECTED_STATE.get(kind, State.SEATED)), at(NOON)) == Say()


def test_answer_waits_for_a_person_who_cannot_be_reached() -> None:
    claimed = replace(notice(Kind.ANSWER, State.SEATED), official=replace(ANNA, unreachable="blocked"))
    assert judge(claimed, at(NOON)) == Later(at(NOON) + UNTIL_ASKED_AGAIN)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ANSWER])
def test_person_who_cannot_be_reached_is_not_tried(kind: Kind) -> None:
    claimed = replace(
        notice(kind, EXPECTED_STATE.get(kind, State.SEATED)), official=replace(ANNA, unreachable="blocked")
    )
    assert judge(claimed, at(NOON)) == Drop(Reason.UNREACHABLE)


@pytest.mark.parametrize("moment", ["2026-05-13T03:00", "2026-05-16T12:00", NOON])
@pytest.mark.parametrize("kind", [Kind.ALARM, Kind.ANSWER])
def test_alarms_and_answers_know_no_hour(moment: str, kind: Kind) -> None:
    assert judge(replace(notice(kind, None), training=None), at(moment)) == Say()


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in OF_NO_ROSTER])
def test_notice_about_a_training_that_is_gone_is_dropped(kind: Kind) -> None:
    assert judge(replace(notice(kind), training=None), at(NOON)) == Drop(Reason.CANCELLED)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {*OF_NO_ROSTER, Kind.CANCELLATION}])
def test_cancelled_training_leaves_only_its_cancellation_to_tell(kind: Kind) -> None:
    cancelled = training(START, status=Status.CANCELLED)
    assert judge(notice(kind, EXPECTED_STATE.get(kind, State.SEATED), cancelled), at(NOON)) == Drop(Reason.CANCELLED)


def test_cancellation_taken_back_is_not_told() -> None:
    assert judge(notice(Kind.CANCELLATION, event=training(START)), at(NOON)) == Drop(Reason.TAKES_PLACE)


@given(claimed=notices, now=moments)
def test_putting_back_leads_to_a_verdict_that_stands(claimed: Claimed, now: datetime) -> None:
    match judge(claimed, now):
        case Later(at=moment):
            assert moment > now
            assert isinstance(judge(claimed, moment), Say)
        case verdict:
            assert isinstance(verdict, Say | Drop | Miss)


@given(claimed=notices, now=moments)
def test_what_is_said_in_quiet_time_is_urgent_or_an_hour_reminder(claimed: Claimed, now: datetime) -> None:
    preferences = claimed.official.preferences
    if isinstance(judge(claimed, now), Say) and quiet.quiet(now, preferences, WARSAW):
        cannot_wait = claimed.training and quiet.next_loud(now, preferences, WARSAW) >= claimed.training.begins_at
        assert claimed.kind in {Kind.REMINDER_HOUR, Kind.CHANGE, Kind.SEAT_OPEN} or (
            claimed.kind is Kind.OFFER and cannot_wait
        )


@given(claimed=notices, now=moments)
def test_answer_by_time_is_given_with_offers_alone(claimed: Claimed, now: datetime) -> None:
    verdict = judge(claimed, now)
    if isinstance(verdict, Say):
        assert (verdict.until is not None) is (claimed.kind is Kind.OFFER)
        assert verdict.until is None or verdict.until > now


@given(start=walls, preferences=manners, now=moments)
def test_reminder_planned_is_a_reminder_said(start: Wall, preferences: Preferences, now: datetime) -> None:
    event = training(start)
    for planned in reminders.plan(event, ANNA.id, preferences, now):
        claimed = replace(
            notice(planned.kind, event=event),
            official=replace(ANNA, preferences=preferences),
            due_at=planned.due_at,
            useful_until=planned.useful_until,
            args=planned.args,
        )
        assert judge(claimed, planned.due_at) == Say()
