"""The names of people in the nominative: a first name with its surname. Knows words alone, never a text."""

from __future__ import annotations

from collections.abc import Sequence

from domain.announcement.language.dictionary import Reading, known, readings
from domain.announcement.language.names import bare

_FIRST = "imię"
_SURNAME = "nazwisko"


def person(written: Sequence[str]) -> str:
    """Return a first name and surname in the nominative; as written when it stands in it, or is not known."""
    first, *rest = written
    if not rest or "nom" in _first_cases(first) or not _first_cases(first):
        return " ".join(written)
    named = next(each for each in readings(first) if _FIRST in each.labels and each.number.startswith("sg"))
    made = [_surname(word, named) for word in rest]
    return " ".join([bare(named.lemma), *made])


def _first_cases(word: str) -> frozenset[str]:
    single = (each for each in readings(word) if _FIRST in each.labels and each.number.startswith("sg"))
    return frozenset(case for each in single for case in each.cases)


def _surname(word: str, named: Reading) -> str:
    if "-" in word:
        return "-".join(_surname(half, named) for half in word.split("-"))
    fitting = [
        each
        for each in readings(word)
        if each.cases & named.cases
        and each.number.startswith("sg")
        and each.genders & named.genders
        and each.labels & {_SURNAME, _FIRST}
    ]
    if fitting:
        return bare(fitting[0].lemma)
    endings = (
        ("skiego", "ski"),
        ("ckiego", "cki"),
        ("skim", "ski"),
        ("ckim", "cki"),
        ("skiej", "ska"),
        ("ckiej", "cka"),
        ("ską", "ska"),
        ("cką", "cka"),
    )
    return next((word.removesuffix(old) + new for old, new in endings if word.endswith(old)), word)


def first_name(word: str) -> bool:
    """Tell whether a word can be somebody's first name; without a dictionary any may."""
    return not known() or any(_FIRST in each.labels for each in readings(word)) or not readings(word)
