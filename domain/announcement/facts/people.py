"""Who speaks and whom to ask: names in the nominative, with their functions and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.announcement.language import surnames, words
from domain.announcement.language.text import folded
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page

CAPITAL = r"[A-ZĄĆĘŁŃÓŚŹŻÀ-ÖØ-Þ]"
_ACCENTED = str.maketrans({"l": "[lł]", "z": "[zż]", "e": "[eę]"})
TITLES = "|".join(
    re.escape(each).translate(_ACCENTED)
    for each in sorted(words.table("people")["titles"], key=lambda each: -len(each))
)
_FIRST = "".join(sorted({title[0] for title in words.table("people")["titles"]}))
_TITLE = rf"(?:(?=[{_FIRST}{_FIRST.upper()}ŁłŻżĘę])(?i:{TITLES})(?![\w])\.? ?,?)"
"""A title; its first letter is looked at before all the others are tried."""
WORD = rf"{CAPITAL}(?:[^\W\d_]+|[’'][^\W\d_]+)(?:-{CAPITAL}[^\W\d_]+)*"
_FORENAME = rf"{WORD}(?: {CAPITAL}\.)?"
_SURNAME = rf"(?: {WORD}| (?:von|van|de) {WORD})"
_UNTITLED = re.compile(_FORENAME + _SURNAME)
"""What every name holds, and is fast to find."""
NAME = re.compile(rf"(?P<title>(?:prof\. [A-ZŁŚŻ]{{2,4}} )?{_TITLE}{{0,4}})(?P<name>{_FORENAME}{_SURNAME}{{1,2}})")
_NOT_NAMES = words.phrase("people", "not_names")
POLITE = words.alternatives("people", "polite")
SPEAKS = re.compile(
    rf"(?<!\w)(?:{words.alternatives('people', 'speaks')}|(?:wyklad|prelekcj|wystapieni)\w*"
    r"(?= (?:pan|dr|prof|mec|mgr)))(?!\w)"
)
_ASKED = words.phrase("people", "contact")
_BODY = re.compile(rf"(?<!\w)(?:{words.alternatives('people', 'bodies')}) $")
"""A body whose name follows: „Foundation Open Squares"."""
NAMED = rf"{_TITLE}*{WORD} {WORD}"
_INITIALED = re.compile(rf"(?:{CAPITAL}\. ?){{1,2}}{WORD}(?!\w)")
_LEADS_TO = re.compile(
    r"[\s,;:(–—|/-]*(?:(?:tel|telefon|telefoniczn|kom|e-?mail|mail|nr|numer|pod|adres|wew|w|na|do)\w*\.?[\s:–,/-]*|[\d\s()+/,;-]+"
    r"|[\w.+-]+@[\w.-]+[\s,;]*)*"
)
_FOLLOWS = re.compile(rf"[\s,;]*(?:wew\.? ?\d+[\s,;]*)?[\s(–—-]*(?:(?:{POLITE})\.? )?")
_PARTING = re.compile(
    r"(?:serdeczn\w+ )?(?:pozdraw\w+|pozdrowieni\w+|serdecznosci|do zobaczenia|(?:kind |best )?regards)"
    r"\b[\w ]{0,20}[,.!]*$"
)
_DIGNITY = re.compile(
    r"(?:wojt|burmistrz|prezydent|starost|dyrektor|prezes|marszal|przewodnicz|wicestar|zastepca|minister|wojewod)"
)
BESIDE = 70
"""Signs between a name and the number or address that belongs to it."""
LONGEST_NAME = 60
LONGEST_BODY = 24
"""Signs before a name in which the word for a body may stand."""
_LONGEST_TITLES = 100
"""Signs that titles take before a name, at most."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a text, with the place of the name."""

    start: int
    end: int
    name: str
    role: str | None = None


def named(page: Page, start: int, end: int) -> Person | None:
    """Return the first person named in a stretch."""
    return next(everyone(page, start, end), None)


def everyone(page: Page, start: int, end: int) -> Iterator[Person]:
    """Yield the people named in a stretch."""
    yield from _in(page.text.plain, start, end)


@lru_cache(maxsize=4)
def _everybody(plain: str) -> tuple[Person, ...]:
    return tuple(_in(plain, 0, len(plain)))


def _in(plain: str, start: int, end: int) -> Iterator[Person]:
    place = start
    while (bare := _UNTITLED.search(plain, place, end)) and (
        match := NAME.search(plain, max(place, bare.start() - _LONGEST_TITLES), end)
    ):
        person = person_of(match)
        place = match.end() if person else match.start("name") + len(match["name"].split()[0])
        if person:
            yield person


