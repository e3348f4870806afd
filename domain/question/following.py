"""What a question means after the one before it: „a gdzie?”, „a w październiku?”, „tego w powiecie”."""

from __future__ import annotations

from dataclasses import replace

from domain.question import intents
from domain.question.answer import Intent
from domain.question.clauses import Clause
from domain.question.finding import SUBJECTS, found, settled
from domain.question.matching import Matched, matched
from domain.question.query import Query
from domain.question.scene import Scene
from domain.question.terms import Sort
from domain.question.turns import Turn


def followed(
    own: Query, intent: Intent | None, clause: Clause, before: Turn, scene: Scene, *, linked: bool
) -> Turn | None:
    """Return a question understood after the one before, or ``None`` when it stands by itself.

    ``linked`` tells that it takes up what was said before: „a …”, „to …”.
    """
    if not own.names_anything:
        asks = intent not in SUBJECTS or (linked and not own.many)
        return before.resumed(intent or before.intent) if before.numbers and asks and not _anew(clause) else None
    bare = not (own.terms or own.when or own.subject_unknown)
    if bare and len(before.numbers) == 1 and intent is None:
        fact = intents.fact_of(own.filters)
        return before.resumed(fact) if fact else None
    choosing = len(before.numbers) > 1 and before.intent not in SUBJECTS
    alone = own.topical and (("list" in clause.concepts) if linked else intent not in SUBJECTS)
    if alone or not (linked or choosing):
        return None
    meant = before.intent if intent in SUBJECTS else intent
    return _chosen(own, meant, before, scene) or (_joined(own, meant, before, scene) if linked else None)


def _anew(clause: Clause) -> bool:
    """Tell whether a sentence speaks of trainings in general."""
    return "trainings" in clause.concepts


def _chosen(own: Query, intent: Intent | None, before: Turn, scene: Scene) -> Turn | None:
    """Return the trainings meant among those that the question before was about."""
    fitting = matched(own, scene.index, scene.now)
    among = tuple(number for number in fitting.numbers if number in before.numbers)
    if not among or len(among) == len(before.numbers):
        return None
    return Turn(replace(own, terms=before.query.terms + own.terms), intent, among, fitting.share)


def _joined(own: Query, intent: Intent | None, before: Turn, scene: Scene) -> Turn:
    """Return what both questions together narrow: the newer in place of the older where they are of a kind."""
    joined = before.query.joined(own)
    fitting = matched(joined, scene.index, scene.now)
    new = own.of(Sort.SUBJECT, Sort.PLACE, Sort.PERSON)
    kept = tuple(number for number in fitting.numbers if all(number in term.found for term in new))
    if kept or not own.of(Sort.SUBJECT):
        return settled(joined, intent, Matched(kept, fitting.share), scene)
    return found(own, intent, scene)
