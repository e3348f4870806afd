"""Days that a page names in passing: stamps of publication, teasers of other news, items of a programme, old history.

Corrects the roles that single days were given, once all of them are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from domain.announcement.language import names, words
from domain.announcement.layout.days import Dated
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, beginning
from domain.announcement.trainings import siblings, timetable
from domain.announcement.trainings.role import Role

PROSE = 80
"""Signs from which on a line is prose."""
ODD = 5
"""Trainings begin at minutes that this divides; articles are published at any."""
LONG_AGO = 2
"""A day after „od" this many years ago began something else."""
WEEKS = 18
"""Days after which a stretch is that of something that only a course lasts as long as."""
AGES = 10
"""Years before the latest day of a text, from which on a day in it is history."""
RUN = 3
"""Days that follow each other in lines that are otherwise alike, from which on they are a calendar."""
_COURSE = re.compile(rf"(?<!\w)(?:{words.alternatives('kinds', 'kurs', 'studium')}|akademi\w*|szkol[ay]|cykl\w*)(?!\w)")
_OPEN = frozenset({Role.EVENT, Role.MENTIONED})
_LONE = re.compile(
    r"(?:[^\W\d]+(?:[ -][^\W\d]+){0,2}, (?:dnia |dn\. )?|[^\W\d]+(?:[ -][^\W\d]+){0,2} (?:dnia |dn\. )|[^\W\d]+ )?$"
)
_TOLD = re.compile(
    rf"(?<!\w)(?:{words.alternatives('kinds')}|{words.alternatives('weekdays')}"
    rf"|{words.alternatives('labels', 'date')})(?!\w)"
)
_BEFORE_STAMP = re.compile(r"\W*(?:dzien tygodnia\W+|(?:autor|dodal|przez|kategoria|by)\b\D*)?")
_AFTER_STAMP = re.compile(
    r"[\s,|–-]*(?:o |godz\w*\.? )*(?:(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?)?"
    r"(?: ?\([^()\n]*\))?"
    r"(?:\W*|\s?[\t|/•·] ?[^\d]*|,? ?(?:autor|przez|dodal|kategoria|by)\b.*|(?(hour)(?: [^\W\d]+){1,3}|(?!)))"
)
_TODAY = re.compile(r"(?<!\w)(?:dzis|dzisiaj|dzien tygodnia|imieniny|aktualna data|today is)(?!\w)")
_APPLYING = re.compile(r"(?<!\w)(?:wnios\w+|nabor\w*|ofert\w*)(?!\w)[^\n]*:$")
_ELSEWHERE = re.compile(rf"\W*(?:{words.alternatives('page', 'elsewhere')})(?!\w)(?P<rest>[^\n]*)")
_MACHINE = re.compile(r"20\d\d-\d\d-\d\d")
_SINCE = re.compile(r"(?<!\w)(?:od|od dnia|since|po|przed)[ :]*$")


def corrected(page: Page, found: list[Role], today: date) -> list[Role]:
    """Return the roles of all days with those corrected that the page as a whole tells to be of something else."""
    for correct in (_on_top, _dateline, _teased, _listed, _since, _history, _lasting, _calendar):
        found = correct(page, found, today)
    return siblings.listed(page, _stamped(page, found, today))


def _on_top(page: Page, found: list[Role], today: date) -> list[Role]:
    """Make a lone day on top, or one after the name of a town, that of publication when another day is left."""
    found = list(found)
    lone = [index for index, role in enumerate(found) if role in _OPEN and _lone(page, index)]
    for index in lone:
        dated = page.days[index]
        line = page.line_at(dated.start)
        towned = page.folded[_cell(page, dated)[0] : dated.start].strip() not in {"", "dnia", "dn."}
        others = sum(role in _OPEN for role in found) > 1
        if ((dated.first.weekday or _ahead(dated, today)) and not towned) or dated.ranged:
            continue
        if not towned and _heads(page, index, lone):
            continue
        on_top = line.number == 0 or (line.number <= 2 and towned and not page.kinds_before(dated.start))  # noqa: PLR2004
        if on_top and (others or towned) and len(lone) <= 2:  # noqa: PLR2004
            found[index] = Role.PUBLISHED
    return found


def _dateline(page: Page, found: list[Role], today: date) -> list[Role]:
    """Make a date for machines that leads the first line that of publication when days for people follow it."""
    written = [bool(_MACHINE.fullmatch(page.folded, dated.start, dated.end)) for dated in page.days]
    leads = bool(page.days) and written[0] and page.line_at(page.days[0].start).number == 0
    if not leads or sum(written) > 1 or _ahead(page.days[0], today) or found[0] not in _OPEN:
        return found
    followed = any(role is Role.EVENT for role in found[1:])
    return [Role.PUBLISHED, *found[1:]] if followed else found


def _heads(page: Page, index: int, lone: Sequence[int]) -> bool:
    """Tell whether a lone day heads a part of a list: another such day, written alike, and below each its hour."""
    alike = [each for each in lone if _shape(page, each) == _shape(page, index)]
    ends = [*(page.days[each].start for each in alike[1:]), len(page.folded)]
    timed = [any(beginning(page.hours, page.days[each].end, end)) for each, end in zip(alike, ends, strict=True)]
    return len(alike) > 1 and all(timed)


