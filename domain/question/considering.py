"""From a question understood to its answer: the behaviour, and the rows that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain, islice

from domain.official import Language
from domain.ports import Occupancy, Stored
from domain.question import facts
from domain.question.answer import Answer, Behaviour, Faq, Intent, Missing
from domain.question.bounds import GENERAL
from domain.question.clauses import Clause
from domain.question.faqs import Frequent, frequent, vocabulary
from domain.question.forms import Forms
from domain.question.index import FAINT, Contents, Knowledge, Listed, contents
from domain.question.language import recognised
from domain.question.query import Filter
from domain.question.scene import Scene
from domain.question.terms import SILENT
from domain.question.turns import Turn
from domain.question.understanding import understood
from domain.question.words import lexicon
from domain.training import AgendaItem, Programme, Training

SUGGESTED = 3
_OF_ITEMS = frozenset({Intent.WHEN, Intent.WHERE, Intent.LIST, Intent.DETAILS, Intent.AGENDA, Intent.SPEAKERS})
"""Intents that a part of an agenda answers."""


class Index:
    """Everything that questions are answered from; never changes, so any thread may read it."""

    def __init__(self, contents: Contents, entries: tuple[Frequent, ...]) -> None:
        self._contents = contents
        self._entries = entries
        zones = Counter(training.zone for training in contents.knowledge.trainings)
        self._usual = zones.most_common(1)[0][0] if zones else None
        self._withdrawing = {entry.faq.programme_id: entry.faq for entry in reversed(entries) if entry.withdrawing}

    def consider(
        self,
        questions: Sequence[str],
        now: datetime,
        language: Language | None = None,
        default: Language = Language.POLISH,
    ) -> Considered:
        """Understand the last of some questions of one chat; those before it, oldest first, are its context.

        ``now`` is aware. ``language`` wins; without it the question's own is recognised, and ``default`` breaks a tie.
        """
        zone = self._zone(now)
        turn, clauses = understood(questions, Scene(self._contents, self._entries, zone))
        spoken = language or recognised(clauses, self._contents, default)
        return Considered(self._contents, self._withdrawing, turn, clauses, spoken, zone)

    def _zone(self, now: datetime) -> datetime:
        return now.astimezone(self._usual) if self._usual else now


def build(knowledge: Knowledge, forms: Forms) -> Index:
    """Read a programme; slow and pure: it belongs in a thread."""
    entries = frequent(knowledge.faqs, lexicon(forms), forms)
    return Index(contents(knowledge, forms, vocabulary(entries)), entries)


@dataclass(frozen=True, slots=True)
class Considered:
    """A question understood, still without the seats, which change by the minute.

    ``withdrawing`` is what each programme's frequent questions say of withdrawing.
    """

    contents: Contents
    withdrawing: Mapping[int, Faq]
    turn: Turn
    clauses: Sequence[Clause]
    language: Language
    now: datetime

    @property
    def wanted(self) -> frozenset[int]:
        """The numbers of the trainings whose occupancy the answer needs."""
        return frozenset(self.turn.numbers)

    def answer(self, occupancies: Mapping[int, Occupancy]) -> Answer:
        """Return the answer; ``occupancies`` of the wanted trainings, one not among them has no limit known."""
        turn = self.turn
        if not turn.scope:
            return self._plain(Intent.OUT_OF_SCOPE, Behaviour.DECLINE)
        if turn.courtesy or (turn.intent is None and not turn.query.narrow and not self._unread()):
            return Answer(Intent.SMALLTALK, Behaviour.SMALLTALK, self.language, courtesy=turn.courtesy)
        if turn.faq:
            return Answer(Intent.FAQ, Behaviour.ANSWER, self.language, faq=turn.faq)
        if turn.intent in {Intent.MINE, Intent.HELP} or (
            turn.intent in GENERAL and not turn.query.narrow and not turn.numbers
        ):
            return replace(self._plain(turn.intent, Behaviour.ANSWER), notices=turn.notices)
        return self._about([self._stored(number, occupancies) for number in turn.numbers])

    def _unread(self) -> bool:
        return any(clause.unknown or clause.terms for clause in self.clauses)

    def _stored(self, number: int, occupancies: Mapping[int, Occupancy]) -> Stored:
        unknown = Occupancy(taken=0, free=None, waiting=0)
        return Stored(self.contents.listed[number].training, occupancies.get(number, unknown))

    def _plain(self, intent: Intent, behaviour: Behaviour) -> Answer:
        return Answer(intent, behaviour, self.language, programmes=self._programmes())

    def _programmes(self) -> tuple[Programme, ...]:
        found = {training.programme.id: training.programme for training in self.contents.knowledge.trainings}
        return tuple(found[number] for number in sorted(found))

    def _about(self, fitting: list[Stored]) -> Answer:
        turn = self.turn
        if turn.missing is Missing.OTHER and not turn.query.narrow and len(fitting) != 1:
            return self._plain(turn.intent or Intent.DETAILS, Behaviour.ABSTAIN)
        fitting = [stored for stored in fitting if _seats_fit(stored, turn.query.filters)]
        intent = turn.intent or Intent.LIST
        if not fitting:
            return Answer(intent, Behaviour.NOT_FOUND, self.language, topics=self._nearest())
        if len(fitting) > 1:
            return self._several(intent, tuple(fitting))
        return self._one(intent, fitting[0])

    def _several(self, intent: Intent, fitting: tuple[Stored, ...]) -> Answer:
        listing = intent is Intent.LIST or self.turn.query.many
        behaviour = Behaviour.ANSWER if listing else Behaviour.CLARIFY
        return Answer(intent, behaviour, self.language, fitting)

    def _one(self, intent: Intent, stored: Stored) -> Answer:
        turn = self.turn
        items = self._items(stored.training) if intent in _OF_ITEMS else ()
        if items and (intent is not Intent.SPEAKERS or any(item.speakers for item in items)):
            return Answer(Intent.AGENDA, Behaviour.ANSWER, self.language, (stored,), items)
        missing = turn.missing
        if turn.intent is None and turn.inquiring and any(weight > SILENT for _, weight in turn.query.unknown):
            intent, missing = Intent.DETAILS, Missing.OTHER
        if facts.missing(stored, missing, ending=turn.ending):
            return Answer(intent, Behaviour.ABSTAIN, self.language, (stored,), missing=missing)
        behaviour = Behaviour.ANSWER if facts.stated(stored, intent) else Behaviour.ABSTAIN
        rule = self.withdrawing.get(stored.training.programme.id) if intent is Intent.WITHDRAW else None
        return Answer(intent, behaviour, self.language, (stored,), items, faq=rule, also=turn.also)

    def _items(self, training: Training) -> tuple[AgendaItem, ...]:
        """Return the parts of the agenda that a question is about, none when it is about the training as a whole."""
        agenda = training.details.agenda or ()
        if self.turn.day is not None:
            days = sorted({item.start.day for item in agenda if item.start})
            day = training.details.start.day + timedelta(days=self.turn.day)
            return tuple(item for item in agenda if item.start and item.start.day == day) if days else ()
        faint = [
            term
            for term in self.turn.query.terms
            if term.found.get(training.id, FAINT) & ~FAINT == 0 and training.id in term.found
        ]
        if not faint:
            return ()
        scores = {item.key: self.contents.said_of(item, self.turn.query.literal) for item in agenda}
        best = max(scores.values(), default=0)
        return tuple(item for item in agenda if best and scores[item.key] == best)

    def _nearest(self) -> tuple[str, ...]:
        """Return the topics nearest to what was asked for: of trainings that have some of it, else of the next ones."""
        near = {number for term in self.turn.query.terms for number in term.found}
        listed = chain((each for each in self._ahead() if each.number in near), self._ahead())
        topics = (topic for each in listed for topic in (each.training.details.topics or ())[:1])
        return tuple(islice(_once(topics), SUGGESTED))

    def _ahead(self) -> Iterator[Listed]:
        now = self.now.timestamp()
        return (each for each in self.contents.listed.values() if each.ends_at > now and not each.training.cancelled)


def _once(topics: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for topic in topics:
        if topic not in seen:
            seen.add(topic)
            yield topic


def _seats_fit(stored: Stored, filters: frozenset[Filter]) -> bool:
    if Filter.FULL in filters:
        return stored.occupancy.free == 0 and not stored.training.cancelled
    return Filter.VACANT not in filters or (bool(stored.occupancy.free) and not stored.training.cancelled)
