"""What was read as `read --json` prints it: every key always there, null or [] where the text states nothing."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from domain.announcement import Fact
from domain.gaps import VALUES
from domain.training import Mode
from domain.wall import Wall
from handlers.replies.announcing import doubts
from handlers.replies.questions.plainly import unmarked

if TYPE_CHECKING:
    from domain.announcement import Found, Reading
    from domain.training import Draft
    from handlers.texts import Words

KEYS: Final = (
    *("title", "start", "end", "all_day", "place", "city", "online", "online_url", "signup_url", "signup_deadline"),
    *("contact_name", "contact_email", "contact_phone", "speakers", "capacity", "status", "evidence", "questions"),
    *("kind", "room", "daily_hours", "price_pln", "audience", "agenda", "past"),
)
"""What is told of every training, in this order."""
_ONLINE: Final = {None: None, Mode.ON_SITE: False, Mode.ONLINE: True, Mode.HYBRID: True}


def document(words: Words, reading: Reading) -> dict[str, Any]:
    """Return what was read, ready to be written as JSON; the words say what is to be asked and what is wrong."""
    return {
        "trainings": [_training(words, found) for found in reading.found],
        "problems": [unmarked(doubts.problem(words, problem)) for problem in reading.problems],
    }


def _training(words: Words, found: Found) -> dict[str, Any]:
    draft = found.draft
    told: dict[str, Any] = {
        **{fact: _plain(value(draft)) for fact, value in VALUES.items()},
        **_times(draft),
        Fact.ONLINE: _ONLINE[draft.mode],
        Fact.SPEAKERS: [speaker.name for speaker in draft.speakers or ()],
        Fact.AGENDA: _plain(draft.agenda or ()),
        Fact.STATUS: draft.status.value,
        "evidence": {fact.value: [span.start, span.end] for fact, span in found.evidence.items()},
        "questions": [unmarked(doubts.question(words, found, asked)) for asked in found.questions],
        "past": found.past,
    }
    return {key: told[key] for key in KEYS}


def _times(draft: Draft) -> dict[str, Any]:
    hours = draft.daily_hours
    known = hours or (draft.start and draft.start.hour)
    return {
        "all_day": not known if draft.start else None,
        Fact.DAILY_HOURS: dict(zip(("from", "to"), map(_plain, hours), strict=True)) if hours else None,
    }


def _plain(value: object) -> Any:  # noqa: ANN401 -- whatever JSON has
    """Return a value as the programme file writes it."""
    if isinstance(value, Wall):
        return str(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if is_dataclass(value):
        return {"id" if each.name == "key" else each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value
