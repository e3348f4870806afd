"""What a question may say about time: days, hours, and where it said so. Plain values, no grammar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Days:
    """From one day to another, both included; ``None`` leaves that side open."""

    first: date | None
    last: date | None

    def touches(self, first: date, last: date) -> bool:
        """Tell whether something that lasts from one day to another has a day in common with these."""
        return (self.first is None or self.first <= last) and (self.last is None or first <= self.last)

    def within(self, other: Days) -> Days | None:
        """Return the days that both have in common."""
        first = max(filter(None, (self.first, other.first)), default=None)
        last = min(filter(None, (self.last, other.last)), default=None)
        return None if first and last and first > last else Days(first, last)

    @property
    def single(self) -> date | None:
        """The day, if it is but one."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Window:
    """The wall hours at which something begins, both included.

    ``None`` leaves that side open; an exact hour is both.
    """

    opening: time | None
    closing: time | None


@dataclass(frozen=True, slots=True)
class When:
    """The time a question asks about.

    ``days`` are alternatives in order (none: only hours were said), ``used`` the places of the tokens that
    said all this.
    ``past`` – the question says that it is over; ``soonest`` – the earliest is wanted; ``mismatch`` – the weekday named
    beside a date is not the weekday of that date, and the date was kept.
    """

    days: tuple[Days, ...]
    window: Window | None
    used: frozenset[int]
    past: bool = False
    soonest: bool = False
    mismatch: bool = False
