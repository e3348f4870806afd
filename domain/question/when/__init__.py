"""When a question asks about: days and hours read from Polish and English words; never a clock, never a programme."""

from domain.question.when.reading import read
from domain.question.when.values import Days, When, Window

__all__ = ["Days", "When", "Window", "read"]
