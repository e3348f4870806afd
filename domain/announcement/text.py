"""A pasted text made plain: one sign a letter, one space between words, wrapped lines joined, folded beside.

Keeps for every sign where it stood in the text as it was given. Knows no words of announcements.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from domain.announcement.reading import Span

LONGEST = 50_000
"""Signs that are read of a text."""
_FIGURES = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_RAISED = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]{2}(?![⁰¹²³⁴⁵⁶⁷⁸⁹\d])")
_MARKUP = re.compile(
    r"\*\*+|~~+|`+|(?<!\S)__(?=\S)|(?<=\S)__(?!\S)|(?m:^[ \t]*#{1,6}(?=[ \t]))|(?m:^(?:[ \t]*>)+)"
    r"|(?<![\S])\*(?=[^\s*])|(?<=[^\s*])\*(?!\S)"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}\d{0,2}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_BREAKS = "\r\n\x0b\x0c\x85\u2028\u2029"
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}
_STYLED = 0x1D400
"""From here on letters are written in the styles of posts: bold, slanted, in boxes."""
_WORDS_APART = 2
"""Spaces between two words of one column, at most."""


class _Folding(dict[int, str]):
    """Each letter to its plain lower-case one; what has no single one stays, so that no place moves."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = unicodedata.normalize("NFKD", sign)[:1].lower()
        folded = {"ł": "l", "ø": "o", "đ": "d"}.get(plain, plain if len(plain) == 1 else sign)
        self[code] = folded
        return folded


_FOLDING = _Folding()


def folded(text: str) -> str:
    """Return the text in lower case without accents, every sign in its place."""
    return text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Text:
    """The plain text, the same folded, and where each sign came from."""

    plain: str
    folded: str
    origins: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch that is not empty stood in the text as given."""
        return Span(self.origins[start][0], self.origins[end - 1][1])

    def words(self, start: int, end: int) -> str:
        """Return a stretch as one line."""
        return " ".join(self.plain[start:end].split())


_Sign = tuple[str, int, int]


def plain(given: str) -> Text:
    """Read a text; what stands beyond the longest is not read."""
    signs = list(_spaced(_signs(given[:LONGEST])))
    joined = "".join(sign for sign, _, _ in signs)
    return Text(joined, folded(joined), tuple((start, end) for _, start, end in signs))


def _signs(given: str) -> Iterator[_Sign]:
    """Yield the signs that somebody sees, each with its place: no markup, entities and accents made one sign."""
    instead = {place: "" for match in _MARKUP.finditer(given) for place in range(*match.span())}
    for match in _RAISED.finditer(given):
        instead |= {match.start(): f":{_FIGURES[match[0][0]]}", match.start() + 1: _FIGURES[match[0][1]]}
    for match in _ENTITY.finditer(given):
        if len(sign := unescape(match[0])) == 1:
            instead |= dict.fromkeys(range(*match.span()), "") | {match.start(): _shown(sign)}
    place = 0
    while place < len(given):
        end = _end(given, place)
        shown = instead[place] if place in instead else _shown(given[place:end])
        for sign in shown:
            yield sign, place, end
        place = end


def _end(given: str, place: int) -> int:
    """Return the end of the sign that begins here, with the accents that follow it."""
    if given[place : place + 2] == "\r\n":
        return place + 2
    end = place + 1
    while end < len(given) and given[end] > "\u02ff" and unicodedata.combining(given[end]):
        end += 1
    return end


def _shown(sign: str) -> str:
    if sign == "\t" or (sign.isascii() and sign.isprintable()):
        return sign
    if sign[0] in _BREAKS:
        return "\n"
    made = unicodedata.normalize("NFC", sign)[:1]
    category = unicodedata.category(made)
    if category == "Zs":
        return " "
    if category in _UNSEEN or made in _FIGURES:
        return ""
    if ord(made) >= _STYLED or "\uff00" <= made <= "\uffef":
        compatible = unicodedata.normalize("NFKC", made)
        return compatible if len(compatible) == 1 else made
    return made


def _spaced(signs: Iterator[_Sign]) -> Iterator[_Sign]:
    """Keep one space between words, a tab between the columns of a table, and nothing at the ends of lines."""
    gap: list[_Sign] = []
    begun = False
    for sign in signs:
        if sign[0] in " \t":
            gap.append(sign)
            continue
        if gap and begun and sign[0] != "\n":
            apart = len(gap) > _WORDS_APART or any(each[0] == "\t" for each in gap)
            yield "\t" if apart else " ", gap[0][1], gap[-1][2]
        gap, begun = [], sign[0] != "\n"
        yield sign
