"""The days that head the parts of a programme of several: „Dzień II. 16 kwietnia", „DZIEŃ DRUGI".

Knows lines, days and ordinals; decides not what happens on a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from domain.announcement.language import words
from domain.announcement.layout.days import Dated
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning

_ORDINALS = (
    r"1|i|pierwszy|first|one",
    r"2|ii|drugi|second|two",
    r"3|iii|trzeci|third|three",
    r"4|iv|czwarty",
    r"5|v|piaty",
)
_NAMED = "|".join(rf"(?P<{sign}{{0}}>{each})" for sign, each in zip("abcde", _ORDINALS, strict=True))
_HEAD = re.compile(
    rf"[^\w\n]*(?:(?:{words.alternatives('labels', 'agenda')})\W{{1,3}})?"
    rf"(?:(?:dzien|day) (?:{_NAMED.format('x')})|(?:{_NAMED.format('y')})\.? (?:dzien|day))(?!\w)\W*"
)


def days(page: Page, stretch: Range, whole: Dated) -> Iterator[Dated]:
    """Yield the days of a training of several that head parts of its programme, those named by an ordinal alone too."""
    for line in page.lines if len(whole.days) > 1 else ():
        if not stretch[0] <= line.start < stretch[1]:
            continue
        head = _HEAD.match(page.folded, line.body, line.end)
        named = next(iter(beginning(page.days, head.end(), head.end() + 1)), None) if head else None
        if named:
            yield named
        elif head and head.lastgroup and (made := _counted(whole, "abcde".index(head.lastgroup[0]), line)):
            yield made


def _counted(whole: Dated, number: int, line: Line) -> Dated | None:
    """Return the day that an ordinal counts from the first one of a training; none past its last one."""
    first, last = whole.first, whole.last
    day = first.day + number
    if not whole.ranged:
        counted = whole.days[number] if number < len(whole.days) else None
    elif first.month != last.month:
        counted = first if not number else last if number == last.day == 1 else None
    else:
        counted = replace(first, day=day) if day <= last.day else None
    return Dated(line.body, line.body, (replace(counted, weekday=None),)) if counted else None
