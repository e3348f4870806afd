"""One question after another: which sentence asks, what it narrows, and what the questions before had fixed.

Imports no clock and no storage; a chat is replayed from the questions of its last minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from domain.question import asking, intents
from domain.question.answer import Courtesy, Intent, Missing
from domain.question.bounds import GENERAL, about_trainings, forbidden
from domain.question.clauses import Clause, clauses
from domain.question.faqs import Likeness, likeliest
from domain.question.finding import SUBJECTS, found
from domain.question.following import followed
from domain.question.matching import FLOOR, matched
from domain.question.query import Query, merged, query
from domain.question.scene import Scene
from domain.question.terms import Sort
from domain.question.turns import Turn

FITS_FAQ: Final = 0.6
COVERS_FAQ: Final = 0.3
BESIDE_TRAINING: Final = 0.4
"""The share of an entry that a question about a training must have where no row can answer it."""
_DAYS: Final = {"day_one": 0, "day_two": 1, "day_three": 2}


def understood(texts: Sequence[str], scene: Scene) -> tuple[Turn, list[Clause]]:
    """Return the last of some questions of one chat, understood after those before it; and its sentences."""
    turn: Turn | None = None
    read: list[Clause] = []
    for text in texts:
        read = clauses(text, scene.index, scene.now)
        turn = _Question(read, turn, scene).turn()
    return turn or Turn(), read


class _Question:
    """One question in the light of the one before."""

    def __init__(self, read: Sequence[Clause], before: Turn | None, scene: Scene) -> None:
        self._all = read
        self._said = [clause for clause in read if not intents.courtesy(clause)]
        self._before = before or Turn()
        self._scene = scene
        self._lexicon = scene.index.lexicon

    def turn(self) -> Turn:
        if not self._said:
            kinds = [kind for clause in self._all if (kind := intents.courtesy(clause))]
            first = next((kind for kind in (Courtesy.THANKS, Courtesy.FAREWELL) if kind in kinds), None)
            return replace(self._resting(), courtesy=first or next(iter(kinds), Courtesy.OTHER))
        clause = asking.asking(self._said, self._scene.index)
        if any(map(forbidden, self._all)):
            return replace(self._resting(), scope=False)
        if asking.after_notices(clause, self._lexicon):
            return replace(self._resting(), intent=Intent.MINE, notices=True)
        if intent := asking.helps(clause):
            return replace(self._resting(), intent=intent)
        return self._answered(clause)

    def _resting(self) -> Turn:
        """Return what the question before fixed: thanks and help change nothing of it."""
        return self._before.resumed(self._before.intent)

    def _answered(self, clause: Clause) -> Turn:
        inquiring = clause.first in self._lexicon.small[clause.language].yes_no
        following = bool(self._before.numbers)
        many = asking.several(clause, self._scene.index, inquiring=inquiring, following=following)
        own = self._borrowed(query(clause, many=many), clause)
        named = own.of(Sort.SUBJECT, Sort.PERSON, Sort.KIND) or "training" in clause.concepts
        listing = many or not (named or own.subject_unknown or self._before.numbers)
        concepts = intents.concepts_of(clause, listing=listing, inquiring=inquiring)
        filters = intents.narrowing_filters(clause, listing=listing)
        if own.topical and not many and intents.fact_of(own.filters) is intents.asked(concepts):
            own = replace(own, filters=frozenset())
        own = replace(own, filters=merged(own.filters, filters), many=many or bool(filters))
        intent = _intent(concepts, own)
        surer = _intent(concepts - self._doubted(clause, own), own)
        intent = surer or intent
        also = self._also(clause)
        if two := intents.both(concepts, clause.joined):
            intent, also = two[0], (two[1], *also)
        turn = replace(
            self._resolved(own, intent, clause),
            missing=asking.missing(concepts, intent),
            inquiring=clause.asked or inquiring,
            also=tuple(dict.fromkeys(each for each in also if each is not intent)),
            ending="ends" in concepts and intent is Intent.WHEN,
            day=next((day for concept, day in _DAYS.items() if concept in concepts), None),
        )
        if turn.intent is Intent.AGENDA and "list" in concepts and len(turn.numbers) > 1:
            turn = replace(turn, intent=Intent.LIST)
        asks = inquiring or (clause.asked and not clause.words.isdisjoint(self._lexicon.small[clause.language].yes_no))
        turn = self._fact(turn, clause) if asks else turn
        turn = self._of_the_kind(turn, clause) if clause.asked or inquiring else turn
        turn = self._often(turn, clause, own)
        return replace(turn, scope=about_trainings(turn, clause))

    def _borrowed(self, own: Query, clause: Clause) -> Query:
        """Take the subject, or the time of „wtedy”, from another sentence when the one that asks has none."""
        if "then" in clause.concepts and own.when is None:
            return replace(own, when=next((each.when for each in self._said if each.when), None))
        refers = "pronoun" in clause.concepts and not (own.terms or own.subject_unknown)
        narrow = own.when or own.filters or own.price or own.subject_unknown or own.topical or own.soonest
        if narrow and not refers:
            return own
        lenders = [each for each in self._said if each is not clause and each.terms]
        if not lenders:
            return own
        lent = query(lenders[-1], many=False)
        sure = tuple(term for term in lent.terms if term.titled or term.sort is Sort.KIND or not lent.titled)
        return replace(
            own, terms=own.terms + sure, literal=lent.literal, titled=lent.titled, filters=own.filters or lent.filters
        )

    def _also(self, clause: Clause) -> tuple[Intent, ...]:
        """Return the facts that other sentences ask for, which name nothing else: „Kiedy jest RODO, ile kosztuje?”."""
        others = [
            each
            for each in self._said
            if each is not clause and not each.reason and (each.asked or each.first in self._lexicon.asks)
        ]
        named = [each for each in (*others, clause) if each.terms]
        asked = [intents.asked(each.concepts) for each in others] if len(named) == 1 else []
        return tuple(intent for intent in asked if intent in intents.FACTS)

    def _linked(self) -> bool:
        """Tell whether a sentence takes up what was said before."""
        return any(
            "pronoun" in clause.concepts or clause.first in self._lexicon.small[clause.language].taking_up
            for clause in self._said
        )

    def _resolved(self, own: Query, intent: Intent | None, clause: Clause) -> Turn:
        before = self._before
        if before.numbers or before.query.narrow:
            turn = followed(own, intent, clause, before, self._scene, linked=self._linked())
            if turn:
                return turn
        if not own.narrow and intent in GENERAL:
            return Turn(own, intent)
        return found(own, intent, self._scene)

    def _fact(self, turn: Turn, clause: Clause) -> Turn:
        """Take „Czy to szkolenie jest płatne?” as a question about the price of what it names, not as a search.

        „Czy RODO jest w Opolu?” asks where, „Czy jest RODO w Opolu?” searches.
        """
        query = turn.query
        if turn.intent is not None or query.many or not query.of(Sort.SUBJECT, Sort.PLACE, Sort.PERSON, Sort.KIND):
            return turn
        if fact := intents.fact_of(query.filters):
            return replace(found(replace(query, filters=frozenset()), fact, self._scene), inquiring=True)
        subject = query.of(Sort.SUBJECT, Sort.KIND)
        if not subject or clause.searches:
            return turn
        if query.price:
            return replace(found(replace(query, price=None), Intent.PRICE, self._scene), inquiring=True)
        told = {Sort.PLACE: Intent.WHERE, Sort.PERSON: Intent.SPEAKERS}
        fact = next((intent for sort, intent in told.items() if query.of(sort)), Intent.WHEN if query.when else None)
        bare = replace(query, terms=subject, when=None)
        return replace(found(bare, fact, self._scene), inquiring=True) if fact else turn

    def _doubted(self, clause: Clause, own: Query) -> frozenset[str]:
        """Return the concepts that may be part of what the question is about: „nagrywanie filmów telefonem”."""
        if not (clause.doubtful and own.of(Sort.SUBJECT)):
            return frozenset()
        fitting = matched(own, self._scene.index, self._scene.now).numbers
        titles = frozenset[int]().union(*(self._scene.index.listed[number].title for number in fitting))
        return frozenset(concept for concept, words in clause.doubtful.items() if words & titles)

    def _of_the_kind(self, turn: Turn, clause: Clause) -> Turn:
        """Take „Czy zapewniacie transport na kongres?” as a question about the only congress that there is."""
        kinds = turn.query.of(Sort.KIND)
        vague = turn.missing is Missing.OTHER or turn.intent in SUBJECTS
        if turn.numbers or turn.query.many or clause.searches or not (kinds and vague):
            return turn
        only = found(replace(turn.query, terms=kinds, unknown=()), turn.intent, self._scene)
        if len(only.numbers) != 1:
            return turn
        return replace(only, intent=Intent.DETAILS, missing=Missing.OTHER, inquiring=True)

    def _often(self, turn: Turn, clause: Clause, own: Query) -> Turn:
        """Prefer an entry of what is often asked where it explains more of the question than any training."""
        like = likeliest(clause, self._scene.entries, self._lexicon)
        if like is None or not self._prefers(like, turn, own, clause.concepts):
            return turn
        return replace(turn, faq=like.faq, intent=Intent.FAQ)

    def _prefers(self, like: Likeness, turn: Turn, own: Query, concepts: frozenset[str]) -> bool:
        if like.faq.training_id is not None:
            return turn.numbers == (like.faq.training_id,) and like.of_question >= COVERS_FAQ
        sorts = (Sort.SUBJECT, Sort.PLACE, Sort.PERSON, *([Sort.KIND] if len(turn.numbers) == 1 else []))
        strong = [term for term in own.of(*sorts) if not term.weak]
        named = {word for term in strong for word in term.text.split()}
        beyond = like.said - named
        asked = turn.missing is Missing.OTHER or {"certificate", "when"} <= concepts
        if turn.numbers and asked and beyond and like.of_entry >= BESIDE_TRAINING:
            return True
        if turn.numbers and named and turn.share >= FLOOR and (named - like.said or not beyond):
            return False
        if like.of_question < FITS_FAQ or like.of_entry < COVERS_FAQ:
            return turn.missing is Missing.OTHER and like.of_entry >= FITS_FAQ
        alone = like.words == 1
        fact = turn.intent not in SUBJECTS | {Intent.DETAILS}
        if alone and fact and like.of_entry < FITS_FAQ:
            return False
        if alone and (own.filters or (self._before.numbers and turn.numbers and not own.names_anything)):
            return False
        return turn.intent not in GENERAL or (like.of_entry >= FITS_FAQ and not alone)


def _intent(concepts: frozenset[str], own: Query) -> Intent | None:
    """Return the intent; „jaki jest plan na maj” asks for a list, as „terminy w maju” does."""
    intent = intents.asked(concepts)
    timed = intent is Intent.WHEN and concepts.isdisjoint({"hour", "begins", "ends"})
    vague = (timed or intent is Intent.AGENDA) and not own.terms and not own.soonest
    return Intent.LIST if vague and (own.when or own.filters) else intent
