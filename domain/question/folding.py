"""A question as the words, numbers and dashes it is made of, folded and with their places.

Imports the folding that the rest of the domain uses, and nothing else of ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.folding import fold

__all__ = ["Token", "fold", "tokens"]

_MARKS = "\u0300-\u036f"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_TOKEN = re.compile(
    rf"""
      (?<!\d) \d{{4}}-\d\d?-\d\d? (?!\d)                        # 2026-09-12
    | (?<![\d.:/]) \d\d?-\d\d?-\d{{4}} (?!\d)                   # 12-09-2026
    | \d+ (?: [.:/]\d+ )*                                       # 7, 9:00, 12.09.2026, 12/09
    | [^\W\d_] (?: [^\W_] | [{_MARKS}{_UNSEEN}] | ['’](?=[^\W\d_]) )*   # urząd, PM2, what's
    | [{_DASHES}]+
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a date or hour in figures, or a dash; ``start`` and ``end`` count code points of the text.

    Dashes in a row are one, and fold to "-"; and an apostrophe inside a word folds away.
    """

    text: str
    folded: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words, numbers and dashes of a text in their order; other punctuation only separates them."""
    return tuple(Token(found[0], _folded(found[0]), *found.span()) for found in _TOKEN.finditer(text))


def _folded(token: str) -> str:
    return "-" if token[0] in _DASHES else fold(token).replace("'", "").replace("’", "")
