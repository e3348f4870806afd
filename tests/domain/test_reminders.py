from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from domain import reminders
from domain.notice import Kind, Planned
from domain.official import Preferences
from domain.training import Mode, Status
from tests.domain.invented import LONG_AGO, at, shown, training

ANNA = 7
USUAL = Preferences()
ALL = Preferences(week_before=True)
HOUR_ONLY = Preferences(day_before=False)
HOUR = timedelta(hours=1)


def planned(start: str, preferences: Preferences = USUAL, mode: Mode | None = None) -> dict[Kind, str]:
    """Return the local moment of each reminder made long before."""
    notices = reminders.plan(training(start, mode), ANNA, preferences, LONG_AGO)
    return {notice.kind: shown(notice.due_at) for notice in notices}


def test_usual_reminders_are_the_working_day_and_the_hour_before() -> None:
    assert planned("2026-05-12T09:00") == {
        Kind.REMINDER_DAY: "Mon 11 May 14:00",
        Kind.REMINDER_HOUR: "Tue 12 May 08:00",
    }


def test_reminder_tells_what_it_was_planned_for() -> None:
    notice = reminders.plan(training("2026-05-12T09:00"), ANNA, HOUR_ONLY, LONG_AGO)
    assert notice == (
        Planned(
            kind=Kind.REMINDER_HOUR,
            official_id=ANNA,
            key="reminder_hour:12:7:2026-05-12T09:00",
            due_at=at("2026-05-12T08:00"),
            training_id=12,
            useful_until=at("2026-05-12T09:00"),
            args={"start": "2026-05-12T09:00"},
        ),
    )


@pytest.mark.parametrize(
    ("mode", "hour"),
    [(Mode.ONLINE, "08:45"), (Mode.ON_SITE, "08:00"), (Mode.HYBRID, "08:00"), (None, "08:00")],
)
def test_last_reminder_comes_later_when_nobody_has_to_travel(mode: Mode | None, hour: str) -> None:
    assert planned("2026-05-12T09:00", HOUR_ONLY, mode) == {Kind.REMINDER_HOUR: f"Tue 12 May {hour}"}


def test_unknown_hour_leaves_the_reminders_that_need_none() -> None:
    assert planned("2026-05-12", ALL) == {
        Kind.REMINDER_WEEK: "Tue 05 May 14:00",
        Kind.REMINDER_DAY: "Mon 11 May 14:00",
    }
    assert {n.useful_until for n in reminders.plan(training("2026-05-12"), ANNA, ALL, LONG_AGO)} == {
        at("2026-05-13T00:00")
    }


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-05-11T09:00", "Fri 08 May 14:00"),
        ("2026-05-04T09:00", "Thu 30 Apr 14:00"),  # after 1 and 3 May
        ("2026-06-05T09:00", "Wed 03 Jun 14:00"),  # after Corpus Christi
        ("2026-11-12T09:00", "Tue 10 Nov 14:00"),  # after 11 November
        ("2026-12-28T09:00", "Wed 23 Dec 14:00"),  # after Christmas, its Eve included
        ("2026-04-07T09:00", "Fri 03 Apr 14:00"),  # after Easter
        ("2026-05-16T09:00", "Fri 15 May 14:00"),  # on a Saturday
        ("2026-03-29T09:00", "Fri 27 Mar 14:00"),
        ("2026-03-30T09:00", "Fri 27 Mar 14:00"),
        ("2026-10-26T09:00", "Fri 23 Oct 14:00"),
    ],
)
def test_day_reminder_goes_on_the_last_working_day(start: str, expected: str) -> None:
    assert planned(start)[Kind.REMINDER_DAY] == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-05-13T09:00", "Wed 06 May 14:00"),
        ("2026-05-08T09:00", "Thu 30 Apr 19:59"),  # 1 May is off
        ("2026-05-16T09:00", "Fri 08 May 19:59"),
        ("2026-11-18T09:00", "Tue 10 Nov 19:59"),
        ("2027-01-02", "Wed 23 Dec 19:59"),
    ],
)
def test_week_reminder_due_on_a_day_off_goes_the_evening_before(start: str, expected: str) -> None:
    assert planned(start, ALL)[Kind.REMINDER_WEEK] == expected


@pytest.mark.parametrize(
    ("start", "mode", "expected"),
    [
        ("2026-05-16T10:00", None, "Sat 16 May 09:00"),  # a day off does not bind it
        ("2026-05-12T07:30", None, "Tue 12 May 07:00"),  # due at 6:30, still of use at 7:00
        ("2026-05-12T07:01", None, "Tue 12 May 07:00"),
        ("2026-05-16T07:30", None, "Sat 16 May 07:00"),
        ("2026-05-12T07:00", None, "Mon 11 May 19:59"),  # of no use at 7:00
        ("2026-05-12T06:00", Mode.ONLINE, "Mon 11 May 19:59"),
        ("2026-05-11T06:30", None, "Sun 10 May 19:59"),
        ("2026-05-12T20:59", None, "Tue 12 May 19:59"),
        ("2026-05-12T21:00", None, "Tue 12 May 19:59"),
        ("2026-05-12T23:30", None, "Tue 12 May 19:59"),
        ("2026-05-12T00:15", Mode.ONLINE, "Mon 11 May 19:59"),
    ],
)
def test_hour_reminder_keeps_out_of_the_quiet_hours_alone(start: str, mode: Mode | None, expected: str) -> None:
    assert planned(start, USUAL, mode)[Kind.REMINDER_HOUR] == expected


