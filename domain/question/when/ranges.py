"""Rules that join periods: from one to another, between, after, before, until, since. No hours."""

from __future__ import annotations

import re

from domain.question.when.items import Rule, Value, rule
from domain.question.when.periods import DAY, WEEK, Period, Today, Weekly, Yearly, between, onwards, resolve, up_to
from domain.question.when.points import IN
from domain.question.when.values import Days


def _period(value: Value) -> Period:
    if isinstance(value, Days | Yearly | Weekly):
        return value
    raise TypeError(value)


def _between(_: re.Match[str], values: list[Value], today: Today) -> Value | None:
    return between(_period(values[0]), _period(values[1]), today)


def _onwards(match: re.Match[str], values: list[Value], today: Today) -> Value | None:
    return onwards(_period(values[0]), today, beyond=match[0].startswith("after"))


def _up_to(match: re.Match[str], values: list[Value], today: Today) -> Value | None:
    return up_to(_period(values[0]), today, short=match[0].startswith("before"))


def _week_from(_: re.Match[str], values: list[Value], today: Today) -> Value | None:
    days = resolve(_period(values[0]), today)
    return Days(days.first, days.first + WEEK - DAY) if days and days.first else None


RANGES: tuple[Rule, ...] = (
    rule(rf"{IN}week (?:from|_) P", _week_from),
    rule(r"from P (?:to|through|dash) (?:in )?P|between P (?:a|and) P|P (?:dash|to|through) P", _between),
    rule(r"(?:after|from) P", _onwards),
    rule(r"(?:to|before) P", _up_to),
    rule(rf"{IN}P", lambda _, values, __: values[0]),
)
