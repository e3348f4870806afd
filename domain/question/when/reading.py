"""The days and hours a question asks about, read by rules over its marks; never a clock: today is handed in."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from datetime import MAXYEAR, date, datetime

from domain.question.folding import Token
from domain.question.when.hours import HOURS
from domain.question.when.items import PERIOD, WINDOW, Item, items, marks, rewritten
from domain.question.when.periods import DAY, WEEK, Period, Today, Weekly, Yearly, earliest, resolve
from domain.question.when.points import POINTS
from domain.question.when.ranges import RANGES
from domain.question.when.spans import SPANS
from domain.question.when.values import Days, When, Window

STREET = re.compile(r"(?<!\S)(?:street (?:[nogp]\d+ m\d+)|[ng](?:3|1|11) m(?:5|11) n\d+(?! clock))(?!\S)")
TOWN = re.compile(r"(?<!\S)d3 town")
PAST = re.compile(
    r"(?<!\S)(?:was|ago|t-\d|last (?:n\d+|(?:d\d|week)(?! (?:in )?m\d)|weekend|month|quarter|year))(?!\S)"
)
LONGEST_LIST = 53
MOST_ALTERNATIVES = 60
UNREAD = "_"


def read(tokens: Sequence[Token], now: datetime, known: Container[str] = frozenset()) -> When | None:
    """Return the time a question asks about; None when it says nothing of time.

    ``now`` is aware and in the programme's zone; ``known`` are folded words that are never taken for slips.
    A week lasts from Monday to Sunday; „w przyszły wtorek” and "next Tuesday" are of next week, „w najbliższy czwartek”
    is the next one from tomorrow on, „w czwartek” from today on. What has no year is the next one not yet over, or the
    latest begun if the question is in the past tense.
    """
    line = _without_streets(items(tokens, known), tokens)
    today = Today(now.date(), past=PAST.search(marks(line)) is not None)
    line = rewritten(line, (*POINTS, *SPANS, *RANGES, *HOURS), today)
    said = [item for item in line if item.mark in {PERIOD, WINDOW, "soonest"}]
    if not said:
        return None
    days, mismatch = _days(line, today)
    return When(
        days,
        _window([item.value for item in said if isinstance(item.value, Window)]),
        frozenset().union(*(item.used for item in said)),
        past=today.past,
        soonest=any(item.mark == "soonest" for item in said),
        mismatch=mismatch,
    )


def _without_streets(line: list[Item], tokens: Sequence[Token]) -> list[Item]:
    """Return the line with addresses and towns that only look like dates made unknown: ul. 3 Maja 4, w Środzie."""
    text = marks(line)
    hidden: set[int] = set()
    for match in [*STREET.finditer(text), *TOWN.finditer(text)]:
        first = text[: match.start()].count(" ")
        hidden |= set(range(first, first + match[0].count(" ") + 1))
    return [
        Item(UNREAD, item.used) if place in hidden or _in_sroda(line, place, tokens) else item
        for place, item in enumerate(line)
    ]


def _in_sroda(line: list[Item], place: int, tokens: Sequence[Token]) -> bool:
    locative = any(tokens[used].folded == "srodzie" for used in line[place].used)
    return locative and not (place and line[place - 1].mark == "after")


def _days(line: list[Item], today: Today) -> tuple[tuple[Days, ...], bool]:
    """Return the alternatives, and whether a weekday contradicts the date it stands with."""
    periods: list[Period] = [item.value for item in line if isinstance(item.value, Days | Yearly | Weekly)]
    weekly = [period for period in periods if isinstance(period, Weekly)]
    spans = [days for period in periods if not isinstance(period, Weekly) and (days := resolve(period, today))]
    if not spans and any(week.every for week in weekly):
        spans = [Days(today.day, today.day + WEEK * LONGEST_LIST)]
    if not weekly or not spans or _alternative(line):
        found = [days for period in periods if (days := resolve(period, today))]
        return _together(found), False
    chosen = [days for span in spans for days in _weekdays_of(span, weekly, today)]
    mismatch = not chosen
    return _together(chosen or spans), mismatch


def _alternative(line: list[Item]) -> bool:
    """Tell whether a weekday and a date are joined by „albo”, so that neither narrows the other."""
    return any(
        before.mark == after.mark == PERIOD
        and link.mark in {"and", "or"}
        and isinstance(before.value, Weekly) is not isinstance(after.value, Weekly)
        for before, link, after in zip(line, line[1:], line[2:], strict=False)
    )


def _weekdays_of(span: Days, weekly: list[Weekly], today: Today) -> list[Days]:
    """Return the weekdays named that lie within a span; an open span has only the first of each."""
    since = span.first or today.day
    if span.last is None or span.first is None:
        found = [days for week in weekly if (days := earliest(week, since))]
        return [both for days in found if (both := days.within(span))]
    result: list[Days] = []
    for week in weekly:
        day = since
        while day <= span.last and len(result) < LONGEST_LIST:
            days = earliest(week, day)
            if days is None or days.last is None:
                break
            if both := days.within(span):
                result.append(both)
            day = days.last + DAY
    return result


def _together(found: list[Days]) -> tuple[Days, ...]:
    """Return what all have in common where they overlap, and otherwise each as an alternative, in order."""
    result: list[Days] = []
    for days in found[:MOST_ALTERNATIVES]:
        place, both = next(
            ((at, both) for at, other in enumerate(result) if (both := other.within(days))), (None, None)
        )
        if place is None or both is None:
            result.append(days)
        else:
            result[place] = both
    return tuple(sorted(result, key=lambda days: (days.first or date.min, days.last or date(MAXYEAR, 12, 31))))


def _window(windows: list[Window]) -> Window | None:
    """Return what all windows have in common, or the last one said if they have nothing."""
    if not windows:
        return None
    opening = max((window.opening for window in windows if window.opening), default=None)
    closing = min((window.closing for window in windows if window.closing), default=None)
    return windows[-1] if opening and closing and opening > closing else Window(opening, closing)
