"""A draft to be corrected, on Monday 27 April 2026, 8:00, and what a typed answer makes of it."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.stating import Field, Misfit, Unclear, state
from domain.training import Draft
from domain.wall import Wall

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2026, 4, 27, 8, tzinfo=WARSAW)
DRAFT = Draft(title="Prawo opcji", start=Wall.parse("2026-05-06"))


def stated(field: Field, text: str, draft: Draft = DRAFT, **known: Any) -> Draft | Misfit:  # noqa: ANN401 - fields
    """Return the draft after an answer, or why the answer cannot be taken."""
    outcome = state(replace(draft, **known), field, text, NOW, WARSAW)
    return outcome.misfit if isinstance(outcome, Unclear) else outcome


def when(text: str, field: Field = Field.WHEN, draft: Draft = DRAFT, **known: Any) -> str | Misfit:  # noqa: ANN401
    """Return start, end and daily hours after an answer as one line."""
    outcome = stated(field, text, draft, **known)
    if isinstance(outcome, Misfit):
        return outcome
    daily = "{:%H:%M}-{:%H:%M}".format(*outcome.daily_hours) if outcome.daily_hours else None
    return " ".join(str(part) for part in (outcome.start, outcome.end, daily) if part)
