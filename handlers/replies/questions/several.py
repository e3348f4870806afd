"""An answer about several trainings: a line each with the asked fact, ten lines a page; or the question which one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.question.answer import Intent
from handlers.replies import facts, seats
from handlers.replies.questions.known import known
from handlers.replies.questions.places import town
from handlers.replies.questions.plainly import unmarked
from handlers.replies.questions.told import source
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs, units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.ports import Stored
    from domain.question.answer import Answer
    from handlers.texts import Words

A_PAGE: Final = 10
ROOM: Final = 3600
LONGEST_TITLE: Final = 120

_UNFACTUAL: Final = {Intent.LIST, Intent.DETAILS}


def listed(words: Words, answer: Answer, *, private: bool) -> Markup:
    """Return the trainings found, the first ten of them, with the fact asked for."""
    head = words.plural("qa.found", len(answer.about))
    return _page(words, head, answer, answer.about[:A_PAGE], private=private)


def which_one(words: Words, answer: Answer, *, private: bool) -> Markup:
    """Return every training that may be meant, as far as a message holds them, with the fact asked for."""
    return _page(words, words("qa.which"), answer, answer.about, private=private)


def _page(words: Words, head: Markup, answer: Answer, here: Sequence[Stored], *, private: bool) -> Markup:
    rows: list[Markup] = []
    room = ROOM
    for stored in here:
        row = _row(words, stored, answer.intent, private=private)
        room -= units(unmarked(row)) + 1
        if room < 0:
            break
        rows.append(row)
    left = len(answer.about) - len(rows)
    more = words.plural("qa.more", left) if left else None
    trainings = [stored.training for stored in answer.about]
    return paragraphs(head, lines(*rows, more), source(words, trainings))


def _row(words: Words, stored: Stored, intent: Intent, *, private: bool) -> Markup:
    training = stored.training
    full = intent is Intent.WHEN
    title = facts.title(training, LONGEST_TITLE)
    when = dates.full(words, training) if full else dates.dated(words, training)
    line = words("list.item", number=training.id, when=when, title=title)
    parts = [
        line,
        None if intent is Intent.WHERE else town(words, training),
        *_fact(words, stored, intent, private=private),
    ]
    return Markup(" · ".join(filter(None, parts)))


def _fact(words: Words, stored: Stored, intent: Intent, *, private: bool) -> list[Markup]:
    """Return the fact asked for, after what became of a training that is called off or over."""
    training = stored.training
    if intent in _UNFACTUAL:
        return [_remark(words, stored)]
    gone = training.cancelled or training.over(words.now)
    if intent is Intent.WHEN:
        return [_remark(words, stored)] if gone or training.begun(words.now) else []
    fact = known(words, stored, intent, private=private)
    told = fact.short if fact else words("qa.not_stated")
    return list(dict.fromkeys([_remark(words, stored), told])) if gone else [told]


def _remark(words: Words, stored: Stored) -> Markup:
    training = stored.training
    over = training.over(words.now) and not training.cancelled
    return words("qa.short.over") if over else seats.remark(words, stored)
