"""A question read clause by clause: concepts, days, prices, and the words that say what it is about.

Knows the index; decides nothing about what is asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA

from domain.official import Language
from domain.question.folding import Token, tokens
from domain.question.forms import Part
from domain.question.index import Contents, Field
from domain.question.prices import Bounds, bounds
from domain.question.terms import Sort, Term, terms
from domain.question.when import When, read
from domain.question.words import Found

LONGEST: Final = 1000
"""Code points of a question that are read; what follows is cut off."""

_STOP: Final = re.compile(r"[?!\n;]+|(?<=[^\W\d_]{3})\.(?=\s|$)|(?<=\d)\.(?=\s+[A-ZĄĆĘŁŃÓŚŹŻ])|…")
_HIDDEN: Final = "_"
_NEVER_TITLES: Final = frozenset({"training", "trainings", "basic", "intermediate", "advanced", "level"})
_REACH: Final = 6
_POLITE: Final = frozenset({"greeting", "farewell", "thanks"})
_PERSONAL: Final = ("liscie", "lyscie", "lismy", "lysmy", "lem", "lam", "les", "las")
"""Endings of verbs that tell a person; the dictionary has the verb up to the letter before them."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a question.

    ``unknown`` are words that nothing explains, with how much each would tell; ``titled`` tells that words stand in it
    side by side as they do in a title.
    """

    tokens: tuple[Token, ...]
    concepts: frozenset[str]
    when: When | None
    price: Bounds | None
    terms: tuple[Term, ...]
    unknown: tuple[tuple[str, float], ...]
    titled: bool
    literal: tuple[frozenset[int], ...]
    asked: bool
    past: bool

    @property
    def first(self) -> str:
        """The folded first word."""
        return self.tokens[0].folded if self.tokens else ""

    def of(self, sort: Sort) -> tuple[Term, ...]:
        """Return the terms of one sort."""
        return tuple(term for term in self.terms if term.sort is sort)


def clauses(text: str, index: Contents, now: datetime) -> list[Clause]:
    """Read the sentences of a question, those without a word left out; only the beginning of a long text is read."""
    return [_clause(found, asked, index, now) for found, asked in _sentences(text[:LONGEST], index)]


def _sentences(text: str, index: Contents) -> Iterator[tuple[tuple[Token, ...], bool]]:
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
    """Tell whether a full stop ends an abbreviation, or stands within a title: „CUW. Jak się do tego zabrać”."""
    if stop != ".":
        return False
    if found[ended - 1].folded in index.lexicon.abbreviations:
        return True
    said = [token for token in found[ended : ended + _REACH] if token.folded not in index.lexicon.stop]
    before, after = (_words({each.folded}, index) for each in (found[ended - 1], said[0] if said else found[-1]))
    return any((one, other) in index.words.neighbours for one in before for other in after)


def _clause(found: tuple[Token, ...], asked: bool, index: Contents, now: datetime) -> Clause:  # noqa: FBT001 -- a mark
    readings = [_readings(token, index) for token in found]
    titled = _titled(found, readings, index)
    price, priced = bounds(found, frozenset(titled))
    concepts = _concepts(found, readings, index)
    polite = {at for each in concepts if each.meaning in _POLITE and len(each.places) > 1 for at in each.places}
    hidden = titled.keys() | priced | polite | _names(found, readings, index)
    when = read(_hiding(found, hidden, index), now, _Known(index))
    used = priced | (when.used if when else frozenset())
    synonyms = [each for each in index.synonyms.find(readings) if used.isdisjoint(each.places)]
    concepts = [
        each for each in concepts if not _overruled(each, titled.keys(), synonyms) and not used.issuperset(each.places)
    ]
    if len(concepts) > 1 or len(found) > 1:
        concepts = [each for each in concepts if each.meaning != "bare_help" or len(each.places) == len(found)]
    told = used | {at for each in concepts for at in each.places}
    read_terms, unknown = terms(found, readings, told, titled, synonyms, index)
    return Clause(
        tokens=found,
        concepts=frozenset(each.meaning for each in concepts),
        when=when,
        price=price,
        terms=read_terms,
        unknown=unknown,
        titled=bool(titled),
        literal=tuple(_words(read, index) for read in readings),
        asked=asked,
        past=any(token.folded in index.lexicon.past for token in found),
    )


def _concepts(found: Sequence[Token], readings: Sequence[frozenset[str]], index: Contents) -> list[Found[str]]:
    """Return the concepts said, in the language that most of the words are of where a word is of both."""
    known = [index.lexicon.languages(token.folded) for token in found]
    counts = {language: sum(1 for languages in known if languages == {language}) for language in Language}
    main = Language.ENGLISH if counts[Language.ENGLISH] > counts[Language.POLISH] else Language.POLISH
    said = index.lexicon.concepts.find(readings)
    return [
        Found(each.meaning[0], each.start, each.end)
        for each in said
        if each.meaning[1] is main or not any(main in known[at] for at in each.places) or main is Language.POLISH
    ]


def _hiding(found: Sequence[Token], hidden: AbstractSet[int], index: Contents) -> list[Token]:
    """Return the tokens with those hidden made unreadable; „maj” alone, which may be a surname, is made the month."""
    persons = index.lexicon.persons
    line = [
        Token(_HIDDEN, _HIDDEN, token.start, token.end) if at in hidden else token for at, token in enumerate(found)
    ]
    for at, token in enumerate(line):
        if token.folded == "maj" and not token.text[0].isupper() and not (at and found[at - 1].folded in persons):
            beside = _words({found[at - 1].folded}, index) if at else frozenset[int]()
            if not any(Field.SPEAKER in fields for word in beside for fields in index.words.postings[word].values()):
                line[at] = Token("maju", "maju", token.start, token.end)
    return line


class _Known:
    """Folded words that are no slips of words of time: those of the programme and of the lexicon."""

    def __init__(self, index: Contents) -> None:
        self._index = index

    def __contains__(self, word: object) -> bool:
        known = self._index
        return word in known.words.forms or word in known.lexicon.stop or bool(known.lexicon.languages(str(word)))


def _readings(token: Token, index: Contents) -> frozenset[str]:
    """Return the word itself where it is known, else the known words that are the fewest slips away."""
    word = token.folded
    itself = frozenset({word})
    if _known(word, index):
        return itself
    if bare := next(
        (
            kept
            for end in _PERSONAL
            if word.endswith(end)
            and _known(
                kept := word.removesuffix(end) + end[0] + {"li": "i", "ly": "y", "le": "", "la": "a"}[end[:2]], index
            )
        ),
        None,
    ):
        return frozenset({word, bare})
    near = (*index.lexicon.vocabulary.near(word), *index.vocabulary.near(word))
    if not near or index.forms.part(token.text) is not Part.UNKNOWN:
        return itself
    slips = {form: OSA.distance(word, form) for form in near}
    fewest = min(slips.values())
    return itself.union(form for form, distance in slips.items() if distance == fewest)


def _known(word: str, index: Contents) -> bool:
    lexicon = index.lexicon
    listed = word in lexicon.stop or word in lexicon.weak or bool(lexicon.languages(word))
    return listed or index.vocabulary.exact(word) is not None


def _titled(found: Sequence[Token], readings: Sequence[frozenset[str]], index: Contents) -> Mapping[int, Field]:
    """Return the places of words that stand side by side as they do in some field, and the fields."""
    said = [at for at, token in enumerate(found) if token.folded != "-" and token.folded not in index.lexicon.stop]
    words = {at: _words(readings[at], index) for at in said}
    marked: dict[int, Field] = {}
    for before, after in pairwise(said):
        pairs = [(one, other) for one in words[before] for other in words[after]]
        fields = [index.words.neighbours[pair] for pair in pairs if pair in index.words.neighbours]
        for at in (before, after) if fields else ():
            for each in fields:
                marked[at] = marked.get(at, Field(0)) | each
    return marked


def _names(found: Sequence[Token], readings: Sequence[frozenset[str]], index: Contents) -> frozenset[int]:
    """Return the places of towns and surnames, which are written with a capital: „do Środy”, „z Piątkiem”."""
    lexicon = index.lexicon
    return frozenset(
        at
        for at, token in enumerate(found)
        if at
        and token.text[0].isupper()
        and any(
            fields & (Field.CITY | Field.SPEAKER)
            for word in _words(readings[at], index)
            for fields in index.words.postings[word].values()
        )
        and (found[at - 1].folded not in lexicon.not_names or _is(Field.CITY, readings[at], index))
    )


def _is(field: Field, reading: AbstractSet[str], index: Contents) -> bool:
    return any(field in fields for word in _words(reading, index) for fields in index.words.postings[word].values())


def _words(reading: AbstractSet[str], index: Contents) -> frozenset[int]:
    return frozenset().union(*(index.words.forms.get(form, frozenset()) for form in reading))


def _overruled(concept: Found[str], titled: AbstractSet[int], synonyms: Sequence[Found[int]]) -> bool:
    """Tell whether words that could be a concept are part of a title or of a longer name instead."""
    places = set(concept.places)
    if len(places) == 1 and places <= titled and concept.meaning not in _NEVER_TITLES:
        return True
    return any(len(each.places) > len(places) and places <= set(each.places) for each in synonyms)
