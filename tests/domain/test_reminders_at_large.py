from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from domain import dates, quiet, reminders
from domain.notice import REMINDERS, Kind
from domain.official import Official, Preferences
from domain.training import Mode, Status, Training
from domain.wall import Wall
from tests.domain.invented import LONG_AGO, WARSAW, hours, manners, training, walls

ANNA = 7
HOUR = timedelta(hours=1)

trainings = some.builds(training, walls, some.none() | some.sampled_from(Mode), some.sampled_from(Status))
spans = some.timedeltas(timedelta(days=-1), timedelta(days=20))


def before(event: Training, span: timedelta) -> datetime:
    """Return an instant that lies by this much before the day closes on which the training starts."""
    return dates.day_after(event.details.start, WARSAW) - span


@given(event=trainings, preferences=manners, span=spans)
def test_every_reminder_lies_ahead_and_is_of_use(event: Training, preferences: Preferences, span: timedelta) -> None:
    now = before(event, span)
    for notice in reminders.plan(event, ANNA, preferences, now):
        assert notice.useful_until is not None
        assert now < notice.due_at < notice.useful_until
        assert not event.begun(notice.due_at)
        assert (notice.due_at.second, notice.due_at.microsecond) == (0, 0)


@given(event=trainings, preferences=manners, span=spans)
def test_no_reminder_falls_into_quiet_time(event: Training, preferences: Preferences, span: timedelta) -> None:
    for notice in reminders.plan(event, ANNA, preferences, before(event, span)):
        bound_by_days_off = notice.kind is not Kind.REMINDER_HOUR
        assert not quiet.quiet(notice.due_at, preferences, WARSAW, days_off=bound_by_days_off)


@given(event=trainings, preferences=manners, span=spans)
def test_each_kind_comes_at_most_once_in_order_and_an_hour_apart(
    event: Training, preferences: Preferences, span: timedelta
) -> None:
    notices = reminders.plan(event, ANNA, preferences, before(event, span))
    kinds = [notice.kind for notice in notices]
    assert kinds == [kind for kind in REMINDERS if kind in kinds]
    assert all(reminders.wanted(kind, preferences) for kind in kinds)
    assert all(later.due_at - earlier.due_at >= HOUR for earlier, later in pairwise(notices))


@given(event=trainings, preferences=manners, span=spans, later=spans)
def test_planning_again_repeats_what_is_still_ahead(
    event: Training, preferences: Preferences, span: timedelta, later: timedelta
) -> None:
    first = reminders.plan(event, ANNA, preferences, before(event, max(span, later)))
    again = reminders.plan(event, ANNA, preferences, before(event, min(span, later)))
    assert again == tuple(notice for notice in first if notice.due_at > before(event, min(span, later)))


@given(
    start=some.builds(Wall, walls.map(lambda wall: wall.day), hours), mode=some.sampled_from(Mode), preferences=manners
)
def test_wanted_last_reminder_is_always_made(start: Wall, mode: Mode, preferences: Preferences) -> None:
    event = training(start, mode)
    kinds = [n.kind for n in reminders.plan(event, ANNA, replace(preferences, hour_before=True), LONG_AGO)]
    assert kinds[-1] is Kind.REMINDER_HOUR
    moment = reminders.plan(event, ANNA, replace(preferences, hour_before=True), LONG_AGO)[-1].due_at
    due_at = event.starts_at - (timedelta(minutes=15) if mode is Mode.ONLINE else HOUR)
    assert (moment == due_at) is not quiet.quiet(due_at, preferences, WARSAW, days_off=False)


@given(event=trainings, everybody=some.lists(manners, max_size=5), span=spans)
def test_many_get_the_reminders_that_each_of_them_would(
    event: Training, everybody: list[Preferences], span: timedelta
) -> None:
    people = [Official(number, preferences=each) for number, each in enumerate([*everybody, *everybody], 1)]
    now = before(event, span)
    planned = reminders.plan_all(event, people, now)
    assert planned == [notice for each in people for notice in reminders.plan(event, each.id, each.preferences, now)]
