"""Numbers written in words: „dwadzieścia pięć", „trzydziestu", up to a hundred and some. Knows no text around them."""

from __future__ import annotations

import re

from domain.announcement.language import words

_TENS = 10
_WORD = words.alternatives("numbers")
SPELT = re.compile(rf"(?<!\w)(?P<first>{_WORD})(?: (?P<second>{_WORD}))?(?!\w)")


def value(match: re.Match[str]) -> int | None:
    """Return the number of a match; ``None`` when its two words make none: „pięć dwadzieścia"."""
    first = words.number("numbers", match["first"]) or 0
    second = words.number("numbers", match["second"]) or 0 if match["second"] else 0
    if second and (first % _TENS or second >= (_TENS if first < _TENS**2 else _TENS**2)):
        return None
    return first + second
