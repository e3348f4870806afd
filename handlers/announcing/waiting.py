"""What the bot waits for while an announcement is made: rows with an expiry, so that a restart strands nobody."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from domain.stating import Field

if TYPE_CHECKING:
    from handlers.context import Context

ANNOUNCEMENT: Final = "announcement"
OFFERED: Final = "offered"
"""A text that may be an announcement: the person is asked. The next text is no answer to that."""
CONTINUED: Final = "continued"
"""A text that was read and may have been cut in two by Telegram."""
PROGRAMME: Final = "programme"
STATEMENT: Final = "statement"
GAP: Final = "gap"
HOUR: Final = "hour"

A_PART: Final = 2048
"""Characters: Telegram cuts what is longer than 4096, and never before the middle of that."""
TOGETHER: Final = timedelta(seconds=10)
MOST: Final = 200_000
"""Characters of a text that are kept while it is put together; the reader says what it leaves out."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A text that came in parts: for which programme, when the last part came and how long it was, what became of it.

    ``programme`` 0 = not chosen yet, ``announcement`` 0 = not read yet.
    """

    programme: int = 0
    text: str = ""
    at: str = ""
    last: int = 0
    announcement: int = 0

    def continued(self, text: str, now: datetime) -> Parts | None:
        """Return this text with its next part, or ``None`` when a text is none: the part before it was not cut."""
        if self.last < A_PART or now - datetime.fromisoformat(self.at) > TOGETHER:
            return None
        return replace(self, text=f"{self.text}\n{text}"[:MOST], at=now.isoformat(), last=len(text))


def begun(text: str, now: datetime, programme: int = 0) -> Parts:
    """Return a text as its own first part."""
    return Parts(programme, text[:MOST], now.isoformat(), len(text))


async def keep(context: Context, awaits: str, parts: Parts) -> None:
    """Wait with a text at hand."""
    await context.office.profile.ask(context.official, awaits, None, json.dumps(asdict(parts)))


def parts(data: str) -> Parts:
    """Return the text that is at hand."""
    return Parts(**json.loads(data)) if data else Parts()


@dataclass(frozen=True, slots=True)
class Statement:
    """A field that is asked for: of a draft at a version of it, or of all drafts of an announcement that lack it."""

    number: int
    version: int
    field: Field


async def ask(context: Context, awaits: str, statement: Statement) -> None:
    """Wait for a typed answer about a field."""
    data = f"{statement.number} {statement.version} {statement.field}"
    await context.office.profile.ask(context.official, awaits, None, data)


def statement(data: str) -> Statement:
    """Return the field that is waited for."""
    number, version, field = data.split()
    return Statement(int(number), int(version), Field(field))
