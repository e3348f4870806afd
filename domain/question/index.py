"""The programme as questions see it: every word of every training in all its forms, and where it stands.

Built whole when the programme changes and never changed afterwards, so that any thread may read it. Slow to build.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum
from functools import reduce
from itertools import pairwise
from operator import or_

from domain.official import Language
from domain.question.answer import Faq
from domain.question.folding import Token, fold, tokens
from domain.question.forms import Forms
from domain.question.slips import OPEN, Vocabulary
from domain.question.words import Lexicon, Phrases, data, lexicon, phrase
from domain.training import AgendaItem, Training


class Field(IntEnum):
    """Where in a training a word stands; sets of fields are sums of these, as plain numbers."""

    TITLE = 1
    TOPIC = 2
    AUDIENCE = 4
    SPEAKER = 8
    CITY = 16
    VENUE = 32
    KIND = 64
    INSTITUTION = 128
    AGENDA = 256
    SUMMARY = 512


SUBJECT = Field.TITLE | Field.TOPIC | Field.AUDIENCE | Field.INSTITUTION
PLACE = Field.CITY | Field.VENUE
FAINT = Field.AGENDA | Field.SUMMARY

Postings = Mapping[int, int]
"""For each training, by its number, the fields in which a word stands."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What can be asked about; each synonym is a group of phrases that mean the same."""

    trainings: tuple[Training, ...]
    faqs: tuple[Faq, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A training's place by start, days and hours, worked out once; ``ends_at`` in seconds since 1970."""

    training: Training
    place: int
    first: date
    last: date
    hour: time | None
    ends_at: float
    title: tuple[int, ...]
    heading: tuple[int, ...]

    @property
    def number(self) -> int:
        """The training's number for life."""
        return self.training.id


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all trainings: form to words, word to postings and to the fields it stands in anywhere.

    ``neighbours`` are words that stand side by side in some field, and in which.
    """

    forms: Mapping[str, frozenset[int]]
    postings: Sequence[Postings]
    neighbours: Mapping[tuple[int, int], int]
    fields: Sequence[int]

    def of(self, reading: Iterable[str]) -> frozenset[int]:
        """Return the words that folded forms may be."""
        return frozenset().union(*(self.forms.get(form, frozenset()) for form in reading))

    def fields_of(self, reading: Iterable[str]) -> int:
        """Return every field in which any of the words that folded forms may be stands."""
        return reduce(or_, (self.fields[word] for word in self.of(reading)), 0)


@dataclass(frozen=True, slots=True)
class Contents:
    """An index: trainings by start, their words, synonyms, and what is often asked."""

    knowledge: Knowledge
    lexicon: Lexicon
    listed: Mapping[int, Listed]
    words: Words
    vocabulary: Vocabulary[frozenset[int]]
    synonyms: Phrases[int]
    groups: Sequence[Postings]
    familiar: frozenset[str]
    forms: Forms

    def weight(self, found: int) -> float:
        """Return how much a word that this many trainings have tells: rare words tell more."""
        return math.log((len(self.listed) + 2) / (found + 0.5)) if found else math.log(len(self.listed) + 2)

    def said_of(self, item: AgendaItem, said: Sequence[frozenset[int]]) -> int:
        """Return how many words of an item of the agenda, its title and speakers, were said."""
        texts = (item.title, *(speaker.name for speaker in item.speakers or ()))
        words = {token.folded for text in texts for token in tokens(text)} - self.lexicon.small[Language.POLISH].stop
        heard = frozenset().union(*said)
        return sum(1 for word in words if not self.words.forms.get(word, frozenset()).isdisjoint(heard))


def contents(knowledge: Knowledge, forms: Forms, heard: AbstractSet[str] = frozenset()) -> Contents:
    """Read a programme; slow (0.3 ms a new word). ``heard`` are more words that questions may hold, with slips."""
    known = lexicon(forms)
    reader = _Reader(known, forms)
    in_order = enumerate(sorted(knowledge.trainings, key=_order))
    listed = {training.id: reader.take(place, training) for place, training in in_order}
    words = reader.words()
    groups = [tuple(group) for group in (*data("synonyms")["groups"], *knowledge.synonyms)]
    alive, postings = _synonyms(groups, words, forms)
    alike = (form for words_of, group in alive if postings[group] for word in words_of for form in word)
    silent = dict.fromkeys([*heard, *alike], frozenset[int]())
    return Contents(
        knowledge=knowledge,
        lexicon=known,
        listed=listed,
        words=words,
        vocabulary=Vocabulary({**silent, **words.forms}, least=OPEN),
        synonyms=Phrases(alive),
        groups=postings,
        familiar=frozenset(form for words_of, _ in alive for word in words_of for form in word),
        forms=forms,
    )


def _order(training: Training) -> tuple[datetime, int]:
    return training.starts_at, training.id


class _Reader:
    """Collects the words of trainings one after another."""

    def __init__(self, known: Lexicon, forms: Forms) -> None:
        self._known = known
        self._forms = forms
        self._ids: dict[str, int] = {}
        self._surfaces: list[str] = []
        self._postings: list[dict[int, int]] = []
        self._neighbours: dict[tuple[int, int], int] = {}

    def take(self, place: int, training: Training) -> Listed:
        details = training.details
        for field, text in _texts(training):
            self._read(training.id, field, text)
        end = details.end or details.start
        return Listed(
            training=training,
            place=place,
            first=details.start.day,
            last=end.day,
            hour=details.start.hour or (details.daily_hours[0] if details.daily_hours else None),
            ends_at=training.ends_at.timestamp(),
            title=self._said(training.title),
            heading=self._said(_heading(training.title)),
        )

    def words(self) -> Words:
        forms: dict[str, set[int]] = defaultdict(set)
        for word, surface in enumerate(self._surfaces):
            said = self._says(word)
            for form in self._forms.of(surface) if said else (fold(surface),):
                forms[form].add(word)
        sets = {form: frozenset(words) for form, words in forms.items()}
        shared = {words: words for words in sets.values()}
        return Words(
            {form: shared[words] for form, words in sets.items()},
            self._postings,
            self._neighbours,
            [reduce(or_, found.values(), 0) for found in self._postings],
        )

    def _read(self, number: int, field: Field, text: str) -> None:
        found = [self._word(token) for token in tokens(text) if token.folded != "-"]
        for word in found:
            self._postings[word][number] = self._postings[word].get(number, 0) | field
        said = [word for word in found if self._says(word)]
        for pair in pairwise(said):
            self._neighbours[pair] = self._neighbours.get(pair, 0) | field

    def _said(self, text: str) -> tuple[int, ...]:
        return tuple(self._word(token) for token in tokens(text) if token.folded != "-")

    def _word(self, token: Token) -> int:
        if token.folded not in self._ids:
            self._ids[token.folded] = len(self._surfaces)
            self._surfaces.append(token.text)
            self._postings.append({})
        return self._ids[token.folded]

    def _says(self, word: int) -> bool:
        folded = fold(self._surfaces[word])
        return len(folded) > 1 and folded not in self._known.small[Language.POLISH].stop


def _heading(title: str) -> str:
    """Return a title up to its colon, dash or full stop, if that is a title by itself."""
    for sign in (":", " – ", " - ", ". ", " — "):
        head = title.partition(sign)[0]
        if len(head.split()) > 1:
            title = head
    return title


def _texts(training: Training) -> Iterator[tuple[Field, str]]:
    details = training.details
    yield Field.TITLE, details.title
    yield from ((Field.TOPIC, topic) for topic in details.topics or ())
    yield from ((Field.SPEAKER, speaker.name) for speaker in details.speakers or ())
    place = details.place
    stated = (
        (Field.AUDIENCE, details.audience),
        (Field.CITY, place.city if place else None),
        (Field.VENUE, place.name if place else None),
        (Field.KIND, details.kind),
        (Field.SUMMARY, details.summary),
    )
    yield from ((field, text) for field, text in stated if text)
    rule = details.eligibility
    yield from ((Field.INSTITUTION, name) for name in (rule.institutions if rule else ()))
    for item in details.agenda or ():
        yield Field.AGENDA, item.title
        yield from ((Field.AGENDA, speaker.name) for speaker in item.speakers or ())


def _synonyms(
    groups: Sequence[Sequence[str]], words: Words, forms: Forms
) -> tuple[list[tuple[Sequence[frozenset[str]], int]], list[Postings]]:
    """Return the phrases of the groups, and where each group stands.

    A group that the programme has nowhere keeps its phrases: „pierwsza pomoc” must not be read as the words it is
    made of, and „azbest” alone names a subject.
    """
    alive: list[tuple[Sequence[frozenset[str]], int]] = []
    postings: list[Postings] = []
    for group in groups:
        phrases = list(filter(None, (phrase(text, forms.of) for text in group)))
        found = together(_standing(words_of, words) for words_of in phrases)
        alive += [(words_of, len(postings)) for words_of in phrases]
        postings.append(found)
    return alive, postings


def _standing(words_of: Sequence[frozenset[str]], words: Words) -> Postings:
    """Return the trainings in which all words of a phrase stand in one of the fields that tell the subject."""
    found: Postings | None = None
    for word in words_of:
        numbers = {number for form in word for number in words.forms.get(form, ())}
        here = together(words.postings[number] for number in numbers)
        found = here if found is None else {key: found[key] & here[key] for key in found.keys() & here.keys()}
    return {number: fields for number, fields in (found or {}).items() if fields}


def together(postings: Iterable[Postings]) -> dict[int, int]:
    """Return the fields of several words as those of one."""
    found: dict[int, int] = {}
    for each in postings:
        for number, fields in each.items():
            found[number] = found.get(number, 0) | fields
    return found
