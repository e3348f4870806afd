"""Breaks put back into text that lost them: before labels, bullets and the days of a list inside one long line.

Knows labels and the look of days; decides nothing of what a line holds. No place moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from domain.announcement.language import words
from domain.announcement.language.text import Text

LONG = 200
"""Signs from which on a line may be several that lost their breaks."""
MANY = 2
"""Labels, or days of a list, in a line that certainly was several."""
_LABEL = re.compile(
    rf"(?<=[^,(–—-]) (?=(?:{words.alternatives('labels')})(?: [^\W\d]+){{0,2}} ?:(?!//)|[★●▪■•➡✅📅📍⏰👉🕐] ?\S)"
)
_DAY = re.compile(
    rf" (?=\d{{1,2}}(?:\.?(?: (?:{words.months()})\b\.?|\d{{1,2}}\.)(?: ?20\d\d)?(?: ?r\.)?)"
    rf"(?: ?\((?:{words.weekdays()})\.?\))? [–—-] [^\W\d])"
)
_OPENS = re.compile(
    rf"\W*(?:(?:{words.weekdays()})\b\.?,? ?\(?)?\d{{1,2}}(?:\.\d{{1,2}}\.?|\.? (?:{words.months()})\b\.?)"
    rf"(?:\.? ?20\d\d)?(?: ?r\.)?(?:,? ?\(?(?:{words.weekdays()})\b\.?\)?)?"
    r"(?:: ?| ?[–—-] |, )(?=(?:o )?(?:godz\.? ?)?\d)"
)
_HOUR = re.compile(r"(?<=[,;:–—-]) (?=(?:o )?(?:godz\.? ?\d{1,2}(?:[:.]\d\d)?|\d{1,2}[:.]\d\d) ?[–—-] ?[^\W\d])")
_DATE = rf"\d{{1,2}}(?:\.\d{{1,2}}\b\.?|\.? (?:{words.months()})\b\.?)(?:\.? ?20\d\d)?(?: ?r\.)?"
_ITEM = re.compile(rf"^(?P<sign>[-–—•*·▪■●]) ?{_DATE},? \(?[^\W\d]", re.MULTILINE)
_DATED = r"(?<!\d\.0[1-9])(?<!\d\.1[0-2]) (?={sign} ?" + _DATE.replace("{", "{{").replace("}", "}}") + r",? \(?[^\W\d])"
_CHANGED = re.compile(r" (?=(?:drukuj|udostepnij|podziel sie|data publikacji|opublikowano|szanowni panstwo)\b)")


def unrolled(text: Text) -> Text:
    """Return the text with breaks in place of the spaces where lines began."""
    found = [place for each in _lines(text) for place in (*_found(text, *each), *_paired(text, *each))]
    breaks = sorted({*found, *_itemized(text)})
    if not breaks:
        return text
    plain, folded = list(text.plain), list(text.folded)
    for place in breaks:
        plain[place] = folded[place] = "\n"
    return replace(text, plain="".join(plain), folded="".join(folded))


def _lines(text: Text) -> Iterator[tuple[int, int]]:
    place = 0
    for line in text.folded.split("\n"):
        yield place, place + len(line)
        place += len(line) + 1


def _found(text: Text, start: int, end: int) -> Iterator[int]:
    if end - start < LONG:
        return
    labels = [each.start() for each in _LABEL.finditer(text.folded, start, end) if _begins(text, each.end())]
    days = [each.start() for each in _DAY.finditer(text.folded, start, end)]
    if len(labels) >= MANY:
        yield from labels
        yield from (each.start() for each in _CHANGED.finditer(text.folded, start, end) if _begins(text, each.end()))
    if len(days) >= MANY:
        yield from days


def _paired(text: Text, start: int, end: int) -> Iterator[int]:
    """Yield the spaces before the hours of a line that tells of several below its day: „5 marca: godz. 17 – remiza"."""
    if _OPENS.match(text.folded, start, end):
        found = [each.start() for each in _HOUR.finditer(text.folded, start, end)]
        yield from found if len(found) >= MANY else ()


def _itemized(text: Text) -> Iterator[int]:
    """Yield the spaces before a list's bullets and days that lost their breaks: „… godz. 13 - 3.02 Kęsowo"."""
    first = _ITEM.search(text.folded)
    dated = re.compile(_DATED.format(sign=re.escape(first["sign"]))) if first else None
    found = [each.start() for each in dated.finditer(text.folded, first.end())] if first and dated else []
    yield from found if len(found) >= MANY else ()


def _begins(text: Text, place: int) -> bool:
    """Tell whether a line may begin here: with a capital, or a sign."""
    return not text.plain[place].islower()
