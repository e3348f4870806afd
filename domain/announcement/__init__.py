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

__all__ = ["Fact", "Found", "Problem", "Question", "Reading", "Span", "Why", "YearBy", "missing", "prepare", "read"]


def prepare() -> None:
    """Compile the patterns, which takes most of a second, ahead of the first announcement; once is enough."""
    # Compiled here and not where they are imported: a start is not to wait for them either.
    from domain.announcement import announcing  # noqa: F401, PLC0415


def read(text: str, now: datetime, zone: ZoneInfo) -> Reading:
    """Read an announcement; ``now`` is aware, its day in the zone is the day of pasting."""
    from domain.announcement import announcing  # noqa: PLC0415 - as above

    return announcing.read(text, now, zone)
