"""What is no question about trainings: orders to the program, other people's sign-ups, the weather, legal advice."""

from __future__ import annotations

from typing import Final

from domain.question.answer import Intent, Missing
from domain.question.clauses import Clause
from domain.question.finding import SUBJECTS
from domain.question.matching import FLOOR
from domain.question.terms import SILENT, Sort
from domain.question.turns import Turn
from domain.question.words import OFFERED

FRAGMENT: Final = 4
"""Words of a question that may be no more than a subject."""
GENERAL: Final = frozenset({Intent.SIGNUP, Intent.WITHDRAW, Intent.CONTACT})
"""Intents that have an answer without any training."""
_TELLING: Final = frozenset({"training", "trainings", "list", "some", "signup", "vacant", "deadline", "withdraw"})
_OF_TRAININGS: Final = frozenset({Intent.DEADLINE, Intent.CERTIFICATE, Intent.SPEAKERS, Intent.SEATS, Intent.LIST})


def forbidden(clause: Clause) -> bool:
    """Tell whether a sentence gives orders to the program, or asks for what others signed up for."""
    people = "attendees" in clause.concepts and not clause.concepts.isdisjoint({"contact", "details"})
    return people or "forbidden" in clause.concepts


def about_trainings(turn: Turn, clause: Clause) -> bool:
    """Tell whether a question is about trainings at all, found or not."""
    concepts = clause.concepts
    query = turn.query
    offered = clause.asked and bool(clause.tokens) and clause.tokens[-1].folded in OFFERED
    fragment = clause.familiar and turn.intent in SUBJECTS and len(clause.tokens) <= FRAGMENT
    telling = (
        offered or fragment or bool(concepts & _TELLING) or bool(query.of(Sort.KIND)) or turn.intent in _OF_TRAININGS
    )
    if concepts & {"elsewhere", "legal"} and not turn.faq:
        named = query.titled or (telling and query.of(Sort.SUBJECT))
        found = bool(named and turn.numbers) and turn.share >= FLOOR
        return "legal" not in concepts and (found or "training" in concepts)
    if turn.faq or turn.intent in GENERAL:
        return True
    if turn.intent is None and not query.narrow:
        return telling
    if turn.missing is Missing.OTHER and not telling and not query.of(Sort.SUBJECT, Sort.PERSON):
        return not query.topical
    places_only = query.topical and not query.of(Sort.SUBJECT, Sort.PERSON, Sort.KIND)
    naming = [word for word, weight in clause.unknown if weight > SILENT]
    if places_only and naming and not telling:
        return False
    if turn.numbers or telling or (turn.intent not in SUBJECTS and len(naming) <= 1):
        return True
    return not naming and bool(query.terms or query.when or query.filters)
