"""What organisers see of questions: those that wait for an answer, and what could not be answered. Counts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from handlers.buttons import ShowQuestion
from handlers.replies import facts
from handlers.replies.handed_over import who
from handlers.replies.rows import grid, numbers, to_menu
from handlers.reply import Reply
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.asked import Asked, Missed
    from domain.handed_over import Overview
    from handlers.texts import Words

A_QUOTE: Final = 60
A_NAME: Final = 40
SHOWN: Final = 6


def overview(words: Words, seen: Overview) -> Reply:
    """Return the questions that wait, a number button each, and what the data could not answer lately."""
    waiting = seen.waiting[:SHOWN]
    return Reply(
        paragraphs(
            lines(words("question.waiting"), *_rows(words, waiting)),
            words("question.choose") if waiting else words("question.none_waiting"),
            lines(words("question.missed"), *(_missed(words, each) for each in seen.missed[:SHOWN]))
            if seen.missed
            else None,
        ),
        (
            *numbers([(number, ShowQuestion(asked.id)) for number, asked in enumerate(waiting, 1)]),
            *grid([to_menu(words)]),
        ),
    )


def _rows(words: Words, waiting: Sequence[Asked]) -> list[Markup]:
    return [
        words(
            "question.row",
            number=number,
            who=who(words, asked.asker) if not asked.training else facts.title(asked.training, A_NAME),
            text=escape(asked.text, A_QUOTE),
        )
        for number, asked in enumerate(waiting, 1)
    ]


def _missed(words: Words, missed: Missed) -> Markup:
    what = words(f"question.intent.{missed.intent}")
    why = words(f"question.missed.{missed.behaviour}", what=what)
    return words("question.missed_row", why=why, count=missed.count, passed=missed.passed)
