"""The dictionary of Morfeusz: how a word may be read, and its forms; without the library, nothing is known.

Knows words alone, never a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.morfeusz import TURN, morfeusz


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word: its lemma, its cases, number and gender, and what kind of name it is."""

    lemma: str
    part: str
    number: str
    cases: frozenset[str]
    genders: frozenset[str]
    labels: frozenset[str]
    plain: bool = True
    """Neither compared nor denied: not „nowszy", „najnowszy" or „niezajęcie"."""


def known() -> bool:
    """Tell whether there is a dictionary."""
    return morfeusz() is not None


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Return how a word may be read; nothing without a dictionary."""
    dictionary = morfeusz()
    if dictionary is None or not word:
        return ()
    with TURN:
        read = dictionary.analyse(word)
    return tuple(
        _reading(lemma, tag, labels)
        for start, end, (text, lemma, tag, labels, _) in read
        if text == word and tag != "ign"
    )


def _reading(lemma: str, tag: str, labels: Sequence[str]) -> Reading:
    part, number, cases, genders, plain = _tagged(tag)
    return Reading(lemma, part, number, cases, genders, frozenset(labels), plain)


@lru_cache(maxsize=5_000)
def _tagged(tag: str) -> tuple[str, str, frozenset[str], frozenset[str], bool]:
    """Return the part of speech, the number, the cases and the genders of a tag, and whether it is plain."""
    part, number, case, gender, *_ = [*tag.split(":"), "", "", "", ""]
    plain = {"com", "sup", "neg"}.isdisjoint(tag.split(":"))
    return part, number, frozenset(case.split(".")), frozenset(gender.split(".")), plain


@lru_cache(maxsize=5_000)
def generated(lemma: str) -> tuple[tuple[str, Reading], ...]:
    """Return the forms of a word."""
    with TURN:
        made = morfeusz().generate(lemma)
    return tuple((form, _reading(base, tag, labels)) for form, base, tag, labels, _ in made)
