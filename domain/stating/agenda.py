"""An agenda as organisers type it: an hour and a title a line, under the day where there are several."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING, Final

from domain.stating import texts, times
from domain.stating.field import Misfit, UnclearError
from domain.training import AgendaItem
from domain.wall import Wall

if TYPE_CHECKING:
    from datetime import date, datetime

    from domain.training import Draft

MOST: Final = 60
LONGEST: Final = 300
_APART = re.compile(r"\n|;\s*(?=\d{1,2}[:.]\d\d\b)")
_LINE = re.compile(
    r"(?:[-•*–]\s*)?(?:godz\.?\s*)?(?P<first>\d{1,2}[:.]\d\d)(?:\s*(?:[-–—]|do)\s*(?P<last>\d{1,2}[:.]\d\d))?"
    r"\s*[-–—:,.]?\s*(?P<title>\S.*)"
)


def agenda(text: str, draft: Draft, now: datetime) -> tuple[AgendaItem, ...]:
    """Return the agenda: „9:00 Otwarcie”, „9:15–10:30 Wykład”; a line that is only a day stands above its items."""
    if draft.start is None:
        raise UnclearError(Misfit.NO_DAY)
    day = draft.start.day
    items: list[AgendaItem] = []
    for each in filter(None, (line.strip() for line in _APART.split(text))):
        if (other := _day(each, now)) is not None:
            day = other
        else:
            items.append(_item(each, day, len(items) + 1))
    if not items:
        raise UnclearError(Misfit.UNREAD)
    if len(items) > MOST:
        raise UnclearError(Misfit.TOO_LONG)
    last = draft.end.day if draft.end else draft.start.day
    if any(item.start and not draft.start.day <= item.start.day <= last for item in items):
        raise UnclearError(Misfit.NO_SUCH_DAY)
    return tuple(items)


def _day(line: str, now: datetime) -> date | None:
    try:
        told = times.told(line.rstrip(":"), now)
    except UnclearError:
        return None
    return told.days[0] if told.days and not told.hours and told.days[0] == told.days[1] else None


def _item(line: str, day: date, number: int) -> AgendaItem:
    found = _LINE.fullmatch(line)
    if not found:
        marked = re.match(rf"[-•*– ]+|{number}[.)]\s+", line)
        return AgendaItem(f"p{number}", texts.line(line[marked.end() :] if marked else line, LONGEST))
    first, last = _clock(found["first"]), _clock(found["last"]) if found["last"] else None
    if last and last <= first:
        raise UnclearError(Misfit.END_FIRST)
    title = texts.line(found["title"], LONGEST)
    return AgendaItem(f"p{number}", title, Wall(day, first), Wall(day, last) if last else None)


def _clock(text: str) -> time:
    hour, minute = text.replace(".", ":").split(":")
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise UnclearError(Misfit.NO_SUCH_HOUR) from None
