"""Everything about one training in short, for who asks for no fact in particular."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.replies import facts, seats
from handlers.replies.questions import terms, times
from handlers.replies.questions.people import speaker_names
from handlers.replies.questions.told import LONGEST_TITLE, called_off, note
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from domain.ports import Stored
    from handlers.texts import Words

LONGEST_SUMMARY: Final = 700
ROOM_FOR_SPEAKERS: Final = 600

_CERTIFICATES: Final = {None: None, True: "card.certificate", False: "card.no_certificate"}


def whole(words: Words, stored: Stored) -> Markup:
    """Return what is stated, in the order of the card."""
    training = stored.training
    title = words("card.title", title=facts.title(training, LONGEST_TITLE))
    summary = training.details.summary
    return paragraphs(
        called_off(words, training),
        lines(title, None if training.cancelled else times.state(words, training)),
        _facts(words, stored),
        escape(summary, LONGEST_SUMMARY) if summary else None,
        None if training.cancelled else note(training),
    )


def _facts(words: Words, stored: Stored) -> Markup:
    training, details = stored.training, stored.training.details
    price, certificate = terms.price(words, stored), _CERTIFICATES[details.certificate]
    names = speaker_names(words, details.speakers, ROOM_FOR_SPEAKERS) if details.speakers else None
    return lines(
        words("card.when", when=dates.full(words, training)),
        words("card.where", where=facts.where(words, training)),
        words("card.audience", audience=escape(details.audience, 300)) if details.audience else None,
        seats.eligibility(words, training),
        words("card.level", level=escape(details.level, 60)) if details.level else None,
        words("card.cost", cost=price.short) if price else None,
        words(certificate) if certificate else None,
        None if training.cancelled or training.begun(words.now) else seats.line(words, stored),
        words("card.speakers", names=names) if names else None,
    )
