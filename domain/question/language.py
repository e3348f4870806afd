"""The language a question is in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.official import Language
from domain.question.clauses import Clause
from domain.question.index import Contents

_POLISH_LETTERS: Final = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")


def recognised(clauses: Sequence[Clause], index: Contents, default: Language) -> Language:
    """Return the language that has more of the question's words; Polish letters outside of titles break a tie."""
    tokens = [token for clause in clauses for token in clause.tokens]
    spoken = index.lexicon.language([token.folded for token in tokens])
    own = (token for token in tokens if token.folded not in index.words.forms)
    lettered = any(_POLISH_LETTERS.intersection(token.text) for token in own)
    return spoken or (Language.POLISH if lettered else default)
