"""A question read clause by clause: concepts, days, prices, and the words that say what it is about.

Knows the index; decides nothing about what is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from domain.official import Language
from domain.question.folding import Token
from domain.question.index import Contents, Field
from domain.question.prices import Bounds, bounds
from domain.question.recognising import Known, names, readings_of, titles
from domain.question.sentences import sentences
from domain.question.terms import Marks, Sort, Term, terms
from domain.question.when import When, read
from domain.question.words import THERE_IS, Found

LONGEST: Final = 1000
"""Code points of a question that are read; what follows is cut off."""

MOST_SENTENCES: Final = 20
_HIDDEN: Final = "_"
_REACH: Final = 3
_NEVER_TITLES: Final = frozenset({"training", "trainings", "basic", "intermediate", "advanced", "level"})
_POLITE: Final = frozenset({"greeting", "farewell", "thanks"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of a question.

    ``doubtful`` are concepts said in one word that programmes have, too, and those words; ``familiar`` tells that some
    subject is named, whether any training is about it or not. ``left_out`` are concepts that are not wanted, ``never``
    tells that the days are not; ``joined`` are concepts said after „i”.

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
    readings: tuple[frozenset[str], ...]
    literal: tuple[frozenset[int], ...]
    asked: bool
    past: bool
    reason: bool
    familiar: bool
    left_out: frozenset[str]
    joined: frozenset[str]
    never: bool
    doubtful: Mapping[str, frozenset[int]]
    language: Language

    @property
    def first(self) -> str:
        """The folded first word."""
        return self.tokens[0].folded if self.tokens else ""

    @property
    def searches(self) -> bool:
        """Whether it asks if there is something: „Czy jest …”, „Czy macie …”."""
        return len(self.tokens) > 1 and self.tokens[1].folded in THERE_IS

    @property
    def words(self) -> frozenset[str]:
        """All folded words that it may hold."""
        return frozenset().union(*self.readings)

    def of(self, sort: Sort) -> tuple[Term, ...]:
        """Return the terms of one sort."""
        return tuple(term for term in self.terms if term.sort is sort)


def clauses(text: str, index: Contents, now: datetime) -> list[Clause]:
    """Read the sentences of a question, those without a word left out; only the beginning of a long text is read."""
    read = islice(sentences(text[:LONGEST], index), MOST_SENTENCES)
    return [_clause(found, asked, index, now) for found, asked in read]


def _clause(found: tuple[Token, ...], asked: bool, index: Contents, now: datetime) -> Clause:  # noqa: FBT001 -- a mark
    readings = readings_of(found, index)
    titled = titles(found, readings, index)
    price, priced = bounds(found, frozenset(titled))
    spoken = index.lexicon.language([token.folded for token in found]) or Language.POLISH
    concepts = _concepts(found, readings, spoken, index)
    polite = {at for each in concepts if each.meaning in _POLITE and len(each.places) > 1 for at in each.places}
    hidden = titled.keys() | priced | polite | names(found, readings, index)
    when = read(_hiding(found, hidden, index), now, Known(index))
    used = priced | (when.used if when else frozenset())
    synonyms = [each for each in index.synonyms.find(readings) if used.isdisjoint(each.places)]
    concepts = [
        each for each in concepts if not _overruled(each, titled.keys(), synonyms) and not used.issuperset(each.places)
    ]
    if len(found) > 1:
        concepts = [each for each in concepts if each.meaning != "bare_help" or len(each.places) == len(found)]
    told = used | {at for each in concepts for at in each.places}
    after = {each.end for each in concepts if each.meaning in {"training", "trainings"}}
    denied = _left_out(found, index)
    read_terms, unknown = terms(found, readings, Marks(told, titled, after, denied), synonyms, index)
    return Clause(
        tokens=found,
        concepts=frozenset([*(each.meaning for each in concepts), *_parted(found, index)]),
        when=when,
        price=price,
        terms=read_terms,
        unknown=unknown,
        titled=bool(titled),
        readings=tuple(readings),
        literal=tuple(index.words.of(read) for read in readings),
        asked=asked,
        past=any(not read.isdisjoint(index.lexicon.small[spoken].past) for read in readings),
        reason=found[0].folded in index.lexicon.reasons,
        familiar=bool(synonyms),
        left_out=frozenset(each.meaning for each in concepts if each.start in denied),
        joined=_joined(found, concepts, index.lexicon.small[spoken].joining),
        never=bool(when and min(when.used) in denied),
        doubtful={
            each.meaning: words
            for each in concepts
            if len(each.places) == 1 and (words := index.words.of(readings[each.start]))
        },
        language=spoken,
    )


def _concepts(
    found: Sequence[Token], readings: Sequence[frozenset[str]], spoken: Language, index: Contents
) -> list[Found[str]]:
    """Return the concepts said; a word of both languages has its meaning in the one that is spoken."""
    known = [index.lexicon.languages(token.folded) for token in found]
    return [
        Found(each.meaning[0], each.start, each.end)
        for each in index.lexicon.concepts.find(readings)
        if each.meaning[1] is spoken or not all(spoken in known[at] for at in each.places)
    ]


def _left_out(found: Sequence[Token], index: Contents) -> frozenset[int]:
    """Return the places of words that say what is not wanted: „nie w Gdyni”, „oprócz webinarów”."""
    lexicon = index.lexicon
    places: set[int] = set()
    denying = False
    for at, token in enumerate(found):
        if denying and token.folded not in lexicon.without:
            places.add(at)
        denying = token.folded in lexicon.without or (denying and token.folded in lexicon.between)
    return frozenset(places)


def _joined(found: Sequence[Token], concepts: Sequence[Found[str]], joining: AbstractSet[str]) -> frozenset[str]:
    """Return the concepts shortly after a word that joins: „kiedy i gdzie”, „… i do kiedy zapisy”."""
    joins = [at for at, token in enumerate(found) if at and token.folded in joining]
    return frozenset(each.meaning for each in concepts if any(0 < each.start - at <= _REACH for at in joins))


def _parted(found: Sequence[Token], index: Contents) -> list[str]:
    """Return the concept that the first and the last word ask for together: "Who is it for?"."""
    concept = index.lexicon.parted.get((found[0].folded, found[-1].folded))
    return [concept] if concept else []


def _hiding(found: Sequence[Token], hidden: AbstractSet[int], index: Contents) -> list[Token]:
    """Return the tokens with those hidden made unreadable; „maj” alone, which may be a surname, is made the month."""
    persons = index.lexicon.persons
    line = [
        Token(_HIDDEN, _HIDDEN, token.start, token.end) if at in hidden else token for at, token in enumerate(found)
    ]
    for at, token in enumerate(line):
        before = found[at - 1].folded if at else ""
        surname = before in persons or index.words.fields_of({before}) & Field.SPEAKER
        if token.text == "maj" and not surname:
            line[at] = Token("maju", "maju", token.start, token.end)
    return line


def _overruled(concept: Found[str], titled: AbstractSet[int], synonyms: Sequence[Found[int]]) -> bool:
    """Tell whether words that could be a concept are part of a title or of a longer name instead."""
    places = set(concept.places)
    if len(places) == 1 and places <= titled and concept.meaning not in _NEVER_TITLES:
        return True
    return any(len(each.places) > len(places) and places <= set(each.places) for each in synonyms)
