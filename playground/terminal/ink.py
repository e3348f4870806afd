"""Texts made fit for a terminal: harmless, wrapped to its width, bold where it can show bold. Pure.

Control characters never get through: what people and bots write must not move the cursor, recolour or retitle.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from playground.answers import Json
from playground.entities import units

_CODES = {"bold": 1, "italic": 3, "underline": 4, "strikethrough": 9}
_QUOTES = {"blockquote", "expandable_blockquote"}
_QUOTED = "│ "
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_CONTROLLING = {"Cc", "Cs", "Zl", "Zp"}
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that change the direction of what follows, on the whole line."""
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and how it is shown: ANSI codes, and whether it stands in a quotation."""

    character: str
    codes: tuple[int, ...] = ()
    quoted: bool = False


def harmless(text: str, *, lines: bool = False) -> str:
    """Replace what could command a terminal; line breaks are kept only with ``lines``, and else become spaces."""
    return "".join(_harmless(character, lines=lines) for character in text)


def wrapped(text: str, width: int) -> list[str]:
    """Break a plain text into lines."""
    return written(text, (), width, ink=False)


def written(text: str, entities: Iterable[Json], width: int, *, ink: bool) -> list[str]:
    """Break a text with entities into lines; links are written out, quotations are marked at the edge."""
    return [_rendered(line, ink=ink) for row in _rows(_glyphs(text, list(entities))) for line in _folded(row, width)]


def bold(text: str, *, ink: bool) -> str:
    """Write a harmless text in bold."""
    return f"\x1b[1m{text}\x1b[0m" if ink else text


def columns(text: str) -> int:
    """Count the columns a text takes."""
    return sum(_columns(character) for character in text)


def _harmless(character: str, *, lines: bool) -> str:
    if character == "\t" or (character == "\n" and not lines):
        return " "
    if character == "\n":
        return character
    harmful = unicodedata.category(character) in _CONTROLLING or character in _TURNING
    return _REPLACED if harmful else character


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _glyphs(text: str, entities: list[Json]) -> Iterator[Glyph]:
    """Yield a text's characters, each link followed by its address; entities count in UTF-16 units."""
    at = 0
    for character in text:
        over = [entity for entity in entities if entity["offset"] <= at < entity["offset"] + entity["length"]]
        kinds = {entity["type"] for entity in over}
        codes = tuple(sorted(_CODES[kind] for kind in kinds & _CODES.keys()))
        quoted = bool(kinds & _QUOTES)
        yield Glyph(harmless(character, lines=True), codes, quoted)
        at += units(character)
        for entity in over:
            if entity["type"] == "text_link" and entity["offset"] + entity["length"] == at:
                yield from (Glyph(each, (), quoted) for each in f" ({harmless(entity['url'])})")


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in glyphs:
        if glyph.character == "\n":
            # An empty line inside a quotation belongs to it.
            yield row or [Glyph("", (), glyph.quoted)]
            row = []
            continue
        if row and row[-1].quoted != glyph.quoted:
            # Telegram sets a quotation apart even where no line break does.
            yield row
            row = []
        row.append(glyph)
    yield row


def _folded(row: list[Glyph], width: int) -> Iterator[list[Glyph]]:
    """Break a row at spaces; a longer word, such as an address to copy, stays whole."""
    edge = [Glyph(each) for each in _QUOTED] if row and row[0].quoted else []
    room = max(width - len(edge), _NARROWEST)
    line: list[Glyph] = []
    used, begun = 0, False
    for word in _words(row):
        size = columns("".join(glyph.character for glyph in word))
        if begun and used + 1 + size > room:
            yield edge + line
            line, used, begun = [], 0, False
        if begun:
            # The space looks like what is on both its sides.
            line.append(Glyph(" ", line[-1].codes if word and line and line[-1].codes == word[0].codes else ()))
            used += 1
        line.extend(word)
        used += size
        begun = True
    yield edge + line


def _words(row: list[Glyph]) -> Iterator[list[Glyph]]:
    word: list[Glyph] = []
    for glyph in row:
        if glyph.character == " ":
            yield word
            word = []
        else:
            word.append(glyph)
    yield word


def _rendered(line: list[Glyph], *, ink: bool) -> str:
    pieces: list[str] = []
    shown: tuple[int, ...] = ()
    for glyph in line:
        if ink and glyph.codes != shown:
            pieces.append(_ansi(shown, glyph.codes))
            shown = glyph.codes
        pieces.append(glyph.character)
    return "".join(pieces).rstrip() + (_ansi(shown, ()) if shown else "")


def _ansi(shown: tuple[int, ...], codes: tuple[int, ...]) -> str:
    return ("\x1b[0m" if shown else "") + "".join(f"\x1b[{code}m" for code in codes)
