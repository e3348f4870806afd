"""The language a question is in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from domain.official import Language
from domain.question.clauses import Clause
from domain.question.words import Lexicon

_POLISH_LETTERS: Final = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")


def recognised(clauses: Sequence[Clause], lexicon: Lexicon, default: Language) -> Language:
    """Return the language that has more of the question's words; Polish letters do not count, titles have them too."""
    tokens = [token for clause in clauses for token in clause.tokens]
    known = [lexicon.languages(token.folded) for token in tokens]
    counts = {language: sum(1 for languages in known if languages == {language}) for language in Language}
    best = max(counts.values(), default=0)
    spoken = [language for language, count in counts.items() if count == best]
    if len(spoken) == 1:
        return spoken[0]
    lettered = any(_POLISH_LETTERS.intersection(token.text) for token in tokens)
    return Language.POLISH if lettered else default
