"""What to say when the training is known and the fact is not: what exactly, and whom to ask. Guesses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.question.answer import Intent, Missing
from handlers.replies import facts
from handlers.replies.questions import times
from handlers.replies.questions.people import contacts, person
from handlers.replies.questions.told import about, called_off, note
from handlers.texts.markup import lines, paragraphs

if TYPE_CHECKING:
    from domain.question.answer import Answer
    from domain.training import Training
    from handlers.texts import Words
    from handlers.texts.markup import Markup

_UNKNOWN: Final = {
    Intent.WHEN: "qa.unknown.when",
    Intent.WHERE: "qa.unknown.where",
    Intent.SEATS: "qa.unknown.seats",
    Intent.LINK: "qa.unknown.link",
    Intent.DEADLINE: "qa.unknown.deadline",
    Intent.PRICE: "qa.unknown.price",
    Intent.CERTIFICATE: "qa.unknown.certificate",
    Intent.SPEAKERS: "qa.unknown.speakers",
    Intent.LEVEL: "qa.unknown.level",
    Intent.AUDIENCE: "qa.unknown.audience",
    Intent.MATERIALS: "qa.unknown.materials",
    Intent.AGENDA: "qa.unknown.agenda",
    Intent.CONTACT: "qa.unknown.contact",
}
_MISSING: Final = {
    Missing.HOUR: "qa.unknown.when",
    Missing.ROOM: "qa.unknown.room",
    Missing.OTHER: "qa.unknown.other",
}


def abstaining(words: Words, answer: Answer, *, asks: bool) -> Markup:
    """Return that what was asked for is not known; ``asks`` = a button passes the question on."""
    may_pass_on = words("qa.may_pass_on") if asks else None
    if not answer.about:
        return paragraphs(words("qa.unknown"), lines(contacts(words, answer.programmes), may_pass_on))
    training = answer.about[0].training
    who = person(training.contact)
    key = _MISSING[answer.missing] if answer.missing else _UNKNOWN.get(answer.intent, "qa.unknown.other")
    return paragraphs(
        called_off(words, training),
        lines(words(key), about(words, training)),
        None if training.cancelled else lines(times.state(words, training), _rest(words, training, answer)),
        lines(words("contact", who=who) if who else None, may_pass_on),
    )


def _rest(words: Words, training: Training, answer: Answer) -> Markup | None:
    """Return what is known when only an hour or a room is not; the note may say when it will be."""
    match answer.missing:
        case Missing.HOUR:
            return note(training)
        case Missing.ROOM:
            place = training.details.place
            spot = words("qa.where", where=facts.spot(words, place)) if place else None
            return lines(spot, note(training))
        case _:
            return None
