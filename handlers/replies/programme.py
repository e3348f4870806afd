"""The folded part of a card: what it is about, who leads, the agenda, cut to the room that is left."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from handlers.texts import dates
from handlers.texts.markup import Markup, clean, cut, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from domain.training import AgendaItem, Speaker, Training
    from handlers.texts import Words

SHORTEST: Final = 60


def folded(words: Words, training: Training, room: int) -> Markup | None:
    """Return the programme in a quotation that unfolds, at most so many units long; ``None`` when nothing is stated."""
    kept: list[str] = []
    for line in map(clean, _lines(words, training)):
        if room < SHORTEST:
            break
        kept.append(cut(line, room))
        room -= units(kept[-1]) + 1
    return words("card.folded", programme=Markup("\n".join(map(html.escape, kept)))) if kept else None


def _lines(words: Words, training: Training) -> Iterator[str]:
    details = training.details
    if details.summary:
        yield words.plain("card.about", summary=Markup(details.summary))
    if details.speakers:
        yield words.plain("card.speakers", names=Markup(", ".join(map(_speaker, details.speakers))))
    for item in details.agenda or ():
        yield " ".join(filter(None, (_time(words, training, item), _item(item))))
    if details.topics:
        yield words.plain("card.topics", topics=Markup(", ".join(details.topics)))


def _speaker(speaker: Speaker) -> str:
    return f"{speaker.name} ({speaker.role})" if speaker.role else speaker.name


def _item(item: AgendaItem) -> str:
    speakers = ", ".join(speaker.name for speaker in item.speakers or ())
    return f"{item.title} ({speakers})" if speakers else item.title


def _time(words: Words, training: Training, item: AgendaItem) -> str:
    if not item.start:
        return "•"
    hour = f"{dates.clock(item.start.hour)}" if item.start.hour else ""
    end = training.details.end
    several = end is not None and end.day > training.details.start.day
    if not several:
        return hour or "•"
    day = dates.day(words, item.start.day, dates.today(words, training.zone))
    return f"{day}, {hour}" if hour else f"{day}:"
