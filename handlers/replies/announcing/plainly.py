"""What was read of an announcement as plain text, every fact beside the words it came from: for the command line.

Never imports telegram.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.announcement import Fact
from domain.training import Contact, Mode, Place, Status
from handlers.replies import facts
from handlers.replies.announcing import doubts
from handlers.replies.questions.plainly import unmarked
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from domain.announcement import Found, Reading
    from domain.training import AgendaItem, Draft
    from handlers.texts import Words

LONGEST_QUOTE: Final = 80
LONGEST_TEXT: Final = 1000
_MODES: Final = {Mode.ON_SITE: "read.on_site", Mode.ONLINE: "place.online", Mode.HYBRID: "read.hybrid"}
_STATUSES: Final = {Status.CANCELLED: "read.cancelled", Status.MOVED: "read.moved"}


def told(words: Words, text: str, reading: Reading, zone: ZoneInfo) -> str:
    """Return what was read of a text: how many dates, each with its facts and questions, and what is wrong."""
    trainings = (_training(words, text, each, zone, number) for number, each in enumerate(reading.found, start=1))
    count = words.plural("list.count", len(reading.found)) if reading.found else None
    return unmarked(paragraphs(count, *trainings, *(doubts.problem(words, each) for each in reading.problems)))


def _training(words: Words, text: str, found: Found, zone: ZoneInfo, number: int) -> Markup:
    title = escape(found.draft.title, LONGEST_TEXT) if found.draft.title else words("read.untitled")
    values = [*_times(words, found.draft, zone), *_places(words, found.draft), *_terms(words, found.draft, zone)]
    return lines(
        _quoted(words, text, found, Fact.TITLE, words("read.title", number=number, title=title)),
        *(_fact(words, text, found, about, value) for about, value in values if value),
        *(_item(words, each) for each in found.draft.agenda or ()),
        words("read.past") if found.past else None,
        *(words("read.doubt", doubt=doubts.question(words, found, asked)) for asked in found.questions),
        doubts.years(words, [found]),
    )


def _fact(words: Words, text: str, found: Found, about: Fact, value: str) -> Markup:
    said = words("read.fact", what=words(f"doubt.name.{about}"), value=escape(value, LONGEST_TEXT))
    return _quoted(words, text, found, about, said)


def _quoted(words: Words, text: str, found: Found, about: Fact, said: Markup) -> Markup:
    """Return what is said of a fact with the words that it came from, unless they are the same."""
    span = found.evidence.get(about)
    quote = escape(text[span.start : span.end], LONGEST_QUOTE) if span else ""
    return words("read.quoted", said=said, quote=quote) if quote and quote not in said else said


def _times(words: Words, draft: Draft, zone: ZoneInfo) -> Iterator[tuple[Fact, str | None]]:
    if draft.start:
        yield Fact.START, dates.span(doubts.with_year(words), draft.start, draft.end, zone, daily=draft.daily_hours)
    yield Fact.STATUS, words(_STATUSES[draft.status]) if draft.status in _STATUSES else None
    yield Fact.KIND, draft.kind


def _places(words: Words, draft: Draft) -> Iterator[tuple[Fact, str | None]]:
    place = draft.place or Place()
    yield Fact.ONLINE, words(_MODES[draft.mode]) if draft.mode else None
    yield Fact.CITY, place.city
    yield Fact.PLACE, place.name
    yield Fact.ROOM, place.room
    yield Fact.ONLINE_URL, draft.online_url


def _terms(words: Words, draft: Draft, zone: ZoneInfo) -> Iterator[tuple[Fact, str | None]]:
    deadline, contact = draft.signup_deadline, draft.contact or Contact()
    yield Fact.SIGNUP_URL, draft.signup_url
    yield Fact.SIGNUP_DEADLINE, dates.wall(doubts.with_year(words), deadline, zone) if deadline else None
    yield Fact.CAPACITY, None if draft.capacity is None else str(draft.capacity)
    yield Fact.PRICE, None if draft.price_pln is None else facts.cost(words, draft.price_pln)
    yield Fact.AUDIENCE, draft.audience
    yield Fact.SPEAKERS, ", ".join(speaker.name for speaker in draft.speakers or ())
    yield Fact.CONTACT_NAME, contact.name
    yield Fact.CONTACT_EMAIL, contact.email
    yield Fact.CONTACT_PHONE, contact.phone


def _item(words: Words, item: AgendaItem) -> Markup:
    title = escape(item.title, LONGEST_TEXT)
    return (
        words("read.item", hour=dates.clock(item.start.hour), title=title) if item.start and item.start.hour else title
    )
