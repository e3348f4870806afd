"""The forecast's groups: what goes out together, when by the rules that judge it, and what a button still means."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain import forecast, news
from domain.forecast import Counted, Which, minute
from domain.notice import Kind
from domain.occupancy import Occupancy, Stored
from domain.official import Preferences
from domain.training import Details, Programme, Status, Training
from domain.wall import Wall

NOW = datetime(2026, 4, 27, 6, tzinfo=UTC)
DUE = datetime(2026, 5, 5, 12, tzinfo=UTC)
PROGRAMME = Programme(1, "Wiosna", None, ZoneInfo("Europe/Warsaw"))
LATE_RISER = Preferences(quiet_until=time(15, 0))


def stored(number: int, programme: Programme = PROGRAMME, start: str = "2026-05-06T09:00") -> Stored:
    training = Training(number, f"{number}", programme, Details(f"Szkolenie {number}", Wall.parse(start)))
    return Stored(training, Occupancy(0, None, 0))


TRAININGS = {1: stored(1), 2: stored(2), 3: stored(3, replace(PROGRAMME, id=2))}
REMINDER = Counted(
    Kind.REMINDER_DAY, 1, {}, DUE, TRAININGS[1].training.begins_at, held=False, preferences=Preferences(), people=3
)
NEWS = replace(REMINDER, kind=Kind.NEWS, training_id=None, args=news.listing([1, 2]), useful_until=None)


def test_reminders_of_a_kind_are_one_group_spread_by_quiet_time() -> None:
    (group,) = forecast.groups([REMINDER, replace(REMINDER, preferences=LATE_RISER, people=2)], TRAININGS, NOW)
    assert group.which == Which(Kind.REMINDER_DAY, 1, minute(DUE))
    assert (group.people, group.first, group.last, group.late) == (5, DUE, DUE + timedelta(hours=1), 0)


def test_those_whose_quiet_time_ends_too_late_are_counted() -> None:
    due = replace(REMINDER, due_at=REMINDER.due_at + timedelta(hours=18), preferences=LATE_RISER)
    (group,) = forecast.groups([REMINDER, due], TRAININGS, NOW)
    assert (group.people, group.late) == (6, 3)


def test_overdue_is_what_goes_out_now() -> None:
    (group,) = forecast.groups([REMINDER], TRAININGS, DUE + timedelta(minutes=5))
    assert group.first == DUE + timedelta(minutes=5)
    assert group.which.due == DUE


def test_held_and_others_are_groups_of_their_own() -> None:
    found = forecast.groups([REMINDER, replace(REMINDER, held=True)], TRAININGS, NOW)
    assert [each.which.held for each in found] == [False, True]
    assert forecast.pick(found, replace(REMINDER_SEEN, held=True)) == found[1]


REMINDER_SEEN = Which(Kind.REMINDER_DAY, 1, minute(DUE))


def test_a_button_finds_what_has_become_of_its_group() -> None:
    found = forecast.groups([replace(REMINDER, held=True, due_at=DUE - timedelta(days=1))], TRAININGS, NOW)
    assert forecast.pick(found, REMINDER_SEEN) == found[0]
    assert forecast.pick(found, replace(REMINDER_SEEN, number=2)) is None
    assert forecast.pick(found, replace(REMINDER_SEEN, kind=Kind.REMINDER_WEEK)) is None


def test_news_of_a_programme_due_in_a_minute_are_one_group() -> None:
    other = replace(NEWS, args=news.listing([2]), due_at=DUE + timedelta(seconds=30))
    (group,) = forecast.groups([NEWS, other, replace(NEWS, preferences=LATE_RISER)], TRAININGS, NOW)
    assert [each.training.id for each in group.about] == [1, 2]
    assert (group.people, group.told) == (9, (NEWS.args, other.args))
    assert group.useful_until == TRAININGS[2].training.begins_at


def test_news_that_tell_of_somebody_elses_trainings_too_are_left_to_those_who_may_see_all() -> None:
    both = replace(NEWS, args=news.listing([1, 3]))
    assert forecast.groups([both], {1: TRAININGS[1]}, NOW) == []
    assert len(forecast.groups([both], TRAININGS, NOW)) == 1


def test_news_of_nothing_any_more_are_left_out() -> None:
    training = TRAININGS[1].training
    gone = replace(training, details=replace(training.details, status=Status.CANCELLED))
    assert forecast.groups([NEWS], {**TRAININGS, 1: replace(TRAININGS[1], training=gone)}, NOW)[0].about == (
        TRAININGS[2],
    )
    assert forecast.groups([NEWS], TRAININGS, TRAININGS[1].training.begins_at) == []
