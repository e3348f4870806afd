"""What the rows behind an answer state, kind by kind: texts, days, hours, prices, numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from domain.ports import Stored
from domain.question import Answer
from domain.training import Contact, Details, Place, Programme, Speaker
from domain.wall import Wall
from handlers.texts.markup import clean


@dataclass(frozen=True, slots=True)
class Rows:
    """What may be told: ``texts`` word for word, ``numbers`` after a command, ``longest`` = the most that is listed."""

    texts: frozenset[str]
    days: frozenset[date]
    hours: frozenset[str]
    prices: frozenset[Decimal]
    counts: frozenset[int]
    numbers: frozenset[int]
    longest: int


def rows_of(about: Sequence[Stored], answer: Answer) -> Rows:
    """Return what the trainings state, and what the answer states beside them."""
    details = [stored.training.details for stored in about]
    programmes = {*answer.programmes, *(stored.training.programme for stored in answer.about)}
    walls = [wall for each in details for wall in _walls(each)]
    return Rows(
        texts=_cleaned(_told(answer)).union(*map(_of_programme, programmes), *map(_of_details, details)),
        days=frozenset(wall.day for wall in walls),
        hours=frozenset(_hours(details, walls)),
        prices=frozenset(each.price_pln for each in details if each.price_pln is not None),
        counts=frozenset(_counts(about)) | {len(answer.about)},
        numbers=frozenset(stored.training.id for stored in about),
        longest=max([len(answer.about), len(answer.programmes), *map(_longest, details)]),
    )


def _told(answer: Answer) -> Iterator[str]:
    """Yield what an answer tells as it is kept, beside trainings and programmes."""
    yield from answer.topics
    yield from (answer.faq.question, *answer.faq.answer.splitlines()) if answer.faq else ()


@cache
def _of_programme(programme: Programme) -> frozenset[str]:
    return _cleaned((programme.name, programme.signup_url, *_of_contact(programme.coordinator)))


@cache
def _of_details(details: Details) -> frozenset[str]:
    return _cleaned(_texts(details))


def _cleaned(texts: Iterable[str | None]) -> frozenset[str]:
    return frozenset(clean(text) for text in texts if text)


def _texts(each: Details) -> Iterator[str | None]:
    yield from (each.title, each.kind, each.summary, each.online_url, each.signup_url, each.level, each.audience)
    yield from (each.note, *_of_place(each.place), *_of_speakers(each.speakers), *_of_contact(each.contact))
    yield from (text for material in each.materials or () for text in (material.title, material.url))
    yield from each.eligibility.institutions if each.eligibility else ()
    for item in each.agenda or ():
        yield from (item.title, item.track, *_of_place(item.place), *_of_speakers(item.speakers))


def _of_place(place: Place | None) -> tuple[str | None, ...]:
    return (place.name, place.city, place.room) if place else ()


def _of_speakers(speakers: Iterable[Speaker] | None) -> Iterator[str | None]:
    return (part for speaker in speakers or () for part in (speaker.name, speaker.role))


def _of_contact(contact: Contact | None) -> tuple[str | None, ...]:
    return (contact.name, contact.role, contact.email, contact.phone) if contact else ()


def _walls(details: Details) -> Iterator[Wall]:
    items = [wall for item in details.agenda or () for wall in (item.start, item.end)]
    yield from (wall for wall in (details.start, details.end, details.signup_deadline, *items) if wall)


def _hours(details: Iterable[Details], walls: Iterable[Wall]) -> Iterator[str]:
    daily = [hour for each in details for hour in each.daily_hours or ()]
    stated = [wall.hour for wall in walls if wall.hour]
    return (f"{hour.hour}:{hour.minute:02}" for hour in (*daily, *stated))


def _counts(about: Iterable[Stored]) -> Iterator[int]:
    for stored in about:
        details = stored.training.details
        limit = details.eligibility.per_institution if details.eligibility else None
        stated = (details.capacity, stored.occupancy.free, stored.occupancy.waiting, limit)
        yield from (number for number in (*stated, len(details.agenda or ())) if number is not None)


def _longest(details: Details) -> int:
    institutions = details.eligibility.institutions if details.eligibility else ()
    lists = (details.speakers, details.agenda, details.materials, institutions)
    named = [speaker for item in details.agenda or () for speaker in item.speakers or ()]
    return max(len(each or ()) for each in (*lists, named))
