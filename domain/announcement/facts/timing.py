"""When a training is: its day with the year, its hours, its end and programme, and until when one signs up."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

from domain import dates
from domain.announcement.facts import forms, places, times, years
from domain.announcement.facts.sheet import Sheet
from domain.announcement.facts.times import Clock
from domain.announcement.facts.years import Settled
from domain.announcement.language import words
from domain.announcement.layout.days import Dated, Day
from domain.announcement.layout.page import Page, Range
from domain.announcement.reading import Fact, Why
from domain.announcement.trainings import joining, tenses
from domain.announcement.trainings.role import Role
from domain.training import AgendaItem, Mode
from domain.wall import Wall

NEAR = 200
"""A day and its hour this near to each other are shown as one place."""
MANY = 5
"""Other mentions of a day beside which its hour is looked for."""
LONG_OVER = timedelta(days=90)
"""How long before a text was written a deadline without a year may have been at most."""
BESIDE = 25
"""Signs that may stand between a deadline's day and its hour."""
_SECOND = re.compile(r"\b(?:ii|iii|iv|2|3|drug\w+|trzeci\w*|second|day 2) ?\.? ?(?:dzien|dnia|day)?")
_DAILY = words.phrase("several", "daily")
_UNTIL = re.compile(r"[\s,(]*(?:do|o|at|by|until|,|r\.|–|-|\s|najpozniej|maksymalnie)*")


def when(sheet: Sheet) -> Settled:
    """Take down the start, the end and the programme; return what the year of the start was taken from."""
    event, background = sheet.event, sheet.background
    parts = times.programme(sheet.page, event.own, event.program)
    clock = _clock(sheet, parts)
    place = event.dated.start
    past = tenses.over(sheet.page, sheet.page.sentence(place)) or tenses.headed(sheet.page, place)
    first = _best(event.dated.first, (*event.also, *event.program))
    settled = years.settle(first, background.era, past=past)
    if settled.day is None:
        sheet.ask(Fact.START, settled.why or Why.YEAR, [str(Wall(day, clock.opens)) for day in settled.options])
        return settled
    start = Wall(settled.day, _possible(sheet, settled.day, clock.opens))
    sheet.put("start", start, Fact.START, _joint(event.dated, clock.opens_at if start.hour else None))
    _end(sheet, start, clock, parts)
    if parts:
        _programme(sheet, parts, settled.day)
    return settled


def _clock(sheet: Sheet, parts: Sequence[times.Part]) -> Clock:
    clock, foreign = Clock(), _foreign(sheet)
    for dated in (sheet.event.dated, *sheet.event.also[:MANY]):
        if clock.opens is None:
            clock = times.clock(sheet.page, dated, (sheet.own, sheet.shared), parts, foreign)
    return clock


def _foreign(sheet: Sheet) -> frozenset[int]:
    """Return where shared hours stand that are those of trainings of another form."""
    apart = sheet.common.once(forms.apart, partial(forms.apart, sheet.page)) or {}
    mode = _mode(sheet) if apart else None
    return frozenset(place for place, form in apart.items() if form is not mode)


def _mode(sheet: Sheet) -> Mode | None:
    """Return how people attend by a training's own words; with none, on the spot where a house is among them."""
    page, busy = sheet.page, sheet.background.busy
    told = joining.mode(page, sheet.own, sheet.facts.get("kind"), busy)
    if told:
        return told.mode
    return Mode.ON_SITE if places.find(page, sheet.own, busy, sheet.event.stands).name else None


def _best(first: Day, others: Sequence[Dated]) -> Day:
    """Take the year and the weekday of a day from another mention of it."""
    for other in (each.first for each in others):
        if (other.day, other.month) == (first.day, first.month):
            first = replace(first, year=first.year or other.year, weekday=first.weekday or other.weekday)
    return first


def _possible(sheet: Sheet, day: date, hour: time | None) -> time | None:
    """Return the hour if the clock shows it once on that day; else it has to be asked for."""
    if hour is None:
        return None
    zone = sheet.background.zone
    if not dates.exists(day, hour, zone):
        sheet.ask(Fact.START, Why.IMPOSSIBLE)
        return None
    if dates.ambiguous(day, hour, zone):
        sheet.ask(Fact.START, Why.UNCLEAR, [str(Wall(day, hour))])
        return None
    return hour


def _joint(dated: Dated, hours: Range | None) -> Range:
    if hours is None or hours[0] - dated.end > NEAR or dated.start - hours[1] > NEAR:
        return dated.start, dated.end
    return min(dated.start, hours[0]), max(dated.end, hours[1])


