"""Wall time: what the organiser's calendar says, a day with or without an hour; never an instant, never a zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Wall:
    """A local day, and the local hour when it is known (``None`` = to be confirmed, never midnight)."""

    day: date
    hour: time | None = None

    @classmethod
    def parse(cls, text: str) -> Wall:
        """Read ``YYYY-MM-DD`` or ``YYYY-MM-DDTHH:MM``; anything else raises ``ValueError``."""
        day, separator, hour = text.partition("T")
        if len(day) != len("2026-04-27") or (separator and len(hour) != len("09:00")):
            raise ValueError(text)
        return cls(date.fromisoformat(day), time.fromisoformat(hour) if separator else None)

    def __str__(self) -> str:
        """Write the wall time as the programme file does."""
        return self.day.isoformat() + (f"T{self.hour:%H:%M}" if self.hour else "")
