"""Rules for hours: o 10, o 9:30, po 15, od 9 do 12, at 10 am, po południu. No days."""

from __future__ import annotations

import re
from datetime import time

from domain.question.when.items import HOUR, WINDOW, Rule, Value, rule
from domain.question.when.periods import Today
from domain.question.when.values import Window

NOON = time(12)
BEFORE_NOON = time(11, 59)
PARTS = {
    "morning": Window(None, BEFORE_NOON),
    "before noon": Window(None, BEFORE_NOON),
    "noon": Window(NOON, NOON),
    "afternoon": Window(NOON, time(18)),
    "after noon": Window(NOON, time(18)),
    "evening": Window(time(17), None),
}
HALF = r"(?: (?:in )?(?P<half>am|pm|morning|before noon|after noon|afternoon|evening))?"
NOT_COUNTED = r"(?! (?:unit|_|[nyxhor]\d))"
FIGURES = r"[nfx](?P<clock>\d+(?:\.\d+)?)"
LINK = r"(?:to|through|a|and|dash)"


def _clock(text: str, half: str | None) -> time | None:
    hour, _, minute = text.replace(".", ":").partition(":")
    number = int(hour)
    if half in {"pm", "after noon", "afternoon", "evening"} and number < NOON.hour:
        number += NOON.hour
    if half == "am" and number == NOON.hour:
        number = 0
    inside = number < 24 and int(minute or 0) < 60  # noqa: PLR2004 - a day's hours, an hour's minutes
    return time(number, int(minute or 0)) if inside else None


def _hour(match: re.Match[str], *_: object) -> Value | None:
    return _clock(match["clock"], match.groupdict().get("half"))


def _part(match: re.Match[str], *_: object) -> Value:
    return PARTS[match["part"]]


def _window(match: re.Match[str], values: list[Value], _: Today) -> Value | None:
    hours = [value for value in values if isinstance(value, time)]
    match match["side"]:
        case "from" | "after":
            return Window(hours[0], None)
        case "to":
            return Window(None, hours[0])
        case "before":
            total = hours[0].hour * 60 + hours[0].minute - 1
            return Window(None, time(total // 60, total % 60)) if total >= 0 else None
        case _:
            return Window(hours[0], hours[0])


def _span(_: re.Match[str], values: list[Value], __: Today) -> Value | None:
    first, last = [value for value in values if isinstance(value, time)]
    return Window(first, last) if first <= last else None


HOURS: tuple[Rule, ...] = (
    rule(rf"(?:clock )?h(?P<clock>\d+:\d+){HALF}", _hour, HOUR),
    rule(rf"(?:clock ){FIGURES}{HALF}", _hour, HOUR),
    rule(r"[nf](?P<clock>\d+) (?P<half>am|pm|clock)", _hour, HOUR),
    rule(rf"(?:(?<=from )|(?<=between )){FIGURES}(?= {LINK} (?:T|[nfx][\d.]+{NOT_COUNTED}))", _hour, HOUR),
    rule(rf"(?:(?<=T to )|(?<=T through )|(?<=T a )|(?<=T and )|(?<=T dash )){FIGURES}{NOT_COUNTED}", _hour, HOUR),
    rule(rf"(?:(?<=at )|(?<=from )|(?<=after )|(?<=to )|(?<=before )){FIGURES}{HALF}{NOT_COUNTED}", _hour, HOUR),
    rule(r"(?:(?<=P at )|(?<=P after )|(?<=P to )|(?<=P before ))[nf](?P<clock>\d+)(?! unit)", _hour, HOUR),
    rule(rf"(?:(?:between|from) )?T {LINK} T", _span, WINDOW),
    rule(r"(?P<side>from|after|to|before|at|in) T", _window, WINDOW),
    rule(r"(?P<side>)T", _window, WINDOW),
    rule(r"(?:in )?(?P<part>morning|before noon|after noon|afternoon|evening|(?<=in )noon)", _part, WINDOW),
)
