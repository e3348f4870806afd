"""When a training takes place, until when one may sign up, and whether it takes place at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.training import Status
from handlers.replies import seats
from handlers.replies.questions.fact import Fact
from handlers.texts import dates
from handlers.texts.markup import Markup, lines

if TYPE_CHECKING:
    from domain.ports import Stored
    from domain.training import Training
    from handlers.texts import Words


def when(words: Words, stored: Stored) -> Fact:
    """Return the days with their hours; an hour that is not known is to be confirmed."""
    training = stored.training
    stated = dates.full(words, training)
    if training.cancelled:
        return Fact(words("qa.when.planned", when=stated), stated)
    moved = training.details.status is Status.MOVED and not training.over(words.now)
    said = words("qa.when.new" if moved else "qa.when", when=stated)
    return Fact(lines(said, _last_hour(words, training)), stated)


def _last_hour(words: Words, training: Training) -> Markup | None:
    """Return at what hour the last of several days ends, where it is another than that of every day."""
    end, daily = training.details.end, training.details.daily_hours
    if not (end and end.hour and daily) or end.hour == daily[1]:
        return None
    return words("qa.when.ends", hour=dates.clock(end.hour))


def status(words: Words, stored: Stored) -> Fact:
    """Return whether it takes place, was called off or moved, is under way or over."""
    training = stored.training
    stated = dates.full(words, training)
    if training.cancelled:
        return Fact(words("qa.when.planned", when=stated), words("list.cancelled"))
    if training.over(words.now):
        return Fact(words("qa.status.over", when=stated), words("qa.short.over"))
    if training.begun(words.now):
        return Fact(words("qa.status.begun", when=stated), words("list.begun"))
    if training.details.status is Status.MOVED:
        return Fact(words("qa.status.moved", when=stated), words("qa.short.moved"))
    return Fact(_planned(words, training, stated), words("qa.short.planned"))


def _planned(words: Words, training: Training, stated: Markup) -> Markup:
    """Return that it is planned, and on what it depends: nothing is promised that the organiser has not decided."""
    least = training.details.minimum
    if least is None:
        return words("qa.status.planned", when=stated)
    if least.decide_by is None:
        return words("qa.status.depends", when=stated, people=least.people)
    day = dates.deadline(words, least.decide_by, training.zone)
    return words("qa.status.depends_until", when=stated, people=least.people, day=day)


def deadline(words: Words, stored: Stored) -> Fact | None:
    """Return until when one may sign up, or since when no longer."""
    training = stored.training
    stated = training.details.signup_deadline
    if not stated:
        return None
    day = dates.deadline(words, stated, training.zone)
    if training.cancelled or (training.begun(words.now) and not seats.closed(training, words.now)):
        return Fact(words("qa.deadline.stated", when=day), words("qa.short.until", when=day))
    if seats.closed(training, words.now):
        closed = words("refused.closed_on", when=dates.passed(words, stated, training.zone))
        return Fact(closed, Markup(f"{words('list.closed')} ({day})"))
    return Fact(words("qa.deadline", when=day), words("qa.short.until", when=day))


def state(words: Words, training: Training) -> Markup | None:
    """Return what everybody who asks about a training has to know of it: over, under way, moved."""
    if training.over(words.now):
        return words("card.over")
    if training.begun(words.now):
        return words("card.begun")
    return words("card.moved") if training.details.status is Status.MOVED else None
