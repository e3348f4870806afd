"""Who speaks and whom to ask: names in the nominative, with their functions and places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.announcement import names, words
from domain.announcement.lines import Segment
from domain.announcement.page import Page, Range
from domain.announcement.text import folded
from domain.training import Speaker

_CAPITAL = r"[A-ZĄĆĘŁŃÓŚŹŻÀ-ÖØ-Þ]"
_TITLES = "|".join(sorted((re.escape(each) for each in words.table("people")["titles"]), key=lambda each: -len(each)))
_WORD = rf"{_CAPITAL}(?:[^\W\d_]+|[’'][^\W\d_]+)(?:-{_CAPITAL}[^\W\d_]+)*"
_NAME = re.compile(
    rf"(?P<title>(?:prof\. [A-ZŁŚŻ]{{2,4}} )?(?:(?i:{_TITLES})(?![\w])\.? ?,?){{0,4}})"
    rf"(?P<name>{_WORD}(?: {_CAPITAL}\.)?(?: {_WORD}"
    rf"| (?:von|van|de) {_WORD}){{1,2}})"
)
_NOT_NAMES = words.phrase("people", "not_names")
_POLITE = words.alternatives("people", "polite")
_SPEAKS = re.compile(
    rf"(?<!\w)(?:{words.alternatives('people', 'speaks')}|(?:wyklad|prelekcj|wystapieni)\w*"
    r"(?= (?:pan|dr|prof|mec|mgr)))(?!\w)"
)
_ASKED = words.phrase("people", "contact")
_BETWEEN = re.compile(
    rf"[\s:–—-]*(?:(?:je|ja|go|bedzie|beda|szkolenie|warsztaty|warsztat|spotkanie|webinar|zajecia"
    rf"|seminarium|konferencje|nam|o tym|je nam|m\.in\.|miedzy innymi|sa|jest|przez|eksperci|ekspertka"
    rf"|ekspert|trenerka|trener|znalezli sie|znalazly sie|znajda sie|znajduja sie|beda to|wystapia"
    rf"|{_POLITE})[\s:–—]+){{0,4}}"
)
_ERRAND = re.compile(r"\b(?:zapisy|rejestracje|nabor|sprawe|rekrutacje|zgloszenia) $")
_AND = re.compile(r"\s*(?:,|;|\bi\b|\boraz\b|\band\b|/|&|\n|•)\s*(?:(?:" + _POLITE + r") )?")
_ROLE = re.compile(r"\s?(?:[–—-]|,|\() ?(?P<role>[^,;()\n–—|]{3,90})")
_NAMED = rf"(?:(?i:{_TITLES})(?![\w])\.? ?,?)*{_WORD} {_WORD}"
_WITH_ROLE = re.compile(
    r"(?:\s?(?:[–—-]|,|\() ?(?P<role>[a-ząćęłńóśźż][^,;()\n–—|.]{2,80}?)\)?| ze? [^,;()\n–—|.]{3,80}?|)"
    rf"(?:,|;| i| oraz| and) (?:(?i:{_POLITE}) )?(?={_NAMED})"
)
_TRADE = re.compile(
    rf"(?:(?!(?:{_TITLES})(?!\w)|zapis|nab[oó]r|rekrut|spraw|rejestr|kontakt|inform|zg[lł]osz)"
    rf"(?:[a-ząćęłńóśźż][\w-]+|z|[A-ZŁŚŻ]{{2,5}}) ){{1,4}}[–—-]? ?(?={_NAMED})"
)
_SCHEDULED = re.compile(rf"(?:[–—(|,”\"»]| -|: ) ?(?={_NAMED}(?: ?[,;)–—(]|\s*$))")
_HOURED = re.compile(r"(?:[-–•*\s]*(?:godz\.?|g\.)? ?)\d{1,2}[.:]\d\d\b")
_INITIALED = re.compile(rf"(?:{_CAPITAL}\. ?){{1,2}}{_WORD}(?!\w)")
_LEADS_TO = re.compile(
    r"[\s,;:(–—|/-]*(?:(?:tel|telefon|telefoniczn|kom|e-?mail|mail|nr|numer|pod|adres|wew|w|na|do)\w*\.?[\s:–,/-]*|[\d\s()+/,;-]+"
    r"|[\w.+-]+@[\w.-]+[\s,;]*)*"
)
_FOLLOWS = re.compile(rf"[\s,;]*(?:wew\.? ?\d+[\s,;]*)?[\s(–—-]*(?:(?:{_POLITE})\.? )?")
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
    yield from _in(page.text.plain, start, end)


@lru_cache(maxsize=4)
def _everybody(plain: str) -> tuple[Person, ...]:
    return tuple(_in(plain, 0, len(plain)))


def _in(plain: str, start: int, end: int) -> Iterator[Person]:
    place = start
    while match := _NAME.search(plain, place, end):
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
        found = [*_told(page, pieces), *_scheduled(page, pieces)]
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
        for match in _SPEAKS.finditer(page.folded, piece.outer, piece.end):
            if _ERRAND.search(page.folded, piece.outer, match.start()):
                continue
            place = _BETWEEN.match(page.folded, match.end(), piece.end)
            begin = place.end() if place else match.end()
            trade = _TRADE.match(page.text.plain, begin, piece.end)
            yield from _chained(page, trade.end() if trade else begin, piece.end)


def _chained(page: Page, start: int, end: int) -> Iterator[Person]:
    """Yield the people that follow one another from a place on: „Anna Lis i Jan Sowa"."""
    match = _NAME.match(page.text.plain, start, end)
    while match and (person := _person(match)):
        following = _AND.match(page.folded, person.end, end)
        role = None
        between = _WITH_ROLE.match(page.text.plain, person.end, end)
        if between and not (following and _NAME.match(page.text.plain, following.end(), end)):
            yield Person(person.start, person.end, person.name, between["role"])
            match = _NAME.match(page.text.plain, between.end(), end)
            continue
        after = _NAME.match(page.text.plain, following.end(), end) if following else None
        if after is None:
            role = _with_role(page, person, min(end, page.sentence(start)[1])).role
        yield Person(person.start, person.end, person.name, role)
        match = after


