"""Where the sentences of a question end; a comma before a question or a reason ends one, too."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from domain.official import Language
from domain.question.folding import Token, tokens
from domain.question.index import Contents

_STOP: Final = re.compile(r"[?!\n;]+|(?<=[^\W\d_]{3})\.(?=\s|$)|(?<=\d)\.(?=\s+[A-ZĄĆĘŁŃÓŚŹŻ])|…|,")
_REACH: Final = 6


def sentences(text: str, index: Contents) -> Iterator[tuple[tuple[Token, ...], bool]]:
    """Return the tokens of each sentence, and whether it ends with a question mark."""
    found = tokens(text)
    kept = 0
    for stop in _STOP.finditer(text):
        ended = bisect_right(found, stop.start(), key=lambda token: token.end)
        if ended > kept and not _within(found, ended, stop[0], index):
            yield found[kept:ended], "?" in stop[0]
            kept = ended
    if found[kept:]:
        yield found[kept:], False


def _within(found: Sequence[Token], ended: int, stop: str, index: Contents) -> bool:
    """Tell whether a stop stands within a sentence.

    A full stop does after an abbreviation and in a title („CUW. Jak się do tego zabrać”), a comma unless a question or
    a reason follows.
    """
    if stop == ",":
        lexicon = index.lexicon
        follows = [token.folded for token in found[ended : ended + 2]]
        asks = follows[1:] if follows and follows[0] in lexicon.yet else follows[:1]
        return not (lexicon.asks.intersection(asks) or lexicon.reasons.intersection(follows[:1]))
    if stop != ".":
        return False
    if found[ended - 1].folded in index.lexicon.abbreviations:
        return True
    said = [
        token
        for token in found[ended : ended + _REACH]
        if token.folded not in index.lexicon.small[Language.POLISH].stop
    ]
    before, after = (index.words.of({each.folded}) for each in (found[ended - 1], said[0] if said else found[-1]))
    return any((one, other) in index.words.neighbours for one in before for other in after)
