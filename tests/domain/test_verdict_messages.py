"""Messages to many at the moment of sending: only to who is still meant, in the hours for what nobody asked for."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from domain.broadcast import Audience, Broadcast, Segment
from domain.notice import Claimed, Kind
from domain.official import Preferences
from domain.registration import Registration, State
from domain.verdict import Drop, Later, Miss, Reason, Say, judge
from tests.domain.claims import ANNA, notice
from tests.domain.invented import at, training

ABOUT = training("2026-05-14T09:00")
SEGMENTS = [Segment(Audience.EVERYONE), Segment(Audience.TOPIC, topic="prawo"), Segment(Audience.INSTITUTION)]


def _claimed(segment: Segment, state: State | None = State.SEATED, *, confirmed: bool = False) -> Claimed:
    about = ABOUT if segment.training_id else None
    mine = Registration(ABOUT.id, ANNA.id, state, confirmed=confirmed) if state else None
    sent = Broadcast(1, ABOUT.programme, text="x", segment=segment, training=about)
    return replace(notice(Kind.MESSAGE, state, about), training=about, registration=mine, broadcast=sent)


def _of(audience: Audience) -> Segment:
    return Segment(audience, ABOUT.id)


@pytest.mark.parametrize("segment", SEGMENTS)
@pytest.mark.parametrize(
    ("now", "goes_at"),
    [
        ("2026-05-11T08:00", "2026-05-11T08:00"),
        ("2026-05-11T18:59", "2026-05-11T18:59"),
        ("2026-05-11T19:00", "2026-05-12T08:00"),
        ("2026-05-11T07:30", "2026-05-11T08:00"),
        ("2026-05-15T19:00", "2026-05-18T08:00"),
        ("2026-05-01T12:00", "2026-05-04T08:00"),
    ],
)
def test_message_goes_in_office_hours_of_working_days(segment: Segment, now: str, goes_at: str) -> None:
    expected = Say() if now == goes_at else Later(at(goes_at))
    assert judge(_claimed(segment), at(now)) == expected


def test_quiet_time_of_the_person_counts_too() -> None:
    sleeper = replace(ANNA, preferences=Preferences(quiet_from=time(18), quiet_until=time(10)))
    claimed = replace(_claimed(SEGMENTS[0]), official=sleeper)
    assert judge(claimed, at("2026-05-11T08:30")) == Later(at("2026-05-11T10:00"))


@pytest.mark.parametrize(
    ("now", "goes_at"),
    [
        ("2026-05-13T19:30", "2026-05-13T19:30"),
        ("2026-05-13T23:00", "2026-05-14T06:00"),
        ("2026-05-12T20:00", "2026-05-13T08:00"),
        ("2026-05-14T06:30", "2026-05-14T06:30"),
    ],
)
def test_message_about_a_training_that_is_near_does_not_wait_for_the_office(now: str, goes_at: str) -> None:
    expected = Say() if now == goes_at else Later(at(goes_at))
    assert judge(_claimed(_of(Audience.SEATED)), at(now)) == expected


@pytest.mark.parametrize(
    ("audience", "state", "confirmed"),
    [
        (Audience.LISTED, State.SEATED, False),
        (Audience.LISTED, State.OFFERED, False),
        (Audience.SEATED, State.SEATED, True),
        (Audience.WAITING, State.WAITING, False),
        (Audience.WAITING, State.OFFERED, False),
        (Audience.UNCONFIRMED, State.SEATED, False),
    ],
)
def test_person_who_is_still_meant_gets_it(audience: Audience, state: State, *, confirmed: bool) -> None:
    assert judge(_claimed(_of(audience), state, confirmed=confirmed), at("2026-05-11T12:00")) == Say()


@pytest.mark.parametrize(
    ("audience", "state", "confirmed"),
    [
        (Audience.LISTED, None, False),
        (Audience.LISTED, State.WITHDRAWN, False),
        (Audience.LISTED, State.HELD, False),
        (Audience.SEATED, State.WAITING, False),
        (Audience.WAITING, State.SEATED, False),
        (Audience.UNCONFIRMED, State.SEATED, True),
    ],
)
def test_person_who_is_not_meant_any_more_does_not(audience: Audience, state: State | None, *, confirmed: bool) -> None:
    claimed = _claimed(_of(audience), state, confirmed=confirmed)
    assert judge(claimed, at("2026-05-11T12:00")) == Drop(Reason.WITHDRAWN)


def test_withdrawal_that_can_be_undone_is_waited_for() -> None:
    now = at("2026-05-11T12:00")
    until = now + timedelta(seconds=40)
    mine = Registration(ABOUT.id, ANNA.id, State.LEAVING, until=until, former=State.SEATED)
    claimed = replace(_claimed(_of(Audience.SEATED)), registration=mine)
    assert judge(claimed, now) == Later(until)
    assert judge(claimed, until) == Drop(Reason.WITHDRAWN)


@pytest.mark.parametrize("sent", [None, Broadcast(1, ABOUT.programme)])
def test_message_that_is_forgotten_is_dropped(sent: Broadcast | None) -> None:
    claimed = replace(_claimed(SEGMENTS[0]), broadcast=sent)
    assert judge(claimed, at("2026-05-11T12:00")) == Drop(Reason.ENDED)


def test_message_about_a_training_that_is_over_is_missed() -> None:
    claimed = replace(_claimed(_of(Audience.LISTED)), useful_until=ABOUT.ends_at)
    assert judge(claimed, _just_after(ABOUT.ends_at)) == Miss(Reason.TOO_LATE)


def _just_after(moment: datetime) -> datetime:
    return moment + timedelta(seconds=1)
