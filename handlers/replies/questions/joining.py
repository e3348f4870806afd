"""How one signs up for a training and how one withdraws: in the chat, or in a form of the organiser's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.replies import seats
from handlers.replies.questions.fact import Fact
from handlers.replies.questions.gone import gone
from handlers.replies.questions.occupancy import none_left
from handlers.replies.questions.people import person
from handlers.replies.questions.places import LONGEST_LINK, SHORT_LINK
from handlers.replies.questions.times import deadline
from handlers.texts.markup import escape, lines

if TYPE_CHECKING:
    from domain.ports import Stored
    from domain.training import Training
    from handlers.texts import Words
    from handlers.texts.markup import Markup


def signing_up(words: Words, stored: Stored) -> Fact:
    """Return how to sign up as things stand, who may, and until when; or why one cannot, and whom to ask."""
    training = stored.training
    if no_more := gone(words, training):
        return Fact(lines(no_more.sentence, _ask(words, training)), no_more.short)
    if training.details.signup_url:
        return _form(words, stored, training.details.signup_url)
    if not (seats.has_seat(stored.occupancy) or seats.queues(training)):
        return Fact(lines(none_left(words, stored), _ask(words, training)), words("list.full"))
    if seats.has_seat(stored.occupancy):
        way = words("qa.signup.here", number=training.id)
    else:
        none = words("qa.seats.none") if not stored.occupancy.free else None
        way = lines(none, words("qa.signup.queue", number=training.id))
    return Fact(_open(words, stored, way), words("qa.short.signup", number=training.id))


def _form(words: Words, stored: Stored, url: str) -> Fact:
    address = escape(url, LONGEST_LINK)
    none = none_left(words, stored) if stored.occupancy.free == 0 else None
    short = address if len(url) <= SHORT_LINK else words("list.external")
    return Fact(_open(words, stored, lines(words("qa.signup.form", url=address), none)), short)


def _open(words: Words, stored: Stored, way: Markup) -> Markup:
    until = deadline(words, stored)
    return lines(way, until.sentence if until else None, seats.eligibility(words, stored.training))


def withdrawing(words: Words, stored: Stored) -> Fact:
    """Return how to give up one's place, or whom to tell."""
    training = stored.training
    if training.cancelled:
        return Fact(words("qa.withdraw.none"), words("list.cancelled"))
    if training.begun(words.now):
        short = words("qa.short.over" if training.over(words.now) else "list.begun")
        return Fact(lines(words("refused.started"), _ask(words, training)), short)
    if training.details.signup_url:
        who = person(training.contact)
        return Fact(lines(words("qa.withdraw.form"), _ask(words, training)), who or words("list.external"))
    return Fact(words("qa.withdraw.here", number=training.id), words("qa.short.withdraw", number=training.id))


def _ask(words: Words, training: Training) -> Markup | None:
    who = person(training.contact)
    return words("contact", who=who) if who else None
