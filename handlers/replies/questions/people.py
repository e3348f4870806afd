"""Who leads a training, and whom to ask about it; never who signed up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.replies.questions.fact import Fact, fitting
from handlers.texts.markup import Markup, escape, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.ports import Stored
    from domain.training import Contact, Programme, Speaker
    from handlers.texts import Words

SHORT: Final = 120
ROOM: Final = 1500
LONGEST: Final = 200


def speakers(words: Words, stored: Stored) -> Fact | None:
    """Return who leads, in what function."""
    stated = stored.training.details.speakers
    if stated is None:
        return None
    if not stated:
        return Fact(lines(words("qa.speakers.none"), _of_items(words, stored)), words("qa.short.no_speakers"))
    short = escape(", ".join(each.name for each in stated), SHORT)
    return Fact(words("qa.speakers", names=speaker_names(words, stated)), short)


def _of_items(words: Words, stored: Stored) -> Markup | None:
    """Return who leads parts of a training that nobody leads as a whole."""
    named = [each for item in stored.training.details.agenda or () for each in item.speakers or ()]
    return words("qa.speakers.items", names=speaker_names(words, list(dict.fromkeys(named)))) if named else None


def speaker_names(words: Words, stated: Sequence[Speaker], room: int = ROOM) -> Markup:
    """Return speakers with their functions, separated by commas, whole ones only."""
    return Markup(", ".join(fitting(words, [_speaker(each) for each in stated], room)))


def _speaker(speaker: Speaker) -> Markup:
    name = escape(speaker.name, 120)
    return Markup(f"{name} ({escape(speaker.role, 120)})") if speaker.role else name


def contact(words: Words, stored: Stored) -> Fact | None:
    """Return whom to ask about a training, and how."""
    who = person(stored.training.contact)
    return Fact(words("contact", who=who), who) if who else None


def person(whom: Contact | None) -> Markup | None:
    """Return name, function, telephone and address, whole; ``None`` when nothing of it is stated."""
    if not whom:
        return None
    name = Markup(f"<b>{escape(whom.name, LONGEST)}</b>") if whom.name else None
    rest = (escape(part, LONGEST) for part in (whom.role, whom.phone, whom.email) if part)
    return Markup(", ".join(filter(None, (name, *rest)))) or None


def contacts(words: Words, programmes: Sequence[Programme]) -> Markup | None:
    """Return the coordinators, by programme when there are several; ``None`` when none is stated."""
    stated = [(each.name, who) for each in programmes if (who := person(each.coordinator))]
    if len(programmes) == 1 and stated:
        return words("contact", who=stated[0][1])
    rows = [words("qa.contact.of", programme=name, who=who) for name, who in stated]
    return lines(*fitting(words, rows)) or None
