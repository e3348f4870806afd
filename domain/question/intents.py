"""What a clause asks for: ordered rules over its concepts; the first that holds decides.

The words of each concept are data in the lexicon. Knows no training.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from domain.question.answer import Courtesy, Intent
from domain.question.clauses import Clause
from domain.question.query import Filter
from domain.question.terms import Sort
from domain.question.words import ASKING


@dataclass(frozen=True, slots=True)
class Rule:
    """An intent, the concepts that together ask for it, and those beside which they do not."""

    intent: Intent
    all_of: frozenset[str]
    none_of: frozenset[str] = frozenset()


def _rule(intent: Intent, all_of: str, none_of: str = "") -> Rule:
    return Rule(intent, frozenset(all_of.split()), frozenset(none_of.split()))


RULES: Final = (
    _rule(Intent.WITHDRAW, "withdraw"),
    _rule(Intent.DEADLINE, "deadline"),
    _rule(Intent.DEADLINE, "until_when signup"),
    _rule(Intent.DEADLINE, "expires signup"),
    _rule(Intent.SIGNUP, "signup link"),
    _rule(Intent.DETAILS, "other"),
    _rule(Intent.LINK, "link"),
    _rule(Intent.PRICE, "price"),
    _rule(Intent.CERTIFICATE, "certificate"),
    _rule(Intent.MATERIALS, "materials"),
    _rule(Intent.LEVEL, "level"),
    _rule(Intent.AUDIENCE, "audience"),
    _rule(Intent.SPEAKERS, "speakers agenda"),
    _rule(Intent.AGENDA, "agenda"),
    _rule(Intent.AGENDA, "day_one"),
    _rule(Intent.AGENDA, "day_two"),
    _rule(Intent.AGENDA, "day_three"),
    _rule(Intent.STATUS, "status", "when hour"),
    _rule(Intent.STATUS, "happens yes_no", "when hour where room list some trainings"),
    _rule(Intent.SEATS, "seats", "signup"),
    _rule(Intent.SIGNUP, "signup"),
    _rule(Intent.SEATS, "seats"),
    _rule(Intent.SEATS, "vacant"),
    _rule(Intent.SEATS, "full"),
    _rule(Intent.CONTACT, "contact"),
    _rule(Intent.SPEAKERS, "speakers"),
    _rule(Intent.WHERE, "where"),
    _rule(Intent.WHERE, "room"),
    _rule(Intent.WHEN, "when"),
    _rule(Intent.WHEN, "hour"),
    _rule(Intent.WHEN, "begins"),
    _rule(Intent.WHEN, "ends"),
    _rule(Intent.WHEN, "until_when"),
    _rule(Intent.DETAILS, "details"),
    _rule(Intent.LIST, "list"),
    _rule(Intent.LIST, "which"),
    _rule(Intent.LIST, "some"),
)
COURTESIES: Final = {
    "thanks": Courtesy.THANKS,
    "greeting": Courtesy.GREETING,
    "farewell": Courtesy.FAREWELL,
    "courtesy": Courtesy.OTHER,
}
_POLITE: Final = frozenset(COURTESIES) | {"courteous", "bare_help", "pronoun", "details", "past", "list", "which"}
_ALWAYS: Final = {
    "with_vacancy": Filter.VACANT,
    "with_certificate": Filter.CERTIFIED,
    "without_certificate": Filter.UNCERTIFIED,
}
_ASKING_OF_A_FACT: Final = {
    Filter.FREE: Intent.PRICE,
    Filter.PAID: Intent.PRICE,
    Filter.BASIC: Intent.LEVEL,
    Filter.INTERMEDIATE: Intent.LEVEL,
    Filter.ADVANCED: Intent.LEVEL,
    Filter.ONLINE: Intent.WHERE,
    Filter.ON_SITE: Intent.WHERE,
    Filter.HYBRID: Intent.WHERE,
    Filter.MEMBERS: Intent.AUDIENCE,
}


def asked(concepts: AbstractSet[str]) -> Intent | None:
    """Return what concepts ask for, or ``None``."""
    found = (rule.intent for rule in RULES if rule.all_of <= concepts and rule.none_of.isdisjoint(concepts))
    return next(found, None)


FACTS: Final = frozenset(
    {
        *(Intent.WHEN, Intent.WHERE, Intent.PRICE, Intent.DEADLINE, Intent.SEATS, Intent.CERTIFICATE, Intent.CONTACT),
        *(Intent.SPEAKERS, Intent.LEVEL, Intent.LINK, Intent.AUDIENCE, Intent.MATERIALS, Intent.SIGNUP),
    }
)
"""Intents of which one question may hold two."""


def both(concepts: AbstractSet[str], joined: AbstractSet[str]) -> tuple[Intent, Intent] | None:
    """Return the two facts asked for in one sentence, „kiedy i gdzie”, or ``None``."""
    first, second = asked(concepts - joined), asked(joined & concepts)
    if first in FACTS and second in FACTS and first is not second:
        return first, second
    return None


def courtesy(clause: Clause) -> Courtesy | None:
    """Return which courtesy a clause is, if it is nothing else."""
    kinds = [kind for concept, kind in COURTESIES.items() if concept in clause.concepts]
    if not kinds or clause.terms or clause.when or clause.concepts - _POLITE:
        return None
    return kinds[0] if len(clause.unknown) <= 1 else None


def fact_of(filters: AbstractSet[Filter]) -> Intent | None:
    """Return the fact that a filter is about: „płatne?” said of one training asks for its price."""
    return next((intent for each, intent in _ASKING_OF_A_FACT.items() if each in filters), None)


def concepts_of(clause: Clause, *, listing: bool, inquiring: bool) -> frozenset[str]:
    """Return the concepts of a clause without those that are but part of what it narrows."""
    concepts = set(clause.concepts) | ({"yes_no"} if inquiring else set())
    words = clause.words
    if any(term.sort is Sort.PERSON for term in clause.terms) and words.isdisjoint(ASKING["people"]):
        concepts.discard("speakers")
    if words.isdisjoint(ASKING["people"]) and concepts & {"some", "list"}:
        concepts.discard("speakers")
    if clause.price:
        concepts.discard("price")
    if concepts & {"basic", "intermediate", "advanced"} and not inquiring and words.isdisjoint(ASKING["quality"]):
        concepts.discard("level")
    if listing:
        concepts -= _narrowing(clause, words)
    return frozenset(concepts)


def _narrowing(clause: Clause, words: frozenset[str]) -> set[str]:
    """Return the concepts by which a question for several narrows them: those with seats, with a certificate."""
    gone = set()
    if words.isdisjoint(ASKING["number"]):
        gone |= {"seats", "vacant", "full"}
    if not clause.concepts.isdisjoint({"basic", "intermediate", "advanced"}):
        gone |= {"level"}
    if words.isdisjoint(ASKING["audience"]):
        gone |= {"audience"}
    if clause.terms or clause.concepts & {"trainings", "list", "which"}:
        gone |= {"certificate"}
    if "called_off" in clause.concepts:
        gone |= {"status"}
    return gone


def narrowing_filters(clause: Clause, *, listing: bool) -> frozenset[Filter]:
    """Return the filters that such concepts stand for; „z wolnymi miejscami” always narrows."""
    always = {each for concept, each in _ALWAYS.items() if concept in clause.concepts}
    if always:
        return frozenset(always)
    if not listing:
        return frozenset()
    gone = clause.concepts & _narrowing(clause, clause.words)
    filters = (
        {Filter.PLANNED}
        if "happens" in clause.concepts and "past" not in clause.concepts and not clause.past
        else set()
    )
    if gone & {"seats", "vacant", "full"}:
        filters.add(Filter.FULL if "full" in clause.concepts else Filter.VACANT)
    if "certificate" in gone:
        filters.add(Filter.CERTIFIED)
    if "status" in gone:
        filters.add(Filter.CANCELLED)
    return frozenset(filters)
