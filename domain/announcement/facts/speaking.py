"""Who speaks: the labelled, the people named after „prowadzi" and the like, and those of a programme."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from domain.announcement.facts import acting
from domain.announcement.facts.people import NAME, NAMED, POLITE, SPEAKS, TITLES, Person, everyone, named, person_of
from domain.announcement.language import names
from domain.announcement.layout.lines import Line, Segment
from domain.announcement.layout.page import Page, Range
from domain.training import Speaker

_BETWEEN = re.compile(
    rf"[\s:–—-]*(?:(?:je|ja|go|bedzie|beda|szkolenie|warsztaty|warsztat|spotkanie|webinar|zajecia"
    rf"|seminarium|konferencje|nam|o tym|je nam|m\.in\.|miedzy innymi|sa|jest|przez|eksperci|ekspertka"
    rf"|ekspert|trenerka|trener|znalezli sie|znalazly sie|znajda sie|znajduja sie|beda to|wystapia"
    rf"|{POLITE})[\s:–—]+){{0,4}}"
)
_ERRAND = re.compile(r"\b(?:zapisy|rejestracje|nabor|sprawe|rekrutacje|zgloszenia) $")
_AND = re.compile(r"\s*(?:,|;|\bi\b|\boraz\b|\band\b|/|&|\n|•)\s*(?:(?:" + POLITE + r") )?")
_ROLE = re.compile(r"\s?(?:[–—-]|,|\() ?(?P<role>[^,;()\n–—|]{3,90})")
_WITH_ROLE = re.compile(
    r"(?:\s?(?:[–—-]|,|\() ?(?P<role>[a-ząćęłńóśźż][^,;()\n–—|.]{2,80}?)\)?| \([^()\n@]{2,80}\)"
    r"| ze? [^,;()\n–—|.]{3,80}?|)"
    rf"(?:,|;| i| oraz| and) (?:(?i:{POLITE}) )?(?={NAMED})"
)
_TRADE = re.compile(
    rf"(?:(?!(?:{TITLES})(?!\w)|zapis|nab[oó]r|rekrut|spraw|rejestr|kontakt|inform|zg[lł]osz)"
    rf"(?:[a-ząćęłńóśźż][\w-]+|z|[A-ZŁŚŻ]{{2,5}}) ){{1,4}}[–—-]? ?(?={NAMED})"
)
_SCHEDULED = re.compile(
    rf"(?:[–—(|,”\"»]| -|: ) ?(?={NAMED}(?: ?[,;)–—(]|\.?\s*$))"
    rf"| (?=(?i:{TITLES})(?!\w)\.? ?{NAMED}\.?\s*$)"
)
_FIRST = re.compile(rf"(?={NAMED}(?:, ?[^,–—:\n]{{2,60}})?(?: ?[–—:]| -) )")
_ITEM = re.compile(
    rf"(?: [–—-] |: )(?={NAMED}(?: ?[,;(–—]|[.;,]?\s*$))|\((?={NAMED}, [a-ząćęłńóśźż])"
    rf"|(?:, |\()(?=(?i:{TITLES})(?!\w)\.? ?(?:hab\. )?{NAMED})"
)
"""What stands before the name of who speaks, in a programme without hours."""
_CREDIT = re.compile(rf"\((?=(?i:{TITLES})(?!\w)\.? ?(?:hab\. )?{NAMED}\)[.;,]?\s*$)")
"""The end of an item in which nothing but a titled name is bracketed: „(prof. Anna Lis)"."""
_ALONE = re.compile(rf"{NAMED}(?: ?[.,(–—]| -| i | oraz |$)(?![^\n]*(?:@|tel\b|\d{{3}}[ -]\d{{3}}))")
_TRAINS = re.compile(
    r"[^.,(–—]{5,60}[.,(–—] ?(?:(?:[a-z-]+ ){0,2}?(?:trener|wykladow|szkoleniow|prelegent|ekspert|praktyk)\w*)(?! ds)"
)
_OFFICIAL = re.compile(
    r"(?:(?:zastepc\w+|wice\w*|p\.o\.|glown\w+) )?(?:dyrektor|kierowni|prezes|naczelni|specjalist|wojt|burmistrz"
    r"|starost|prezydent|przewodnicz|inspektor|przedstawiciel|rzeczni|komendant|sekretarz|skarbni|doradc)\w* "
)
_ASIDE = frozenset({"contact", "signup", "organiser", "phone", "email", "header"})
_PROSE = re.compile(
    r"[^\n]*[^\W\d]{4}\.$|z (?:powazaniem|wyrazami)|pozdrawia|lacze|prosimy|zglosz|zapis|wiecej", re.MULTILINE
)
_ENDING = re.compile(r"z (?:powazaniem|wyrazami)|pozdrawia|lacze|do zobaczenia|zapis|zglosz|kontakt|organiz")
CARD = 6
"""Lines in which a card tells who somebody is, at most."""
LONGEST_OFFICE = 110
"""Signs in which the function of somebody who speaks may stand before the name."""
UNDER = 3
"""Lines under an hour in which those may stand who speak then."""
_HOURED = re.compile(r"(?:[-–•*\s]*(?:godz\.?|g\.)? ?)\d{1,2}[.:]\d\d\b")
_HOURS = re.compile(r"(?:[\s–—:.,-]|godz\w*\.?|g\.|(?:od|do)(?!\w)|\d{1,2}[.:]\d\d)+")
"""Nothing but the hours of a part of a programme."""


