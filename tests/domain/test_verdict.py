from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain import quiet, reminders
from domain.notice import REMINDERS, Claimed, Kind
from domain.official import Official, Preferences
from domain.registration import Registration, State
from domain.training import Details, Programme, Status, Training
from domain.verdict import Drop, Later, Miss, Reason, Say, judge
from domain.wall import Wall

WARSAW = ZoneInfo("Europe/Warsaw")
ANNA = Official(7, preferences=Preferences(week_before=True))
START = "2026-05-13T09:00"  # a Wednesday
NOON = "2026-05-12T12:00"
UNDO = timedelta(seconds=60)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW).astimezone(UTC)


def training(start: str = START, status: Status = Status.PLANNED) -> Training:
    details = Details("Prawo opcji", Wall.parse(start), status=status)
    return Training(12, "opcje", Programme(1, "Program", None, WARSAW), details)


def registration(state: State, former: State | None = None, until: datetime | None = None) -> Registration:
    return Registration(12, ANNA.id, state, former=former, until=until)


def notice(kind: Kind, state: State | None = State.SEATED, event: Training | None = None) -> Claimed:
    """Return a claimed notice for which all is as it was when it was planned."""
    event = event or training(status=Status.CANCELLED if kind is Kind.CANCELLATION else Status.PLANNED)
    return Claimed(
        id=1,
        lease="lease",
        kind=kind,
        official=ANNA,
        due_at=at(NOON),
        useful_until=event.ends_at if kind in REMINDERS else None,
        attempts=1,
        args={"start": str(event.details.start)} if kind in REMINDERS else {},
        training=event,
        registration=registration(state) if state else None,
        following=False,
        superseded=False,
        waiting=0,
    )


reminder_kinds = pytest.mark.parametrize("kind", REMINDERS)
news_kinds = pytest.mark.parametrize("kind", [Kind.CHANGE, Kind.CANCELLATION])
EXPECTED_STATE = {Kind.OFFER: State.OFFERED, Kind.OFFER_LAPSED: State.WITHDRAWN, Kind.SEAT_OPEN: State.WAITING}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.OFFER])
def test_notice_that_is_still_true_is_said_by_day(kind: Kind) -> None:
    assert judge(notice(kind, EXPECTED_STATE.get(kind, State.SEATED)), at(NOON)) == Say()


@pytest.mark.parametrize("kind", Kind)
def test_person_who_cannot_be_reached_is_not_tried(kind: Kind) -> None:
    claimed = replace(
        notice(kind, EXPECTED_STATE.get(kind, State.SEATED)), official=replace(ANNA, unreachable="blocked")
    )
    assert judge(claimed, at(NOON)) == Drop(Reason.UNREACHABLE)


@pytest.mark.parametrize("moment", ["2026-05-13T03:00", "2026-05-16T12:00", NOON])
def test_alarm_knows_no_hour(moment: str) -> None:
    alarm = replace(notice(Kind.ALARM, None), training=None)
    assert judge(alarm, at(moment)) == Say()


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ALARM])
def test_notice_about_a_training_that_is_gone_is_dropped(kind: Kind) -> None:
    assert judge(replace(notice(kind), training=None), at(NOON)) == Drop(Reason.CANCELLED)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {Kind.ALARM, Kind.CANCELLATION}])
def test_cancelled_training_leaves_only_its_cancellation_to_tell(kind: Kind) -> None:
    cancelled = training(status=Status.CANCELLED)
    assert judge(notice(kind, EXPECTED_STATE.get(kind, State.SEATED), cancelled), at(NOON)) == Drop(Reason.CANCELLED)


def test_cancellation_taken_back_is_not_told() -> None:
    assert judge(notice(Kind.CANCELLATION, event=training()), at(NOON)) == Drop(Reason.TAKES_PLACE)


# Reminders


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


# Changes and cancellations


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
    assert judge(notice(kind, event=training(start, status)), at(now)) == verdict


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


# Offers


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
        ("2026-05-16T09:00", "2026-05-15T21:00", Miss(Reason.TOO_LATE)),  # the next loud hour is on Monday
        ("2026-05-13", "2026-05-13T07:00", Say(until=at("2026-05-13T10:00"))),
    ],
)
def test_offer_waits_for_the_morning_before_the_start(start: str, now: str, verdict: Say | Later | Drop | Miss) -> None:
    assert judge(notice(Kind.OFFER, State.OFFERED, training(start)), at(now)) == verdict


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


# Of all notices

hours = some.builds(time, some.integers(0, 23), some.sampled_from([0, 30]))
manners = some.builds(Preferences, quiet_from=hours, quiet_until=hours)
moments = some.datetimes(datetime(2026, 3, 20), datetime(2026, 6, 10), timezones=some.just(UTC))  # noqa: DTZ001
walls = some.builds(Wall, some.dates(date(2026, 3, 20), date(2026, 6, 10)), some.none() | hours)
people = some.builds(Official, some.just(7), preferences=manners)
states = some.none() | some.sampled_from(State)
notices = some.builds(
    lambda kind, start, state, official: replace(notice(kind, state, training(str(start))), official=official),
    some.sampled_from([kind for kind in Kind if kind not in {Kind.ALARM, Kind.CANCELLATION}]),
    walls,
    states,
    people,
)


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
    if isinstance(judge(claimed, now), Say) and quiet.quiet(now, claimed.official.preferences, WARSAW):
        assert claimed.kind in {Kind.REMINDER_HOUR, Kind.CHANGE, Kind.SEAT_OPEN}


@given(claimed=notices, now=moments)
def test_answer_by_time_is_given_with_offers_alone(claimed: Claimed, now: datetime) -> None:
    verdict = judge(claimed, now)
    if isinstance(verdict, Say):
        assert (verdict.until is not None) is (claimed.kind is Kind.OFFER)
        assert verdict.until is None or verdict.until > now


@given(start=walls, preferences=manners, now=moments)
def test_reminder_planned_is_a_reminder_said(start: Wall, preferences: Preferences, now: datetime) -> None:
    event = training(str(start))
    for planned in reminders.plan(event, ANNA.id, preferences, now):
        claimed = replace(
            notice(planned.kind, event=event),
            official=replace(ANNA, preferences=preferences),
            due_at=planned.due_at,
            useful_until=planned.useful_until,
            args=planned.args,
        )
        assert judge(claimed, planned.due_at) == Say()
