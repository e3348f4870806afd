"""Hours as organisers type them, found in a line of marks beside days. Knows no draft and no day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import time
from typing import TypeAlias

from domain.question.when.items import Item, marks

Hours: TypeAlias = tuple[time, time | None]
"""From when, and until when if that is told."""

_CLOCK = r"(?:h\d+:\d\d|x\d{1,2}\.\d\d|n\d{1,2})"
_LEAD = r"(?:(?:in|at|from|between|clock|start|hours) )*"
_HALF = "(?: (?P<{}>am|pm))?"
_RANGE = re.compile(
    rf"(?<!\S){_LEAD}(?P<first>{_CLOCK}){_HALF.format('early')} (?:dash|to|through|a|and) (?:clock )?"
    rf"(?P<last>{_CLOCK}){_HALF.format('late')}(?!\S)"
)
_SINGLE = re.compile(
    rf"(?<!\S)(?P<lead>(?:(?:in|at|from|to|clock|start) )*)(?P<first>{_CLOCK}){_HALF.format('early')}(?!\S)"
)
_ONLY_A_WEEKDAY = re.compile(r"(?:in |next |this )*[de]\d")
_DATE = re.compile(r"(?<!\S)x(?:[12]?[1-9]|[123]0|31)\.(?:0?[1-9]|1[012])(?:\.\d+)?(?!\S)")


def covered(line: Sequence[Item]) -> frozenset[int]:
    """Return the places of all tokens of a line."""
    return frozenset().union(*(item.used for item in line))


def spoken(line: Sequence[Item], *, bare: bool, until: bool = False) -> Iterator[tuple[Hours, frozenset[int]]]:
    """Yield hours that may be meant and the places that say so, the last ones of a text first.

    ``bare`` = also a number without a word before it, unless only a weekday stands beside it: „czwartek 9”.
    """
    text = marks(list(line))
    for match in reversed(list(_RANGE.finditer(text))):
        late = match["late"]
        first, last = _clock(match["first"], match["early"] or late), _clock(match["last"], late)
        if first and last and {match["first"][0], match["last"][0]} != {"x", "h"}:
            yield (first, last), _places(line, text, match)
    for match in reversed(list(_SINGLE.finditer(text))):
        first = _clock(match["first"], match["early"])
        if first and _is_hour(text, match, bare=bare) and (until or "to" not in match["lead"].split()):
            yield (first, None), _places(line, text, match)


def _is_hour(text: str, match: re.Match[str], *, bare: bool) -> bool:
    """Tell whether figures are an hour and not the day of a weekday or a second date."""
    if match["lead"] or match["early"]:
        return True
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
    if match["first"].startswith("n"):
        return bare and not _ONLY_A_WEEKDAY.fullmatch(rest)
    return not (_DATE.fullmatch(match["first"]) and _DATE.search(rest))


def _places(line: Sequence[Item], text: str, match: re.Match[str]) -> frozenset[int]:
    first, last = text[: match.start()].count(" "), text[: match.end()].count(" ")
    return covered(line[first : last + 1])


def _clock(mark: str, half: str | None) -> time | None:
    """Return the hour that figures mean; with a full stop only one at which things begin: 9.30, but not 9.31."""
    hour, _, minute = mark[1:].replace(".", ":").partition(":")
    at, past = int(hour), int(minute or 0)
    if half == "pm" and at < 12:  # noqa: PLR2004 - noon
        at += 12
    if mark[0] == "x" and past % 5:
        return None
    return time(at, past) if at < 24 and past < 60 else None  # noqa: PLR2004 - a day's hours, an hour's minutes


def impossible(text: str) -> bool:
    """Tell whether something stands where an hour should, and is none."""
    return any(_clock(found, None) is None for found in re.findall(rf"(?<!\S){_CLOCK}(?!\S)", text))
