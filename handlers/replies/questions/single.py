"""An answer about one training: the fact first, then which training it is, what became of it, and the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.question.answer import Intent
from domain.training import Status
from handlers.replies import facts
from handlers.replies.questions import contents, times
from handlers.replies.questions.known import known
from handlers.replies.questions.often import LONGEST_BESIDE, answered
from handlers.replies.questions.told import LONGEST_TITLE, about, called_off, note, source
from handlers.replies.questions.whole import whole
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from domain.ports import Stored
    from domain.question.answer import Answer
    from domain.training import Training
    from handlers.texts import Words

# What asks for the days, so that they need not be told again.
_DATED: Final = {Intent.WHEN, Intent.STATUS}


def about_one(words: Words, answer: Answer, stored: Stored, *, private: bool) -> Markup | None:
    """Return the answer, or ``None`` when no row states what was asked for."""
    training = stored.training
    if answer.intent in {Intent.DETAILS, Intent.LIST} and not answer.items:
        return paragraphs(whole(words, stored), source(words, [training]))
    sentence = _sentence(words, answer, stored, private=private)
    if sentence is None:
        return None
    often = answered(answer.faq, LONGEST_BESIDE) if answer.faq and answer.intent is Intent.WITHDRAW else None
    called = called_off(words, training)
    more = (known(words, stored, intent, private=private) for intent in answer.also)
    sentence = lines(sentence, *(fact.sentence for fact in more if fact))
    return paragraphs(called, sentence, _which(words, training, answer), often, source(words, [training]))


def _sentence(words: Words, answer: Answer, stored: Stored, *, private: bool) -> Markup | None:
    if answer.items:
        return contents.items(words, stored.training, answer.items)
    fact = known(words, stored, answer.intent, private=private)
    return fact.sentence if fact else None


def _which(words: Words, training: Training, answer: Answer) -> Markup:
    dated = answer.intent in _DATED and not answer.items
    which = facts.title(training, LONGEST_TITLE) if dated else about(words, training)
    told = training.cancelled or (answer.intent is Intent.STATUS and not answer.items)
    changed = note(training) if dated and training.details.status is Status.MOVED else None
    return lines(which, None if told else times.state(words, training), changed)
