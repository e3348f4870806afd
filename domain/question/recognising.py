"""What the words of a question may be: themselves, or known words a slip away; part of a title, of somebody's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA

from domain.official import Language
from domain.question.folding import Token
from domain.question.forms import Part
from domain.question.index import Contents, Field

MOST_UNKNOWN: Final = 20
SURE: Final = 7
"""Letters of a word that asks, from which a word of the dictionary may be a slip of it: „powadzi”."""
_PERSONAL: Final = ("liscie", "lyscie", "lismy", "lysmy", "lem", "lam", "les", "las")
"""Endings of verbs that tell a person; the dictionary has the verb up to the letter before them."""


def readings_of(found: Sequence[Token], index: Contents) -> list[frozenset[str]]:
    """Return what each token of a sentence may be; of many unknown words only the first are looked at for slips."""
    read: list[frozenset[str]] = []
    unknown = 0
    for at, token in enumerate(found):
        unknown += not known(token.folded, index)
        before = found[at - 1].folded if at else ""
        read.append(reading(token, before, index) if unknown <= MOST_UNKNOWN else frozenset({token.folded}))
    return read


def reading(token: Token, before: str, index: Contents) -> frozenset[str]:
    """Return the word itself where it is known, else the known words that are the fewest slips away.

    After a preposition a word of the programme is likelier than one that asks. A word of the dictionary is no slip,
    unless it is a verb and a long word that asks is but a letter away, or a question begins with what it is a slip of.
    """
    word = token.folded
    itself = frozenset({word})
    if known(word, index):
        return itself
    if bare := next(
        (
            kept
            for end in _PERSONAL
            if word.endswith(end)
            and known(
                kept := word.removesuffix(end) + end[0] + {"li": "i", "ly": "y", "le": "", "la": "a"}[end[:2]], index
            )
        ),
        None,
    ):
        return frozenset({word, bare})
    asking, programme = index.lexicon.vocabulary.near(word), index.vocabulary.near(word)
    begin = {form for form in asking if form in index.lexicon.asks}
    if not (asking or programme):
        return itself
    if begin and not programme:
        return itself | begin
    if (part := index.forms.part(token.text)) is not Part.UNKNOWN:
        sure = part is Part.OTHER and len(word) >= SURE and asking and OSA.distance(word, asking[0]) == 1
        return itself.union(asking) if sure else itself
    slips = {form: OSA.distance(word, form) for form in (*asking, *programme)}
    fewest = min(slips.values())
    nearest = {form for form, distance in slips.items() if distance == fewest}
    lexicon = index.lexicon
    named = nearest.intersection(programme) if before in lexicon.inside | lexicon.about else nearest
    return itself | (named or nearest)


def known(word: str, index: Contents) -> bool:
    """Tell whether a folded word is one of the lexicon's or the programme's, as it is written."""
    lexicon = index.lexicon
    listed = word in lexicon.stop or word in lexicon.weak or bool(lexicon.languages(word))
    return listed or word in index.familiar or index.vocabulary.exact(word) is not None


def titles(found: Sequence[Token], readings: Sequence[frozenset[str]], index: Contents) -> Mapping[int, int]:
    """Return the places of words that stand side by side as they do in some field, and the fields."""
    stop = index.lexicon.small[Language.POLISH].stop
    said = [at for at, token in enumerate(found) if token.folded != "-" and token.folded not in stop]
    words = {at: index.words.of(readings[at]) for at in said}
    marked: dict[int, int] = {}
    for before, after in pairwise(said):
        pairs = [(one, other) for one in words[before] for other in words[after]]
        fields = [index.words.neighbours[pair] for pair in pairs if pair in index.words.neighbours]
        for at in (before, after) if fields else ():
            for each in fields:
                marked[at] = marked.get(at, 0) | each
    return marked


def names(found: Sequence[Token], readings: Sequence[frozenset[str]], index: Contents) -> frozenset[int]:
    """Return the places of towns and surnames, which are written with a capital: „do Środy”, „z Piątkiem”."""
    lexicon = index.lexicon
    return frozenset(
        at
        for at, token in enumerate(found)
        if at
        and token.text[0].isupper()
        and index.words.fields_of(readings[at]) & (Field.CITY | Field.SPEAKER)
        and (found[at - 1].folded not in lexicon.not_names or index.words.fields_of(readings[at]) & Field.CITY)
    )


class Known:
    """Folded words that are no slips of words of time: those of the programme and of the lexicon."""

    def __init__(self, index: Contents) -> None:
        self._index = index

    def __contains__(self, word: object) -> bool:
        known = self._index
        return word in known.words.forms or word in known.lexicon.stop or bool(known.lexicon.languages(str(word)))
