"""One training made of what a page says about it: a draft, the place of each fact, and what has to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from domain import dates
from domain.announcement import figures, joining, people, places, times, words, years
from domain.announcement.days import Dated
from domain.announcement.events import Event
from domain.announcement.lines import Segment
from domain.announcement.page import Page, Range
from domain.announcement.reading import Fact, Found, Question, Span, Why
from domain.announcement.roles import Role
from domain.announcement.years import Era, Settled
from domain.training import AgendaItem, Contact, Draft, Mode, Place, Status
from domain.wall import Wall

NEAR_KIND = 60
"""Signs before a title in which its kind may stand."""
NEAR = 200
"""A day and its hour this near to each other are shown as one place."""
_CANCELLED = words.phrase("status", "cancelled")
_MOVED = words.phrase("status", "moved")
_SECOND = re.compile(r"\b(?:ii|iii|iv|2|3|drug\w+|trzeci\w*|second|day 2) ?\.? ?(?:dzien|dnia|day)?")
_DAILY = words.phrase("several", "daily")
_AUDIENCE = re.compile(rf"(?<!\w)(?:{words.alternatives('audience', 'prose')})(?!\w):?\s*")
_AUDIENCE_END = re.compile(r"\.(?= |$)(?<!\bds\.)(?<!\bm\.in\.)|[;!\n]|, (?:ktor\w+|a takze jest|w tym celu)| i odbedzie| oraz odbedzie|, (?:odbedzie|poprowadzi)")
_PAST = re.compile(rf"(?<!\w)(?:{words.alternatives('before', 'happened')})(?!\w)")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Background:
    """What holds for a whole text: its page, the roles of its days, when it was written and when it is read."""

    page: Page
    roles: tuple[Role, ...]
    heads: frozenset[int]
    busy: tuple[Range, ...]
    era: Era
    now: datetime
    zone: ZoneInfo


@dataclass(slots=True)
class Sheet:
    """The facts of one training while they are gathered."""

    page: Page
    facts: dict[str, Any] = field(default_factory=dict)
    evidence: dict[Fact, Span] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)

    def put(self, name: str, value: object, fact: Fact, place: Range) -> None:
        """Take a fact down with its place."""
        self.facts[name] = value
        self.evidence[fact] = self.page.text.span(*place)

    def ask(self, about: Fact, why: Why, options: Sequence[str] = ()) -> None:
        """Note that something has to be asked."""
        self.questions.append(Question(about, why, tuple(options)))


def draft(event: Event, background: Background) -> Found:
    """Make one training of an event."""
    page = background.page
    sheet = Sheet(page)
    own, shared = _own(page, event), page.pieces(event.shared)
    if event.title:
        sheet.put("title", event.title.value, Fact.TITLE, (event.title.start, event.title.end))
    _kind(sheet, event, own, shared)
    settled, closing = _when(sheet, event, own, shared, background)
    _where(sheet, event, own, shared, background)
    _joining(sheet, event, own, shared, background)
    _figures(sheet, own, shared)
    _people(sheet, own, shared)
    _status(sheet, event, own, shared, background)
    _deadline(sheet, event, background, settled.day)
    _ask(sheet, settled)
    made = Draft(**sheet.facts)
    past = bool(made.start and dates.closing(made.start, made.end, background.zone) <= background.now)
    del closing
    return Found(made, dict(sheet.evidence), tuple(sheet.questions), settled.by, past)


def _own(page: Page, event: Event) -> tuple[Segment, ...]:
    """Return the pieces that are a training's own."""
    return page.pieces((event.own,))


def _kind(sheet: Sheet, event: Event, own: Sequence[Segment], shared: Sequence[Segment]) -> None:
    """Take down the kind: beside the title, else the first of its own, else of what is shared."""
    page = sheet.page
    beside: list[Any] = []
    if event.title:
        low, high = event.title.start, event.title.end
        line = page.line_at(low)
        beside = [each for each in page.kinds if max(low - NEAR_KIND, line.start) <= each.start < high]
        before = [each for each in beside if each.end <= low]
        listed = len(before) > 1 and re.fullmatch(r".{0,40}? (?:i|oraz|/|and) ", page.folded[before[-2].end : before[-1].start])
        beside = before[-2:] if listed else before[-1:] or beside
    inside = [each for piece in own for each in page.kinds if piece.outer <= each.start < piece.end]
    outside = [] if inside else [each for piece in shared for each in page.kinds if piece.outer <= each.start < piece.end and "agenda" not in piece.labels]
    above = [each for each in outside if each.start < event.own[0]]
    outside = above or outside
    if len({each.name.removesuffix("y") for each in outside}) > 1:
        outside = []
    for kind in (*beside, *inside, *outside):
        name = {"warsztaty": "warsztat", "webinarium": "webinar", "dni otwarte": "dzień otwarty"}.get(kind.name, kind.name)
        sheet.put("kind", name, Fact.KIND, (kind.start, kind.end))
        return