Found = tuple[tuple[Speaker, ...], Range]
Way = Callable[[Page, Sequence[Segment]], Iterator[Person]]


def find(page: Page, pieces: Sequence[Segment]) -> Found | None:
    """Return who speaks: the announced, and those of whom a sentence says what they do."""
    return _found(page, pieces, (_told, _scheduled, _itemised, _below, _introduced, acting.found, acting.listed))


def announced(page: Page, pieces: Sequence[Segment]) -> Found | None:
    """Return who speaks: the labelled, else the people named after „prowadzi", „z udziałem" and the like."""
    return _found(page, pieces, (_told, _scheduled, _itemised, _below, _introduced, acting.listed))


def _found(page: Page, pieces: Sequence[Segment], unlabelled: Sequence[Way]) -> Found | None:
    found = [
        person for piece in pieces if "speakers" in piece.labels for person in _listed(page, piece.start, piece.end)
    ]
    ways = (_scheduled, _itemised, _carded) if found else unlabelled
    found += [each for told in ways for each in told(page, pieces)]
    unique: dict[str, Person] = {}
    for person in found:
        name = " ".join(person.name.split()[-2:])
        if name not in unique or (person.role and not unique[name].role):
            unique[name] = person
    if not unique:
        return None
    people = sorted(unique.values(), key=lambda each: each.start)
    return tuple(Speaker(each.name, each.role) for each in people), (people[0].start, max(each.end for each in people))


def _listed(page: Page, start: int, end: int) -> Iterator[Person]:
    """Yield the people of a list; what follows a name up to the next one is the function."""
    people = list(everyone(page, start, end))
    for index, person in enumerate(people):
        limit = people[index + 1].start if index + 1 < len(people) else end
        yield _with_role(page, person, limit)


def _carded(page: Page, pieces: Sequence[Segment]) -> Iterator[Person]:
    """Yield the people whose cards follow that of the first below a label: each name in a line, then who that is."""
    first = next(piece for piece in pieces if "speakers" in piece.labels and piece.end > piece.start)
    last = page.line_at(first.start)
    if not _whole(page, last):
        return
    for line in page.lines[last.number + 1 :]:
        labelled = any(piece.labels - {"speakers"} for piece in line.segments)
        if labelled or _ENDING.match(page.folded, line.body, line.end) or line.number - last.number > CARD:
            return
        if (person := _whole(page, line)) and any(piece.start <= line.body < piece.end for piece in pieces):
            last = line
            yield person


def _whole(page: Page, line: Line) -> Person | None:
    """Return the person whose name is all that a line holds."""
    person = named(page, line.body, line.end)
    alone = person and person.start <= line.body and not page.folded[person.end : line.end].strip(" ,.:")
    return person if alone else None


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
        for match in SPEAKS.finditer(page.folded, piece.outer, piece.end):
            if _ERRAND.search(page.folded, piece.outer, match.start()):
                continue
            place = _BETWEEN.match(page.folded, match.end(), piece.end)
            begin = place.end() if place else match.end()
            yield from _chained(page, _past_function(page, begin, piece.end), piece.end)


