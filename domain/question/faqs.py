"""What is often asked: which entry has the words of a question, and how much of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from domain.question.answer import Faq
from domain.question.clauses import Clause
from domain.question.folding import tokens
from domain.question.forms import Forms
from domain.question.words import Lexicon, data, phrase

LIGHT: Final = 0.25
"""How much a word that asks tells (when, where, how), beside one that names something."""
IN_ANSWER: Final = 0.6
"""How much a word tells that stands in the answer and not in the question."""
FAMILY: Final = 6
"""Letters that words of one family begin with alike."""
SMALL: Final = 2
ROOT: Final = 3
_ASKING: Final = frozenset(data("pl")["words"]["asking"].split() + data("en")["words"]["asking"].split())


@dataclass(frozen=True, slots=True)
class Frequent:
    """An entry, with the words of each way of asking it and of its answer, in all their forms.

    ``withdrawing`` tells that it is about giving a place up.
    """

    faq: Faq
    asked: tuple[tuple[frozenset[str], ...], ...]
    answered: frozenset[str]
    withdrawing: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """How well an entry fits: its share of what the question says (0–1), the question's share of it, the words met."""

    faq: Faq
    of_question: float
    of_entry: float
    said: frozenset[str]
    words: int


def frequent(faqs: Iterable[Faq], lexicon: Lexicon, forms: Forms) -> tuple[Frequent, ...]:
    """Read the entries; slow, as the forms are."""
    alike = _alike(forms)
    return tuple(
        Frequent(
            faq,
            tuple(tuple(_forms(text, lexicon, forms, alike)) for text in (faq.question, *faq.phrases)),
            frozenset().union(*_forms(faq.answer, lexicon, forms, alike)),
            _concerns(faq.question, "withdraw", lexicon),
        )
        for faq in faqs
    )


def _concerns(text: str, concept: str, lexicon: Lexicon) -> bool:
    found = lexicon.concepts.find([frozenset({token.folded}) for token in tokens(text)])
    return any(each.meaning[0] == concept for each in found)


def vocabulary(entries: Iterable[Frequent]) -> frozenset[str]:
    """Return every form of the words of the entries' questions."""
    return frozenset().union(*(forms for entry in entries for words in entry.asked for forms in words))


def likeliest(clause: Clause, entries: Sequence[Frequent], lexicon: Lexicon) -> Likeness | None:
    """Return the entry most like a clause, if any has one of its telling words."""
    said = [read for read in clause.readings if all(_tells(word, lexicon) for word in read)]
    if all(not read.isdisjoint(_ASKING) for read in said):
        return _in_other_words(clause, entries)
    found = [like for entry in entries for words in entry.asked if (like := _likeness(said, words, entry))]
    return max(found, key=lambda like: (like.of_question, like.of_entry), default=None)


def _in_other_words(clause: Clause, entries: Sequence[Frequent]) -> Likeness | None:
    """Return the entry that has the small words of a question which has no others: „co, jeśli nie mogę przyjść”."""
    said = {token.folded for token in clause.tokens if len(token.folded) > SMALL}
    for entry in entries:
        for text in (entry.faq.question, *entry.faq.phrases):
            words = {token.folded for token in tokens(text) if len(token.folded) > SMALL}
            both = {word for word in said if any(word[:ROOT] == other[:ROOT] for other in words)}
            if len(both) > 1 and 2 * len(both) >= max(len(said), len(words)):
                alike = 2 * len(both) / (len(said) + len(words))
                return Likeness(entry.faq, alike, alike, frozenset(both), len(both))
    return None


def _likeness(said: Sequence[frozenset[str]], words: Sequence[frozenset[str]], entry: Frequent) -> Likeness | None:
    hit = {read for read in said if any(_same(read, forms) for forms in words)}
    near = {read for read in said if read not in hit and not read.isdisjoint(entry.answered)}
    if all(not read.isdisjoint(_ASKING) for read in hit):
        return None
    whole = sum(map(_weight, said))
    has = sum(map(_weight, filter(hit.__contains__, said))) + IN_ANSWER * sum(
        map(_weight, filter(near.__contains__, said))
    )
    met = sum(_weight(forms) for forms in words if any(_same(read, forms) for read in said))
    telling = frozenset().union(*hit, *near) - _ASKING
    return Likeness(
        entry.faq,
        has / whole,
        met / sum(map(_weight, words)),
        telling,
        sum(1 for read in hit | near if read.isdisjoint(_ASKING)),
    )


def _same(read: frozenset[str], forms: frozenset[str]) -> bool:
    """Tell whether a word is one of the forms, or of their family: „zwolnieni” beside „zwolnienia”."""
    return not read.isdisjoint(forms) or not _families(read).isdisjoint(_openings(forms))


@lru_cache(maxsize=4096)
def _families(read: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:FAMILY] for word in read if len(word) > FAMILY)


@lru_cache(maxsize=4096)
def _openings(forms: frozenset[str]) -> frozenset[str]:
    """Return how the forms of a word begin; each question is held against all words of all entries."""
    return frozenset(form[:FAMILY] for form in forms)


def _weight(word: frozenset[str]) -> float:
    return 1.0 if word.isdisjoint(_ASKING) else LIGHT


def _tells(word: str, lexicon: Lexicon) -> bool:
    return word in _ASKING or (word not in lexicon.stop and word not in lexicon.weak and len(word) > 1)


def _forms(text: str, lexicon: Lexicon, forms: Forms, alike: Sequence[frozenset[str]]) -> Iterable[frozenset[str]]:
    for token in tokens(text):
        if token.folded != "-" and _tells(token.folded, lexicon):
            known = forms.of(token.text)
            yield known.union(*(group for group in alike if not group.isdisjoint({token.folded})))


def _single(groups: Iterable[Sequence[str]]) -> list[list[str]]:
    return [[text for text in group if " " not in text] for group in groups]


def _alike(forms: Forms) -> list[frozenset[str]]:
    """Return the groups of single words that mean the same where people ask about arrangements."""
    return [
        frozenset().union(*(form for text in group for form in phrase(text, forms.of)))
        for group in (*data("synonyms")["arrangements"], *_single(data("synonyms")["groups"]))
    ]
