"""How full a training is and until when one may sign up, in words. Never decides who gets a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.training import Admission
from handlers.texts import dates
from handlers.texts.markup import Markup, escape

if TYPE_CHECKING:
    from datetime import datetime

    from domain.ports import Occupancy, Stored
    from domain.training import Training
    from handlers.texts import Words


def open_now(stored: Stored, now: datetime) -> bool:
    """Tell whether signing up gives a seat as things stand, whoever asks; elsewhere only where seats are stated."""
    known = stored.training.details.signup_url is None or counted(stored)
    return accepts(stored.training, now) and has_seat(stored.occupancy) and known


def counted(stored: Stored) -> bool:
    """Tell whether it is known how many seats are left: on a form elsewhere, all of them says nothing."""
    free, details = stored.occupancy.free, stored.training.details
    return free is not None and (details.signup_url is None or free != details.capacity)


def signs_up_here(stored: Stored, now: datetime) -> bool:
    """Tell whether signing up in the chat gives a seat or a place in the queue."""
    details = stored.training.details
    room = has_seat(stored.occupancy) or details.waiting_list is not False
    return accepts(stored.training, now) and not details.signup_url and room


def accepts(training: Training, now: datetime) -> bool:
    """Tell whether people may still sign up or queue."""
    return not (training.cancelled or training.begun(now) or closed(training, now))


def closed(training: Training, now: datetime) -> bool:
    """Tell whether the sign-up deadline has passed."""
    return training.deadline is not None and now >= training.deadline


def has_seat(occupancy: Occupancy) -> bool:
    """Tell whether a seat is free that no one in the queue has a claim on."""
    return occupancy.free is None or (occupancy.free > 0 and occupancy.waiting == 0)


def queues(training: Training) -> bool:
    """Tell whether one may wait for a seat."""
    return training.details.waiting_list is not False


def line(words: Words, stored: Stored) -> Markup:
    """Return the card's line about seats and the deadline."""
    until = _deadline(words, stored.training)
    if stored.occupancy.free is None and stored.training.details.capacity is None:
        unknown = words("card.seats_unknown")
        return Markup(f"{unknown} · {until}") if until else unknown
    clauses = [_free(words, stored), _waiting(words, stored), until]
    return words("card.seats", seats=Markup(" · ".join(filter(None, clauses))))


def remark(words: Words, stored: Stored) -> Markup:
    """Return what a list says of a training after its title."""
    training, occupancy = stored.training, stored.occupancy
    details = training.details
    if training.cancelled:
        return words("list.cancelled")
    if training.begun(words.now):
        return words("list.begun")
    if closed(training, words.now):
        return words("list.closed")
    seats = words("list.external") if details.signup_url else _short_seats(words, training, occupancy)
    if details.eligibility and details.eligibility.who is not Admission.ALL:
        members = details.eligibility.who is Admission.MEMBERS
        return Markup(f"{words('list.members' if members else 'list.listed')} · {seats}")
    return seats


def _short_seats(words: Words, training: Training, occupancy: Occupancy) -> Markup:
    if occupancy.free is None:
        return words("list.open")
    if has_seat(occupancy):
        return words.plural("list.seats", occupancy.free)
    return words("list.queue" if queues(training) else "list.full")


def _free(words: Words, stored: Stored) -> Markup:
    free, capacity = stored.occupancy.free, stored.training.details.capacity
    if free is None or not counted(stored):
        return escape(capacity)
    if free == 0:
        return words("seats.none")
    if capacity is None:
        return words.plural("seats.left", free)
    return words.plural("seats.left_of", free, capacity=capacity)


def _waiting(words: Words, stored: Stored) -> Markup | None:
    return words.plural("seats.waiting", stored.occupancy.waiting) if stored.occupancy.waiting else None


def _deadline(words: Words, training: Training) -> Markup | None:
    stated = training.details.signup_deadline
    if not stated:
        return None
    if closed(training, words.now):
        return words("seats.closed")
    return words("seats.until", deadline=dates.deadline(words, stated, training.zone))


def eligibility(words: Words, training: Training) -> Markup | None:
    """Return who may sign up, when not everybody may."""
    rule = training.details.eligibility
    if not rule:
        return None
    who = {
        Admission.ALL: None,
        Admission.MEMBERS: words("card.members"),
        Admission.LIST: words("card.listed", institutions=escape(", ".join(rule.institutions), 150)),
    }[rule.who]
    limit = words.plural("card.per_institution", rule.per_institution) if rule.per_institution is not None else None
    both = " · ".join(filter(None, (who, limit)))
    return Markup(both[:1].upper() + both[1:]) or None