@pytest.mark.parametrize(
    ("start", "summer_time"), [("2026-03-29T09:00", True), ("2026-10-25T09:00", False), ("2026-03-29T03:30", True)]
)
def test_hour_before_is_a_real_hour_on_the_days_of_the_clock_change(*, start: str, summer_time: bool) -> None:
    awake = replace(HOUR_ONLY, quiet_until=HOUR_ONLY.quiet_from)
    (notice,) = reminders.plan(training(start), ANNA, awake, LONG_AGO)
    naive = datetime.fromisoformat(start)
    assert notice.due_at == (naive - timedelta(hours=2 if summer_time else 1) - HOUR).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-03-29T09:00", ["Fri 20 Mar 19:59", "Fri 27 Mar 14:00", "Sun 29 Mar 08:00"]),
        ("2026-03-30T09:00", ["Mon 23 Mar 14:00", "Fri 27 Mar 14:00", "Mon 30 Mar 08:00"]),
        ("2026-10-25T09:00", ["Fri 16 Oct 19:59", "Fri 23 Oct 14:00", "Sun 25 Oct 08:00"]),
        ("2026-10-26T09:00", ["Mon 19 Oct 14:00", "Fri 23 Oct 14:00", "Mon 26 Oct 08:00"]),
    ],
)
def test_clock_change_makes_exactly_one_reminder_of_each_kind(start: str, expected: list[str]) -> None:
    assert list(planned(start, ALL).values()) == expected


@pytest.mark.parametrize("status", [Status.PLANNED, Status.MOVED])
def test_moment_that_has_passed_makes_no_reminder(status: Status) -> None:
    event = training("2026-05-12T09:00", status=status)
    kinds = [
        [n.kind for n in reminders.plan(event, ANNA, USUAL, at(now))]
        for now in ("2026-05-11T13:59", "2026-05-11T14:00", "2026-05-12T07:59", "2026-05-12T08:00")
    ]
    assert kinds == [[Kind.REMINDER_DAY, Kind.REMINDER_HOUR], [Kind.REMINDER_HOUR], [Kind.REMINDER_HOUR], []]


def test_cancelled_training_is_not_reminded_of() -> None:
    assert reminders.plan(training("2026-05-12T09:00", status=Status.CANCELLED), ANNA, ALL, LONG_AGO) == ()


def test_nothing_is_planned_when_every_reminder_is_off() -> None:
    off = Preferences(week_before=False, day_before=False, hour_before=False)
    assert reminders.plan(training("2026-05-12T09:00"), ANNA, off, LONG_AGO) == ()


def test_reminders_pushed_together_become_one() -> None:
    afternoon = Preferences(week_before=True, quiet_from=time(14), quiet_until=time(13))
    assert planned("2026-05-12T06:30", afternoon) == {
        Kind.REMINDER_WEEK: "Tue 05 May 13:59",
        Kind.REMINDER_HOUR: "Mon 11 May 13:59",
    }


def test_reminders_an_hour_apart_stay_two() -> None:
    def quiet_from(hour: time) -> Preferences:
        return Preferences(quiet_from=hour, quiet_until=time(13))

    assert planned("2026-05-12T06:30", quiet_from(time(15, 1))) == {
        Kind.REMINDER_DAY: "Mon 11 May 14:00",
        Kind.REMINDER_HOUR: "Mon 11 May 15:00",
    }
    assert planned("2026-05-12T06:30", quiet_from(time(15))) == {Kind.REMINDER_HOUR: "Mon 11 May 14:59"}


@pytest.mark.parametrize("start", ["2026-05-12T10:00", "2026-05-13T09:00", "2026-05-12"])
def test_moved_training_gets_reminders_of_its_own(start: str) -> None:
    old = reminders.plan(training("2026-05-12T09:00"), ANNA, ALL, LONG_AGO)
    new = reminders.plan(training(start), ANNA, ALL, LONG_AGO)
    assert {n.key for n in old}.isdisjoint(n.key for n in new)


def test_people_have_keys_of_their_own() -> None:
    event = training("2026-05-12T09:00")
    keys = [n.key for person in (1, 2) for n in reminders.plan(event, person, ALL, LONG_AGO)]
    assert len(set(keys)) == len(keys) == 6
