"""Answers to put into words, made of the samples."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.official import Language
from domain.ports import Occupancy, Stored
from domain.question.answer import Answer, Behaviour, Intent
from domain.training import Training
from handlers.replies.questions import answer, plain
from handlers.reply import Reply
from tests.handlers.samples import NOW, SEATS, SERVICE, words

PL, EN = Language.POLISH, Language.ENGLISH
FREE = Occupancy(13, 12, 0)


def stated(
    training: Training = SEATS,
    occupancy: Occupancy = FREE,
    **details: Any,  # noqa: ANN401 - whatever a detail holds
) -> Stored:
    """Return a training with other details."""
    return Stored(replace(training, details=replace(training.details, **details)), occupancy)


def asked(intent: Intent, *about: Stored, language: Language = PL, behaviour: Behaviour = Behaviour.ANSWER) -> Answer:
    """Return an answer to a question for one thing."""
    return Answer(intent, behaviour, language, about)


def said(found: Answer, *, now: datetime = NOW, private: bool = True, question: int | None = None) -> Reply:
    """Return the reply to a question."""
    return answer(words(found.language, now), found, SERVICE, private=private, question=question)


def text(found: Answer, *, now: datetime = NOW, private: bool = True) -> str:
    """Return what a person reads, with plain spaces."""
    return plain(said(found, now=now, private=private)).replace("\u00a0", " ")


def fact(found: Answer, *, now: datetime = NOW) -> str:
    """Return the first paragraph: the fact asked for."""
    return text(found, now=now).split("\n\n")[0]
