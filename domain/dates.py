"""Wall times and instants: from the calendar on the wall to UTC and back, both clock changes included."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from domain.wall import Wall

MIDNIGHT = time(0, 0)
DEFAULT_LENGTH = timedelta(hours=8)


def instant(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """Return the UTC instant of a wall time; one that the spring change skips is read as if it had not (PEP 495)."""
    return datetime.combine(day, hour, tzinfo=zone).astimezone(UTC)


def exists(day: date, hour: time, zone: ZoneInfo) -> bool:
    """Tell whether the wall clock shows this time at all: the hour skipped in spring it does not."""
    local = datetime.combine(day, hour, tzinfo=zone)
    return local.astimezone(UTC).astimezone(zone).replace(fold=0, tzinfo=None) == local.replace(tzinfo=None)


def ambiguous(day: date, hour: time, zone: ZoneInfo) -> bool:
    """Tell whether the wall clock shows this time twice, as in the hour repeated in autumn."""
    local = datetime.combine(day, hour, tzinfo=zone)
    return exists(day, hour, zone) and local.utcoffset() != local.replace(fold=1).utcoffset()


def opening(start: Wall, zone: ZoneInfo) -> datetime:
    """Return the instant at which a wall time begins: its hour, or the midnight that opens its day."""
    return instant(start.day, start.hour or MIDNIGHT, zone)


def day_after(wall: Wall, zone: ZoneInfo) -> datetime:
    """Return the midnight that closes the day of a wall time."""
    return instant(wall.day + timedelta(days=1), MIDNIGHT, zone)


def begun_by(start: Wall, zone: ZoneInfo) -> datetime:
    """Return the instant by which something has begun: its hour, or the midnight that closes its day."""
    return opening(start, zone) if start.hour else day_after(start, zone)


def closing(start: Wall, end: Wall | None, zone: ZoneInfo) -> datetime:
    """Return the instant after which something is over.

    A stated closing hour is exact; an end that names only the day lasts to its midnight; nothing stated: an hour that
    is known is given a working day's length, a day lasts until midnight.
    """
    if end is not None:
        return opening(end, zone) if end.hour else day_after(end, zone)
    if start.hour:
        return opening(start, zone) + DEFAULT_LENGTH
    return day_after(start, zone)


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return the same instant as the wall clock of the zone shows it."""
    return moment.astimezone(zone)


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def micros(moment: datetime) -> int:
    """Return an instant as whole microseconds since 1970 in UTC, exactly: the form in which it is stored."""
    return (moment - EPOCH) // timedelta(microseconds=1)
