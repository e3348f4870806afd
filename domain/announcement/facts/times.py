"""The hours of a training: which of those on a page begin and end it, and its programme hour by hour."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time

from domain.announcement.facts import people, trailing
from domain.announcement.language import words
from domain.announcement.language.text import folded
from domain.announcement.layout.days import Dated, Day
from domain.announcement.layout.hours import Hours
from domain.announcement.layout.lines import Line, Segment
from domain.announcement.layout.page import Page, Range, beginning
from domain.announcement.trainings import masks, timetable
from domain.announcement.trainings.titles import bare

_REGISTRATION = re.compile(rf"(?<!\w)(?:{words.alternatives('hours', 'registration')})(?!\w)")
_OF_DAY = r"(?: (?:w )?(?:i{1,3}|[1-4]\.?|pierwsz\w+|drugi\w*|trzeci\w*|ostatni\w*) (?:dzien|dniu|dnia))?"
_ENDS = re.compile(
    rf"(?<!\w)(?:{words.alternatives('hours', 'end')})(?: \w+)?{_OF_DAY}[ :]*(?:o |godz\w*\.? |okolo |ok\.? )*$"
)
_PHONED = re.compile(r"\b(?:tel\b|telefon|zadzwo|infolini)")
_OFFICE = re.compile(rf"(?<!\w)(?:{words.alternatives('hours', 'office')})(?!\w)")
_OTHER = frozenset(
    {
        "deadline",
        "published",
        "header",
        "subject",
        "payment",
        "signup",
        "contact",
        "phone",
        "registering",
        "price",
        "organiser",
    }
)
_WEEKLY = re.compile(
    rf"(?<!\w)(?:{words.weekdays()})\b\.?(?: ?(?:[-–—,]|i|oraz|do) ?(?:{words.weekdays()})\b\.?){{0,6}}[ :]*"
    r"(?:w godz\w*\.? |godz\w*\.? |od )?\d{1,2}[.:]\d\d"
)
"""Weekdays with their hours: those of an office when a line without a date has several."""
_LED = re.compile(r"(?:godz\w*\.?|g\.|od|\W)+")
_SHORT = re.compile(r"godz\.?\s+\d")
_OF_TRAINING = ("hour", "date", "end", "deadline")
_OF_PART = _OF_TRAINING[1:]
_CLOSING = re.compile(rf"(?:{words.alternatives('hours', 'closing', 'pause')})(?!\w)")
_SPEAKING = re.compile(r"(?:, ?[^,–—:]{2,60})?(?: ?[–—:]| -) ")
_DEGREE = re.compile(rf"(?:{people.TITLES})(?!\w)", re.IGNORECASE)
SHORTEST = 3
"""Letters of a title at least."""
NEXT = 3
"""Signs between an hour and its day, at most."""
MANY = 2
"""Lines that begin with an hour, from which on they are a programme."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a programme: its day when one is named above it, its hours and its title."""

    start: int
    end: int
    title: str
    day: Day | None
    opens: time
    closes: time | None


@dataclass(frozen=True, slots=True)
class Clock:
    """When a training begins and ends, with the places that say so."""

    opens: time | None = None
    opens_at: Range | None = None
    closes: time | None = None
    closes_at: Range | None = None


def programme(page: Page, stretch: Range, days: Sequence[Dated]) -> tuple[Part, ...]:
    """Return the lines of a stretch that begin with an hour, if there are several."""
    lines = beginning(page.lines, *stretch)
    told = next((line.start for line in lines if line.bearing("agenda")), stretch[1])
    headed = [line.start for line in lines if _SHORT.match(page.folded, line.body)]
    told = min(told, headed[0] - 1) if len(headed) > MANY else told
    found = tuple(filter(None, (_part(page, line, days, told=told < line.start) for line in lines)))
    return found if len(found) >= MANY else tuple(_trailed(page, stretch, days))


def _trailed(page: Page, stretch: Range, days: Sequence[Dated]) -> Iterator[Part]:
    """Yield the parts of a programme whose hours stand behind them."""
    for each in trailing.items(page, stretch):
        hours, line = each.hours, each.line
        title = page.text.words(*_spoken(page, *each.title))
        yield Part(line.body, line.end, title, _above(days, line), hours.opens, hours.closes)


def _above(days: Sequence[Dated], line: Line) -> Day | None:
    """Return the last day named above a line."""
    above = [each.first for each in days if each.start < line.start]
    return above[-1] if above else None


