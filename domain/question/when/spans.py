"""Rules for weeks, months, their parts, quarters, seasons, years, and what lies ahead. No dates, no ranges."""

from __future__ import annotations

import re
from datetime import date

from domain.question.when.items import Rule, Value, rule
from domain.question.when.periods import DAY, WEEK, Today, Yearly, month
from domain.question.when.points import IN, LINK, NAMED_MONTH, TURN, YEAR, dated, said_year, single
from domain.question.when.values import Days

PARTS = {"start": (1, 10), "mid": (11, 20), "half": (11, 20), "end": (21, 0)}
HALVES = {1: (1, 15), 2: (16, 0)}
DECADES = {1: (1, 10), 2: (11, 20), 3: (21, 0)}
WEEKS = {1: (1, 7), 2: (8, 14), 3: (15, 21), 4: (22, 28), 5: (29, 0)}
NUMBERED_PARTS = {"half": HALVES, "decade": DECADES, "week": WEEKS}
WEEK_PARTS = {"start": (0, 1), "mid": (2, 3), "half": (2, 3), "end": (3, 6)}
YEAR_PARTS = {"start": ((1, 1), (2, 0)), "mid": ((6, 1), (7, 0)), "half": ((6, 1), (7, 0)), "end": ((11, 1), (12, 0))}
MIDDLE = 15
SEASONS = {
    "spring": ((3, 1), (5, 0)),
    "summer": ((6, 1), (8, 0)),
    "autumn": ((9, 1), (11, 0)),
    "winter": ((12, 1), (2, 0)),
    "holidays": ((7, 1), (8, 0)),
}
PART = r"(?:[nopfgr](?P<nth>\d) (?P<kind>half|decade|week)|(?P<last>last) week|(?P<part>start|mid|half|end))"
WHICH = r"(?P<which>this|next|last)"
COUNT = r"(?:a )?(?:n(?P<count>\d+) )?(?P<unit>day|week|month|year)"