def _shape(page: Page, index: int) -> str:
    """Return how a day is written, whatever day it is."""
    dated = page.days[index]
    return re.sub(r"[^\W\d]+", "m", re.sub(r"\d+", "1", page.folded[dated.start : dated.end]))


def _ahead(dated: Dated, today: date) -> bool:
    """Tell whether a full date is still to come: nothing was published on it."""
    day = dated.first
    return day.year is not None and (day.year, day.month, day.day) > (today.year, today.month, today.day)


def _lone(page: Page, index: int) -> bool:
    """Tell whether a line holds nothing but a day, perhaps after the name of a town."""
    dated = page.days[index]
    piece = page.segment_at(dated.start)
    start, end = _cell(page, dated)
    left, right = page.folded[start : dated.start], page.folded[dated.end : end]
    if piece.labels or right.strip(" .,"):
        return False
    if not left.strip():
        return True
    lead = page.text.plain[start : dated.start]
    return bool(_LONE.fullmatch(left)) and lead[:1].isupper() and lead[1:2].islower() and not _TOLD.search(left)


def _cell(page: Page, dated: Dated) -> tuple[int, int]:
    """Return the line of a day, or its cell when signs that belong to a letter stand beside it: „ZK.6.27 | Łódź, …"."""
    line, piece = page.line_at(dated.start), page.segment_at(dated.start)
    return (piece.start, piece.end) if line.row and piece is line.segments[-1] else (line.body, line.end)


def _changed(found: list[Role], told: Callable[[int], bool], role: Role) -> list[Role]:
    return [role if each in _OPEN and told(index) else each for index, each in enumerate(found)]


def _teased(page: Page, found: list[Role], _: date) -> list[Role]:
    """Leave out days below „Czytaj także" and the like, when a training stands above."""
    first = next((dated.end for dated, role in zip(page.days, found, strict=True) if role is Role.EVENT), None)
    if first is None:
        return found
    below = next((line.start for line in page.lines if line.start >= first and _elsewhere(page, line.start)), None)
    return found if below is None else _changed(found, lambda index: page.days[index].start >= below, Role.OTHER)


def _elsewhere(page: Page, place: int) -> bool:
    match = _ELSEWHERE.match(page.folded, place)
    return bool(match) and (match is not None and match["rest"].lstrip()[:1] in {"", ":", "»", ">", "→", "|", "-", "–"})


def _listed(page: Page, found: list[Role], _: date) -> list[Role]:
    """Leave out days inside the items of a programme, and inside titles of lines that begin with a day."""
    events = [dated for dated, role in zip(page.days, found, strict=True) if role is Role.EVENT]
    free = {dated.start for dated in events if not _itemized(page, dated)}
    rows = {page.line_at(dated.start).number for dated in events if _column(page, dated)}
    leading = {page.line_at(dated.start).number: dated.start for dated in reversed(events)}

    def inside(index: int) -> bool:
        dated = page.days[index]
        number = page.line_at(dated.start).number
        if number in rows and not _column(page, dated):
            return True
        if _applied(page, dated):
            return True
        later = leading.get(number, dated.start) < dated.start
        since = _SINCE.search(page.folded, max(0, dated.start - 12), dated.start)
        return (later and bool(since) and not dated.ranged) or (bool(free) and _itemized(page, dated))

    return _changed(found, inside, Role.OTHER)


def _applied(page: Page, dated: Dated) -> bool:
    """Tell whether a day stands in a list below words about applications: „Wnioski można składać:"."""
    line = page.line_at(dated.start)
    if not line.bulleted:
        return False
    intro = next((each for each in reversed(page.lines[: line.number]) if not each.bulleted), None)
    told = (
        intro is not None
        and page.folded[intro.end - 1] == ":"
        and _APPLYING.search(page.folded, intro.start, intro.end)
        and not _scheduling(page, intro)
    )
    return bool(told)


def _scheduling(page: Page, line: Line) -> bool:
    """Tell whether a heading names trainings that are about applications: „Terminy szkoleń „Wniosek bez błędu”:"."""
    kinds = beginning(page.kinds, line.body, line.end)
    applying = _APPLYING.search(page.folded, line.start, line.end)
    before = bool(kinds) and applying is not None and kinds[0].start < applying.start()
    said = re.findall(r"[^\W\d_]{3,}", page.text.plain[line.body : line.end])
    return before and not any(names.verbal(each) or names.adverbial(each.lower()) for each in said)


def _column(page: Page, dated: Dated) -> bool:
    return page.line_at(dated.start).row and "date" in page.segment_at(dated.start).labels


def _itemized(page: Page, dated: Dated) -> bool:
    """Tell whether a day stands inside an item below „Program:" that does not begin with it."""
    line = page.line_at(dated.start)
    if not any(map(str.isalpha, page.folded[line.body : dated.start])):
        return False
    for above in reversed(page.lines[: line.number + 1]):
        if above.bearing("agenda"):
            return above.number < line.number or "agenda" in page.segment_at(dated.start).labels
        if not above.bulleted:
            return False
    return False