def _when(sheet: Sheet, event: Event, own: Sequence[Segment], shared: Sequence[Segment], background: Background) -> tuple[Settled, date | None]:
    page = sheet.page
    named = (event.dated, *event.also, *event.program)
    parts = times.programme(page, (event.own, *event.shared) if len(event.shared) < 1 else (event.own,), event.program)
    clock = _clock(page, event, own, shared, parts)
    past = bool(_PAST.search(page.folded[slice(*page.sentence(event.dated.start))]))
    first = _best(event.dated.first, [each.first for each in named])
    settled = years.settle(first, background.era, past=past)
    if settled.day is None or settled.why:
        sheet.ask(Fact.START, settled.why or Why.YEAR, [str(Wall(day, clock.opens)) for day in settled.options])
        return replace(settled, day=None), None
    last = _last(event, settled.day, background.era)
    opens = _possible(sheet, settled.day, clock.opens, background)
    start = Wall(settled.day, opens)
    sheet.put("start", start, Fact.START, _joint(event.dated, clock.opens_at if opens else None))
    _end(sheet, event, start, last, clock, parts)
    if last != settled.day and clock.opens and clock.closes and _daily(page, clock):
        sheet.put("daily_hours", (clock.opens, clock.closes), Fact.DAILY_HOURS, clock.opens_at or (event.dated.start, event.dated.end))
    if parts:
        _agenda(sheet, parts, settled.day, background.era)
    return settled, last


def _clock(page: Page, event: Event, own: Sequence[Segment], shared: Sequence[Segment], parts: Sequence[times.Part]) -> times.Clock:
    clock = times.clock(page, event.dated, own, shared, parts)
    for also in event.also:
        if clock.opens is None:
            clock = times.clock(page, also, own, shared, parts)
    return clock


def _best(first: Any, others: Sequence[Any]) -> Any:  # noqa: ANN401 -- days
    """Take the year and the weekday of a day from another mention of it."""
    for other in others:
        if (other.day, other.month) == (first.day, first.month):
            first = replace(first, year=first.year or other.year, weekday=first.weekday or other.weekday)
    return first


def _last(event: Event, first: date, era: Era) -> date:
    if not event.dated.ranged:
        return first
    day = event.dated.last
    last = years.earliest(day, first)
    return last or first


def _possible(sheet: Sheet, day: date, hour: time | None, background: Background) -> time | None:
    """Return the hour if the clock shows it once on that day; else it has to be asked for."""
    if hour is None:
        return None
    if not dates.exists(day, hour, background.zone):
        sheet.ask(Fact.START, Why.IMPOSSIBLE)
        return None
    if dates.ambiguous(day, hour, background.zone):
        sheet.ask(Fact.START, Why.UNCLEAR, [str(Wall(day, hour))])
        return None
    return hour


def _joint(dated: Dated, hours: Range | None) -> Range:
    if hours is None or hours[0] - dated.end > NEAR or dated.start - hours[1] > NEAR:
        return dated.start, dated.end
    return min(dated.start, hours[0]), max(dated.end, hours[1])


def _end(sheet: Sheet, event: Event, start: Wall, last: date, clock: times.Clock, parts: Sequence[times.Part]) -> None:
    closes = clock.closes
    if last != start.day:
        closes = _last_hour(sheet.page, event, last) if event.program else _second_day(sheet.page, clock) or closes
        sheet.put("end", Wall(last, closes), Fact.END, _joint(event.dated, clock.closes_at if closes else None))
    elif closes and start.hour:
        sheet.put("end", Wall(last, closes), Fact.END, _joint(event.dated, clock.closes_at))


def _second_day(page: Page, clock: times.Clock) -> time | None:
    """Return the closing hour after „II dzień" in the line of the hours: that of the last such day."""
    if clock.opens_at is None:
        return None
    line = page.line_at(clock.opens_at[0])
    found = [
        each.closes
        for each in page.hours
        if clock.opens_at[1] <= each.start < line.end and each.closes and _SECOND.search(page.folded[clock.opens_at[1] : each.start])
    ]
    return found[-1] if found else None


def _last_hour(page: Page, event: Event, last: date) -> time | None:
    """Return the closing hour in the line of the last day."""
    for dated in event.program:
        line = page.line_at(dated.start)
        if (dated.last.day, dated.last.month) == (last.day, last.month):
            return next((each.closes for each in page.hours if dated.end <= each.start < line.end), None)
    return None


