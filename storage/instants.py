"""Instants as the tables keep them: integer microseconds since 1970 in UTC, exact both ways."""

from datetime import UTC, datetime, timedelta
from typing import overload

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@overload
def micros(moment: datetime) -> int: ...
@overload
def micros(moment: None) -> None: ...
@overload
def micros(moment: datetime | None) -> int | None: ...
def micros(moment: datetime | None) -> int | None:
    """Return the microseconds of an aware instant."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


@overload
def instant(number: int) -> datetime: ...
@overload
def instant(number: None) -> None: ...
@overload
def instant(number: int | None) -> datetime | None: ...
def instant(number: int | None) -> datetime | None:
    """Return the instant of microseconds, in UTC."""
    return None if number is None else _EPOCH + timedelta(microseconds=number)
