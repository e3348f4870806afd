"""The room of a training: its number or its words, cut off before the name of the house that follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.announcement.language import names, words
from domain.announcement.language.text import folded
from domain.announcement.layout.page import Page
from domain.announcement.trainings.titles import bare

VENUE = words.alternatives("places", "venue")
STREET = words.alternatives("places", "street")
ROOM = words.alternatives("places", "room")
LOCATIVE, GENITIVE, NOMINATIVE = frozenset({"loc"}), frozenset({"gen"}), frozenset({"nom"})
_INSTITUTIONAL = re.compile(
    r"(?:miejsk|gminn|powiatow|wojewodzk|publiczn|panstwow|regionaln|narodow|spoleczn|samorzadow|marszalkowsk|osiedlow)"
    r"\w+$"
)
_OBLIQUE = re.compile(r"\w+(?:ego|iej|ej|ym|im|ich|ych)$")
NAMED = re.compile(
    rf"(?:w |we |na )?(?P<word>{ROOM})(?!\w)\.? ?(?:(?:nr\.?|numer|no\.?) ?)?"
    r"(?P<name>(?:\d{1,4}|[a-z]{1,2}\d{1,4}|[a-h](?= |$|,))[a-z]?(?:[./-]\d{1,3})?(?!\w)"
    r"|[„\"«'][^”\"»'\n]{2,40}[”\"»']|(?:im\.|imienia) [^,;(]{3,50}|)"
)
_INITIALS = re.compile(r"(?![IVX]+$|OSP|SP|ZSP?|PSP|LO|KGW|GOK|GCK|MOK|MGOK|LKS|GOPS|USC|BHP|RODO)[A-ZŁŚŻ]{2,5}")
"""The house in letters behind its room: „czytelnia pedagogiczna WBP"."""
_WORD = re.compile(r" ?([^\W\d_][\w-]*)")
_ENDS_ROOM = re.compile(
    rf"(?:{VENUE}|{'|'.join(map(folded, words.table('kinds')))}|w|we|na|przy|ul|pietro|oraz|i|odbe\w+|bedzi\w+)(?!\w)"
)
_NUMBER = re.compile(r" (?:nr\.? ?)?\d{1,4}[a-z]{0,2}(?!\w)")
FLOOR = re.compile(
    r"(?P<on>na )?(?:(?:[ivx]+|\d{1,2}|pierwsz\w+|drugi\w*|trzeci\w*|czwart\w+)\.? (?:pietro|pietrze)|parter(?:ze)?"
    r"|\d{1,2}(?:st|nd|rd|th) floor|ground floor)"
)
HOUSE = re.compile(rf"(?:[^\W\d][\w-]+ ){{0,3}}?(?P<venue>{VENUE})(?!\w)")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a place, where it stands, and what it reads as."""

    start: int
    end: int
    value: str


def finish(page: Page, place: int, end: int) -> int:
    """Return where „sala wielofunkcyjna" ends: before the name of the house that follows."""
    for index in range(3):
        match = _WORD.match(page.folded, place, end)
        if match is None or _ENDS_ROOM.match(page.folded, match.start(1), end):
            break
        if index and _INITIALS.fullmatch(match[1].upper()) and page.text.plain[match.start(1) : match.end(1)].isupper():
            break
        if page.text.plain[match.start(1)].isupper() and not _christened(page, match, end, first=not index):
            break
        if names.verbal(match[1]):
            break
        place = match.end()
    number = _NUMBER.match(page.folded, place, end)
    return number.end() if number else place


def _christened(page: Page, match: re.Match[str], end: int, *, first: bool) -> bool:
    """Tell whether a capital word after „sala" is still of its name, not of the house: „sala Orła Białego"."""
    house = HOUSE.match(page.folded, match.start(1), end)
    quality = _OBLIQUE if first else _INSTITUTIONAL
    if house is None or not quality.match(match[1]):
        return True
    noun = house["venue"].split()[0]
    its_own = first and match[1].endswith("ej") and not names.feminine(noun)
    return its_own and not _INSTITUTIONAL.match(match[1])


def taken(page: Page, match: re.Match[str], end: int, cases: frozenset[str]) -> Part:
    """Return the room of a match: its number or quoted name, else its words in the nominative."""
    text = page.text
    low, high = bare(page, (match.start("name"), match.end("name")))
    if high > low and not re.match(r"im(?:\.|ienia)", page.folded[low:]):
        return Part(match.start("word"), end, text.words(low, high))
    written = text.words(match.start("word"), end).strip(" .,")
    oblique = LOCATIVE if cases == NOMINATIVE else cases | LOCATIVE
    return Part(
        match.start("word"),
        end,
        written if written[:4].lower() in {"sala", "aula"} else names.house(written, oblique),
    )
