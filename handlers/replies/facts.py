"""What is known of a training, in words that several screens share. What is not stated is never made up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from babel.numbers import format_decimal

from domain.training import Mode
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines

if TYPE_CHECKING:
    from decimal import Decimal

    from domain.training import Contact, Place, Training
    from handlers.texts import Words

LONGEST_TITLE: Final = 160
LONGEST_PLACE: Final = 100
LONGEST_PART: Final = 60
_A_NUMBER = re.compile(r"[a-zA-Z]{0,2}\d{1,4}(?:[./-]\d{1,3})? ?[a-zA-Z]?(?:(?:,| na) .+)?")
"""„12", „3.02", „B2", „12, III piętro"."""


def title(training: Training, longest: int = LONGEST_TITLE) -> Markup:
    """Return the title as HTML."""
    return escape(training.title, longest)


def online(training: Training) -> bool:
    """Tell whether people attend online only."""
    details = training.details
    return details.mode is Mode.ONLINE or (details.mode is None and not details.place and bool(details.online_url))


def placed(training: Training) -> bool:
    """Tell whether it is known where people meet, be it online."""
    return online(training) or bool(training.details.place and training.details.place.name)


def where(words: Words, training: Training) -> Markup:
    """Return where it takes place: ``Gdańsk, Biuro Rady Miasta, sala 107``, with what is to be confirmed."""
    if online(training):
        return words("place.online")
    place = spot(words, training.details.place)
    return words("place.hybrid", place=place) if training.details.mode is Mode.HYBRID else place


def spot(words: Words, place: Place | None) -> Markup:
    """Return town, venue and room; the venue, or its room, reads "to be confirmed" when it is not stated."""
    parts = [escape(place.city, LONGEST_PART)] if place and place.city else []
    if not place or not place.name:
        known = [room(words, place.room)] if place and place.room else []
        return Markup(", ".join([*parts, *known, words("place.unknown")]))
    return Markup(", ".join([*parts, escape(place.name, LONGEST_PLACE), room(words, place.room)]))


def ended(words: Words, training: Training) -> Markup | None:
    """Return that a training is called off or over; nothing of one to come."""
    if training.cancelled:
        return words("card.cancelled")
    return words("card.over") if training.over(words.now) else None


def room(words: Words, stated: str | None) -> Markup:
    """Return the room; a bare number is called a room."""
    if not stated:
        return words("place.room_unknown")
    shown = escape(stated, LONGEST_PART)
    return words("place.room", number=shown) if _A_NUMBER.fullmatch(shown) else shown


def person(contact: Contact | None) -> Markup | None:
    """Return whom to ask and how: ``Maria Wiśniewska, koordynatorka, 58 000 00 00, maria@example.org``."""
    if not contact:
        return None
    stated = (contact.name, contact.role, contact.phone, contact.email)
    return Markup(", ".join(escape(part, LONGEST_PART) for part in stated if part)) or None


def cost(words: Words, price: Decimal) -> Markup:
    """Return what it costs: ``bezpłatne``, ``120 zł``, ``99,50 zł``."""
    if not price:
        return words("cost.free")
    pattern = "#,##0" if price == int(price) else "#,##0.00"
    return words("cost.price", amount=format_decimal(price, pattern, locale=words.language.value))


def ask(words: Words, training: Training) -> Markup | None:
    """Return the line that names whom to ask about a training."""
    who = person(training.contact)
    return words("contact", who=who) if who else None


def brief(words: Words, training: Training) -> Markup:
    """Return title and day in one line, for confirmations: ``Prawo opcji – środa, 11 września, godz. 9:00``."""
    start = training.details.start
    return words("brief", title=title(training), when=dates.wall(words, start, training.zone))


def summary(words: Words, training: Training) -> Markup:
    """Return title, time and place, a line each."""
    return lines(title(training), dates.full(words, training), where(words, training))