def _daily(page: Page, clock: times.Clock) -> bool:
    """Tell whether the sentence of the hours says that they are those of every day."""
    if clock.opens_at is None:
        return False
    start, end = page.sentence(clock.opens_at[0])
    return bool(_DAILY.search(page.folded, min(start, page.segment_at(clock.opens_at[0]).outer), end))


def _agenda(sheet: Sheet, parts: Sequence[times.Part], first: date, era: Era) -> None:
    items = []
    for number, part in enumerate(parts, 1):
        day = (years.earliest(part.day, first) if part.day else first) or first
        items.append(
            AgendaItem(str(number), part.title, Wall(day, part.opens), Wall(day, part.closes) if part.closes else None)
        )
    sheet.put("agenda", tuple(items), Fact.AGENDA, (parts[0].start, parts[-1].end))


def _where(sheet: Sheet, event: Event, own: Sequence[Segment], shared: Sequence[Segment], background: Background) -> None:
    page = sheet.page
    where = places.find(page, own, background.busy, event.dated.start)
    remote = joining.mode(page, own, sheet.facts.get("kind"), background.busy)
    if not where.name and not (remote and remote[0] is Mode.ONLINE):
        common = places.find(page, shared, background.busy, event.dated.start)
        if not where.city or not common.city or where.city.value == common.city.value:
            where.name = common.name
            where.city = where.city or common.city
            where.room = where.room or common.room
    if remote and remote[0] is Mode.ONLINE and not where.name:
        where = places.Where()
    if where:
        sheet.facts["place"] = Place(
            where.name and where.name.value, where.city and where.city.value, where.room and where.room.value
        )
        for part, fact in ((where.name, Fact.PLACE), (where.city, Fact.CITY), (where.room, Fact.ROOM)):
            if part:
                sheet.evidence[fact] = page.text.span(part.start, part.end)


def _joining(sheet: Sheet, event: Event, own: Sequence[Segment], shared: Sequence[Segment], background: Background) -> None:
    page = sheet.page
    kind = sheet.facts.get("kind")
    meeting = joining.online_url(page, own) or joining.online_url(page, shared)
    mode = joining.mode(page, own, kind, background.busy)
    if mode is None and "place" not in sheet.facts:
        mode = joining.mode(page, shared, kind, background.busy)
    elif mode is None:
        common = joining.mode(page, shared, kind, background.busy)
        mode = common if common and common[0] is not Mode.ONLINE else None
    if mode and mode[0] is Mode.ONLINE and "place" in sheet.facts and sheet.facts["place"].name and kind != "webinar":
        mode = None
    if mode is None and meeting and "place" not in sheet.facts:
        mode = (Mode.ONLINE, (meeting.start, meeting.end))
    if mode and mode[0] is Mode.ONLINE and meeting is None and event.shared:
        meeting = joining.joined_at(page, own)
    if mode:
        sheet.put("mode", mode[0], Fact.ONLINE, mode[1])
    if meeting:
        sheet.put("online_url", meeting.value, Fact.ONLINE_URL, (meeting.start, meeting.end))
    form = joining.signup_url(page, own, meeting) or joining.signup_url(page, shared, meeting)
    if form:
        sheet.put("signup_url", form.value, Fact.SIGNUP_URL, (form.start, form.end))
    _contact(sheet, own, shared, background)


def _contact(sheet: Sheet, own: Sequence[Segment], shared: Sequence[Segment], background: Background) -> None:
    page = sheet.page
    heads = background.heads
    mail = joining.email(page, own, heads) or joining.email(page, shared, heads)
    phone = joining.phone(page, own, heads) or joining.phone(page, shared, heads)
    person = people.contact(page, own) or people.contact(page, shared)
    address = mail or phone
    if person is None and address:
        person = people.signed(page, address.start)
    if mail or phone or person:
        sheet.facts["contact"] = Contact(
            name=person and person.name, email=mail and mail.value, phone=phone and phone.value
        )
    for found, fact in ((person, Fact.CONTACT_NAME), (mail, Fact.CONTACT_EMAIL), (phone, Fact.CONTACT_PHONE)):
        if found:
            sheet.evidence[fact] = page.text.span(found.start, found.end)


def _figures(sheet: Sheet, own: Sequence[Segment], shared: Sequence[Segment]) -> None:
    page = sheet.page
    room = figures.capacity(page, own) or figures.capacity(page, shared)
    if room:
        sheet.put("capacity", room[0], Fact.CAPACITY, room[1])
    priced = figures.prices(page, own) or figures.prices(page, shared)
    if priced and len(priced[0]) == 1:
        sheet.put("price_pln", priced[0][0], Fact.PRICE, priced[1])
    elif priced:
        sheet.ask(Fact.PRICE, Why.UNCLEAR, [str(each) for each in priced[0]])


