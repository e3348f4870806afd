"""Who speaks and whom to ask: names in the nominative, with their functions and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.announcement import names, words
from domain.announcement.lines import Segment
from domain.announcement.page import Page, Range
from domain.announcement.text import folded
from domain.training import Speaker

_CAPITAL = r"[A-ZĄĆĘŁŃÓŚŹŻÀ-ÖØ-Þ]"
_TITLES = "|".join(sorted((re.escape(each) for each in words.table("people")["titles"]), key=lambda each: -len(each)))
_WORD = rf"{_CAPITAL}(?:[^\W\d_]+|[’'][^\W\d_]+)(?:-{_CAPITAL}[^\W\d_]+)*"
_NAME = re.compile(
    rf"(?P<title>(?:(?i:{_TITLES})(?![\w])\.? ?,?){{0,4}})(?P<name>{_WORD}(?: {_CAPITAL}\.)?(?: {_WORD}"
    rf"| (?:von|van|de) {_WORD}){{1,2}})"
)
_NOT_NAMES = words.phrase("people", "not_names")
_POLITE = words.alternatives("people", "polite")
_SPEAKS = re.compile(rf"(?<!\w)(?:{words.alternatives('people', 'speaks')})(?!\w)")
_ASKED = words.phrase("people", "contact")
_BETWEEN = re.compile(
    rf"[\s:–—-]*(?:(?:je|ja|go|bedzie|beda|szkolenie|warsztaty|warsztat|spotkanie|webinar|zajecia"
    rf"|seminarium|konferencje|nam|o tym|je nam|m\.in\.|miedzy innymi|sa|jest|przez|eksperci|ekspertka"
    rf"|ekspert|trenerka|trener|{_POLITE})[\s:–—]+){{0,4}}"
)
_AND = re.compile(r"\s*(?:,|;|\bi\b|\boraz\b|\band\b|/|&|\n|•)\s*(?:(?:" + _POLITE + r") )?")
_ROLE = re.compile(r"\s?(?:[–—-]|,|\() ?(?P<role>[^,;()\n–—|]{3,90})")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a text, with the place of the name."""

    start: int
    end: int
    name: str
    role: str | None = None


def named(page: Page, start: int, end: int) -> Person | None:
    """Return the first person named in a stretch."""
    return next(_all(page, start, end), None)


def _all(page: Page, start: int, end: int) -> Iterator[Person]:
    place = start
    while match := _NAME.search(page.text.plain, place, end):
        person = _person(match)
        place = match.end() if person else match.start("name") + len(match["name"].split()[0])
        if person:
            yield person


def _person(match: re.Match[str]) -> Person | None:
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
    if not names.first_name(_proper(written[0])):
        return None
    title = " ".join(match["title"].replace(",", " ").split())
    start = match.start("title") if title else match.start("name")
    said = names.person([_proper(word) for word in written]) if not match["name"].isupper() else match["name"].title()
    title = "dr" if title.lower() == "dr." else title
    return Person(start, end, f"{title} {said}".strip())


def _proper(word: str) -> str:
    return "-".join(half.capitalize() for half in word.split("-")) if word.isupper() else word


def speakers(page: Page, pieces: Sequence[Segment]) -> tuple[tuple[Speaker, ...], Range] | None:
    """Return who speaks: the labelled, else the people named after „prowadzi", „z udziałem" and the like."""
    found = [
        person for piece in pieces if "speakers" in piece.labels for person in _listed(page, piece.start, piece.end)
    ]
    if not found:
        found = list(_told(page, pieces))
    unique = {person.name: person for person in found}
    if not unique:
        return None
    people = sorted(unique.values(), key=lambda each: each.start)
    return tuple(Speaker(each.name, each.role) for each in people), (people[0].start, max(each.end for each in people))


def _listed(page: Page, start: int, end: int) -> Iterator[Person]:
    """Yield the people of a list; what follows a name up to the next one is the function."""
    people = list(_all(page, start, end))
    for index, person in enumerate(people):
        limit = people[index + 1].start if index + 1 < len(people) else end
        yield _with_role(page, person, limit)


def _with_role(page: Page, person: Person, limit: int) -> Person:
    match = _ROLE.match(page.text.plain, person.end, limit)
    role = match["role"].strip(" .,") if match else ""
    role = re.sub(r" (?:i|oraz|and)$", "", role)
    if not role or re.search(r"\d|@|https?:", role) or not role[:1].islower():
        return person
    return Person(person.start, person.end, person.name, role)


def _told(page: Page, pieces: Sequence[Segment]) -> Iterator[Person]:
    for piece in pieces:
        if piece.labels & {"contact", "signup", "deadline", "header", "subject", "published"}:
            continue
        for match in _SPEAKS.finditer(page.folded, piece.start, piece.end):
            place = _BETWEEN.match(page.folded, match.end(), piece.end)
            yield from _chained(page, place.end() if place else match.end(), piece.end)


def _chained(page: Page, start: int, end: int) -> Iterator[Person]:
    """Yield the people that follow one another from a place on: „Anna Lis i Jan Sowa"."""
    match = _NAME.match(page.text.plain, start, end)
    while match and (person := _person(match)):
        following = _AND.match(page.folded, person.end, end)
        role = None
        after = _NAME.match(page.text.plain, following.end(), end) if following else None
        if after is None:
            role = _with_role(page, person, min(end, page.sentence(start)[1])).role
        yield Person(person.start, person.end, person.name, role)
        match = after


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
            if person and not _SPEAKS.search(page.folded, match.end(), person.start):
                return person
    return None
