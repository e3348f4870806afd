"""Two clocks for the world: one that stands until it is moved, one that runs at any speed.

Both tell aware UTC instants and call back when time jumps, so that whoever set an alarm by them can set it anew.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

MORNING = datetime(2026, 4, 27, 8, 0, tzinfo=ZoneInfo("Europe/Warsaw")).astimezone(UTC)
"""Monday 27 April 2026, 8:00 in Warsaw: where demonstrations and tests begin."""


class Clock(Protocol):
    """What the world asks of a clock."""

    def now(self) -> datetime:
        """Tell the present instant, aware, in UTC."""


class _Jumping:
    """Keeps those who want to know when time jumps."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[], None]] = []

    def on_jump(self, listener: Callable[[], None]) -> None:
        """Call the listener after every jump or change of pace."""
        self._listeners.append(listener)

    def _jumped(self) -> None:
        for listener in self._listeners:
            listener()


class ManualClock(_Jumping):
    """A clock that stands until it is set or advanced."""

    def __init__(self, start: datetime = MORNING) -> None:
        super().__init__()
        self._now = _in_utc(start)

    def now(self) -> datetime:
        """Tell the present instant, aware, in UTC."""
        return self._now

    def set(self, at: datetime) -> None:
        """Jump to an aware instant, forwards or back."""
        self._now = _in_utc(at)
        self._jumped()

    def advance(self, by: timedelta) -> None:
        """Jump forwards by a span."""
        self.set(self._now + by)


class RunningClock(_Jumping):
    """A clock that runs by the machine's monotonic time, faster or slower, and can be paused and set."""

    def __init__(self, start: datetime = MORNING, speed: float = 1.0) -> None:
        super().__init__()
        self._anchor = _in_utc(start)
        self._since = time.monotonic()
        self._speed = speed
        self._running = True

    @property
    def running(self) -> bool:
        """Whether time passes."""
        return self._running

    @property
    def speed(self) -> float:
        """How many seconds pass here in one of the machine's while the clock runs."""
        return self._speed

    def now(self) -> datetime:
        """Tell the present instant, aware, in UTC."""
        if not self._running:
            return self._anchor
        return self._anchor + timedelta(seconds=(time.monotonic() - self._since) * self._speed)

    def pause(self) -> None:
        """Stop time."""
        self._settle(self.now(), running=False)

    def run(self, speed: float | None = None) -> None:
        """Let time pass, at a new speed if one is given."""
        at = self.now()
        self._speed = self._speed if speed is None else speed
        self._settle(at, running=True)

    def set(self, at: datetime) -> None:
        """Jump to an aware instant, forwards or back."""
        self._settle(_in_utc(at), running=self._running)

    def advance(self, by: timedelta) -> None:
        """Jump forwards by a span."""
        self.set(self.now() + by)

    def _settle(self, at: datetime, *, running: bool) -> None:
        self._anchor, self._since, self._running = at, time.monotonic(), running
        self._jumped()


def _in_utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("The clock needs an aware datetime: give it a time zone.")
    return at.astimezone(UTC)
