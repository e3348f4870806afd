"""What stands before or behind the title of a training and is no part of it: „Re:", „w Kielcach:", „– zaproszenie".

Knows words alone; finds no titles.
"""

from __future__ import annotations

import re

from domain.announcement.language import words
from domain.announcement.language.text import Text

SHORTEST = 3
"""Letters of a title at least."""
_REPLIED = re.compile(rf"(?:(?:re|fwd?|odp|pd|wg) ?: ?|(?:{words.alternatives('titles', 'tag')}) ?[:!–—] )+")
_TAGGED = re.compile(rf"(?: ?[–—:|,(]| -) ?(?:{words.alternatives('titles', 'tag')})[)!.]*$")
"""What a mail is, behind what it is about: „Szkolenie KPA – zaproszenie"."""
_KIND = re.compile(rf"(?:{words.alternatives('kinds')}) ")
_TOWNED = re.compile(r"(?:[Ww]|[Ww][Ee]) [A-ZŁŚŻĆ][^\W\d]+(?:[ -][A-ZŁŚŻĆ][^\W\d]+)?: (?=[A-ZŁŚŻĆ„])")
"""The town in which a kind of training is held, before the title: „(Szkolenie) w Kielcach: Plan ogólny"."""


def opened(text: Text, start: int, end: int) -> int:
    """Return where a title begins behind „Re:" and „Zaproszenie:"."""
    match = _REPLIED.match(text.folded, start, end)
    return match.end() if match else start


def towned(text: Text, start: int, end: int) -> int:
    """Return where a title begins behind the town of its training, and behind the kind before that."""
    kind = _KIND.match(text.folded, start, end)
    match = _TOWNED.match(text.plain, kind.end() if kind else start, end)
    return match.end() if match else start


def closed(text: Text, start: int, end: int) -> int:
    """Return where a title ends before „– zaproszenie"."""
    match = _TAGGED.search(text.folded, start + SHORTEST, end)
    return match.start() if match else end
