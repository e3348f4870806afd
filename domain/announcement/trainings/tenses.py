"""What verbs tell of a day: that something was on it, or will be.

Knows words of prose; decides nothing about trainings.
"""

from __future__ import annotations

import re

from domain.announcement.language import dictionary, names, words
from domain.announcement.layout.page import Page, Range, beginning

_PAST = words.phrase("before", "happened")
_MOVED = words.phrase("before", "moved")
_COMING = re.compile(r"(?<!\w)(?:odbedzi\w+|odbed\w+|zaprasza\w*|rozpoczn\w+|bedzi\w+|bed[aą]|zaplanowa\w+|will)(?!\w)")
_HELD = re.compile(rf"(?:\w+ )?(?:{words.alternatives('titles', 'held')})(?!\w)[^.!?\d]{{0,30}}$")
HEADING = 50
"""Signs of a heading, at most."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_WE = re.compile(r"(?:li|ły)śmy$")
_GOES_ON = re.compile(r" [^\W\d]")
"""What is no sign that parts a day from a title."""
_CLAUSE = re.compile(r"[,;:()–—]")


def over(page: Page, sentence: Range) -> bool:
    """Tell whether a sentence tells of something that was: by its words, or by verbs that are all of the past."""
    if _PAST.search(page.folded, *sentence):
        return True
    if _COMING.search(page.folded, *sentence) or _MOVED.search(page.folded, *sentence):
        return False
    return any(map(_told, _WORD.findall(page.text.plain, *sentence)))


def headed(page: Page, place: int) -> bool:
    """Tell whether the heading right above a list says that all of its days are over: „Zrealizowane seminaria:"."""
    for line in reversed(page.lines[: page.line_at(place).number]):
        if not beginning(page.days, line.start, line.end):
            return line.end - line.body <= HEADING and bool(_HELD.match(page.folded, line.body, line.end))
    return False


def clause(page: Page, start: int, end: int) -> Range:
    """Return the part of its sentence between commas that holds a place."""
    low, high = page.sentence(start)
    before = [match.end() for match in _CLAUSE.finditer(page.folded, low, start)]
    after = _CLAUSE.search(page.folded, end, high)
    return max([low, *before]), after.start() if after else high


def reported(page: Page, start: int, end: int) -> bool:
    """Tell whether a day begins news of something that was no training: „20 grudnia sejmik przyjął uchwałę."."""
    line = page.line_at(start)
    if line.row or not _GOES_ON.match(page.folded, end, line.end) or beginning(page.hours, line.start, line.end):
        return False
    high = min(line.end, page.sentence(min(end + 1, line.end - 1))[1])
    told = page.folded[line.start : high].rstrip()
    if not told.endswith(".") or _PAST.search(told) or beginning(page.kinds, line.start, high):
        return False
    return was(page, (end, high))


def was(page: Page, stretch: Range) -> bool:
    """Tell whether the only verbs of a stretch are of the past."""
    found = _WORD.findall(page.text.plain, *stretch)
    return any(map(_told, found)) and not any(names.verbal(word) and not _told(word) for word in found)


def _told(word: str) -> bool:
    """Tell whether a word can only be a verb of the past: „debatowali", „zorganizowano"."""
    if _WE.search(word):
        return True
    found = dictionary.readings(word.lower())
    return bool(found) and all(each.part in {"praet", "imps"} for each in found)
