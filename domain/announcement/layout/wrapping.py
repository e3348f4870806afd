"""Lines that a mail program broke, joined again. Knows the look of lines, no words but those that never end one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from domain.announcement.language import words
from domain.announcement.language.text import Text

NARROWEST, WIDEST = 60, 130
"""Programs that break lines leave none longer than this, and do not break them before that."""
RAGGED = 3
"""How much earlier than at the widest a line may have been broken."""
FULL = 15
"""A line is full when it comes as near as this to the widest."""
MANY_FULL = 3
LONG, VERY_LONG = 35, 90

LEAD = re.compile(
    r"godz|g\. ?\d|[-–—•*·▪■□●○◦‣➢➤►▶✓✔→»§|]|\(?\d{1,3}[.)](?!\d)|\(?[a-z]\) |[ivx]{1,4}[.)] |\d{1,2}[.:/ -]\d|\d{4}-"
    rf"|\d{{1,2}}\.? \(?(?:{words.months()}|{words.weekdays()})|(?:{words.weekdays()})\b"
    rf"|(?!(?:{words.alternatives('lines', 'never_first')}) [^:]{{0,30}}\d)[^\W\d_][\w ./-]{{1,30}}:(?: |$)"
    r"|[^\w\s„\"'(«“”]"
)
_OPEN = re.compile(rf"(?:^|[ (])(?:{words.alternatives('lines', 'never_last')})$|(?<!-)[-–]$")
_SHORT = "|".join(re.escape(each) for each in words.table("lines")["never_last"] if each.endswith("."))
_CUT = re.compile(rf"(?:^|(?<!\d) )(?:{_SHORT})$")
"""An abbreviation with its full stop, which ends no line; „30 os." may."""
_PRESSED = re.compile(rf"(?<!\w)(?:{words.alternatives('page', 'button', 'state')})$")
_INITIAL = re.compile(r" [A-Z]$")
_SMALL = re.compile(r"(?:w|we|z|ze|na|dla|o|i|oraz|do|pod) [^\W\d]")
"""Words of capital headings that no heading begins with."""
_UNFINISHED = re.compile(rf"\d{{1,2}}\.? (?:{words.months()})$")
_YEAR = re.compile(r"20\d\d(?: ?r\b|[ ,(])")
_DATED = re.compile(
    rf"(?:we? )?(?:dniu |dnia )?(?:(?:{words.weekdays()})\b,? |\d{{1,2}}(?:\. ?\d|\.? (?:{words.months()})\b))"
)
_ENDED = re.compile(r"[.!?:;|]$")
_NAMED = re.compile(r"[„\"“«][^„”\"“»]{3,100}[”\"“»] ?[–—-] ")
"""An item of a list: a quotation, and after a dash what it is."""
_STREET = re.compile(r"(?:ul|al|pl|os)\. ")
SHORT = 25
"""A line as short as this above a street is a town or a house in a line of its own."""
_TIMED = re.compile(r"\d{1,2}[.:]\d\d ?[-–—] ?\d{1,2}[.:]\d\d\)?[.,;]?(?: [^\d\n]{3,60})?$")
"""An item of a programme that ends with its hours, and perhaps with who speaks then."""
_MONTH_FIRST = re.compile(rf"(?:{words.alternatives('english_months')}) \d{{1,2}}(?:st|nd|rd|th)?(?![\d.])")
"""A day as it begins a line of an English list: „March 11"."""
_MONTHS = "|".join(dict.fromkeys(forms[0] for forms in words.table("months").values()))
_MODE = words.alternatives("mode")
_APART = re.compile(
    rf"(?:{_MODE})(?:,? ?\(|$)|[^.\d(]{{3,20}} \((?:{_MODE})\)$"
    rf"|(?:{_MONTHS})(?: ?[-–/] ?(?:{_MONTHS}))?(?: |$)(?!i |oraz )"
)
"""What stands in a line of its own below a title: „online (Teams)", or the month of something not dated yet."""
_GOING_ON = re.compile(rf"(?:{words.alternatives('lines', 'never_first')})(?!\w)")


def joined(text: Text) -> Text:
    """Return the text with a space in place of every break inside a sentence; no place moves."""
    lines = text.folded.split("\n")
    full = _full_width(lines)
    breaks = []
    place = 0
    for line, following in pairwise(lines):
        place += len(line)
        shown = text.plain[max(0, place - 2) : place + 2]
        if line and following and _continues(line, following, shown, full):
            breaks.append(place)
        place += 1
    return replace(text, plain=_spaced(text.plain, breaks), folded=_spaced(text.folded, breaks))


def _spaced(text: str, breaks: Sequence[int]) -> str:
    signs = list(text)
    for place in breaks:
        signs[place] = " "
    return "".join(signs)


def _full_width(lines: Sequence[str]) -> int | None:
    """Return how wide lines were allowed to be, if a program broke them."""
    width = max(map(len, lines), default=0)
    many = sum(len(line) >= width - FULL for line in lines) >= MANY_FULL
    return width if many and NARROWEST <= width <= WIDEST else None


def _listed(line: str, following: str, *, full: bool) -> bool:
    """Tell whether a line that begins with a day is the next item of a list that commas end."""
    dated = line[-1] in ",;" and _DATED.match(following)
    return bool(dated) and (not full or bool(_DATED.match(line)))


def _continues(line: str, following: str, shown: str, width: int | None) -> bool:
    """Tell whether a line goes on in the next; ``shown`` are the signs around the break as written."""
    full = width is not None and len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - RAGGED
    if "\t" in line or "|" in line or (_ENDED.search(line) and not full and not _CUT.search(line)):
        return False
    if _PRESSED.search(line):
        return False
    if _OPEN.search(line) and not _INITIAL.search(shown[:-2]):
        return not LEAD.match(following) or following[0].isalnum()
    if _UNFINISHED.search(line) and _YEAR.match(following):
        return True
    if LEAD.match(following) or _NAMED.match(following) or line[-1] == ":" or _listed(line, following, full=full):
        return False
    if _TIMED.search(line) and _TIMED.search(following):
        return False
    if shown[-1].isupper() and shown[:1].isupper() and _SMALL.match(following) and len(line.split()) > 1:
        return True
    if _MONTH_FIRST.match(following) and line[-1] != ",":
        return False
    if (_STREET.match(following) and len(line) <= SHORT) or _APART.match(following):
        return False
    going_on = shown[-1].islower() and (len(line) >= LONG or _GOING_ON.match(following))
    return full or bool(going_on) or (len(line) >= VERY_LONG and shown[-1] in '„"“')
