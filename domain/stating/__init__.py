"""Stating: what organisers type of a training, read forgivingly and never guessed. Never Telegram, never a clock."""

from domain.stating.field import Field, Misfit, Unclear
from domain.stating.stating import moment, state

__all__ = ["Field", "Misfit", "Unclear", "moment", "state"]