def _part(page: Page, line: Line, days: Sequence[Dated], *, told: bool) -> Part | None:
    """Return the part of a programme that a line begins; one that is ``told`` stands below „Program:"."""
    hours = timetable.leading(page, line)
    if hours is None or any(line.start <= each.start <= hours.end + NEXT for each in page.days):
        return None
    others = _OF_PART if told and _SHORT.match(page.folded, line.body) else _OF_TRAINING
    if line.bearing("duration") or _LED.sub("", page.folded[line.body : hours.start]):
        return None
    if line.bearing(*others) and not _under(page, line, hours, days):
        return None
    start, end = bare(page, (hours.end, line.end))
    if not any(map(str.isalnum, page.folded[hours.end : line.end])):
        start, end = _following(page, line, told=told)
    if sum(map(str.isalpha, page.folded[start:end])) < SHORTEST:
        return None
    start, end = _spoken(page, start, end)
    left = next(masks.left(page, (), (start, end)), None)
    end = left[1] if left and left[0] == start else end
    title = page.text.words(start, end)
    return Part(line.body, end, title, _above(days, line), hours.opens, hours.closes)


def _under(page: Page, line: Line, hours: Hours, days: Sequence[Dated]) -> bool:
    """Tell whether a line has its label from a day right above it that heads a part of a programme: „Dzień II"."""
    heads = [page.line_at(each.start).paragraph for each in days if each.start < line.start]
    titled = page.text.plain[hours.end : line.end].lstrip(" .:–—-")[:1].isupper()
    return line.paragraph in heads[-1:] and all(
        not each.own or not each.labels or (each.labels == {"hour"} and titled) for each in line.segments
    )


def _spoken(page: Page, start: int, end: int) -> Range:
    """Return what a part is about, without who speaks of it: „Woda – Anna Lis", „dr Anna Lis, RIO: Woda"."""
    named = people.named(page, start, end)
    if named is None:
        return start, end
    if named.start <= start:
        lead = _SPEAKING.match(page.folded, named.end, end)
        return bare(page, (lead.end(), end)) if lead else (start, end)
    apart = not page.folded[named.start - 2 : named.start].strip(' ,–—(-”"»')
    last = _DEGREE.match(page.folded, named.start, named.end) and not page.folded[named.end : end].lstrip(" ,–—(-")
    return bare(page, (start, named.start)) if named.start > start + SHORTEST and (apart or last) else (start, end)


def _following(page: Page, line: Line, *, told: bool) -> Range:
    """Return the line below an hour that stands alone, if it begins with none; below „Program:" paragraphs do, too."""
    below, further = (*page.lines[line.number + 1 : line.number + 3], line, line)[:2]
    near = below.paragraph == line.paragraph or (told and further.paragraph != below.paragraph)
    titled = near and timetable.leading(page, below) is None and not below.bulleted
    return bare(page, (below.body, below.end)) if titled else (line.end, line.end)


def clock(
    page: Page,
    event: Dated,
    pieces: Sequence[Sequence[Segment]],
    parts: Sequence[Part],
    foreign: Collection[int],
) -> Clock:
    """Return the hours of a training: those beside its day, else labelled ones, else others of its own, else shared.

    ``foreign`` are the places of shared hours that are those of another form: online, or on the spot.
    """
    taken = {part.start for part in parts}
    for each in pieces:
        usable = [hours for hours in _usable(page, each, event) if hours.start not in foreign]
        found = [hours for hours in usable if page.line_at(hours.start).body not in taken]
        if clock := _spanning(event, found):
            return clock
        chosen = _chosen(page, event, found)
        if chosen and not (parts and _arriving(page, event, chosen)):
            clock = _closed(page, event, chosen, found)
            return clock if clock.closes else _until_last(clock, parts)
    return _of_programme(parts) if parts else Clock()


def _until_last(clock: Clock, parts: Sequence[Part]) -> Clock:
    """Return the hours of a training with the end of its programme, if that begins when the training does."""
    if not any(part.opens == clock.opens for part in parts[:MANY]):
        return clock
    told = _of_programme(parts)
    return replace(clock, closes=told.closes, closes_at=told.closes_at)


def _arriving(page: Page, event: Dated, chosen: Hours) -> bool:
    """Tell whether an hour away from the day is but that from which people may come: the programme tells more."""
    away = page.line_at(event.start).number != page.line_at(chosen.start).number
    return away and _registering(page, chosen)


def _spanning(event: Dated, found: Sequence[Hours]) -> Clock | None:
    """Return the hours of „od 10 grudnia, godz. 9, do 11 grudnia, godz. 14": one beside each of the days."""
    opens = next((each for each in found if event.start <= each.start < event.end), None)
    closes = next((each for each in found if event.end <= each.start), None)
    if opens is None or not event.ranged:
        return None
    if closes is None or closes.closes:
        return Clock(opens.opens, (opens.start, opens.end))
    return Clock(opens.opens, (opens.start, opens.end), closes.opens, (closes.start, closes.end))


