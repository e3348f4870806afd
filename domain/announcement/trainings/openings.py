"""Titles with which an item or a sentence begins: before a dash and the day, and the body that meets on it.

Knows lines and days; decides not which days are those of trainings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.announcement.language import names, words
from domain.announcement.layout.days import Dated
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import leftovers, titles
from domain.announcement.trainings.titles import Title

_BODY = re.compile(rf"(?:[^\W\d]+ )?(?:{words.alternatives('titles', 'bodies')})(?!\w)")
_HOSTS = re.compile(r"(?:zaprasz|organiz|propon|ofer|prowadz|realiz|oglasz|informuj|planuj|zacheca|przygotow)")
"""Verbs of those who hold a training for others."""
_DASH = re.compile(r" [–—-] ")


def body(page: Page, dated: Dated) -> Title | None:
    """Return who meets, where a sentence begins with them: „Komisja Rolnictwa będzie obradować w środę, 21 lipca"."""
    start = page.sentence(dated.start)[0]
    match = _BODY.match(page.folded, start, dated.start)
    words_of = re.finditer(r"[^\W\d_]{3,}|,", page.text.plain[start : dated.start])
    end = next((start + each.start() for each in words_of if each[0] == "," or names.verbal(each[0])), start)
    if match is None or end <= match.end() or page.folded[end] == "," or _HOSTS.match(page.folded, end):
        return None
    return next(titles.made(page, (start, end), titles.LINE), None)


def led(page: Page, hidden: Sequence[Range], line: Line, dated: Dated) -> Title | None:
    """Return the title with which an item begins, before a dash and its day: „• Petycje – 20 maja spotkamy się"."""
    if not line.bulleted:
        return None
    dash = _DASH.search(page.folded, line.body, dated.start)
    if dash is None or (dash.end() < dated.start and not _alike(page, line)):
        return None
    first = line.body, dash.start()
    named = [each for each in titles.titles(page, hidden, [first]) if each.sure >= titles.QUOTED]
    return titles.best([*named, *leftovers.line_titles(page, hidden, first, titles.LEADING)])


def _alike(page: Page, line: Line) -> bool:
    """Tell whether most other items of a list have their day right behind the first dash."""
    others = [each for each in page.lines if each.bulleted and each.paragraph == line.paragraph and each is not line]
    dashes = [_DASH.search(page.folded, each.body, each.end) for each in others]
    led = sum(dash is not None and bool(beginning(page.days, dash.end(), dash.end() + 1)) for dash in dashes)
    return led > 1 and led * 2 > len(others)
