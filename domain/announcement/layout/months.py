"""Days under the heading of a month: „WRZESIEŃ 2024", then lines that begin with „11 (śr.)" or „środa 11".

Knows lines and days; decides nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.announcement.language import words
from domain.announcement.language.text import Text
from domain.announcement.layout.days import Dated, Day
from domain.announcement.layout.lines import Line

_WEEKDAY = rf"(?:{words.weekdays()})"
_HEADING = re.compile(
    rf"(?:[^\n\d]{{0,60}}[\s–—:,-])?(?P<month>{words.months()})(?:[ ,/]+(?P<year>20\d\d))?(?: ?r"
    rf"(?:oku)?\.?)?(?: ?[:–-])?$"
)
_DAY = re.compile(
    rf"(?:(?P<before>{_WEEKDAY})\b\.?,? ?)?(?P<day>0?[1-9]|[12]\d|3[01])(?:\.(?!\d))?"
    rf"(?:[,\s]?[ (]*(?P<after>{_WEEKDAY})\b\.?\)?)?(?=$|\s?[–—|\t\n-]|:(?!\d)|, | godz| [^\W\d]| \d{{1,2}}[:.]\d\d)"
)
_LISTED = re.compile(
    rf"(?P<month>{words.months()})(?: (?P<year>20\d\d)(?: ?r\.?)?)?(?: ?:| [–—-]) "
    rf"(?P<days>\d{{1,2}}\.?(?:(?:, ?| i | oraz )\d{{1,2}}\b\.?)+)(?=$|[,;.]| [^\d])"
)
"""Days behind their month: „marzec: 3, 10, 17"."""
_NUMBER = re.compile(r"\d{1,3}\.?\s*")
_DATE = re.compile(rf"\d{{1,2}}[./-]\d{{1,2}}[./-]|\d{{4}}-|\d{{1,2}} (?:{words.months()})")
_LONGEST = 80
LATEST = 31


def days(text: Text, lines: Sequence[Line], found: Sequence[Dated]) -> Iterator[Dated]:
    """Yield the days that are written without a month, in lines under the heading of one."""
    month: tuple[int, int | None] | None = None
    below: list[Dated] = []
    starts = [each.start for each in found]
    for line in lines:
        following = bisect_left(starts, line.start)
        dated = following < len(starts) and starts[following] < line.end
        if not dated and (match := _LISTED.match(text.folded, line.body, line.end)) and (behind := _behind(match)):
            month = None
            yield behind
            continue
        heading = (
            None if dated or line.end - line.body > _LONGEST else _HEADING.fullmatch(text.folded, line.body, line.end)
        )
        if heading:
            month = words.number("months", heading["month"]) or 0, int(heading["year"]) if heading["year"] else None
        elif month and not dated and not _counter(text, lines, line) and (day := _day(text, line, *month)):
            below.append(day)
    if len(below) > 1 or any(each.first.weekday for each in below):
        yield from below


def _behind(match: re.Match[str]) -> Dated | None:
    """Return the days that follow the name of their month, if they follow each other."""
    month, year = words.number("months", match["month"]) or 0, int(match["year"]) if match["year"] else None
    numbers = [int(each) for each in re.findall(r"\d+", match["days"])]
    rising = all(one < other <= LATEST for one, other in pairwise(numbers))
    return Dated(*match.span(), tuple(Day(each, month, year) for each in numbers)) if rising else None


def _counter(text: Text, lines: Sequence[Line], line: Line) -> bool:
    """Tell whether a number alone in its line counts the rows of a table whose cells stand below each other."""
    following = lines[line.number + 1] if line.number + 1 < len(lines) else None
    if following is None or not _NUMBER.fullmatch(text.folded, line.start, line.end):
        return False
    return bool(_DATE.match(text.folded, following.body, following.end))


def _day(text: Text, line: Line, month: int, year: int | None) -> Dated | None:
    match = _DAY.match(text.folded, line.start if line.row else line.body)
    bulleted = None if line.row or match else _DAY.match(text.folded, line.start)
    match = match or (bulleted if bulleted and bulleted["after"] else None)
    if match is None or match.end() > line.end + 15:
        return None
    alone = match.end("day") >= line.end - 1
    weekday = match["before"] or match["after"]
    follows = text.folded[match.end() : line.end].lstrip(" .")[:1]
    if not (weekday or alone or follows in {"–", "—", "-", ":", "|", "\t"}):
        return None
    start, end = match.span()
    return Dated(
        start, end, (Day(int(match["day"]), month, year, words.number("weekdays", weekday) if weekday else None),)
    )