def _people(sheet: Sheet, own: Sequence[Segment], shared: Sequence[Segment]) -> None:
    page = sheet.page
    speakers = people.speakers(page, own) or people.speakers(page, shared)
    if speakers:
        sheet.put("speakers", speakers[0], Fact.SPEAKERS, speakers[1])
    audience = _audience(page, own) or _audience(page, shared)
    if audience:
        sheet.put("audience", page.text.words(*audience), Fact.AUDIENCE, audience)


def _audience(page: Page, pieces: Sequence[Segment]) -> Range | None:
    for piece in pieces:
        if "audience" in piece.labels and piece.end > piece.start and not re.match(r"zaprasza", page.folded[piece.outer :]):
            return _ended(page, piece.start, piece.end)
    for piece in pieces:
        match = _AUDIENCE.search(page.folded, piece.start, piece.end)
        if match and match[0].strip(": ") != "zapraszamy do udzialu":
            return _ended(page, match.end(), piece.end)
    return None


def _ended(page: Page, start: int, end: int) -> Range | None:
    stop = _AUDIENCE_END.search(page.folded, start, end)
    finish = stop.start() if stop else end
    finish = start + len(page.folded[start:finish].rstrip(" .,;"))
    return (start, finish) if finish > start + 2 else None


def _status(sheet: Sheet, event: Event, own: Sequence[Segment], shared: Sequence[Segment], background: Background) -> None:
    page = sheet.page
    left = any(
        role is Role.LEFT and any(piece.outer <= dated.start < piece.end for piece in own)
        for dated, role in zip(page.days, background.roles, strict=True)
    )
    cancelled = _said(page, own, _CANCELLED) or (None if event.shared else _said(page, shared, _CANCELLED))
    moved = _said(page, own, _MOVED)
    if cancelled and not left:
        sheet.put("status", Status.CANCELLED, Fact.STATUS, cancelled)
    elif moved or left:
        place = moved or (event.dated.start, event.dated.end)
        sheet.put("status", Status.MOVED, Fact.STATUS, place)


def _said(page: Page, pieces: Sequence[Segment], pattern: re.Pattern[str]) -> Range | None:
    for piece in pieces:
        if piece.labels & {"agenda", "header"}:
            continue
        for match in pattern.finditer(page.folded, max(0, min(piece.outer, piece.start)) if piece.outer >= 0 else piece.start, piece.end):
            if not any(start <= match.start() < end for start, end in page.quotes) and not _hypothetical(page, match.start()):
                return match.span()
    return None


def _hypothetical(page: Page, place: int) -> bool:
    """Tell whether something may happen only: „organizator zastrzega, że … może zostać odwołane"."""
    before = page.before(place)[-90:]
    return bool(re.search(r"zastrzeg\w+|moze|moga|w przypadku|jesli|jezeli|prawo do|w razie|may be|if ", before))


def _deadline(sheet: Sheet, event: Event, background: Background, start: date | None) -> None:
    """Take down the last day for signing up: a training's own, else a shared one."""
    page = background.page
    for ranges in ((event.own,), event.shared):
        for dated, role in zip(page.days, background.roles, strict=True):
            if role is Role.DEADLINE and any(low <= dated.start < high for low, high in ranges):
                day = dated.last
                made = years.before(day, start) if start else years.settle(day, background.era).day
                if made is None:
                    continue
                hour = _until(page, dated)
                place = (dated.start, hour[1]) if hour else (dated.start, dated.end)
                sheet.put("signup_deadline", Wall(made, hour[0] if hour else None), Fact.SIGNUP_DEADLINE, place)
                return


def _until(page: Page, dated: Dated) -> tuple[time, int] | None:
    for hours in page.hours:
        between = page.folded[dated.end : hours.start] if hours.start >= dated.end else None
        if between is not None and len(between) < 25 and re.fullmatch(r"[\s,(]*(?:do|o|at|by|until|,|r\.|–|-|\s|najpozniej|maksymalnie)*", between):  # noqa: PLR2004
            return (hours.closes or hours.opens), hours.end
    return None


def _ask(sheet: Sheet, settled: Settled) -> None:
    facts = sheet.facts
    place = facts.get("place")
    if settled.day and facts.get("start") and facts["start"].hour is None and not any(each.about is Fact.START for each in sheet.questions):
        sheet.ask(Fact.START, Why.MISSING)
    if facts.get("title") is None:
        sheet.ask(Fact.TITLE, Why.MISSING)
    online = facts.get("mode") is Mode.ONLINE
    if not online and (place is None or place.name is None):
        sheet.ask(Fact.PLACE, Why.MISSING)
    if facts.get("mode") in {Mode.ONLINE, Mode.HYBRID} and "online_url" not in facts:
        sheet.ask(Fact.ONLINE_URL, Why.MISSING)
    if "capacity" not in facts:
        sheet.ask(Fact.CAPACITY, Why.MISSING)
