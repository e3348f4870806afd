"""A pasted text made plain: one sign a letter, one space between words, wrapped lines joined, folded beside.

Keeps for every sign where it stood in the text as it was given. Knows no words of announcements.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from domain.announcement.reading import Span

LONGEST = 50_000
"""Signs that are read of a text."""
_FIGURES = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_RAISED = re.compile(r"(?<=\d)[⁰¹²³⁴⁵⁶⁷⁸⁹]{2}(?![⁰¹²³⁴⁵⁶⁷⁸⁹\d])")
_ROUND = re.compile(r"(?<![\w.,:])(?:[01]?\d|2[0-4])(?:oo|OO|°°|ºº)(?!\w)")
"""An hour whose raised noughts came out as letters: „9oo"."""
_AT = re.compile(r"(?<=[\w-]) ?[\[(](?:at|ma[lł]pa)[)\]] ?(?=[\w-]+(?:\.\w| ?[\[(](?:dot|kropka)[)\]]))", re.IGNORECASE)
_DOT = re.compile(r"(?<=[\w-]) ?[\[(](?:dot|kropka)[)\]] ?(?=[\w-])", re.IGNORECASE)
"""Signs of an address that are spelt out so that no machine finds it."""
_MARKUP = re.compile(
    r"\*\*+|~~+|`+|(?<!\S)__(?=\S)|(?<=\S)__(?!\S)|(?m:^[ \t]*#{1,6}(?=[ \t]))|(?m:^(?:[ \t]*>)+)"
    r"|(?<![\S])\*(?=[^\s*])|(?<=[^\s*])\*(?!\S)"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}\d{0,2}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_BREAKS = "\r\n\x0b\x0c\x85\u2028\u2029"
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}
_STYLED = 0x1D400
"""From here on letters are written in the styles of posts: bold, slanted, in boxes."""
_GAP = re.compile(r"(?m:^)[ \t]+|[ \t]+(?m:$)|(?P<between>[ \t]{2,})")
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


def _shown(sign: str) -> str:
    """Return what is seen of a sign with its accents: a line end for each kind of them, nothing for control signs."""
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


class _Showing(dict[str, str]):
    """Each sign to the one that somebody sees, if any."""

    def __missing__(self, sign: str) -> str:
        self[sign] = shown = _shown(sign)
        return shown


_FOLDING = _Folding()
_SHOWING = _Showing()


def folded(text: str) -> str:
    """Return the text in lower case without accents, every sign in its place."""
    return text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Text:
    """The plain text, the same folded, and where each sign started and ended in the text as given."""

    plain: str
    folded: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch that is not empty stood in the text as given."""
        return Span(self.starts[start], self.ends[end - 1])

    def words(self, start: int, end: int) -> str:
        """Return a stretch as one line."""
        return " ".join(self.plain[start:end].split())


def plain(given: str) -> Text:
    """Read a text; what stands beyond the longest is not read."""
    joined, starts, ends = _spaced(*_signs(given[:LONGEST]))
    return Text(joined, folded(joined), tuple(starts), tuple(ends))


_Signs = tuple[str, Sequence[int], Sequence[int]]
"""Signs, and where each one starts and ends in the text as given."""


def _signs(given: str) -> _Signs:
    """Return the signs that somebody sees: no markup, entities and accents made one sign."""
    shown = list(map(_SHOWING.__getitem__, given))
    ends = list(range(1, len(given) + 1))
    for start, end in _clusters(given):
        shown[start:end] = [_shown(given[start:end]), *[""] * (end - start - 1)]
        ends[start] = end
    for place, sign in _instead(given).items():
        shown[place] = sign
    starts = [place for place, sign in enumerate(shown) for _ in sign]
    return "".join(shown), starts, [ends[place] for place in starts]


def _instead(given: str) -> dict[int, str]:
    """Return what is shown instead of signs: nothing for markup, a sign for an entity, figures for raised ones."""
    instead = {place: "" for match in _MARKUP.finditer(given) for place in range(*match.span())}
    for match in _RAISED.finditer(given):
        instead |= {match.start(): f":{_FIGURES[match[0][0]]}", match.start() + 1: _FIGURES[match[0][1]]}
    for match in _ROUND.finditer(given):
        instead |= {match.end() - 2: ":0", match.end() - 1: "0"}
    for pattern, sign in ((_AT, "@"), (_DOT, ".")):
        for match in pattern.finditer(given):
            instead |= dict.fromkeys(range(*match.span()), "") | {match.start(): sign}
    for match in _ENTITY.finditer(given):
        if len(sign := unescape(match[0])) == 1:
            instead |= dict.fromkeys(range(*match.span()), "") | {match.start(): _SHOWING[sign]}
    return instead


def _clusters(given: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are one sign: a letter with the accents that follow it, both halves of a line end."""
    accents = "".join(sign for sign in set(given) if sign > "\u02ff" and unicodedata.combining(sign))
    pattern = rf"\r\n|(?s:.)[{accents}]+" if accents else r"\r\n"
    for match in re.finditer(pattern, given):
        yield match.span()


def _spaced(signs: str, starts: Sequence[int], ends: Sequence[int]) -> _Signs:
    """Keep one space between words, a tab between the columns of a table, and nothing at the ends of lines."""
    kept: list[str] = []
    begun: list[int] = []
    ended: list[int] = []
    place = 0
    for gap in _GAP.finditer(signs):
        start, end = gap.span()
        kept.append(signs[place:start])
        begun += starts[place:start]
        ended += ends[place:start]
        if gap.lastgroup == "between":
            kept.append("\t" if end - start > _WORDS_APART or "\t" in gap[0] else " ")
            begun.append(starts[start])
            ended.append(ends[end - 1])
        place = end
    return "".join([*kept, signs[place:]]), [*begun, *starts[place:]], [*ended, *ends[place:]]
