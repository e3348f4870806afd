"""The words of time as data: from a folded word, spelt right or nearly, to its mark. No dates, no rules."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

UNKNOWN = "_"
# Each of these has a number in its mark: m5 is May, d1 Monday, t1 tomorrow, n3 three; g3, p3, f3 the third.
# Doubtful ones: k5 a May, q5 a May that may stand before its day as in English, e1 a Monday.
NUMBERED = {
    "months": "m",
    "doubtful_months": "k",
    "doubtful_months_first": "q",
    "month_adjectives": "m",
    "weekdays": "d",
    "weekday_adjectives": "d",
    "doubtful_weekdays": "e",
    "days": "t",
    "numbers": "n",
}
SHORTEST_SLIP = 5
SHORTEST_OTHER_SLIP = 6
SHORTEST_MONTH_SLIP = 4
SHORTEST_TWO_SLIPS = 8
LONGEST_SLIP = 20


def _lexicon(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(files("domain.question.lexicon").joinpath(f"{language}_when.toml").read_text("utf-8"))


LEXICONS = tuple(_lexicon(language) for language in ("pl", "en"))


def _marks(lexicon: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    for section, letter in NUMBERED.items():
        for number, words in lexicon.get(section, {}).items():
            yield from ((word, letter + number) for word in words.split())
    for section in ("seasons", "marks"):
        for mark, words in lexicon[section].items():
            yield from ((word, mark) for word in words.split())
    yield from _ordinals(lexicon["ordinals"])


def _ordinals(section: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    endings = [(letter, ending) for letter in "gpf" if letter in section for ending in section[letter].split(" ")]
    for number, stems in section.items():
        if number.isdigit():
            yield from ((stem + ending, letter + number) for stem in stems.split() for letter, ending in endings)


def _listed(section: str) -> frozenset[str]:
    return frozenset(word for lexicon in LEXICONS for word in lexicon.get(section, {}).get("words", "").split())


MARKS = {word: mark for lexicon in reversed(LEXICONS) for word, mark in _marks(lexicon)}
NOT_SLIPS = _listed("not_slips")
SURNAMES = _listed("surnames")
ADJECTIVES = frozenset(
    word
    for lexicon in LEXICONS
    for section in ("month_adjectives", "weekday_adjectives")
    for words in lexicon.get(section, {}).values()
    for word in words.split()
)
EVERY = _listed("every")
SEASONS_AFTER = _listed("seasons_after")
BEFORE_SEASONS = _listed("before_seasons")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
ROMANS = {roman: number for number, roman in enumerate(ROMAN, 1)}


def exact(word: str) -> str:
    """Return the mark of a folded word, or that of a word unknown."""
    return MARKS.get(word, UNKNOWN)


@cache
def _forms() -> dict[int, list[tuple[str, str]]]:
    buckets: dict[int, list[tuple[str, str]]] = {}
    for word, mark in MARKS.items():
        if len(word) >= _shortest(mark) and word not in ADJECTIVES:
            buckets.setdefault(len(word), []).append((word, mark))
    return buckets


def _shortest(mark: str) -> int:
    """Return how long a word of this mark must be to be recognised with a slip."""
    if mark[0] in "mkq" and mark[1:].isdigit():
        return SHORTEST_MONTH_SLIP
    dated = mark[0] in "dt" and mark[1:].lstrip("-").isdigit()
    return SHORTEST_SLIP if dated else SHORTEST_OTHER_SLIP


@lru_cache(maxsize=4096)
def near(word: str) -> str:
    """Return the mark of the one nearest word: one slip from four letters on, two from eight; a tie is unknown."""
    if not SHORTEST_MONTH_SLIP <= len(word) <= LONGEST_SLIP or word in NOT_SLIPS:
        return UNKNOWN
    limit = 2 if len(word) >= SHORTEST_TWO_SLIPS else 1
    found: dict[int, set[str]] = {}
    for length in range(len(word) - limit, len(word) + limit + 1):
        for form, mark in _forms().get(length, ()):
            distance = OSA.distance(word, form, score_cutoff=limit)
            if distance <= limit:
                found.setdefault(distance, set()).add(mark)
    nearest = found[min(found)] if found else set()
    return nearest.pop() if len(nearest) == 1 else UNKNOWN
