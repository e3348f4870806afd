"""The words of announcements as data, in both languages, and the patterns made of them.

A word that ends in ``*`` stands for all its endings. Reads the lexicon's files; knows no rule of what is meant.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from domain.announcement.language.text import folded

_LANGUAGES = ("pl", "en")


@cache
def table(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the concepts of one table with their folded phrases, of all languages together."""
    found: dict[str, tuple[str, ...]] = {}
    for language in _LANGUAGES:
        for concept, phrases in _data(language).get(name, {}).items():
            found[concept] = found.get(concept, ()) + tuple(map(folded, phrases))
    return found


@cache
def _data(language: str) -> dict[str, Any]:
    return tomllib.loads(files("domain.announcement.language.lexicon").joinpath(f"{language}.toml").read_text("utf-8"))


@cache
def alternatives(name: str, *concepts: str) -> str:
    """Return the phrases of some concepts of a table (of all when none is named) as alternatives, longest first.

    They branch at their first sign, so that few are tried at a place.
    """
    chosen = table(name)
    phrases = {phrase for concept in concepts or chosen for phrase in chosen[concept]}
    branches: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        branches.setdefault(phrase[0], []).append(_pattern(phrase[1:]))
    return "|".join(f"{_pattern(first)}(?:{'|'.join(rests)})" for first, rests in branches.items())


def _pattern(phrase: str) -> str:
    return re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", " ")


@cache
def phrase(name: str, *concepts: str) -> re.Pattern[str]:
    """Return a pattern that finds the phrases of some concepts as whole words of a folded text."""
    return re.compile(rf"(?<!\w)(?:{alternatives(name, *concepts)})(?!\w)")


def months() -> str:
    """Return the names of months as alternatives."""
    return alternatives("months")


def weekdays() -> str:
    """Return the names of weekdays as alternatives."""
    return alternatives("weekdays")


@cache
def number(name: str, word: str) -> int | None:
    """Return the number under which a table lists a word; ``None`` for none."""
    return next((int(concept) for concept, phrases in table(name).items() if word in phrases), None)