def _since(page: Page, found: list[Role], today: date) -> list[Role]:
    """Leave out days since which something has been so for years: „działa od 1 października 1998 r."."""

    def old(index: int) -> bool:
        dated = page.days[index]
        year = dated.first.year
        if year is None or year > today.year - LONG_AGO or dated.ranged:
            return False
        since = _SINCE.search(page.folded, max(0, dated.start - 12), dated.start)
        return bool(since) and not words.phrase("kinds").search(page.folded, *page.sentence(dated.start))

    return _changed(found, old, Role.OTHER)


def _history(page: Page, found: list[Role], _: date) -> list[Role]:
    """Leave out days that are ages before others of the same text: „wykład o 11 listopada 1918 r."."""
    newest = max((dated.first.year or 0 for dated in page.days), default=0)

    def old(index: int) -> bool:
        year = page.days[index].first.year
        return year is not None and year <= newest - AGES

    return _changed(found, old, Role.OTHER)


def _lasting(page: Page, found: list[Role], _: date) -> list[Role]:
    """Leave out stretches of several weeks, unless a label or a course is what lasts so long."""

    def long(index: int) -> bool:
        dated = page.days[index]
        if not dated.ranged or _length(dated) < WEEKS or "date" in page.segment_at(dated.start).labels:
            return False
        return not _COURSE.search(page.folded, *page.sentence(dated.start))

    return _changed(found, long, Role.OTHER)


def _length(dated: Dated) -> int:
    """Return about how many days a stretch lasts."""
    first, last = dated.first, dated.last
    return (last.month - first.month) % 12 * 30 + last.day - first.day


def _calendar(page: Page, found: list[Role], _: date) -> list[Role]:
    """Leave out the days of a calendar: lines that differ in nothing but days that follow each other, with no hours."""
    told = [
        index
        for index, role in enumerate(found)
        if role in _OPEN and len(page.days[index].days) == 1 and not _filled(page, page.days[index])
    ]
    runs: list[list[int]] = []
    for index in told:
        after = runs and _follows(page.days[runs[-1][-1]], page.days[index])
        held = after and beginning(page.hours, page.days[runs[-1][-1]].end, page.days[index].start)
        if after and not held and _rest(page, runs[-1][-1]) == _rest(page, index):
            runs[-1].append(index)
        else:
            runs.append([index])
    inside = {index for run in runs if len(run) >= RUN for index in run}
    return _changed(found, lambda index: index in inside, Role.OTHER)


def _filled(page: Page, dated: Dated) -> bool:
    """Tell whether an hour begins the line below a day, in its paragraph."""
    line = page.line_at(dated.start)
    below = page.lines[line.number + 1 : line.number + 2]
    return any(each.paragraph == line.paragraph and timetable.leading(page, each) for each in below)


def _follows(one: Dated, other: Dated) -> bool:
    return one.first.month == other.first.month and other.first.day - one.first.day == 1


def _rest(page: Page, index: int) -> str:
    """Return what stands in the line of a day besides it."""
    dated = page.days[index]
    line = page.line_at(dated.start)
    return page.folded[line.start : dated.start] + page.folded[dated.end : line.end]


def _stamped(page: Page, found: list[Role], today: date) -> list[Role]:
    """Make lone days that are over those of publication, when a training is announced elsewhere, or nothing is."""
    stamps = {index for index, role in enumerate(found) if role in _OPEN and _stamp(page, page.days[index], today)}
    others = [index for index, role in enumerate(found) if role in _OPEN and index not in stamps]
    if not others and not _article(page, stamps):
        stamps = {index for index in stamps if _odd(page, page.days[index])}
    return _changed(found, lambda index: index in stamps, Role.PUBLISHED)


def _stamp(page: Page, dated: Dated, today: date) -> bool:
    """Tell whether a line holds a full date that is over, and at most an hour and the rubric of an article."""
    line, day = page.line_at(dated.start), dated.first
    if day.year is None or dated.ranged or len(dated.days) > 1:
        return False
    if (day.year, day.month, day.day) > (today.year, today.month, today.day):
        return False
    own = page.segment_at(dated.start).labels
    if _TODAY.search(page.folded, line.start, line.end):
        return True
    return (
        not own - {"published"}
        and bool(_BEFORE_STAMP.fullmatch(page.folded, line.body, dated.start))
        and bool(_AFTER_STAMP.fullmatch(page.folded, dated.end, line.end))
    )


def _odd(page: Page, dated: Dated) -> bool:
    match = _AFTER_STAMP.match(page.folded, dated.end, page.line_at(dated.start).end)
    return bool(match) and (match is not None and match["minute"] is not None and int(match["minute"]) % ODD > 0)


def _article(page: Page, stamps: set[int]) -> bool:
    """Tell whether a text is an article with a stamp: prose follows it, and no hour is told."""
    if len(stamps) != 1 or page.hours:
        return False
    number = page.line_at(page.days[next(iter(stamps))].start).number
    return any(line.end - line.start > PROSE for line in page.lines[number + 1 :])
