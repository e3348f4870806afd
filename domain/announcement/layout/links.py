"""Web addresses, e-mail addresses and telephone numbers, with their places; whose they are is not decided here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.announcement.language import words
from domain.announcement.language.text import Text

_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"„”“«»|]+"
    r"|(?<![\w@./-])(?:[a-z0-9-]{1,40}\.){1,4}(?:pl|eu|com|org|net|gle|ly|gov|edu|info|me|us|io)(?:/[^\s<>\"„”“«»|]*)?(?![\w@-])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:https?://)?(?:[\w-]{1,63}\.){1,9}[^\W\d_][\w-]{1,62}(?::[1-5]?\d{1,4})?(?:[/?#].*)?", re.IGNORECASE
)
"""An address that names where it leads: „https://" alone, a number for a name and what a name hides are none."""
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-z]{2,10}(?![\w@-])", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\d/.,:-])(?<!\d )(?:(?:\+|00)\d{2}[ -]?)?(?:\(?(?:0[ -]?)?\d{2}\)?(?: ?[/-] ?| )?"
    r"(?:\d{3}[ -]?\d{2}[ -]?\d{2}|\d\d[ -]\d\d[ -]\d{3}|\d\d[ -]\d{3}[ -]\d\d)"
    r"|\d{3}[ -]?\d{3}[ -]?\d{3}|\d\d[ -]\d\d[ -]\d\d[ -]\d{3})"
    r"(?![\d@]|[-/,.]\d| \d)"
)
_TELLING = re.compile(
    rf"(?<!\w)(?:{words.alternatives('labels', 'phone')}|telefon\w*|zadzwo\w*|nr|numer\w*|dzwoni\w*|[☎📞📱]"
    rf"|call|phone)[^\n]{{0,25}}$"
)
_NO_PHONE = re.compile(
    r"(?<!tel\./)(?<!tel/)(?<!tel\. i )(?<!tel\. / )\b(?:nip|regon|krs|konto|konta|rachun\w*"
    r"|pesel|id|faks\w*|fax\w*|passcode|kod\w*|numer zam\w*"
    r"|identyfikator\w*|meeting)\b(?:(?!\btel)[^\n]){0,40}$"
)


@dataclass(frozen=True, slots=True)
class Address:
    """Something written that people can be reached or something can be found by."""

    start: int
    end: int
    value: str


def urls(text: Text, mails: Sequence[Address]) -> Iterator[Address]:
    """Yield web addresses that are no part of a mail address, without the full stop or bracket that only follows."""
    begun = [each.start for each in mails]
    for match in _URL.finditer(text.plain):
        start, end = match.start(), match.start() + len(_bare(match[0]))
        before = bisect_right(begun, start)
        inside = before > 0 and start < mails[before - 1].end
        if not inside and end - start > len("a.pl") and _NAMED.fullmatch(text.plain, start, end):
            yield Address(start, end, text.plain[start:end])


def whole(url: str) -> str:
    """Return an address with its scheme, which people leave out: „www.example.org"."""
    return url if _SCHEME.match(url) else f"https://{url}"


def _bare(url: str) -> str:
    bare = url.rstrip(".,;:!?'’…*>])")
    if bare.count("(") > bare.count(")"):
        bare += url[len(bare) : len(bare) + 1] if url[len(bare) : len(bare) + 1] == ")" else ""
    return bare


def mails_of(text: Text) -> Iterator[Address]:
    """Yield e-mail addresses."""
    for match in _MAIL.finditer(text.plain):
        yield Address(match.start(), match.end(), match[0])


def phones(text: Text, announced: set[int]) -> Iterator[Address]:
    """Yield telephone numbers: those that a word tells, and groups of figures at ``announced`` places."""
    last = -100
    for match in _PHONE.finditer(text.plain):
        before = text.folded[max(0, match.start() - 60) : match.start()]
        told = bool(_TELLING.search(before)) or match.start() in announced or match.start() - last < 6  # noqa: PLR2004
        spaced = " " in match[0] or "-" in match[0] or match[0][0] == "+"
        if not _NO_PHONE.search(before) and (told or spaced):
            last = match.end()
            yield Address(match.start(), match.end(), match[0])
