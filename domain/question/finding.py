"""From what a question narrows to the trainings it is about: all that fit, the one named, the next one."""

from __future__ import annotations

from dataclasses import replace

from domain.question.answer import Intent
from domain.question.matching import Matched, matched
from domain.question.query import Query
from domain.question.scene import Scene
from domain.question.terms import Sort
from domain.question.titles import exact
from domain.question.turns import Turn

FEW = 50
"""Trainings among which a title is looked for though its words do not stand side by side: „KPA od A do Z”."""
AFTERWARDS = frozenset({Intent.MATERIALS, Intent.CERTIFICATE})
"""What people ask for when a training is over."""
SUBJECTS = frozenset({None, Intent.LIST})
"""Intents of a question that only names what it is about."""


def found(query: Query, intent: Intent | None, scene: Scene) -> Turn:
    """Return the trainings that a query is about.

    A day beside a whole title may be of something else („w poniedziałek piszę, ale do kiedy …”): the title wins.
    """
    fitting = matched(query, scene.index, scene.now)
    if not fitting.numbers and query.titled and query.when and not query.many and intent not in SUBJECTS:
        query = replace(query, when=None)
        fitting = matched(query, scene.index, scene.now)
    if not fitting.numbers and intent in AFTERWARDS and query.of(Sort.SUBJECT):
        fitting = matched(replace(query, past=True), scene.index, scene.now)
    return settled(query, intent, fitting, scene)


def settled(query: Query, intent: Intent | None, fitting: Matched, scene: Scene) -> Turn:
    """Return the one training of several that is named by its title, or wanted as the next one."""
    numbers = fitting.numbers
    if len(numbers) > 1 and not query.many and (query.titled or len(numbers) <= FEW):
        known = max((len(term.text.split()) for term in query.terms), default=1)
        numbers = exact(numbers, query.literal, scene.index, headings=intent not in SUBJECTS, known=known)
    if query.soonest and numbers and not query.many:
        numbers = _soonest(numbers, scene)
    return Turn(query, intent, numbers, fitting.share)


def _soonest(numbers: tuple[int, ...], scene: Scene) -> tuple[int, ...]:
    trainings = [scene.index.listed[number].training for number in numbers]
    ahead = [training.id for training in trainings if not training.cancelled and not training.begun(scene.now)]
    return tuple(ahead[:1]) or numbers[:1]
