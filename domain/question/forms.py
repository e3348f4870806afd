"""All inflected forms of a word of the programme, so that whichever form a question uses is known beforehand.

Imports the folding, the dictionary and the rules of endings, nothing else of ours.
"""

from __future__ import annotations

from collections.abc import Hashable
from enum import StrEnum
from functools import cache
from typing import Any, Protocol

from domain.folding import fold
from domain.morfeusz import TURN, morfeusz
from domain.question.endings import inflected

_FINITE = dict.fromkeys(("fin", "praet", "impt", "imps", "inf", "bedzie", "pcon", "pant"), "fin")
_KIN = {"depr": "subst", **_FINITE}
_SET_APART = {"com", "sup", "neg"}
_QUALITIES = ("adj", "ppas", "pact")
_NOMINAL = ("subst", "adj", "ger", "ppas", "pact", "num")
_NAMES = ("nazwa_geograficzna", "nazwisko", "imię")
_OUT_OF_USE = {"arch.", "daw."}
_VERBAL = ("acie", "icie", "ycie", "ecie", "liscie", "lyscie", "lismy", "lysmy", "owac", "ywac", "iwac")
_ACRONYM = 5


class Part(StrEnum):
    """What a word can be, as far as its part of speech tells whether it names a subject."""

    NOUN = "noun"
    NAME = "name"
    QUALITY = "quality"
    """An adjective or participle: it names a subject only together with a noun."""
    OTHER = "other"
    """A verb, an adverb, a preposition …: none of these names a subject."""
    UNKNOWN = "unknown"


class Forms(Hashable, Protocol):
    """Whatever knows how words change."""

    def of(self, word: str) -> frozenset[str]:
        """Return the folded forms of one word, itself among them; it should come with its capitals and accents."""
        ...

    def part(self, word: str) -> Part:
        """Return what a word can be, written as it is; ``UNKNOWN`` when it may be a slip of another."""
        ...


class PlainForms:
    """Forms by rules over endings: some that no language has, and some missing where letters change inside."""

    def of(self, word: str) -> frozenset[str]:
        """Return the folded forms of a word."""
        return inflected(fold(word))

    def part(self, word: str) -> Part:
        """Return that of a verb in a form that asks or tells somebody; without a dictionary the rest is unknown."""
        return Part.OTHER if fold(word).endswith(_VERBAL) else Part.UNKNOWN


class MorfeuszForms:
    """Forms from the dictionary of Morfeusz, by rules for the words it lacks; each word is worked out once.

    Slow (0.3 ms a new word), so it belongs off the event loop. Threads take turns.
    """

    def __init__(self, morfeusz: Any) -> None:  # noqa: ANN401 -- the library has no types
        self._morfeusz = morfeusz
        self._unknown = PlainForms()
        self._known: dict[str, frozenset[str]] = {}

    def of(self, word: str) -> frozenset[str]:
        """Return the folded forms of a word."""
        with TURN:
            if word not in self._known:
                self._known[word] = self._generated(word) or self._unknown.of(word)
            return self._known[word]

    def part(self, word: str) -> Part:
        """Return the part of speech; a word that can be a noun counts as one. Nothing is remembered of it."""
        with TURN:
            read = [(tag, labels) for _, _, (_, _, tag, labels, _) in self._morfeusz.analyse(word)]
        if not read or any(tag == "ign" for tag, _ in read):
            return Part.UNKNOWN
        nouns = [labels for tag, labels in read if tag.startswith(_NOMINAL)]
        if not nouns:
            return Part.OTHER
        if all(any(label in _NAMES for label in labels) for labels in nouns):
            return Part.NAME
        return (
            Part.QUALITY
            if all(tag.startswith(_QUALITIES) for tag, _ in read if tag.startswith(_NOMINAL))
            else Part.NOUN
        )

    def _generated(self, word: str) -> frozenset[str]:
        forms = [form for lemma, kin in self._readings(word) for form in self._paradigm(lemma, kin)]
        return frozenset(map(fold, [*filter(None, forms), word])) if forms else frozenset()

    def _readings(self, word: str) -> set[tuple[str, str]]:
        """Return the lemmas of a word, each with its kin: the part of speech whose forms are wanted."""
        shouted = len(word) > _ACRONYM and word.isupper()
        read = self._morfeusz.analyse(word.lower() if shouted else word)
        found = {(lemma, _kin(tag)) for _, _, (text, lemma, tag, *_) in read if text.lower() == word.lower()}
        found = {(lemma, kin) for lemma, kin in found if kin != "ign"}
        if word.isupper() and not shouted:
            return {(lemma, kin) for lemma, kin in found if _bare(lemma).isupper()}
        named = {(lemma, kin) for lemma, kin in found if _bare(lemma) == word}
        nominal = {(lemma, kin) for lemma, kin in found if kin.startswith(_NOMINAL)}
        common = {(lemma, kin) for lemma, kin in nominal if _bare(lemma).islower()}
        if word.islower():
            return common or nominal or found
        return (common | named) if named else nominal or found

    def _paradigm(self, lemma: str, kin: str) -> list[str]:
        made = self._morfeusz.generate(lemma)
        return [_joined(form) for form, _, tag, _, labels in made if _kin(tag) == kin and _in_use(labels)]


@cache
def available() -> Forms:
    """Return the process's forms from Morfeusz where it is installed, else by rules."""
    dictionary = morfeusz()
    return MorfeuszForms(dictionary) if dictionary else PlainForms()


def _joined(form: str) -> str:
    """Return the form without hyphen and apostrophe: who asks writes "vatu" for "VAT-u", or two words."""
    return "".join(filter(str.isalnum, form))


def _in_use(labels: list[str]) -> bool:
    return _OUT_OF_USE.isdisjoint(label for each in labels for label in each.split(","))


def _bare(lemma: str) -> str:
    return lemma.split(":", maxsplit=1)[0]


def _kin(tag: str) -> str:
    """Return what forms of one word share: the part of speech, and whether it is compared or denied."""
    part, *rest = tag.split(":")
    return ":".join([_KIN.get(part, part), *_SET_APART.intersection(rest)])
