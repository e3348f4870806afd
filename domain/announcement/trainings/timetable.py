"""Days with several trainings below them, one an hour, and towns that tell trainings of one list apart.

Knows lines, hours and places; decides not which days are those of trainings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from domain.announcement.language import names, words
from domain.announcement.layout import rows
from domain.announcement.layout.days import Dated
from domain.announcement.layout.hours import Hours
from domain.announcement.layout.lines import Line
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import leftovers, masks, titles
from domain.announcement.trainings.titles import Title

_TOWN = re.compile(
    r"[\s,–—:|(-]*(?:(?:r|roku)\b\.?[\s,–—:-]*)?(?:we? )?(?P<town>[A-ZŁŚŻŹĆŃ][^\W\d]+(?: [A-ZŁŚŻŹĆŃ][^\W\d]+)?)"
)
_HOUSE = re.compile(rf"(?<!\w)(?:{words.alternatives('places', 'venue', 'room')})(?!\w)")
_IN = re.compile(rf"[\s,–—:-]*(?:we? |na )?(?:{words.alternatives('places', 'venue', 'room')})(?!\w)")
_NUMBER = r"(?:i{1,3}|iv|[1-4]\.?|pierwsz\w+|drugi\w*|trzeci\w*|ostatni\w*)"
_NUMBERED = re.compile(rf"[\s,(–—:-]*(?:{_NUMBER} dzien|dzien {_NUMBER}|day [1-4])(?!\w)")
"""Which day of a training it is: „10 grudnia – I dzień"."""
_NUMBERING = re.compile(rf"(?<!\w)(?:{_NUMBER} dzien|dzien {_NUMBER}|day [1-4])[\s,(–—:-]*$")
_SIGNED = re.compile(
    rf"(?:[^\W\d]+ ){{0,2}}(?:{words.alternatives('places', 'venue', 'room')}|osp|sp)(?!\w)[^\n,;–—:|]{{0,50}}"
    r"(?:, (?=godz|g\.|\d{1,2}[.:]\d\d|o |od )| [–—-] |: )"
)
Hourly = tuple[Line, Title | None]
"""A line that begins with an hour, and its title if it has any."""
LEAD = 8
"""Signs that may stand before the hour of a line."""
MANY = 2
"""Lines with an hour and a place, from which on each is a training."""


def hourly(page: Page, hidden: Sequence[Range], days: Sequence[Dated]) -> dict[Dated, tuple[Hourly, ...]]:
    """Return the trainings below days that stand alone, if most of those lines tell where each one is."""
    if found := _housed(page, hidden, days):
        return found
    below = {dated: list(_below(page, hidden, dated, limit)) for dated, limit in _bounded(page, days)}
    lines = [each for found in below.values() for each in found]
    placed = [each for each in lines if _placed(page, *each)]
    if len(placed) < MANY or len(placed) * 2 < len(lines):
        return {}
    return {dated: tuple(found) for dated, found in below.items() if found}


def _housed(page: Page, hidden: Sequence[Range], days: Sequence[Dated]) -> dict[Dated, tuple[Hourly, ...]]:
    """Return the trainings below days that stand alone, when each item begins with its house and some tell an hour."""
    below = {dated: list(_indoors(page, hidden, dated, limit)) for dated, limit in _bounded(page, days)}
    lines = [line for found in below.values() for line, _ in found]
    timed = [line for line in lines if beginning(page.hours, line.start, line.end)]
    several = any(len(found) >= MANY for found in below.values())
    return {dated: tuple(found) for dated, found in below.items() if found} if several and timed else {}


def _indoors(page: Page, hidden: Sequence[Range], dated: Dated, limit: int) -> Iterator[Hourly]:
    """Yield the items below a day, each with its title, if all of them begin with a house."""
    own = page.line_at(dated.start)
    if own.bulleted or not (bare(page, hidden, own) or page.folded[own.end - 1] == ":"):
        return
    items = [line for line in _following(page, own) if line.start < limit]
    houses = [_signed(page, line) for line in items]
    if not all(houses):
        return
    for line, place in zip(items, houses, strict=True):
        hours = [each.end for each in beginning(page.hours, place, line.end)]
        rest = max([place, *hours[:1]]), line.end
        quoted = [each for each in titles.titles(page, hidden, [rest]) if each.sure >= titles.QUOTED]
        yield line, titles.best([*quoted, *leftovers.line_titles(page, hidden, rest, titles.LINE)])


def _signed(page: Page, line: Line) -> int:
    """Return where the house that an item begins with ends, zero for none; a village may stand before it."""
    match = _SIGNED.match(page.folded, line.body, line.end)
    if match:
        return match.end()
    timed = next((each.start for each in beginning(page.hours, line.body, line.end)), line.body)
    start, end = rows.trimmed(page.text, line.body, timed)
    return end if end > start and leftovers.placelike(page, start, end) else 0


def _following(page: Page, own: Line) -> Iterator[Line]:
    """Yield the items of the list that stands right below a line."""
    for line in page.lines[own.number + 1 :]:
        if not line.bulleted:
            return
        yield line


