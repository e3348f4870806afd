"""Telegram's HTML made safe: what people and organisers wrote becomes plain words before it enters a text."""

from __future__ import annotations

import html
import re
from typing import Final

ELLIPSIS: Final = "…"
LONGEST_VALUE: Final = 300
A_WORD: Final = 14

# Control characters, marks that turn the direction of writing, halves of characters.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SPACES: Final = {"\n": "\n", "\t": " "}


class Markup(str):
    """Text that is safe Telegram HTML already."""

    __slots__ = ()


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clean(text: str) -> str:
    """Return a text on one line, without characters that cannot be seen or that turn the line around."""
    return _UNSEEN.sub("", " ".join(text.split()))


def visible(markup: Markup) -> Markup:
    """Return markup without the same characters, its lines and spaces kept."""
    return Markup(_UNSEEN.sub(lambda found: _SPACES.get(found[0], ""), markup))


def cut(text: str, longest: int) -> str:
    """Return a text no longer than so many UTF-16 units, shortened at the end of a word where one is near."""
    if units(text) <= longest:
        return text
    kept = text.encode("utf-16-le", "surrogatepass")[: 2 * max(longest - 1, 0)].decode("utf-16-le", "ignore")
    words, space, _ = kept.rpartition(" ")
    return (words if space and len(kept) - len(words) <= A_WORD else kept).rstrip(" ,;:–-") + ELLIPSIS


def escape(value: object, longest: int = LONGEST_VALUE) -> Markup:
    """Return a value as safe HTML: cleaned, cut, then escaped; ``Markup`` stays as it is."""
    return value if isinstance(value, Markup) else Markup(html.escape(cut(clean(str(value)), longest)))


def plain(value: object, longest: int = LONGEST_VALUE) -> str:
    """Return a value for where there is no HTML, as on buttons."""
    return cut(clean(str(value)), longest)


def lines(*parts: Markup | None) -> Markup:
    """Join lines; ``None`` and empty ones are left out."""
    return Markup("\n".join(filter(None, parts)))


def paragraphs(*parts: Markup | None) -> Markup:
    """Join paragraphs with an empty line between them; ``None`` and empty ones are left out."""
    return Markup("\n\n".join(filter(None, parts)))
