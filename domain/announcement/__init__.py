"""Announcements: a text that organisers would publish anyway, read into drafts of trainings.

Never imports a desk, a clock, Telegram or SQL; the day of pasting is handed in.
"""

from domain.announcement.announcing import read
from domain.announcement.facts.lacking import missing
from domain.announcement.reading import Fact, Found, Problem, Question, Reading, Span, Why, YearBy

__all__ = ["Fact", "Found", "Problem", "Question", "Reading", "Span", "Why", "YearBy", "missing", "read"]
