"""Lines that a mail program broke, joined again. Knows the look of lines, no words but those that never end one."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.announcement import words
from domain.announcement.text import Text

NARROWEST, WIDEST = 60, 130
"""Programs that break lines leave none longer than this, and do not break them before that."""
RAGGED = 3
"""How much earlier than at the widest a line may have been broken."""
FULL = 15
"""A line is full when it comes as near as this to the widest."""
MANY_FULL = 3
LONG, VERY_LONG = 35, 90

LEAD = re.compile(
    r"[-–—•*·▪■□●○◦‣➢➤►▶✓✔→»§|]|\(?\d{1,3}[.)](?!\d)|\(?[a-z]\) |[ivx]{1,4}[.)] |\d{1,2}[.:/ -]\d|\d{4}-"
    rf"|\d{{1,2}}\.? \(?(?:{words.months()}|{words.weekdays()})|(?:{words.weekdays()})\b|[^\W\d_][\w ./-]{{1,30}}:(?: |$)"
    r"|[^\w\s„\"'(«“”]"
)
_OPEN = re.compile(rf"(?:^|[ (])(?:{words.alternatives('lines', 'never_last')})$|[-–]$")
_INITIAL = re.compile(r" [A-Z]$")
_ENDED = re.compile(r"[.!?:;|]$")
_GOING_ON = re.compile(rf"(?:{words.alternatives('lines', 'never_first')})(?!\w)")


def joined(text: Text) -> Text:
    """Return the text with a space in place of every break inside a sentence; no place moves."""
    lines = text.folded.split("\n")
    width = max(map(len, lines), default=0)
    full = width if NARROWEST <= width <= WIDEST and sum(len(line) >= width - FULL for line in lines) >= MANY_FULL else None
    plain = list(text.plain)
    place = 0
    for line, following in zip(lines, lines[1:], strict=False):
        place += len(line)
        shown = text.plain[max(0, place - 2) : place + 2]
        if _continues(line, following, shown, full):
            plain[place] = " "
        place += 1
    signs = "".join(plain)
    kept = "".join(" " if sign == " " and was == "\n" else was for sign, was in zip(signs, text.folded, strict=True))
    return replace(text, plain=signs, folded=kept)


def _continues(line: str, following: str, shown: str, width: int | None) -> bool:
    """Tell whether a line goes on in the next; ``shown`` are the signs around the break as written."""
    if not line or not following or "\t" in line or "|" in line or _ENDED.search(line) is not None and not _full(
        line, following, width
    ):
        return False
    if _OPEN.search(line) and not _INITIAL.search(shown[:-2]):
        return not LEAD.match(following) or following[0].isalnum()
    if LEAD.match(following) or line[-1] == ":":
        return False
    if len(line) >= VERY_LONG:
        return True
    if shown[-1].islower() and (len(line) >= LONG or _GOING_ON.match(following)):
        return True
    return _full(line, following, width)


def _full(line: str, following: str, width: int | None) -> bool:
    """Tell whether the first word of the next line would not have found room."""
    return width is not None and len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - RAGGED
