"""An answer to a reply: the text by its behaviour, the buttons by where it is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from domain.question.answer import Behaviour, Intent
from handlers.replies.questions.abstaining import abstaining
from handlers.replies.questions.general import general, not_found, small_talk
from handlers.replies.questions.often import often
from handlers.replies.questions.several import listed, which_one
from handlers.replies.questions.single import about_one
from handlers.replies.questions.told import about
from handlers.replies.questions.ways import in_group, in_private
from handlers.reply import Reply
from handlers.texts.markup import paragraphs

if TYPE_CHECKING:
    from domain.ports import Place
    from domain.question.answer import Answer
    from handlers.service import Service
    from handlers.texts import Words
    from handlers.texts.markup import Markup


def answer(
    words: Words,
    found: Answer,
    service: Service,
    *,
    private: bool = True,
    question: int | None = None,
    mine: Place | None = None,
) -> Reply:
    """Return the reply to a question, ``words`` being in the answer's language.

    ``private`` is false in a group, where links of meetings and personal buttons have no place; ``question`` is the
    number under which it can be passed on, ``None`` = it cannot; ``mine`` is the asker's place on the one training.
    """
    asks = private and question is not None
    text = _text(words, found, private=private, asks=asks)
    if text is None:
        found = replace(found, behaviour=Behaviour.ABSTAIN)
        text = abstaining(words, found, asks=asks)
    rows = in_private(words, found, question, mine) if private else in_group(words, found, service)
    return Reply(text, rows)


def _text(words: Words, found: Answer, *, private: bool, asks: bool) -> Markup | None:
    """Return the text, or ``None`` for an answer about one training that no row states."""
    match found.behaviour:
        case Behaviour.ANSWER:
            return _answered(words, found, private=private)
        case Behaviour.CLARIFY:
            return which_one(words, found, private=private)
        case Behaviour.ABSTAIN:
            return abstaining(words, found, asks=asks)
        case Behaviour.NOT_FOUND:
            return not_found(words, found)
        case Behaviour.DECLINE:
            return words("qa.decline")
        case Behaviour.SMALLTALK:
            return small_talk(words, found.courtesy)
        case _:
            assert_never(found.behaviour)


def _answered(words: Words, found: Answer, *, private: bool) -> Markup | None:
    if not found.about:
        return general(words, found)
    if found.intent is Intent.FAQ and found.faq:
        return paragraphs(often(words, found.faq), about(words, found.about[0].training))
    if len(found.about) == 1:
        return about_one(words, found, found.about[0], private=private)
    return listed(words, found, private=private)
