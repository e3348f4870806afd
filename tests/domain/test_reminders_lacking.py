"""Which reminders are never made, and why: between them and those that are planned there is no third kind."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain import reminders
from domain.notice import REMINDERS, Kind
from domain.official import Preferences
from domain.reminders import Lack, Unplanned
from domain.training import Mode, Status, Training
from tests.domain.invented import LONG_AGO, at, manners, training, walls

ANNA = 7
ALL = Preferences(week_before=True)
trainings = some.builds(training, walls, some.none() | some.sampled_from(Mode), some.sampled_from(Status))


@given(
    event=trainings,
    preferences=manners,
    ahead=some.timedeltas(timedelta(days=-1), timedelta(days=20)),
)
def test_every_reminder_is_planned_or_has_its_reason(
    event: Training, preferences: Preferences, ahead: timedelta
) -> None:
    now = event.begins_at - ahead
    planned = {each.kind for each in reminders.plan(event, ANNA, preferences, now)}
    lacking = set(reminders.lacks(event, preferences, now))
    assert planned | lacking == set(REMINDERS)
    assert not planned & lacking


@pytest.mark.parametrize(
    ("start", "preferences", "kind", "unplanned"),
    [
        ("2026-05-12T09:00", Preferences(), Kind.REMINDER_WEEK, Unplanned(Lack.NOT_WANTED, at("2026-05-05T14:00"))),
        ("2026-05-12", ALL, Kind.REMINDER_HOUR, Unplanned(Lack.NO_HOUR)),
        ("2026-05-12", replace(ALL, hour_before=False), Kind.REMINDER_HOUR, Unplanned(Lack.NOT_WANTED)),
    ],
)
def test_what_is_lacking_names_its_reason_and_moment(
    start: str, preferences: Preferences, kind: Kind, unplanned: Unplanned
) -> None:
    assert reminders.lacks(training(start), preferences, LONG_AGO)[kind] == unplanned


def test_what_came_too_late_to_be_planned_has_passed() -> None:
    now = at("2026-05-11T14:00")
    lacking = reminders.lacks(training("2026-05-12T09:00"), Preferences(), now)
    assert lacking[Kind.REMINDER_DAY] == Unplanned(Lack.PASSED, now)


def test_of_two_close_ones_the_earlier_is_lacking() -> None:
    daytime = replace(ALL, quiet_from=time(14, 30), quiet_until=time(14))
    lacking = reminders.lacks(training("2026-05-12T09:00"), daytime, LONG_AGO)
    assert [kind for kind, each in lacking.items() if each.lack is Lack.TOO_CLOSE] == [Kind.REMINDER_DAY]


def test_nothing_is_planned_for_what_is_called_off() -> None:
    off = training("2026-05-12T09:00", status=Status.CANCELLED)
    assert set(reminders.lacks(off, ALL, LONG_AGO).values()) == {Unplanned(Lack.CALLED_OFF)}


@pytest.mark.parametrize(
    ("kind", "moment"),
    [
        (Kind.REMINDER_HOUR, "2026-05-12T08:00"),
        (Kind.REMINDER_DAY, "2026-05-11T14:00"),
        (Kind.REMINDER_WEEK, "2026-05-05T14:00"),
    ],
)
def test_the_usual_moment_knows_no_quiet(kind: Kind, moment: str) -> None:
    assert reminders.usual(kind, training("2026-05-12T09:00")) == at(moment)


def test_online_the_last_one_comes_a_quarter_before() -> None:
    online = training("2026-05-12T09:00", Mode.ONLINE)
    assert online.starts_at - reminders.usual(Kind.REMINDER_HOUR, online) == timedelta(minutes=15)
