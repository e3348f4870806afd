"""A question often asked, and its answer as the organiser wrote it."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from handlers.texts.markup import Markup, clean, cut, lines

if TYPE_CHECKING:
    from domain.question.answer import Faq
    from handlers.texts import Words

LONGEST: Final = 3000
LONGEST_BESIDE: Final = 2000


def often(words: Words, faq: Faq) -> Markup:
    """Return the question and its answer."""
    return lines(words("qa.faq", question=faq.question), answered(faq))


def answered(faq: Faq, longest: int = LONGEST) -> Markup:
    """Return the answer in its own lines, at most so many UTF-16 units long."""
    text = "\n".join(clean(line) for line in faq.answer.splitlines())
    return Markup(html.escape(cut(text, longest)))
