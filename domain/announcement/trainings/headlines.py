"""Lines that may be the headline of a page or of an item in it, and how surely each one names a training."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.announcement.language import dictionary, words
from domain.announcement.language.text import folded
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import leftovers, titles

STEM = 5
"""Signs by which a word is known again."""
FEW = 3
"""Words before a kind that say which ones are meant, at most."""
WIDE = 5_000
_GREETING = re.compile(rf"(?:{words.alternatives('titles', 'greeting')})(?!\w)")
_CALENDAR = re.compile(rf"(?:^|.*\b)(?:{words.alternatives('titles', 'calendar')})(?!\w)")
_STARTS = re.compile(
    rf"(?P<name>[^\W\d][\w-]*(?: [\w„”\"-]+){{1,8}}?) (?:{words.alternatives('titles', 'starts')})(?: \w+){{0,3}}[!.]?"
)
"""What says of a course that it begins: „Szkoła Liderów rusza po wakacjach"."""
_COURSE = re.compile(rf"(?<!\w)(?:{words.alternatives('titles', 'courses')})(?!\w)")
_OFFICE = re.compile(rf"(?:{words.alternatives('titles', 'office')})(?!\w)")
_ENDED = re.compile(r"(?<!\br)[.,;:]$")
_SENTENCES = re.compile(r"\w\. +\w+ \w+ \w+ .*\.$")
_NUMBER = re.compile(r"(?P<number>(?:[Nn]r )?(?:[IVXLC]+|\d{1,3}))\.?(?: \([^()]*\))?:?")
_COUNTED = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]")
_SORTED = re.compile(rf"(?:{words.alternatives('titles', 'sorted')})")
_CRUMBS = re.compile(
    rf"^(?:{words.alternatives('page', 'drawer')})\s?[:»>]|^(?:{words.alternatives('page', 'term')})\s?[:»>\d]"
    r"| [>»\u203a] | / [^/]+ / |::|\|"
)
_KINDS = words.alternatives("kinds")
_ISSUE = re.compile(r"(?<!\w)nr\.? ?\d{1,4} ?(?:/|\()\s?(?:\d{1,4}/)?(?:19|20)?\d\d\)?$")
"""The number of a paper or a letter and its year: „Biuletyn nr 9/2027"."""
_ABOUT = words.alternatives("page", "about")
_SHELF = re.compile(rf"(?:(?:{_ABOUT}) ){{0,2}}(?:{words.alternatives('page', 'shelf')})(?: (?:{_ABOUT}))?:?")
"""What heads a part of a page, whatever it tells: „Informacje prasowe"."""
_PRESSED = words.alternatives("page", "menu")
_APART = r"(?: \(\d{1,3}\))?(?:[\s|•·/>»-]+|$)"
_MENU = re.compile(
    rf"(?:(?:{_PRESSED}){_APART})+|(?:(?:{_PRESSED}|{_KINDS}|{words.alternatives('labels')}){_APART}){{3,}}"
)
"""What one presses on top of a page, all in a line."""
TOP = 3
"""Lines among which the headline of a page stands."""


def heading(page: Page, hidden: Sequence[Range], stretch: Range) -> Iterator[titles.Title]:
    """Yield the lines of a stretch that may be headings: short, no greeting, nothing labelled."""
    for line in beginning(page.lines, *stretch):
        if line.row or any(segment.labels for segment in line.segments):
            continue
        yield from _numbered(page, line)
        if _introducing(page, line) or not headlike(page, line.body, line.end):
            continue
        sure = titles.ANY + 5 if _item(page, line) else _surely(page, line)
        series = _STARTS.fullmatch(page.folded, line.body, line.end)
        if series and _COURSE.search(series["name"]):
            yield from titles.made(page, series.span("name"), max(sure, titles.PHRASE + 2))
            continue
        end = series.end("name") if series else line.end
        yield from leftovers.line_titles(page, hidden, (line.body, end), sure)


def _numbered(page: Page, line: Line) -> Iterator[titles.Title]:
    """Yield a kind and its number that stand in lines of their own: „Sesja" over „XXXIV (kadencja 2024–2029)"."""
    below = page.lines[line.number + 1] if line.number + 1 < len(page.lines) else None
    if below is None or below.paragraph != line.paragraph:
        return
    for number, kind in ((below, line), (line, below)):
        match = _NUMBER.fullmatch(page.text.plain, number.body, number.end)
        kinds = beginning(page.kinds, kind.body, kind.body + 1) if match else ()
        if match and any(number is line or each.end >= kind.end - 1 for each in kinds):
            yield from titles.made(page, (line.body, match.end("number") if number is below else kind.end), titles.LINE)


def _introducing(page: Page, line: Line) -> bool:
    """Tell whether a line leads to a list: „W planie:" above bullets or numbers."""
    below = page.lines[line.number + 1 : line.number + 2]
    return page.folded[line.end - 1] == ":" and any(each.bulleted for each in below)


