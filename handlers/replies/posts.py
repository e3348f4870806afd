"""A training as it is posted in groups and channels: what everybody may read, and links to the private chat.

Nobody's name stands in a post but those of the announcement itself. Never imports telegram.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.training import Status
from handlers.replies import addresses, facts, seats
from handlers.replies.rows import grid, opens
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from domain.occupancy import Stored
    from domain.training import Training
    from handlers.reply import Button
    from handlers.service import Service
    from handlers.texts import Words

LONGEST_AUDIENCE = 150


def post(words: Words, stored: Stored, service: Service) -> Reply:
    """Return what is posted about a training as things stand."""
    training = stored.training
    details = opens(words, "button.details", service.deep_link(training.id))
    what = lines(words("post.title", title=facts.title(training)), _when_and_where(words, training))
    if training.cancelled:
        return Reply(lines(words("post.cancelled"), words("post.struck", what=what)), grid([details]))
    act = _act(words, stored, service)
    text = paragraphs(_moved(words, training), lines(what, *_for_whom(words, training)), _standing(words, stored))
    return Reply(text, grid([act], [details if act is None or act.url != service.deep_link(training.id) else None]))


def _when_and_where(words: Words, training: Training) -> Markup:
    return words("post.facts", when=dates.full(words, training), where=facts.where(words, training))


def _moved(words: Words, training: Training) -> Markup | None:
    told = training.details.status is Status.MOVED and not training.begun(words.now)
    return words("card.moved") if told else None


def _for_whom(words: Words, training: Training) -> tuple[Markup | None, ...]:
    details = training.details
    return (
        words("card.audience", audience=escape(details.audience, LONGEST_AUDIENCE)) if details.audience else None,
        seats.eligibility(words, training),
        None if details.price_pln is None else words("card.cost", cost=facts.cost(words, details.price_pln)),
    )


def _standing(words: Words, stored: Stored) -> Markup:
    training = stored.training
    if training.over(words.now):
        return words("card.over")
    return words("card.begun") if training.begun(words.now) else seats.line(words, stored)


def _act(words: Words, stored: Stored, service: Service) -> Button | None:
    """Return the likely act: the organiser's form, a seat or the queue in the private chat, or nothing."""
    training = stored.training
    if not seats.accepts(training, words.now):
        return None
    if training.details.signup_url:
        return opens(words, "button.form", addresses.safe(training.details.signup_url))
    chat = service.deep_link(training.id)
    if seats.has_seat(stored.occupancy):
        return opens(words, "post.sign_up", chat)
    return opens(words, "button.queue", chat) if seats.queues(training) else None