def _past_function(page: Page, begin: int, end: int) -> int:
    """Return where the name begins behind a function: „radca prawny Jan Kos", „naczelniczka Wydziału Wody Anna Lis"."""
    if (trade := _TRADE.match(page.text.plain, begin, end)) and (
        (match := NAME.match(page.text.plain, trade.end(), end)) and person_of(match)
    ):
        return begin if any(names.verbal(word) for word in trade[0].split()) else trade.end()
    if official := _OFFICIAL.match(page.folded, begin, end):
        limit = min(end, page.sentence(begin)[1], begin + LONGEST_OFFICE)
        person = named(page, official.end(), limit)
        return person.start if person else begin
    return begin


def _chained(page: Page, start: int, end: int) -> Iterator[Person]:
    """Yield the people that follow one another from a place on: „Anna Lis i Jan Sowa"."""
    match = NAME.match(page.text.plain, start, end)
    while match and (person := person_of(match)):
        following = _AND.match(page.folded, person.end, end)
        role = None
        between = _WITH_ROLE.match(page.text.plain, person.end, end)
        if between and not (following and NAME.match(page.text.plain, following.end(), end)):
            yield Person(person.start, person.end, person.name, between["role"])
            match = NAME.match(page.text.plain, between.end(), end)
            continue
        after = NAME.match(page.text.plain, _past_function(page, following.end(), end), end) if following else None
        if after is None:
            role = _with_role(page, person, min(end, page.sentence(start)[1])).role
        yield Person(person.start, person.end, person.name, role)
        match = after


def _scheduled(page: Page, pieces: Sequence[Segment]) -> Iterator[Person]:
    """Yield the people that a programme names after or under what they speak about: „10.00 Budżet – Anna Lis"."""
    rows = _rows(page, pieces)
    hours = {line.number for line in rows if _HOURED.match(page.folded, line.start, line.end)}
    if len(hours) < 2:  # noqa: PLR2004 -- one hour is that of the training
        return
    under, alone = UNDER, False
    for line in rows:
        title = under == 0 and alone
        under = 0 if line.number in hours else UNDER if _PROSE.match(page.folded, line.body, line.end) else under + 1
        alone = not under and bool(_HOURS.fullmatch(page.folded, line.start, line.end))
        if not under or title:
            lead = _HOURS.match(page.folded, line.start, line.end)
            if lead and _FIRST.match(page.text.plain, lead.end(), line.end):
                yield from _chained(page, lead.end(), line.end)
            for match in _SCHEDULED.finditer(page.text.plain, line.body, line.end):
                yield from _chained(page, match.end(), line.end)
        elif under <= UNDER and _ALONE.match(page.text.plain, line.body, line.end):
            yield from _chained(page, line.body, line.end)


def _itemised(page: Page, pieces: Sequence[Segment]) -> Iterator[Person]:
    """Yield the people whom the items of a programme without hours name: „– wykład o wodzie (Jan Kos, hydrolog)"."""
    inside = below = False
    for line in _rows(page, pieces):
        inside = line.bearing("agenda") or (inside and line.bulleted)
        below = below or inside
        item = _ITEM if inside else _CREDIT
        for match in item.finditer(page.text.plain, line.body, line.end) if below and line.bulleted else ():
            yield from _chained(page, match.end(), line.end)


def _below(page: Page, pieces: Sequence[Segment]) -> Iterator[Person]:
    """Yield the people whose lines stand under „Głos zabiorą:", up to the first line that names none."""
    rows = _rows(page, pieces)
    for place, line in enumerate(rows):
        said = [match.end() for match in SPEAKS.finditer(page.folded, line.body, line.end)]
        listing = page.folded[line.end - 1 : line.end] == ":"
        leads = said and (listing or said[-1] == line.end)
        for other in rows[place + 1 :] if leads else ():
            if not _ALONE.match(page.text.plain, other.body, other.end):
                break
            yield from _chained(page, other.body, other.end)


def _introduced(page: Page, pieces: Sequence[Segment]) -> Iterator[Person]:
    """Yield the people whose trade a line tells right after their name: „Anna Lis. Trenerka i praktyczka"."""
    for line in _rows(page, pieces):
        if _ALONE.match(page.text.plain, line.body, line.end) and _TRAINS.match(page.folded, line.body, line.end):
            yield from _chained(page, line.body, line.end)


def _rows(page: Page, pieces: Sequence[Segment]) -> list[Line]:
    """Return the lines of some pieces in order, without those that tell whom to ask."""
    chosen = (page.line_at(piece.start) for piece in pieces if not piece.labels & _ASIDE)
    return list({line.number: line for line in chosen}.values())
