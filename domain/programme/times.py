"""Days and hours as the programme file writes them, checked against the calendar and the clock changes of a zone."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, ValidationInfo

from domain import dates
from domain.programme.problem import quote
from domain.programme.sentences import told
from domain.wall import Wall

if TYPE_CHECKING:
    from collections.abc import Callable

YEARS = range(2000, 2100)
MINUTE = timedelta(minutes=1)

_WALL = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?", re.ASCII)
_HOUR = re.compile(r"(\d\d):(\d\d)", re.ASCII)
_HOW = "write YYYY-MM-DD, or YYYY-MM-DDTHH:MM when the hour is known, in local time."


def zone(name: str) -> ZoneInfo | None:
    """Return the zone of this name, or ``None`` when there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _wall(value: object, info: ValidationInfo) -> Wall:
    """Read a wall time; the zone in the validation's context decides whether the clock shows it once."""
    if not isinstance(value, str) or not (parts := _WALL.fullmatch(value)):
        raise told(f"{_shown(value)} is not a day; {_HOW}")
    year, month, day, hour, minute = (int(part) if part else None for part in parts.groups())
    try:
        wall = Wall(date(year or 0, month or 0, day or 0), None if hour is None else time(hour, minute or 0))
    except ValueError:
        raise told(f"{quote(value)} is not in the calendar; check month, day and hour (00:00 to 23:59).") from None
    if wall.day.year not in YEARS:
        raise told(f"The year {wall.day.year} cannot be meant; check it.")
    if isinstance(info.context, ZoneInfo):
        _check_clock(wall, info.context)
    return wall


def _hour(value: object) -> time:
    """Read an hour of the day, ``HH:MM``."""
    parts = _HOUR.fullmatch(value) if isinstance(value, str) else None
    try:
        if parts:
            return time(int(parts[1]), int(parts[2]))
    except ValueError:
        pass
    raise told(f"{_shown(value)} is not an hour; write HH:MM, from 00:00 to 23:59.")


When = Annotated[Wall, PlainValidator(_wall)]
Hour = Annotated[time, PlainValidator(_hour)]


def before(wall: Wall, other: Wall) -> bool:
    """Tell whether a wall time is certainly earlier than another; within one day that takes both hours."""
    if wall.day == other.day and wall.hour and other.hour:
        return wall.hour < other.hour
    return wall.day < other.day


def _shown(value: object) -> str:
    return quote(value) if isinstance(value, str) else "This"


def _check_clock(wall: Wall, here: ZoneInfo) -> None:
    """Refuse an hour that the clock skips in spring or shows twice in autumn, saying which hours these are."""
    if wall.hour is None:
        return
    moment = datetime.combine(wall.day, wall.hour, tzinfo=here)
    if not dates.exists(wall.day, wall.hour, here):
        first, last = _edges(moment, lambda shown: not dates.exists(shown.date(), shown.time(), here))
        raise told(
            f"{wall.hour:%H:%M} does not exist on {wall.day}: the clocks in {here.key} go forward from {first:%H:%M}"
            f" to {last:%H:%M} and skip it; write another hour."
        )
    if dates.ambiguous(wall.day, wall.hour, here):
        first, last = _edges(moment, lambda shown: dates.ambiguous(shown.date(), shown.time(), here))
        raise told(
            f"{wall.hour:%H:%M} comes twice on {wall.day}: the clocks in {here.key} go back from {last:%H:%M}"
            f" to {first:%H:%M}; write another hour, or the day alone."
        )


def _edges(moment: datetime, odd: Callable[[datetime], bool]) -> tuple[datetime, datetime]:
    """Return the first minute of an odd stretch of wall time and the first minute after it."""
    first = last = moment
    while odd(first - MINUTE):
        first -= MINUTE
    while odd(last):
        last += MINUTE
    return first, last