def _item(page: Page, line: Line) -> bool:
    """Tell whether a line is one of several items, or a part of a programme."""
    if titles.of_programme(page, line):
        return True
    around = page.lines[max(0, line.number - 1) : line.number + 2]
    told = bool(_COUNTED.match(page.folded, line.start, line.body))
    return line.bulleted and sum(each.bulleted and (told or each.paragraph == line.paragraph) for each in around) > 1


def _surely(page: Page, line: Line) -> int:
    """Tell how surely a heading names a training: an institution's name less, what an invitation announces more."""
    above = page.lines[line.number - 1] if line.number else None
    if (
        above
        and titles.EMPTY.fullmatch(page.folded, above.body, above.end)
        and any(above.start <= each.start < above.end for each in page.kinds)
    ):
        return titles.HEADING + 5
    if _over(page, line):
        return titles.HEADING + 4
    if any(line.start <= each.start < line.end for each in page.kinds):
        return titles.HEADING + 3 * _recurs(page, line)
    if _again(page, line):
        return titles.HEADING + 1
    if _OFFICE.match(page.folded, line.body):
        return titles.ANY + 5
    return titles.PHRASE + 2 + _recurs(page, line) if _apart(page, line) else titles.PLAIN


def _over(page: Page, line: Line) -> bool:
    """Tell whether a line in capitals stands right above one that goes on in small letters and tells the kind."""
    below = page.lines[line.number + 1] if line.number + 1 < len(page.lines) else None
    if below is None or below.paragraph != line.paragraph or not page.text.plain[below.body].islower():
        return False
    told = any(below.start <= each.start < below.end for each in page.kinds)
    return told and page.text.plain[line.body : line.end].isupper() and not _OFFICE.match(page.folded, line.body)


def _again(page: Page, line: Line) -> bool:
    """Tell whether a line of several words on top of a page stands there again, as a headline does."""
    written = page.folded[line.body : line.end]
    if line.number >= TOP or len(re.findall(r"[^\W\d_]{3,}", written)) < 2:  # noqa: PLR2004 -- several
        return False
    return any(page.folded[each.body : each.end] == written for each in page.lines[line.number + 1 :])


def _apart(page: Page, line: Line) -> bool:
    """Tell whether a line stands alone as the headline of a page does: of several words, in a paragraph of its own."""
    around = page.lines[max(0, line.number - 1) : line.number + 2]
    beside = [each for each in around if each.paragraph == line.paragraph and each is not line]
    alone = all(_leads_on(page.folded[each.body : each.end]) or _labelled(each) for each in beside)
    return alone and len(re.findall(r"[^\W\d_]{3,}", page.folded[line.body : line.end])) > 1


def _labelled(line: Line) -> bool:
    """Tell whether a line holds nothing but a label."""
    return all(each.own and each.end <= each.start for each in line.segments)


def _recurs(page: Page, line: Line) -> bool:
    """Tell whether words of a line come again below it."""
    stems = {each[:STEM] for each in re.findall(r"[^\W\d_]{5,}", page.folded[line.body : line.end])}
    below = page.folded[line.end : line.end + WIDE]
    return sum(stem in below for stem in stems) > 1


def _leads_on(written: str) -> bool:
    """Tell whether a line is what a page has around what it tells: menus, an issue, „Informacje ogólne"."""
    return bool(_ISSUE.search(written) or _SHELF.fullmatch(written) or _MENU.fullmatch(written))


def _sorting(page: Page, start: int, end: int) -> bool:
    """Tell whether a line only says which ones stand below it: „Planowane seminaria:", „Odbyte spotkania"."""
    kind = next(iter(beginning(page.kinds, start, end)), None)
    if kind is None or any(map(str.isalnum, page.folded[kind.end : end])) or not start < kind.start:
        return False
    said = re.findall(r"[^\W\d_]+", page.text.plain[start : kind.start])
    return bool(said) and len(said) <= FEW and all(map(_sorted_by, said))


def _sorted_by(word: str) -> bool:
    """Tell whether a word says what became of something, or will: a participle, „zrealizowane"; or joins two."""
    found = dictionary.readings(word.lower())
    return any(each.part in {"ppas", "pact"} for each in found) or bool(_SORTED.fullmatch(folded(word)))


def headlike(page: Page, start: int, end: int) -> bool:
    """Tell whether a line can name something: it is short, no greeting, no sentence, and has more than fillers."""
    written = page.folded[start:end]
    if _sorting(page, start, end):
        return False
    if end - start > 200 or titles.EMPTY.fullmatch(written) or _CALENDAR.match(written):  # noqa: PLR2004
        return False
    if (_ENDED.search(written) and len(written.split()) > 3) or _SENTENCES.search(written):  # noqa: PLR2004
        return False
    if _leads_on(written):
        return False
    if _CRUMBS.search(written) or (" / " in written and all(len(each.split()) < 4 for each in written.split(" / "))):  # noqa: PLR2004
        return False
    invited = titles.INVITING.match(written)
    if invited:
        return not titles.EMPTY.fullmatch(written[invited.end() :] or "-")
    return not _GREETING.match(written) and not titles.VERB.search(written)
