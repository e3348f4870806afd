"""How many seats are left, in sentences. Never decides who gets one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.replies.questions.fact import Fact
from handlers.replies.questions.gone import gone
from handlers.replies.seats import counted
from handlers.texts.markup import lines

if TYPE_CHECKING:
    from domain.ports import Stored
    from domain.training import Details
    from handlers.texts import Words
    from handlers.texts.markup import Markup


def places(words: Words, stored: Stored) -> Fact | None:
    """Return how many seats are left, and whether one may wait for one."""
    training, occupancy = stored.training, stored.occupancy
    if no_more := gone(words, training):
        return no_more
    if occupancy.free is None or not counted(stored):
        return _capacity(words, training.details.capacity)
    if occupancy.free == 0:
        queue = _queue_known(training.details)
        return Fact(
            lines(none_left(words, stored), _waiting(words, stored)), words("list.queue" if queue else "list.full")
        )
    left = Fact(_left(words, stored), words.plural("list.seats", occupancy.free))
    if not occupancy.waiting:
        return left
    return Fact(lines(left.sentence, words.plural("qa.seats.waiting", occupancy.waiting)), words("list.queue"))


def none_left(words: Words, stored: Stored) -> Markup:
    """Return that all seats are taken, and what is known of a waiting list; elsewhere only what is stated."""
    details = stored.training.details
    none = words("qa.seats.none")
    if details.waiting_list is False:
        return lines(none, words("qa.seats.no_queue"))
    return lines(none, words("qa.seats.queue")) if _queue_known(details) else none


def _queue_known(details: Details) -> bool:
    """Tell whether one may wait for a seat; in the organiser's own form only when that is stated."""
    return details.waiting_list is True or (details.waiting_list is None and not details.signup_url)


def _waiting(words: Words, stored: Stored) -> Markup | None:
    return words.plural("full.waiting", stored.occupancy.waiting) if stored.occupancy.waiting else None


def _left(words: Words, stored: Stored) -> Markup:
    free, capacity = stored.occupancy.free or 0, stored.training.details.capacity
    if capacity is None:
        return words.plural("qa.seats.left", free)
    return words.plural("qa.seats.left_of", free, capacity=capacity)


def _capacity(words: Words, capacity: int | None) -> Fact | None:
    if capacity is None:
        return None
    return Fact(words.plural("qa.seats.all", capacity), words("qa.not_stated"))
