"""The words of a question that trainings have, each with where it stands; and those that nothing explains."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Final

from domain.question.folding import Token
from domain.question.forms import Part
from domain.question.index import PLACE, SUBJECT, Contents, Field, Postings, together
from domain.question.words import Found

FAR: Final = 0.3
"""How much of its weight an unknown word has where nothing shows that it names a subject."""
ASIDE: Final = 0.6
SILENT: Final = 0.05
STEM: Final = 6
SHORT_ENDING: Final = 3
LONGEST_CASE: Final = 3
OF_A_HEAD: Final = 0.4
"""How much of its weight a word has that needs another to name a subject: „gospodarka”, „ochrona”."""


class Sort(StrEnum):
    """What a word narrows."""

    SUBJECT = "subject"
    PLACE = "place"
    PERSON = "person"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase: where it stands in the question, which trainings have it in which fields, how much it tells.

    A ``weak`` one never rules anything out; what has one ``left_out`` is not wanted.
    """

    text: str
    sort: Sort
    found: Postings
    weight: float
    weak: bool = False
    titled: bool = False
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of the places of a clause: told, part of a title and its fields, after „szkolenie”, after „nie”."""

    told: AbstractSet[int]
    titled: Mapping[int, int]
    after_training: AbstractSet[int]
    left_out: AbstractSet[int]


def terms(
    tokens: Sequence[Token],
    readings: Sequence[frozenset[str]],
    marks: Marks,
    synonyms: Sequence[Found[int]],
    index: Contents,
) -> tuple[tuple[Term, ...], tuple[tuple[str, float], ...]]:
    """Return the terms of a clause, and its unknown words with how much each would tell."""
    reader = _Line(tokens, readings, marks, index)
    found: list[Term] = []
    unknown: list[tuple[str, float]] = []
    covered = set(marks.told)
    for each in synonyms:
        if not covered.isdisjoint(each.places) or reader.silent(each):
            continue
        if index.groups[each.meaning]:
            found.append(reader.synonym(each))
        elif len(each.places) > 1 and marks.titled.keys().isdisjoint(each.places):
            unknown.append((" ".join(tokens[at].folded for at in each.places), 1.0))
        else:
            continue
        covered |= set(each.places)
    for at in range(len(tokens)):
        if at in covered or tokens[at].folded == "-" or (at not in marks.titled and reader.says_nothing(at)):
            continue
        if term := reader.term(at):
            found.append(term)
        elif weight := reader.unknown(at):
            unknown.append((tokens[at].folded, weight))
    return tuple(found), tuple(unknown)


class _Line:
    """The tokens of a clause with what each may be read as."""

    def __init__(
        self,
        tokens: Sequence[Token],
        readings: Sequence[frozenset[str]],
        marks: Marks,
        index: Contents,
    ) -> None:
        self._tokens = tokens
        self._marks = marks
        self._readings = readings
        self._index = index
        self._postings = [self._standing(at) for at in range(len(tokens))]

    def says_nothing(self, at: int) -> bool:
        """Tell whether a word is one that says nothing of a subject."""
        slight = self._index.lexicon.slight
        if self._tokens[at].folded in slight:
            return True
        return not self._readings[at].isdisjoint(slight) and not self._postings[at]

    def silent(self, each: Found[int]) -> bool:
        """Tell whether all words of a phrase are ones that say nothing."""
        return len(each.places) == 1 and self._tokens[each.start].folded in self._index.lexicon.stop

    def synonym(self, each: Found[int]) -> Term:
        """Return the term of a phrase that has synonyms in the programme."""
        found = self._index.groups[each.meaning]
        if len(each.places) == 1:
            found = together([found, self._postings[each.start]])
        text = " ".join(self._tokens[at].folded for at in each.places)
        return self._made(text, found, each.start)

    def term(self, at: int) -> Term | None:
        """Return the term of a single word, if any training has it."""
        found = self._postings[at]
        return self._made(self._tokens[at].folded, found, at) if found else None

    def unknown(self, at: int) -> float:
        """Return how much a word that no training has would tell, beside a rare one (1); 0 when it says nothing."""
        token = self._tokens[at]
        if (
            self._ending(at)
            or token.folded in self._index.lexicon.weak
            or not any(sign.isalpha() for sign in token.folded)
        ):
            return 0.0
        before = self._before(at)
        lexicon = self._index.lexicon
        match self._index.forms.part(token.text):
            case Part.OTHER:
                return SILENT
            case Part.QUALITY:
                return (
                    1.0
                    if at and at - 1 not in self._marks.told and self._postings[at - 1] and before not in lexicon.stop
                    else FAR
                )
            case Part.NAME:
                return 1.0
            case Part.NOUN:
                return self._named(at, inside=ASIDE)
            case Part.UNKNOWN:
                return self._named(at, inside=1.0)

    def _before(self, at: int) -> str:
        """Return the folded word before a place, empty at the beginning."""
        return self._tokens[at - 1].folded if at else ""

    def _ending(self, at: int) -> bool:
        """Tell whether this is but the ending of an acronym: „QGIS-ie”."""
        token, before = self._tokens[at], self._tokens[at - 1]
        return at > 0 and before.folded == "-" and before.end == token.start and len(token.text) <= LONGEST_CASE

    def _named(self, at: int, *, inside: float) -> float:
        """Return how much a noun, or a word of no dictionary, would tell: most after „z”, „o”, „dla”, „szkolenie”."""
        lexicon = self._index.lexicon
        before = self._before(at)
        if before == "o" and at > 1 and self._tokens[at - 2].folded in lexicon.requests:
            return FAR
        if before in lexicon.about or before in lexicon.persons or (at and self._tokens[at].text[0].isupper()):
            return 1.0
        if before in lexicon.inside:
            return inside
        beside = any(
            0 <= near < len(self._tokens) and near not in self._marks.told and self._postings[near]
            for near in (at - 1, at + 1)
        )
        return max(ASIDE, inside) if at in self._marks.after_training else ASIDE if beside else FAR

    def _standing(self, at: int) -> Postings:
        words = self._index.words.of(self._readings[at])
        if not words and self._alpha(at):
            words = self._kin(self._tokens[at].folded)
        if len(words) == 1:
            return self._index.words.postings[next(iter(words))]
        return together(self._index.words.postings[word] for word in words)

    def _alpha(self, at: int) -> bool:
        folded = self._tokens[at].folded
        lexicon = self._index.lexicon
        return len(folded) >= STEM and folded not in lexicon.stop and not lexicon.languages(folded)

    def _kin(self, word: str) -> frozenset[int]:
        """Return words of the same stem: „budżetowy” beside „budżet”."""
        ended = _DERIVED.search(word)
        stems = [word[:-cut] for cut in range(1, SHORT_ENDING + 1)] + ([word[: ended.start()]] if ended else [])
        known = (self._index.words.forms.get(stem) for stem in stems if len(stem) >= STEM)
        return next(filter(None, known), frozenset())

    def _made(self, text: str, found: Postings, at: int) -> Term:
        sort = self._sort(found, at)
        kept = _kept(found, sort)
        lexicon = self._index.lexicon
        weak = all(form in lexicon.weak for form in text.split()) and sort is Sort.SUBJECT and not self._bound(at)
        weight = self._index.weight(len(kept))
        told = weight * OF_A_HEAD if text in lexicon.heads else weight
        titled, left_out = at in self._marks.titled, at in self._marks.left_out
        return Term(text, sort, kept, told, weak=weak, titled=titled, left_out=left_out)

    def _bound(self, at: int) -> bool:
        """Tell whether a word follows another that names a subject, so that it belongs to it: „prawo pracy”."""
        before = self._before(at)
        return (
            bool(before)
            and before not in self._index.lexicon.weak
            and bool(self._postings[at - 1])
            and not self._index.lexicon.languages(before)
            and before not in self._index.lexicon.stop
        )

    def _sort(self, found: Postings, at: int) -> Sort:
        fields = reduce(or_, found.values(), 0)
        before = self._before(at)
        lexicon = self._index.lexicon
        if at in self._marks.titled:
            beside = self._marks.titled[at]
            if beside & (Field.TITLE | Field.TOPIC | Field.AUDIENCE) or not beside & (PLACE | Field.SPEAKER):
                return Sort.KIND if fields & Field.KIND and not beside & Field.TITLE else Sort.SUBJECT
            return Sort.PERSON if beside & Field.SPEAKER else Sort.PLACE
        if fields & Field.KIND:
            return Sort.KIND
        if fields & PLACE and (before in lexicon.inside or not fields & (Field.TITLE | Field.TOPIC | Field.SPEAKER)):
            return Sort.PLACE
        if fields & Field.SPEAKER and (before in lexicon.persons or not fields & (SUBJECT | PLACE)):
            return Sort.PERSON
        if fields & Field.SPEAKER and self._beside_person(at):
            return Sort.PERSON
        return Sort.SUBJECT

    def _beside_person(self, at: int) -> bool:
        """Tell whether the word before is a first name, so that this one is the surname of the same person."""
        before = self._postings[at - 1] if at else {}
        both = (before[number] & self._postings[at][number] for number in before.keys() & self._postings[at].keys())
        return any(fields & Field.SPEAKER for fields in both)


_DERIVED: Final = re.compile(
    r"(?:ow|n|czn|yczn|iczn|sk|ck|aln|yjn|ielsk)(?:y|a|e|ego|ej|emu|ych|ym|ymi|i|iego|iej|ich|im|imi)$"
)
"""How adjectives are made of nouns."""
_NARROWED: Final[Mapping[Sort, int]] = {
    Sort.PLACE: PLACE,
    Sort.PERSON: Field.SPEAKER,
    Sort.KIND: Field.KIND | Field.TITLE,
}


def _kept(found: Postings, sort: Sort) -> Postings:
    """Return the postings in the fields that a sort looks at."""
    narrowed = _NARROWED.get(sort)
    return {number: fields for number, fields in found.items() if fields & narrowed} if narrowed else found
