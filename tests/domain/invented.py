"""Trainings and moments as the tests of the rules write them: local time of Warsaw, the year 2026."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import strategies as some

from domain import dates
from domain.official import Preferences
from domain.training import Details, Mode, Programme, Status, Training
from domain.wall import Wall

WARSAW = ZoneInfo("Europe/Warsaw")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)

hours = some.builds(time, some.integers(0, 23), some.sampled_from([0, 15, 30, 45]))
walls = some.builds(Wall, some.dates(date(2026, 1, 20), date(2027, 1, 20)), some.none() | hours)
manners = some.builds(
    Preferences,
    week_before=some.booleans(),
    day_before=some.booleans(),
    hour_before=some.booleans(),
    quiet_from=some.just(time(20)) | hours,
    quiet_until=some.just(time(7)) | hours,
)


def at(text: str) -> datetime:
    """Return the instant of a local time."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW).astimezone(UTC)


def shown(moment: datetime) -> str:
    """Return an instant as the clock and the calendar on the wall show it."""
    return dates.local(moment, WARSAW).strftime("%a %d %b %H:%M")


def training(
    start: Wall | str, mode: Mode | None = None, status: Status = Status.PLANNED, deadline: Wall | str | None = None
) -> Training:
    """Return training number 12 with this local start."""
    details = Details(
        "Prawo opcji", wall(start), mode=mode, status=status, signup_deadline=wall(deadline) if deadline else None
    )
    return Training(12, "opcje", Programme(1, "Program", None, WARSAW), details)


def wall(stated: Wall | str) -> Wall:
    """Return a wall time, read if it is a text."""
    return Wall.parse(stated) if isinstance(stated, str) else stated
