"""From the bytes of a file to its text, whose every sign stays where it was: offsets count from its beginning."""

from __future__ import annotations

import codecs
from typing import Final

from bot.cli.once import Misused

_NOT_TEXT: Final = {
    b"PK\x03\x04": "a packed document, as .docx, .odt and .xlsx files are",
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "a document of an older Word or Excel",
    b"{\\rtf": "a document in Rich Text Format",
}
_OLD: Final = ("cp1250", "iso8859-2")
_POLISH: Final = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”“’‘–—…•·§°©®«»½²³×€\u00a0\u00ad")
_TO_ONE_FOREIGN: Final = 6
_LAYOUT: Final = frozenset("\t\n\r\f")


def decoded(raw: bytes, name: str) -> str:
    """Return the text of a file: UTF-8, UTF-16 with its mark, else Windows-1250 or ISO 8859-2 that looks like Polish.

    Raises `Refused` with what to do instead when it is no text.
    """
    for beginning, what in _NOT_TEXT.items():
        if raw.startswith(beginning):
            raise Misused(f"{name} is {what}; open it, copy the announcement and save it as plain text (.txt, UTF-8).")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _wide(raw, name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _old(raw, name)


def _wide(raw: bytes, name: str) -> str:
    try:
        return raw.decode("utf-16")
    except UnicodeDecodeError:
        raise _no_text(name) from None


def _old(raw: bytes, name: str) -> str:
    for encoding in _OLD:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _polish(text):
            return text
    raise _no_text(name)


def _polish(text: str) -> bool:
    """Tell whether a text may be Polish: what is no plain sign are Polish letters, and few of other languages."""
    others = [sign for sign in text if not (" " <= sign <= "~" or sign in _LAYOUT)]
    foreign = [sign for sign in others if sign not in _POLISH]
    return all(map(str.isalpha, foreign)) and len(foreign) * _TO_ONE_FOREIGN <= len(others)


def _no_text(name: str) -> Misused:
    return Misused(f"{name} is not a text in UTF-8; save the announcement as plain text (.txt, UTF-8).")