def _bounded(page: Page, days: Sequence[Dated]) -> Iterator[tuple[Dated, int]]:
    """Yield each single day with the place where the next one begins."""
    ends = [*(each.start for each in days[1:]), len(page.folded)]
    yield from ((dated, end) for dated, end in zip(days, ends, strict=False) if len(dated.days) == 1)


def _below(page: Page, hidden: Sequence[Range], dated: Dated, limit: int) -> Iterator[Hourly]:
    """Yield the lines below a day that begin with an hour, each with its title."""
    own = page.line_at(dated.start)
    if numbered(page, dated) or not (bare(page, hidden, own) or page.folded[own.end - 1] == ":"):
        return
    for line in page.lines[own.number + 1 :]:
        hours = leading(page, line)
        if line.start >= limit or hours is None:
            return
        rest = hours.end, line.end
        quoted = [each for each in titles.titles(page, hidden, [rest]) if each.sure >= titles.QUOTED]
        title = titles.best([*quoted, *leftovers.line_titles(page, hidden, rest, titles.LINE)])
        if title or _where(page, hidden, (hours.end, line.end)):
            yield line, title


def numbered(page: Page, dated: Dated) -> bool:
    """Tell whether it stands beside a day which one of a training it is: „10 grudnia – I dzień"."""
    line = page.line_at(dated.start)
    before = _NUMBERING.search(page.folded, line.body, dated.start)
    return bool(before or _NUMBERED.match(page.folded, dated.end))


def _where(page: Page, hidden: Sequence[Range], rest: Range) -> bool:
    """Tell whether what follows an hour is nothing but where: „świetlica w Rudnie", „Rudno, świetlica"."""
    pieces = masks.left(page, hidden, rest)
    return bool(_IN.match(page.folded, *rest)) or any(leftovers.placelike(page, *each) for each in pieces)


def _placed(page: Page, line: Line, title: Title | None) -> bool:
    """Tell whether a line says where: after its title, or between its hour and its title."""
    hours = leading(page, line)
    if title is None or title.end < _end(page, line):
        return True
    return hours is not None and bool(_HOUSE.search(page.folded, hours.end, title.start))


def leading(page: Page, line: Line) -> Hours | None:
    """Return the hours with which a line begins."""
    first = bisect_left(page.hours, line.start, key=lambda each: each.start)
    return next((each for each in page.hours[first : first + 1] if each.start <= line.body + LEAD), None)


def bare(page: Page, hidden: Sequence[Range], line: Line) -> bool:
    """Tell whether a line is nothing but a day, perhaps with its hour, or the number of a part: „Zjazd II (6 maja)"."""
    found = masks.left(page, hidden, (line.body, line.end))
    return all(titles.PARTED.fullmatch(page.folded, *each) for each in found)


def _end(page: Page, line: Line) -> int:
    return line.body + len(page.folded[line.body : line.end].rstrip(' .,;”»"'))


def town(page: Page, dated: Dated) -> str | None:
    """Return the town that a line of a list begins with, or that has a cell of its own."""
    line = page.line_at(dated.start)
    if line.row:
        pieces = [page.text.plain[each.start : each.end] for each in line.segments]
    else:
        pieces = [page.text.plain[line.body : dated.start].rstrip(" –—-:,(")]
    written = [piece.strip(" .*").title() if piece.isupper() else piece.strip(" .*") for piece in pieces]
    before = next((each for each in written if each and names.geographic(each)), None)
    return before or _after(page, dated, line)


def _after(page: Page, dated: Dated, line: Line) -> str | None:
    """Return the town right after a day: „12 maja – Słupsk", „12 maja w Słupsku"."""
    match = _TOWN.match(page.text.plain, dated.end, line.end)
    found = names.town(match["town"].split()) if match else None
    return found[0] if found else None


def elsewhere(page: Page, one: Dated, other: Dated) -> bool:
    """Tell whether the lines of two days name different houses or towns: „12.05 szkoła", „13.05 remiza"."""
    first, second = _site(page, one), _site(page, other)
    return bool(first and second) and first != second


def _site(page: Page, dated: Dated) -> str | None:
    """Return the words after a day and its hours, if they name a house or a town."""
    line = page.line_at(dated.start)
    cells = [page.folded[each.start : each.end] for each in line.segments if line.row and "place" in each.labels]
    if cells:
        return " ".join(cells)
    if (found := page.row(dated)) and (found[0].local or rows.housed(page.text, found[1])):
        return page.folded[slice(*found[1].lead)] + "," + page.folded[slice(*found[1].tail)]
    hours = [each.end for each in beginning(page.hours, dated.end, line.end)]
    place = max([dated.end, *hours])
    rest = page.folded[place : line.end].strip(" .,;–-")
    town = hours and names.geographic(page.text.plain[place : line.end].strip(" .,;–-"))
    housed = _HOUSE.match(rest) or rows.indoors(page.text, *rows.trimmed(page.text, place, line.end))
    return rest if housed or town else None


def apart(page: Page, one: Dated, other: Dated) -> bool:
    """Tell whether two lines of a list name different towns."""
    first, second = town(page, one), town(page, other)
    return bool(first and second) and first != second
