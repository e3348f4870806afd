"""Headings of schedules made titles: „Harmonogram spotkań informacyjnych w sołectwach" → „Spotkania informacyjne …".

Knows the endings of several in the genitive; decides not whether a heading is a title.
"""

from __future__ import annotations

import re

_SCHEDULE = re.compile(r"(?:harmonogram|terminarz|kalendarz|plan|rozklad|wykaz|terminy|cykl)\w* $")
_GOVERNED = re.compile(r"(?<!\w)(?:zgodnie|wedlug|wg|z|w|w ramach|na podstawie|do|o) (?:\w+ )?$")
_ENDINGS = (("eń", "enia"), ("ań", "ania"), ("ów", "y"), ("cji", "cje"))
_QUALITIES = (("kich", "kie"), ("gich", "gie"), ("ich", "ie"), ("ych", "e"))
LONG = 4
"""Letters of a pronoun, at most: „tych", „ich"."""


def headed(before: str) -> bool:
    """Tell whether folded words before a kind announce a schedule of several, not „zgodnie z planem (szkoleń)"."""
    match = _SCHEDULE.search(before)
    return match is not None and not _GOVERNED.search(before, 0, match.start())


def named(kind: str, rest: str) -> str | None:
    """Return several in the nominative, with the adjectives that follow; nothing when there is but one.

    „spotkań" and „informacyjnych dla rolników" give „Spotkania informacyjne dla rolników".
    """
    several = _ended(kind.lower(), _ENDINGS)
    if several is None:
        return None
    qualities: list[str] = []
    left = rest.split(" ")
    while left and len(left[0]) > LONG and (quality := _ended(left[0].lower(), _QUALITIES)):
        qualities.append(quality)
        left = left[1:]
    return " ".join([several[0].upper() + several[1:], *qualities, *left])


def _ended(word: str, endings: tuple[tuple[str, str], ...]) -> str | None:
    """Return a word with its ending changed, if it has one of some."""
    return next((word.removesuffix(old) + new for old, new in endings if word.endswith(old)), None)
