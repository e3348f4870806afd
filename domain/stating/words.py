"""The words of typed answers as data. Reads the lexicon's file; decides nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Final

from domain.folding import fold

_LEXICON: Final = tomllib.loads(files("domain.stating").joinpath("lexicon.toml").read_text("utf-8"))


def _phrases(listed: str) -> frozenset[str]:
    """Return the phrases of a list; a dash joins the words of one."""
    return frozenset(each if each.strip("-") == "" else each.replace("-", " ") for each in listed.split())


WORDS: Final[Mapping[str, frozenset[str]]] = {name: _phrases(listed) for name, listed in _LEXICON["words"].items()}
FIRST: Final[Mapping[str, frozenset[str]]] = {name: _phrases(listed) for name, listed in _LEXICON["first"].items()}
WEEKS: Final[Mapping[str, int]] = _LEXICON["weeks"]
LABELS: Final[Mapping[str, frozenset[str]]] = {name: _phrases(listed) for name, listed in _LEXICON["labels"].items()}


def says(text: str, name: str) -> bool:
    """Tell whether a text is one of the phrases of a list, whatever its case, accents, dashes and full stop."""
    told = fold(text).strip(" .!")
    return told in WORDS[name] or told.replace("-", " ") in WORDS[name]


def without(text: str, name: str) -> str:
    """Return a folded text without the words of a list."""
    return " ".join(each for each in fold(text).split() if each.strip(".,:!") not in WORDS[name])


def begins(text: str, name: str) -> bool:
    """Tell whether the first word of a text is one of those with which such a thing begins."""
    words = fold(text).split(maxsplit=1)
    return bool(words) and words[0].rstrip(".:") in FIRST[name]


def label(text: str) -> tuple[str | None, str]:
    """Return which part a text says that it is, and the rest of it: ``miasto: Gdynia``."""
    before, colon, after = text.partition(":")
    named = next((name for name, words in LABELS.items() if colon and fold(before) in words), None)
    return (named, after.strip()) if named else (None, text)
