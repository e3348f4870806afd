"""Days as texts write them: 12 września, 6–7.09.2024, środa 11.09, 12 IX 2024, 2024-09-12, September 12th.

Finds them with their places; decides neither what they are days of nor which year is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from domain.announcement.language import words
from domain.announcement.language.text import Text

_DAY = r"\d{1,2}(?:-?(?:go|ego|tego|st|nd|rd|th)\b)?\.?"
_AND = r"(?: ?[-–—/] ?|, ?(?:i |oraz |and )?| i | oraz | do | and | to | lub | albo | & )"
_WEEKDAY = rf"(?:{words.weekdays()})"
_BEFORE = rf"(?:\b(?P<wb>{_WEEKDAY})\b\.?,? ?[(–-]?(?: ?(?:tj\.|to jest|dnia|w dniu|the))? ?)?"
_AFTER = rf"(?:,? ?[(\[–-]? ?\b(?P<wa>{_WEEKDAY})(?!\w)\.?(?: ?(?:[-–—/]|do|i) ?(?:{_WEEKDAY})\b\.?)?(?: ?[)\]])?)?"
_YEAR = (
    r"(?:,? ?(?P<y>(?:19|20)\d\d)(?!\d)(?: ?r(?:oku)?\b\.?)?|,? (?P<this>b\. ?r\b\.?|br\b\.?"
    r"|biezacego roku|tego roku|this year))?"
)
_FREE = r"(?<![\d.,:/§])"
_LIST = rf"(?P<d>{_DAY}(?:{_AND}(?:\b{_WEEKDAY}\b\.?,? ?)?{_DAY}){{0,11}})"
_ENGLISH = frozenset(form for forms in words.table("english_months").values() for form in forms)
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_WORDY = re.compile(
    rf"{_BEFORE}{_FREE}{_LIST}(?: of)?(?: ?(?P<wm>\({_WEEKDAY}\.?\)))? ?\b(?P<m>{words.months()})\b\.?{_YEAR}{_AFTER}"
)
_MONTH_FIRST = re.compile(
    rf"{_BEFORE}\b(?P<m>{words.months()})\b\.? (?P<d>\d{{1,2}}(?:st|nd|rd|th)?(?:{_AND}\d{{1,2}}(?:st|nd|rd"
    rf"|th)?)?)(?![\d:.]\d|\d){_YEAR}{_AFTER}"
)
_NUMERIC = re.compile(
    rf"{_BEFORE}{_FREE}(?P<d>(?:\d{{1,2}}\.?{_AND}){{0,11}}\d{{1,2}})(?P<sep> ?[./-]) ?(?P<m>\d{{1,2}})"
    rf"(?P=sep) ?(?P<y>20\d\d|\d\d)(?!\d|:\d|[.,]\d)(?: ?r(?:oku)?\b\.?)?{_AFTER}"
)
_BEGINNING = re.compile(rf"(?<!\d)(?=\d)|\b(?=(?:{words.weekdays()}|{words.months()})\b)")
"""Where a mention may begin: a figure, a weekday or a month."""
_ISO = re.compile(rf"{_BEFORE}(?<![\d-])(?P<y>20\d\d)[-./](?P<m>\d\d)[-./](?P<d>\d\d)(?![\d-]){_AFTER}")
_ROMAN = re.compile(
    rf"{_BEFORE}{_FREE}{_LIST}[ .]*\b(?P<m>viii|vii|xii|iii|iv|vi|ix|xi|ii|i|v"
    rf"|x)\b[ .]*(?P<y>20\d\d)(?: ?r(?:oku)?\b\.?)?{_AFTER}"
)
_SHORT = re.compile(
    rf"{_BEFORE}{_FREE}(?P<d>(?:\d{{1,2}}\.?{_AND}){{0,11}}\d{{1,2}})(?P<sep>[./])(?P<m>0[1-9]|1[0-2]|[1-9](?=\.(?!\d)))\.?"
    rf"(?!\d|:\d|[.,]\d| ?(?:zl|pln|%|mln|tys|m2|km|h\b|eur)|/\d){_AFTER}"
)
_HOUR_BEFORE = re.compile(
    r"(?:\bgodz\w*\.?|\bo|\bg\.|\bod godz\w*\.?|\bart\.?|\bust\.?|\bpkt\.?|\bnr|§|\bwersj\w+|\bat|\bh\.?"
    rf"|\bza|\bkl\.|\b(?:{words.alternatives('places', 'room')})\.?)\s*$"
    r"|\d[.:](?:00|05|10|1[3-9]|[2-5]\d) ?[-–—] ?$"
)
_HOUR_AFTER = re.compile(r" ?[-–—] ?\d{1,2}[.:](?:00|05|10|1[3-9]|[2-5]\d)(?!\d|\.\d)")
_CLOCK = r",? ?(?:o |od |from |at )?(?:(?:godz\w*\.?|g\.) ?\d{1,2}(?:[.:]\d\d)?|\d{1,2}[.:]\d\d)"
_RANGE = re.compile(
    rf"(?:{_CLOCK})?\s?(?:[-–—]|\bdo\b|\bto\b|\buntil\b|\bthrough\b)\s?(?:dnia )?(?:{_WEEKDAY}\b\.?,? ?)?"
)
_ITEM = re.compile(r"(?:^|\n)[-–—] ?\Z")
_STREET = re.compile(
    r"(?:\b(?:ul|al|pl|os|ulic\w|alej\w*|plac\w?|rond\w+|osiedl\w|im|imienia|skwer\w?)\b\.?|[„\"]) ?\Z"
)
_LISTED = re.compile(r"(?:, | i | oraz |, a takze | and | & )(?:dnia )?")
_LISTING = re.compile(r"(?:\bdniach|\bterminach|\bterminy|\bdni|\bdates|\bdays):?\s*$")
_TITLED = re.compile(r"\.? ?[„\"“«A-ZĄĆĘŁŃÓŚŹŻ]")
_GOES_ON = re.compile(r" (?!godz|g\.|o \d|od \d|od godz|w godz|h\b)[a-z]")
_CLOCKED = re.compile(r"[^\w\n]*\d{1,2}[.:](?:00|1[3-9]|[2-5]\d)(?!\d|\.\d)")
_NUMBERED = re.compile(r"\b(?:nr|no|sygn|znak|numer|poz)\b\.?:? ?$")
_COUNTED = re.compile(
    r"(?:grup\w+|edycj\w+|tur\w|dzien|modul\w*|czesc|zjazd\w*|termin|blok|lp\.?|group|day|part|spotkanie) (?:nr )?$"
)
_SEVERAL = "iye"
"""How the names of weekdays end that are of several."""
_ANOTHER = re.compile(r"(?:,| i| oraz) \d{1,2}(?:\.\d|\.? [^\W\d])")
_MINUTES = {5, 10}

_NAMESAKE = re.compile(r"^\W*\d{1,2}\. Jan [A-ZŁŚŻŹĆ]$")
"""Somebody in a numbered list, whose name is that of a month: „2. Jan Kos"."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written; a year or a weekday that is not written is ``None``, Monday is 1."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    def same(self, other: Day) -> bool:
        """Tell whether another mention may be of the same day."""
        years = {self.year, other.year} - {None}
        return self.any_year(other) and len(years) < 2  # noqa: PLR2004 -- they differ

    def any_year(self, other: Day) -> bool:
        """Tell whether another mention is of the same day of some year."""
        return (self.day, self.month) == (other.day, other.month)


