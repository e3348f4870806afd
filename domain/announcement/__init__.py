"""Announcements: a text that organisers would publish anyway, read into drafts of trainings.

Never imports a desk, a clock, Telegram or SQL; the day of pasting is handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.announcement.facts.lacking import missing
from domain.announcement.reading import Fact, Found, Problem, Question, Reading, Span, Why, YearBy

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

__all__ = ["Fact", "Found", "Problem", "Question", "Reading", "Span", "Why", "YearBy", "missing", "read"]


def read(text: str, now: datetime, zone: ZoneInfo) -> Reading:
    """Read an announcement; ``now`` is aware, its day in the zone is the day of pasting."""
    # Its patterns take a second to compile and tens of megabytes: the first announcement pays, not every start.
    from domain.announcement import announcing  # noqa: PLC0415

    return announcing.read(text, now, zone)