def person_of(match: re.Match[str]) -> Person | None:
    """Return the person, unless the capitals are those of an office or of a heading."""
    written = match["name"].split()
    start, end = match.start(), match.end()
    if match["name"].isupper() and len(match["name"]) > LONGEST_NAME:
        return None
    kept = [word for word in written if not _NOT_NAMES.fullmatch(folded(word))]
    if len(kept) != len(written):
        if len(written) == 3 and _NOT_NAMES.fullmatch(folded(written[2])):  # noqa: PLR2004 -- a word after the surname
            end = match.start("name") + len(" ".join(written[:2]))
            written = written[:2]
        if any(_NOT_NAMES.fullmatch(folded(word)) for word in written):
            return None
    if not surnames.first_name(_proper(written[0])) or _of_body(match):
        return None
    title = " ".join(match["title"].replace(",", " ").split())
    start = match.start("title") if title else match.start("name")
    shouted = match["name"].isupper()
    said = match["name"].title() if shouted else surnames.person([_proper(word) for word in written])
    title = "dr" if title.lower() == "dr." else title
    return Person(start, end, f"{title} {said}".strip())


def _of_body(match: re.Match[str]) -> bool:
    """Tell whether capitals are the name of the body before them, not of a person: „Instytut Jan Kochanowski"."""
    start = match.start()
    return bool(_BODY.search(folded(match.string[max(0, start - LONGEST_BODY) : start])))


def _proper(word: str) -> str:
    return "-".join(half.capitalize() for half in word.split("-")) if word.isupper() else word


def beside(page: Page, place: int, end: int) -> Person | None:
    """Return the person named right before or right after a number or an address."""
    line, piece = page.line_at(place), page.segment_at(place)
    if piece.labels & {"speakers", "agenda", "header", "organiser"} or line.number in page.heads:
        return None
    low = max(line.start, place - BESIDE)
    for person in reversed([*everyone(page, low, place), *_initialed(page, low, place)]):
        if _LEADS_TO.fullmatch(page.folded, person.end, place) and not SPEAKS.search(page.folded, low, person.start):
            return person
    after = _FOLLOWS.match(page.folded, end, line.end)
    match = NAME.match(page.text.plain, after.end() if after else end, line.end)
    return person_of(match) if match and match.start() > end else None


def _initialed(page: Page, start: int, end: int) -> Iterator[Person]:
    for match in _INITIALED.finditer(page.text.plain, start, end):
        yield Person(match.start(), match.end(), match[0])


def parted(page: Page) -> Person | None:
    """Return who signs a mail: the name alone under „Pozdrawiam", unless it is that of a dignitary."""
    for line, below, further in zip(page.lines, page.lines[1:], [*page.lines[2:], None], strict=False):
        if not _PARTING.match(page.folded, line.body, line.end):
            continue
        person = named(page, below.body, below.end)
        alone = person and person.start <= below.body + 3 and not page.folded[person.end : below.end].strip(" ,.")
        after = page.folded[further.body : further.end] if further else ""
        if person and alone and not _DIGNITY.match(after):
            return person
    return None


def addressed(page: Page, mail: str) -> Person | None:
    """Return the person after whom an e-mail address is named: a.lis@ for Anna Lis."""
    user = folded(mail).split("@")[0]
    for person in _everybody(page.text.plain):
        names_of = folded(person.name).split()
        surname, first = names_of[-1].split("-")[0], names_of[-2][0]
        if len(surname) > 2 and re.fullmatch(rf"{first}\w*[._-]?{surname}[\w.-]*|{surname}[._-]?{first}\w*", user):  # noqa: PLR2004
            return person
    return None


def signed(page: Page, place: int) -> Person | None:
    """Return the person whose name stands alone in one of the lines right above an address: a signature."""
    line = page.line_at(place)
    for other in reversed(page.lines[max(0, line.number - 3) : line.number + 1]):
        person = named(page, other.body, other.end)
        if (
            person
            and not page.folded[other.body : person.start].strip(" -–*•")
            and not page.folded[person.end : min(other.end, place)].strip(" ,–-")
        ):
            return person if not other.bearing("speakers", "agenda") else None
    return None


def contact(page: Page, pieces: Sequence[Segment]) -> Person | None:
    """Return whom to ask: the person in a piece labelled so, or after words such as „zapisy przyjmuje"."""
    for piece in pieces:
        if piece.labels & {"contact", "signup", "phone", "email"} and (person := named(page, piece.start, piece.end)):
            return person
    for piece in pieces:
        if piece.labels & {"speakers", "header", "subject", "published", "title"}:
            continue
        for match in _ASKED.finditer(page.folded, piece.start, piece.end):
            stop = min(page.sentence(match.start())[1], piece.end, match.end() + 120)
            person = named(page, match.end(), stop)
            if person and not SPEAKS.search(page.folded, match.end(), person.start):
                return person
    return None