@dataclass(frozen=True, slots=True)
class Dated:
    """Days named together, with their place; ``ranged`` = everything from the first to the last.

    ``gap`` is the stretch between the two in which an hour may stand.
    """

    start: int
    end: int
    days: tuple[Day, ...]
    ranged: bool = False
    this_year: bool = False
    gap: tuple[int, int] | None = None

    @property
    def first(self) -> Day:
        """The first of them."""
        return self.days[0]

    @property
    def last(self) -> Day:
        """The last of them."""
        return self.days[-1]


def find(text: Text) -> tuple[Dated, ...]:
    """Return every mention of days in the order of the text."""
    taken: list[Dated] = []
    free = bytearray(len(text.folded) + 1)
    places = [match.start() for match in _BEGINNING.finditer(text.folded)]
    for pattern in (_ISO, _NUMERIC, _WORDY, _ROMAN, _MONTH_FIRST, _SHORT):
        for match in matches(pattern, text, places):
            dated = _dated(pattern, match, text)
            if dated and not any(free[dated.start : dated.end]):
                free[dated.start : dated.end] = b"\1" * (dated.end - dated.start)
                taken.append(dated)
    return tuple(_ranges(sorted(taken, key=lambda each: each.start), text))


def matches(pattern: re.Pattern[str], text: Text, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds of what begins at some places, one after the other."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text.folded, place)):
            end = match.end()
            yield match


def _dated(pattern: re.Pattern[str], match: re.Match[str], text: Text) -> Dated | None:
    month = _month(pattern, match, text)
    if month is None or (pattern is _SHORT and not _short(match, month, text)):
        return None
    groups = match.groupdict()
    year = int(groups["y"]) if groups.get("y") else None
    if year is not None and year < 100:  # noqa: PLR2004 -- two figures of a year
        year += 2000
    numbers, start, ranged = _numbers(match, text)
    if _STREET.search(text.folded[max(0, start - 12) : start]) and year is None and match.start() == start:
        return None
    named = year is None and _NAMESAKE.search(_lead(match, text))
    if named or _NUMBERED.search(text.folded[max(0, start - 12) : start]):
        return None
    end = match.end()
    weekday = None
    for name in ("wb", "wa"):
        if (word := groups.get(name)) and (name == "wb" or not _tail(match, text)):
            weekday = None if name == "wb" and _every(match, text) else words.number("weekdays", word)
        elif word and name == "wa":
            end = _without_weekday(match)
    if groups.get("wm"):
        weekday = words.number("weekdays", groups["wm"].strip("(.)"))
    if start > match.start("d"):
        weekday = weekday if groups.get("wa") else None
    else:
        start = match.start()
    only = weekday if len(numbers) == 1 else None
    days = tuple(Day(number, month, year, only) for number in numbers)
    return Dated(start, _stripped(text, start, end), days, ranged, bool(groups.get("this")))


def _lead(match: re.Match[str], text: Text) -> str:
    """Return a line up to the sign behind a month, as it is written."""
    return text.plain[text.plain.rfind("\n", 0, match.start()) + 1 : match.end("m") + 2]


def _every(match: re.Match[str], text: Text) -> bool:
    """Tell whether a weekday before a day is of several days: „środy, 18.01, 20.01"."""
    several = text.plain[match.end("wb") - 1] in _SEVERAL
    return several and bool(_ANOTHER.match(text.folded, match.end()))


def _stripped(text: Text, start: int, end: int) -> int:
    return start + len(text.folded[start:end].rstrip(" ,(–-["))


def _tail(match: re.Match[str], text: Text) -> bool:
    """Tell whether „pt." after a day is „pod tytułem": a title follows it."""
    if match["wa"] == "pt" and _TITLED.match(text.plain, match.end("wa")):
        return True
    dashed = re.search(r"[–—-] ?$", text.folded[match.start() : match.start("wa")])
    return bool(dashed) and bool(_GOES_ON.match(text.folded, match.end("wa")))


def _without_weekday(match: re.Match[str]) -> int:
    return match.start("wa")


def _month(pattern: re.Pattern[str], match: re.Match[str], text: Text) -> int | None:
    written = match["m"]
    if pattern is _ROMAN:
        shown = text.plain[match.start("m") : match.end("m")]
        return _ROMANS.index(shown) + 1 if shown in _ROMANS else None
    if written.isdecimal():
        return int(written)
    if pattern is _MONTH_FIRST and written not in _ENGLISH:
        return None
    if "ą" in text.plain[match.start("m") : match.end("m")].lower():
        return None
    return words.number("months", written)


def _numbers(match: re.Match[str], text: Text) -> tuple[list[int], int, bool]:
    """Return the days of a list, where it begins, and whether it is a range; a room before a comma is no day."""
    written = match["d"]
    numbers = [int(each[0]) for each in re.finditer(r"\d+", re.sub(_WEEKDAY, "", written))]
    start = match.start("d")
    if len(numbers) == 1:
        return numbers, start, False
    separators = re.findall(r"[-–—/,]| i | oraz | do | and | to | lub | albo | & ", written)
    ranged = len(numbers) == 2 and separators[-1].strip() in {"-", "–", "—", "do", "to"}  # noqa: PLR2004 -- two ends
    plain_commas = set(map(str.strip, separators)) == {","}
    listed = not plain_commas or len(numbers) > 2 or _LISTING.search(text.folded, 0, start)  # noqa: PLR2004
    rising = all(one < other for one, other in pairwise(numbers))
    hour = _HOUR_BEFORE.search(text.folded[max(0, start - 12) : start])
    counted = _COUNTED.search(text.folded[max(0, start - 16) : start])
    if rising and listed and not hour and not counted:
        return numbers, start, ranged
    return numbers[-1:], match.start("d") + written.rfind(str(numbers[-1])), False


def _short(match: re.Match[str], month: int, text: Text) -> bool:
    """Tell whether 9.10 is a day, not an hour, a price or a paragraph."""
    if _HOUR_BEFORE.search(text.folded[max(0, match.start("d") - 12) : match.start("d")]):
        return False
    day = int(re.split(r"\D+", match["d"])[-1])
    if not 1 <= day <= 31 or (match["sep"] == "/" and not (match["wb"] or match["wa"])):  # noqa: PLR2004
        return False
    if _timetabled(text, match.start("d")):
        return False
    return month not in _MINUTES or day > 23 or not _HOUR_AFTER.match(text.folded, match.end("m"))  # noqa: PLR2004


def _timetabled(text: Text, place: int) -> bool:
    """Tell whether 10.10 begins a line next to one that begins with 10.00: both are hours of a programme."""
    start = text.folded.rfind("\n", 0, place) + 1
    if any(map(str.isalnum, text.folded[start:place])):
        return False
    above = text.folded.rfind("\n", 0, max(0, start - 1)) + 1
    below = text.folded.find("\n", place) + 1
    return any(_CLOCKED.match(text.folded, near) for near in (above, below) if near and near != start)


def _ranged(one: Dated, other: Dated, text: Text) -> bool:
    """Tell whether two days are the ends of a range; a dash that begins a line below an item is a bullet."""
    if not _RANGE.fullmatch(text.folded, one.end, other.start):
        return False
    item = _ITEM.search(text.folded, max(0, one.start - len("\n- ")), one.start)
    return not (item and "\n" in text.folded[one.end : other.start])


def _ranges(found: list[Dated], text: Text) -> Iterator[Dated]:
    """Make one of two days with „do" or a dash between them; a year written once is the year of both."""
    waiting: Dated | None = None
    for dated in found:
        if waiting is None:
            waiting = dated
        elif (
            _LISTED.fullmatch(text.folded, waiting.end, dated.start)
            and not (waiting.ranged or dated.ranged)
            and not waiting.last.weekday
        ):
            year = dated.last.year
            days = tuple(
                replace(
                    day, year=day.year or (year and year - ((day.month, day.day) > (dated.last.month, dated.last.day)))
                )
                for day in waiting.days
            )
            waiting = Dated(waiting.start, dated.end, days + dated.days, this_year=dated.this_year)
        elif not waiting.ranged and _ranged(waiting, dated, text):
            first = waiting.days[0]
            last = dated.days[-1]
            if first.year is None and last.year is not None:
                first = replace(first, year=last.year - ((first.month, first.day) > (last.month, last.day)))
            gap = (waiting.end, dated.start)
            waiting = Dated(waiting.start, dated.end, (first, last), ranged=True, this_year=dated.this_year, gap=gap)
        else:
            yield waiting
            waiting = dated
    if waiting:
        yield waiting