def _scheduled(page: Page, pieces: Sequence[Segment]) -> Iterator[Person]:
    """Yield the people that a programme names after what they speak about: „10.00 Budżet – Anna Lis"."""
    rows = [page.line_at(piece.start) for piece in pieces if not piece.labels & {"contact", "signup", "organiser"}]
    hours = {line.number for line in rows if _HOURED.match(page.folded, line.start, line.end)}
    if len(hours) < 2:  # noqa: PLR2004 -- one hour is that of the training
        return
    for line in dict.fromkeys(rows):
        if line.number in hours:
            for match in _SCHEDULED.finditer(page.text.plain, line.body, line.end):
                yield from _chained(page, match.end(), line.end)
        elif line.number - 1 in hours and re.match(rf"{_NAMED}(?:,|$)", page.text.plain[line.body : line.end]):
            yield from _chained(page, line.body, line.end)


def beside(page: Page, place: int, end: int) -> Person | None:
    """Return the person named right before or right after a number or an address."""
    line, piece = page.line_at(place), page.segment_at(place)
    if piece.labels & {"speakers", "agenda", "header", "organiser"} or line.number in page.heads:
        return None
    low = max(line.start, place - BESIDE)
    for person in reversed([*_all(page, low, place), *_initialed(page, low, place)]):
        if _LEADS_TO.fullmatch(page.folded, person.end, place) and not _SPEAKS.search(page.folded, low, person.start):
            return person
    after = _FOLLOWS.match(page.folded, end, line.end)
    match = _NAME.match(page.text.plain, after.end() if after else end, line.end)
    return _person(match) if match and match.start() > end else None


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
            if person and not _SPEAKS.search(page.folded, match.end(), person.start):
                return person
    return None