def _bounds(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the days of a month that its part named in a match has."""
    if match["nth"]:
        return NUMBERED_PARTS[match["kind"]].get(int(match["nth"]))
    return (25, 0) if match["last"] else PARTS[match["part"]]


def _month(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    return dated(int(match["month"]), 1, 0, said_year(match, today))


def _month_part(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    bounds = _bounds(match)
    return dated(int(match["month"]), *bounds, said_year(match, today)) if bounds else None


def _month_middle(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    return dated(int(match["month"]), MIDDLE, MIDDLE, said_year(match, today))


def _turned_month(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    return month(today.day.year, today.day.month + TURN[match["which"] or "this"])


def _turned_month_part(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    bounds = _bounds(match)
    return month(today.day.year, today.day.month + TURN[match["which"] or "this"], *bounds) if bounds else None


def _week(match: re.Match[str], _: list[Value], today: Today) -> Value:
    monday = today.monday + WEEK * TURN[match["which"]]
    return Days(monday, monday + 6 * DAY)


def _week_part(match: re.Match[str], _: list[Value], today: Today) -> Value:
    monday = today.monday + WEEK * TURN[match["which"] or "this"]
    first, last = WEEK_PARTS[match["part"]]
    return Days(monday + first * DAY, monday + last * DAY)


def _weekend(match: re.Match[str], _: list[Value], today: Today) -> Value:
    saturday = today.monday + WEEK * TURN.get(match["which"], 0) + 5 * DAY
    return Days(saturday, saturday + DAY)


def _quarter(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    number = int(match["nth"])
    if not 1 <= number <= 4:  # noqa: PLR2004 - four quarters
        return None
    start, end = (number * 3 - 2, 1), (number * 3, 0)
    every = Yearly(start, end)
    year = said_year(match, today)
    return every if year is None else every.of(year)


def _turned_quarter(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    first = (today.day.month - 1) // 3 * 3 + 1 + 3 * TURN[match["which"]]
    begin, end = month(today.day.year, first), month(today.day.year, first + 2)
    return Days(begin.first, end.last) if begin and end else None


def _season(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    every, year = Yearly(*SEASONS[match["season"]]), said_year(match, today)
    return every if year is None else every.of(year)


def _year(match: re.Match[str], _: list[Value], today: Today) -> Value:
    return _whole(int(match["year"]) if match["year"] else today.day.year + TURN[match["which"]])


def _whole(year: int) -> Days:
    return Days(date(year, 1, 1), date(year, 12, 31))


def _year_part(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    start, end = YEAR_PARTS[match["part"]]
    return Yearly(start, end).of(today.day.year + TURN[match["which"] or "this"])


def _away(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    """Return the day, week, month or year that lies so many ahead, or back."""
    count = int(match["count"] or 1) * (-1 if match["ago"] else 1)
    match match["unit"]:
        case "day":
            return single(today.day + DAY * count)
        case "week":
            monday = today.monday + WEEK * count
            return Days(monday, monday + 6 * DAY)
        case "month":
            return month(today.day.year, today.day.month + count)
        case _:
            return _whole(today.day.year + count)


def _away_to_the_day(match: re.Match[str], _: list[Value], today: Today) -> Value:
    return single(today.day + WEEK * int(match["count"] or 1))


LENGTHS = {"day": DAY, "week": WEEK, "month": 30 * DAY, "year": 365 * DAY}


def _within(match: re.Match[str], _: list[Value], today: Today) -> Value:
    """Return today and the days that follow; days without a number are a week."""
    length = LENGTHS[match["unit"]] * int(match["count"] or (7 if match["unit"] == "day" else 1))
    return Days(today.day - length, today.day) if match["which"] == "last" else Days(today.day, today.day + length)


SPANS: tuple[Rule, ...] = (
    rule(rf"(?P<which>)(?:in course|within)(?: (?:this|next|nearest))? {COUNT}", _within),
    rule(rf"{IN}(?P<which>nearest) {COUNT}", _within),
    rule(rf"{IN}(?P<which>next|last)(?= n) {COUNT}", _within),
    rule(r"exactly ahead (?:n(?P<count>\d+) )?week", _away_to_the_day),
    rule(rf"(?P<ago>)(?:ahead|in(?= (?:a|n\d+) )) {COUNT}", _away),
    rule(rf"{COUNT} (?P<ago>ago)", _away),
    rule(rf"(?:(?<=from )|(?<=to )|(?<=after )|(?<=before ))half {NAMED_MONTH}{YEAR}", _month_middle),
    rule(rf"{IN}{PART}(?: in)? {NAMED_MONTH}{YEAR}", _month_part),
    rule(rf"{IN}{PART}(?: in)? (?:{WHICH} )?month", _turned_month_part),
    rule(rf"{IN}(?P<part>start|mid|end)(?: in)? (?:{WHICH} )?week", _week_part),
    rule(rf"{IN}(?:(?:this|next|last) )?{NAMED_MONTH}{YEAR}", _month),
    rule(rf"{IN}{WHICH}(?= {LINK} {IN}(?:this|next|last) week)", _week),
    rule(rf"{IN}{WHICH} week", _week),
    rule(rf"{IN}(?:(?P<which>this|next|last|nearest) )?weekend", _weekend),
    rule(rf"{IN}{WHICH}(?= {LINK} {IN}(?:this|next|last) month)", _turned_month),
    rule(rf"{IN}{WHICH} month", _turned_month),
    rule(rf"{IN}[nopfgr](?P<nth>\d) quarter{YEAR}", _quarter),
    rule(rf"{IN}{WHICH} quarter", _turned_quarter),
    rule(rf"{IN}(?P<season>{'|'.join(SEASONS)}){YEAR}", _season),
    rule(rf"{IN}(?P<part>start|mid|half|end)(?: in)? (?:{WHICH} )?year", _year_part),
    rule(rf"{IN}(?P<year>){WHICH} year", _year),
    rule(r"(?:in |(?<=from )|(?<=to )|(?<=after )|(?<=before ))y(?P<year>20\d\d)(?: year)?", _year),
)