def _usable(page: Page, pieces: Sequence[Segment], event: Dated) -> list[Hours]:
    found = []
    for piece in pieces:
        if piece.labels & _OTHER:
            continue
        lasting = "duration" in piece.labels
        inside = beginning(page.hours, page.opening(piece), piece.end)
        inside = [each for each in inside if each.closes] if lasting else inside
        found += [each for each in inside if not _elsewhere(page, each, event)]
    return sorted(found, key=lambda each: each.start)


def _elsewhere(page: Page, hours: Hours, event: Dated) -> bool:
    """Tell whether hours are those of a deadline, of an office, or of another day in the same sentence."""
    before = page.before(hours.start)
    others = [
        each
        for each in beginning(page.days, hours.start - len(before), hours.start)
        if each.end <= hours.start and not page.folded.endswith("zamiast ", 0, each.start)
    ]
    if others and others[-1].start != event.start and not others[-1].first.any_year(event.first):
        return True
    if others and others[-1].start == event.start:
        return bool(_PHONED.search(page.folded, others[-1].end, hours.start))
    return (
        bool(_OFFICE.search(before[-60:]))
        or bool(re.search(r"(?:zgłosz|zglosz|zapis|rejestracj\w* do|termin zgl)\w*[^.]{0,60}do[^.]{0,30}$", before))
        or page.quoted(hours.start)
        or _weekly(page, page.line_at(hours.start))
    )


def _weekly(page: Page, line: Line) -> bool:
    """Tell whether a line without a date gives hours for several weekdays: „pn. 8.00-16.00, wt.-pt. 9.00-15.00"."""
    if len(_WEEKLY.findall(page.folded, line.start, line.end)) < MANY:
        return False
    return not any(line.start <= each.start < line.end for each in page.days)


REGISTERING = 60
"""Signs before an hour in which it may be told that people only arrive then."""


def _registering(page: Page, hours: Hours) -> bool:
    before = re.split(
        r"[;.](?<!\br\.)(?<!\bgodz\.)|, (?=start|poczat|rozpocz)", page.before(hours.start)[-REGISTERING:]
    )[-1]
    after = page.folded[hours.end : hours.end + 30]
    return bool(_REGISTRATION.search(before)) or bool(
        re.match(r"[\s,–:()-]*(?:rejestracj|registration|powitalna kawa|zbiork)", after)
    )


def _chosen(page: Page, event: Dated, found: Sequence[Hours]) -> Hours | None:
    """Choose the hour of the start: right after the day, labelled, in its sentence, the first."""
    begins = [each for each in found if not _registering(page, each) and not _ending(page, each)] or [
        each for each in found if not _ending(page, each)
    ]
    line = page.line_at(event.start)
    beside = [each for each in begins if event.end <= each.start < line.end]
    labelled = [each for each in begins if page.segment_at(each.start).labels & {"hour"}]
    sentence = page.sentence(event.start)
    before = [each for each in begins if sentence[0] <= each.start < event.start]
    return next(iter([*beside, *labelled, *before, *begins]), None)


def _ending(page: Page, hours: Hours) -> bool:
    return hours.closes is None and (
        "end" in page.segment_at(hours.start).labels or bool(_ENDS.search(page.before(hours.start)[-40:]))
    )


def _closed(page: Page, event: Dated, chosen: Hours, found: Sequence[Hours]) -> Clock:
    place = (chosen.start, chosen.end)
    if chosen.closes:
        return Clock(chosen.opens, place, chosen.closes, place)
    for each in found:
        if each is not chosen and _ending(page, each) and (event.ranged or each.opens > chosen.opens):
            return Clock(chosen.opens, place, each.opens, (each.start, each.end))
    return Clock(chosen.opens, place)


def _of_programme(parts: Sequence[Part]) -> Clock:
    """Return the hours of a programme: it begins with the first part that is no registration."""
    first_day = [part for part in parts if part.day == parts[0].day]
    begins = [part for part in first_day if not _REGISTRATION.search(part.title.lower())] or first_day
    first, last = begins[0], parts[-1]
    closes = finishing(last) if last.day == parts[0].day else None
    return Clock(first.opens, (first.start, first.end), closes, (last.start, last.end) if closes else None)


def finishing(last: Part) -> time | None:
    """Return when the last part of a programme is over; ``None`` if not told.

    The end itself, and the lunch after everything, are over at once.
    """
    over = _CLOSING.match(folded(last.title)) if last.closes is None else None
    return last.opens if over else last.closes
