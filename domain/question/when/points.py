"""Rules for single dates and weekdays: 12 września, 12.09, jutro, w przyszły wtorek. No weeks, no ranges."""

from __future__ import annotations

import re
from datetime import date

from domain.question.when.items import Rule, Value, rule
from domain.question.when.periods import DAY, WEEK, Today, Weekly, Yearly, earliest, latest, month, resolve
from domain.question.when.values import Days

TURN = {"this": 0, "next": 1, "last": -1}
CENTURY = 2000

IN = r"(?:in )?"
DAY_NUMBER = r"(?<!number )[nogp](?P<day>\d+)"
MONTH = r"(?:m(?P<month>\d+)|r(?P<roman>\d+))"
NAMED_MONTH = r"m(?P<month>\d+)"
YEAR = r"(?: (?:in )?(?:y(?P<year>20\d\d)(?: year)?|(?P<turn>this|next|last) year))?"
LINK = r"(?:and|or|to|through|dash|a)"


def single(day: date) -> Days:
    """Return the days that are one day."""
    return Days(day, day)


def said_year(match: re.Match[str], today: Today) -> int | None:
    """Return the year a rule's match names, or None."""
    if match["year"]:
        return int(match["year"])
    return today.day.year + TURN[match["turn"]] if match["turn"] else None


def dated(number: int, start: int, end: int, year: int | None) -> Value | None:
    """Return days of a month, in a year or in every one; None where the calendar has no such days."""
    if year is not None:
        return month(year, number, start, end) if 1 <= number <= 12 else None  # noqa: PLR2004 - twelve months
    every = Yearly((number, start), (number, end))
    return every if any(every.of(leap) for leap in (CENTURY, CENTURY + 1)) else None


def _date(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    named = match.groupdict()
    number, day = int(named.get("month") or named["roman"]), int(match["day"])
    return dated(number, day, day, said_year(match, today)) if day else None


def _day_to_day(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    return dated(int(match["month"]), int(match["day"]) or 32, int(match["last"]), said_year(match, today))


def _figures(match: re.Match[str], *_: object) -> Value | None:
    day, number = int(match["day"]), int(match["month"])
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:  # noqa: PLR2004 - two figures of a year
        year += CENTURY
    return dated(number, day, day, year) if day else None


def _day_of_month(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    day = int(match["day"] or match["later"])
    step = -1 if today.past else 1
    for ahead in range(0, 3 * step, step):
        days = month(today.day.year, today.day.month + ahead, day, day) if day else None
        if days and days.first and (days.first <= today.day if today.past else days.first >= today.day):
            return days
    return None


def _relative(match: re.Match[str], _: list[Value], today: Today) -> Value:
    return single(today.day + DAY * int(match["shift"]))


def _weekday(match: re.Match[str], _: list[Value], today: Today) -> Value:
    day = int(match["weekday"]) - 1
    match match["when"]:
        case "next":
            return single(today.monday + WEEK + DAY * day)
        case "nearest":
            return single(today.day + DAY * ((day - today.day.weekday() - 1) % 7 + 1))
        case "last":
            return single(today.day - DAY * ((today.day.weekday() - day - 1) % 7 + 1))
        case _:
            return Weekly(day, day, every=match["when"] == "every")


def _weekday_of_month(match: re.Match[str], _: list[Value], today: Today) -> Value | None:
    period = dated(int(match["month"]), 1, 0, said_year(match, today))
    days = resolve(period, today) if isinstance(period, Days | Yearly) else None
    if days is None or days.first is None or days.last is None:
        return None
    weekday = Weekly(int(match["weekday"]) - 1, int(match["weekday"]) - 1)
    if match["nth"] is None:
        return latest(weekday, days.last)
    found = earliest(weekday, days.first + WEEK * (int(match["nth"]) - 1))
    return found.within(days) if found else None


POINTS: tuple[Rule, ...] = (
    rule(rf"{IN}(?:[gpf](?P<nth>[1-5])|last) d(?P<weekday>[1-7]) {IN}{NAMED_MONTH}{YEAR}", _weekday_of_month),
    rule(
        rf"{DAY_NUMBER}(?= {LINK}(?: [nogp]\d+ {LINK})? [nogp]\d+ {MONTH}{YEAR}(?!\S))",
        _date,
    ),
    rule(rf"{DAY_NUMBER} {MONTH}{YEAR}", _date),
    rule(rf"{NAMED_MONTH} {DAY_NUMBER} (?:dash|to|through) [nogp](?P<last>\d+){YEAR}", _day_to_day),
    rule(rf"{NAMED_MONTH} {DAY_NUMBER}(?! (?:unit|m\d)){YEAR}", _date),
    rule(rf"{DAY_NUMBER}(?= dash x\d+\.(?P<month>\d+)(?:\.(?P<year>\d{{4}}))?(?!\S))", _figures),
    rule(r"x(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})", _figures),
    rule(r"x(?P<day>\d{1,2})[-.](?P<month>\d{1,2})(?:[-.](?P<year>\d+)(?: year)?)?", _figures),
    rule(rf"{IN}t(?P<shift>-?\d+)", _relative),
    rule(rf"{IN}(?P<when>this|next|nearest|last) d(?P<weekday>[1-7])", _weekday),
    rule(r"(?P<when>every) d(?P<weekday>[1-7])", _weekday),
    rule(rf"{IN}(?P<when>)d(?P<weekday>[1-7])", _weekday),
    rule(rf"{IN}o(?P<day>\d+)(?P<later>)", _day_of_month),
    rule(r"in g(?P<day>\d+)(?P<later>)(?! _)", _day_of_month),
    rule(
        r"(?:(?<=from )|(?<=to ))g(?P<day>\d+)(?! _)|(?:(?<=after )|(?<=before ))[gp](?P<later>\d+)(?! _)",
        _day_of_month,
    ),
)
