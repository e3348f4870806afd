"""The language a question is in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.official import Language
from domain.question.clauses import Clause
from domain.question.words import Lexicon

_POLISH_LETTERS: Final = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")


def recognised(clauses: Sequence[Clause], lexicon: Lexicon, default: Language) -> Language:
    """Return the language that has more of the question's words; Polish letters only break a tie, titles have them."""
    tokens = [token for clause in clauses for token in clause.tokens]
    spoken = lexicon.language([token.folded for token in tokens])
    lettered = any(_POLISH_LETTERS.intersection(token.text) for token in tokens)
    return spoken or (Language.POLISH if lettered else default)