def _end(sheet: Sheet, start: Wall, clock: Clock, parts: Sequence[times.Part]) -> None:
    """Take down the end: the last of several days, the closing hour, and the hours of every day if told so."""
    event = sheet.event
    last = max((years.earliest(event.dated.last, start.day) if event.dated.ranged else None) or start.day, start.day)
    closes = clock.closes
    if last != start.day:
        closes = _last_hour(sheet, last, parts) if event.program else _second_day(sheet.page, clock) or closes
    elif start.hour is None:
        closes = None
    if last == start.day and closes and start.hour and closes <= start.hour:
        closes = None
    if last != start.day or closes:
        sheet.put("end", Wall(last, closes), Fact.END, _joint(event.dated, clock.closes_at if closes else None))
    opens, closes, told_at = clock.opens, clock.closes, clock.opens_at
    if last != start.day and told_at and opens and closes and opens < closes and _daily(sheet.page, told_at):
        sheet.put("daily_hours", (opens, closes), Fact.DAILY_HOURS, told_at)


def _second_day(page: Page, clock: Clock) -> time | None:
    """Return the closing hour after „II dzień" in the line of the hours: that of the last such day."""
    if clock.opens_at is None:
        return None
    after = clock.opens_at[1]
    end = page.line_at(after).end
    found = [
        each.closes
        for each in page.hours
        if after <= each.start < end and each.closes and _SECOND.search(page.folded, after, each.start)
    ]
    return found[-1] if found else None


def _last_hour(sheet: Sheet, last: date, parts: Sequence[times.Part]) -> time | None:
    """Return the closing hour in the line of the last day, else that of the last item of its programme."""
    items = [each for each in parts if each.day and (each.day.day, each.day.month) == (last.day, last.month)]
    return _stated(sheet, last) or (times.finishing(items[-1]) if items else None)


def _stated(sheet: Sheet, last: date) -> time | None:
    """Return the closing hour in the line of the last day, or in one below it that is labelled."""
    page = sheet.page
    for dated in sheet.event.program:
        line = page.line_at(dated.start)
        if (dated.last.day, dated.last.month) == (last.day, last.month):
            below = [
                each
                for each in page.lines[line.number + 1 :]
                if each.paragraph == line.paragraph and each.bearing("hour")
            ]
            ends = [line.end, *(each.end for each in below)]
            found = (each.closes for each in page.hours if dated.end <= each.start < max(ends))
            return max(filter(None, found), default=None)
    return None


def _daily(page: Page, hours: Range) -> bool:
    """Tell whether the sentence of the hours says that they are those of every day."""
    start, end = page.sentence(hours[0])
    return bool(_DAILY.search(page.folded, min(start, page.segment_at(hours[0]).outer), end))


def _programme(sheet: Sheet, parts: Sequence[times.Part], first: date) -> None:
    items = []
    for number, part in enumerate(parts, 1):
        day = (years.earliest(part.day, first) if part.day else None) or first
        end = Wall(day, part.closes) if part.closes else None
        items.append(AgendaItem(str(number), part.title, Wall(day, part.opens), end))
    sheet.put("agenda", tuple(items), Fact.AGENDA, (parts[0].start, parts[-1].end))


def deadline(sheet: Sheet) -> None:
    """Take down the last day for signing up: a training's own, else a shared one."""
    background = sheet.background
    begins: Wall | None = sheet.facts.get("start")
    start = begins.day if begins else None
    until = [dated for dated, role in zip(sheet.page.days, background.roles, strict=True) if role is Role.DEADLINE]
    for ranges in ((sheet.event.own,), sheet.event.shared):
        for dated in until:
            before = bisect_right(ranges, (dated.start, len(sheet.page.folded)))
            if not any(dated.start < high for _, high in ranges[max(0, before - 1) : before]):
                continue
            day = years.latest(dated.last, start) if start else years.settle(dated.last, background.era).day
            if day and (start is None or day <= start) and not _outlived(sheet, dated, day):
                hour, end = _until(sheet.page, dated)
                if begins and hour and (day, hour) == (begins.day, begins.hour):
                    continue
                sheet.put("signup_deadline", Wall(day, hour), Fact.SIGNUP_DEADLINE, (dated.start, end))
                return


def _outlived(sheet: Sheet, dated: Dated, day: date) -> bool:
    """Tell whether a deadline without a year was over long before the text was written: it is one of another day."""
    return dated.last.year is None and sheet.background.era.published - day > LONG_OVER


def _until(page: Page, dated: Dated) -> tuple[time | None, int]:
    """Return the hour right after the day of a deadline, and where the two end."""
    for hours in page.hours:
        if 0 <= hours.start - dated.end < BESIDE and _UNTIL.fullmatch(page.folded, dated.end, hours.start):
            return hours.closes or hours.opens, hours.end
    return None, dated.end
