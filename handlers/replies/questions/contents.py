"""What a training consists of: its agenda, as a whole or in part, and its materials."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from domain.wall import Wall
from handlers.replies import facts
from handlers.replies.questions.fact import Fact, fitting
from handlers.replies.questions.people import speaker_names
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from domain.ports import Stored
    from domain.training import AgendaItem, Place, Training
    from handlers.texts import Words

LONGEST_LINK: Final = 2000
LONGEST_TITLE: Final = 200
LONGEST_PART: Final = 100


def materials(words: Words, stored: Stored) -> Fact | None:
    """Return the documents with their addresses."""
    stated = stored.training.details.materials
    if stated is None:
        return None
    if not stated:
        return Fact(words("qa.materials.none"), words("qa.short.no_materials"))
    rows = [Markup(f"• {escape(each.title, LONGEST_TITLE)}: {escape(each.url, LONGEST_LINK)}") for each in stated]
    titles = escape(", ".join(each.title for each in stated), 120)
    return Fact(lines(words("qa.materials"), *fitting(words, rows)), titles)


def agenda(words: Words, stored: Stored) -> Fact | None:
    """Return the whole agenda, day by day."""
    stated = stored.training.details.agenda
    if stated is None:
        return None
    if not stated:
        return Fact(words("qa.agenda.none"), words("qa.agenda.none"))
    rows = fitting(words, list(_by_day(words, stored.training, stated)))
    return Fact(lines(words("qa.agenda"), *rows), words.plural("qa.short.items", len(stated)))


def items(words: Words, training: Training, chosen: Sequence[AgendaItem]) -> Markup:
    """Return some parts of the agenda, each with its day, hours, room and speakers."""
    return lines(*fitting(words, [_dated(words, training, item) for item in chosen]))


def _by_day(words: Words, training: Training, stated: Sequence[AgendaItem]) -> Iterator[Markup]:
    """Yield each day of the agenda when there are several, and under it what is on."""
    several = len({item.start.day for item in stated if item.start}) > 1
    for day, under in groupby(stated, key=lambda item: item.start.day if item.start else None):
        if day and several:
            yield Markup(f"<b>{dates.wall(words, Wall(day), training.zone)}</b>")
        for item in under:
            yield Markup(f"{_hours(item) or '•'} {_told(words, item)}")


def _dated(words: Words, training: Training, item: AgendaItem) -> Markup:
    told = _told(words, item)
    when = dates.span(words, item.start, item.end, training.zone) if item.start else None
    return Markup(f"<b>{when}</b> – {told}") if when else told


def _told(words: Words, item: AgendaItem) -> Markup:
    """Return title, speakers, room and track, as far as they are stated."""
    parts = (
        escape(item.title, LONGEST_TITLE),
        speaker_names(words, item.speakers) if item.speakers else None,
        _spot(words, item.place),
        escape(item.track, LONGEST_PART) if item.track else None,
    )
    return Markup(" · ".join(filter(None, parts)))


def _spot(words: Words, place: Place | None) -> Markup | None:
    """Return what is stated of where a part of the agenda is; what is not stated is that of the training."""
    if not place:
        return None
    parts = (escape(part, LONGEST_PART) for part in (place.city, place.name) if part)
    return Markup(", ".join([*parts, *([facts.room(words, place.room)] if place.room else [])])) or None


def _hours(item: AgendaItem) -> Markup | None:
    if not item.start or not item.start.hour:
        return None
    ends = item.end.hour if item.end and item.end.day == item.start.day else None
    return Markup(f"{dates.clock(item.start.hour)}–{dates.clock(ends)}") if ends else dates.clock(item.start.hour)
