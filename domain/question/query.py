"""What a question narrows the programme to, gathered from its clauses or taken over from the question before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from domain.question.clauses import Clause
from domain.question.prices import Bounds
from domain.question.terms import Sort, Term
from domain.question.when import When


class Filter(StrEnum):
    """What a training must be, besides its subject, place, people and time."""

    ONLINE = "online"
    ON_SITE = "on_site"
    HYBRID = "hybrid"
    FREE = "free"
    PAID = "paid"
    BASIC = "basic"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    VACANT = "vacant"
    FULL = "full"
    CERTIFIED = "certified"
    UNCERTIFIED = "uncertified"
    MEMBERS = "members"
    CANCELLED = "cancelled"
    PLANNED = "planned"


ALIKE: Final = (
    frozenset({Filter.ONLINE, Filter.ON_SITE, Filter.HYBRID}),
    frozenset({Filter.FREE, Filter.PAID}),
    frozenset({Filter.BASIC, Filter.INTERMEDIATE, Filter.ADVANCED}),
    frozenset({Filter.VACANT, Filter.FULL}),
)
"""Filters of which a later one takes the place of an earlier one."""
TOGETHER: Final = 1.3
ALONE: Final = 0.2
"""What suffices where nothing else narrows: „kiedy będzie epuap”."""
WORDY: Final = 10
"""Words of a sentence beyond which some of them are only said in passing."""
_UNSPOKEN: Final = frozenset(
    {Filter.VACANT, Filter.FULL, Filter.CERTIFIED, Filter.UNCERTIFIED, Filter.CANCELLED, Filter.PLANNED}
)
_SPOKEN: Final = frozenset(Filter) - _UNSPOKEN
STRONG: Final = 0.7
"""The share of a rare word's weight from which an unknown word counts as a subject."""


@dataclass(frozen=True, slots=True)
class Query:
    """What fits must have.

    ``literal`` are the words of the programme that were said. ``many`` tells that several are asked for, ``past`` that
    what is over is; ``titled`` that words stood side by side as in a title, ``wordy`` that the sentence is long. What
    fits must not have what is in ``without``, ``lacking`` and ``never``.
    """

    terms: tuple[Term, ...] = ()
    unknown: tuple[tuple[str, float], ...] = ()
    literal: tuple[frozenset[int], ...] = ()
    when: When | None = None
    price: Bounds | None = None
    filters: frozenset[Filter] = frozenset()
    titled: bool = False
    wordy: bool = False
    many: bool = False
    past: bool = False
    soonest: bool = False
    without: tuple[Term, ...] = ()
    lacking: frozenset[Filter] = frozenset()
    never: When | None = None

    @property
    def excluding(self) -> bool:
        """Whether anything is not wanted."""
        return bool(self.without or self.lacking or self.never)

    @property
    def narrow(self) -> bool:
        """Whether anything is narrowed, be it by unknown words only."""
        return self.names_anything or self.subject_unknown

    @property
    def names_anything(self) -> bool:
        """Whether it narrows by anything more certain than an unknown word in passing."""
        sure = any(weight > STRONG for _, weight in self.unknown)
        return bool(self.terms or sure or self.when or self.price or self.filters or self.soonest or self.excluding)

    @property
    def subject_unknown(self) -> bool:
        """Whether unknown words stand where a subject is named, are many, or are all that could be one."""
        weights = [weight for _, weight in self.unknown]
        firm = any(not term.weak for term in self.terms) or self.when or self.price or self.filters
        return max(weights, default=0.0) > (STRONG if firm else ALONE) or sum(weights) > TOGETHER

    @property
    def topical(self) -> bool:
        """Whether trainings are named by what they are about, where or by whom."""
        return any(term.sort is not Sort.KIND for term in self.terms)

    def of(self, *sorts: Sort) -> tuple[Term, ...]:
        """Return the terms of these sorts."""
        return tuple(term for term in self.terms if term.sort in sorts)

    def joined(self, newer: Query) -> Query:
        """Return this query with what a newer one says in place of what it said of the same sort.

        Old subjects stay beside new ones: who asks „a dla kadr?” after „RODO w sekretariacie” means RODO still.
        """
        replaced = {term.sort for term in newer.terms} - {Sort.SUBJECT}
        kept = tuple(term for term in self.terms if term.sort not in replaced and term not in newer.terms)
        return replace(
            newer,
            terms=kept + newer.terms,
            when=newer.when or self.when,
            price=newer.price or self.price,
            filters=merged(self.filters, newer.filters),
            many=newer.many or self.many,
            past=newer.past or self.past,
        )


def merged(older: frozenset[Filter], newer: frozenset[Filter]) -> frozenset[Filter]:
    """Return older filters with newer ones in place of their like."""
    gone = frozenset[Filter]().union(*(alike for alike in ALIKE if alike & newer))
    return (older - gone) | newer


def query(clause: Clause, *, many: bool) -> Query:
    """Return what a clause narrows."""
    return Query(
        terms=tuple(term for term in clause.terms if not term.left_out),
        without=tuple(term for term in clause.terms if term.left_out),
        lacking=frozenset(each for each in _SPOKEN if each in clause.left_out),
        never=clause.when if clause.never else None,
        unknown=clause.unknown,
        literal=clause.literal,
        when=None if clause.never else clause.when,
        price=clause.price,
        filters=frozenset(each for each in _SPOKEN if each in clause.concepts and each not in clause.left_out),
        titled=clause.titled,
        wordy=len(clause.tokens) > WORDY,
        many=many,
        soonest="soonest" in clause.concepts or bool(clause.when and clause.when.soonest),
        past=clause.past or bool(clause.when and clause.when.past),
    )
