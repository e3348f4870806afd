"""The order of a training's days, hours and numbers: every change of one is held against the others. Reads no text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain import dates
from domain.programme.times import before
from domain.stating.field import Misfit, UnclearError
from domain.wall import Wall

if TYPE_CHECKING:
    from datetime import date, time
    from zoneinfo import ZoneInfo

    from domain.stating.times import Told
    from domain.training import AgendaItem, Draft


def timed(draft: Draft, told: Told) -> Draft:
    """Return the draft at other days or hours: what is not told stays; the agenda moves along with its day."""
    if told.days is None and draft.start is None:
        raise UnclearError(Misfit.NO_DAY)
    first, last = told.days or _days(draft)
    opening, closing = told.hours or _hours(draft)
    several = last > first
    start, end = Wall(first, opening), Wall(last, closing) if several or closing else None
    daily = (opening, closing) if several and opening and closing and told.daily else None
    return replace(_moved(draft, first), start=start, end=end, daily_hours=daily)


def _days(draft: Draft) -> tuple[date, date]:
    if draft.start is None:
        raise UnclearError(Misfit.NO_DAY)
    return draft.start.day, draft.end.day if draft.end else draft.start.day


def _hours(draft: Draft) -> tuple[time | None, time | None]:
    if draft.daily_hours:
        return draft.daily_hours
    return draft.start.hour if draft.start else None, draft.end.hour if draft.end else None


def without_hours(draft: Draft) -> Draft:
    """Return the draft with its days alone."""
    first, last = _days(draft)
    return replace(draft, start=Wall(first), end=Wall(last) if last > first else None, daily_hours=None)


def _moved(draft: Draft, day: date) -> Draft:
    if draft.start is None or not draft.agenda or day == draft.start.day:
        return draft
    ahead = day - draft.start.day

    def shifted(wall: Wall | None) -> Wall | None:
        return Wall(wall.day + ahead, wall.hour) if wall else None

    def item(each: AgendaItem) -> AgendaItem:
        return replace(each, start=shifted(each.start), end=shifted(each.end))

    return replace(draft, agenda=tuple(map(item, draft.agenda)))


def checked(draft: Draft, zone: ZoneInfo) -> Draft:
    """Return the draft if its days, hours and numbers are possible and in order."""
    start, end = draft.start, draft.end
    decide_by = draft.minimum.decide_by if draft.minimum else None
    for wall in filter(None, (start, end, draft.signup_deadline, decide_by)):
        if wall.hour and (not dates.exists(wall.day, wall.hour, zone) or dates.ambiguous(wall.day, wall.hour, zone)):
            raise UnclearError(Misfit.SKIPPED)
    if start and end and (before(end, start) or (end == start and end.hour)):
        raise UnclearError(Misfit.END_FIRST)
    if draft.daily_hours and draft.daily_hours[1] <= draft.daily_hours[0]:
        raise UnclearError(Misfit.END_FIRST)
    if start and any(before(start, each) for each in (draft.signup_deadline, decide_by) if each):
        raise UnclearError(Misfit.AFTER_START)
    if draft.minimum and draft.capacity is not None and draft.capacity < draft.minimum.people:
        raise UnclearError(Misfit.TOO_FEW_SEATS)
    return draft
