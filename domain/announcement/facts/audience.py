"""For whom a training is: labelled, „skierowane do …", „szkolenie dla …", or whom somebody invites; in the nominative.

Only what is plainly people or their offices counts; knows nothing of who speaks or whom to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.announcement.language import dictionary, groups, names, words
from domain.announcement.layout import asides
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page, Range

_TOLD = re.compile(rf"(?<!\w)(?:{words.alternatives('audience', 'prose')})(?!\w):?\s*")
_FOR = re.compile(
    rf"(?<!\w)(?:{words.alternatives('kinds')}|udzial|wstep) (?:[\w-]+ ){{0,2}}dla (?:wszystkich )?(?=\w)"
)
_PREDICATE = re.compile(r" (?:bezplatn|nieodplatn|platn|darmow|obowiazkow|dostepn|otwart)\w*")
"""What is said of a training for some people, not who they are: „szkolenia są dla gmin bezpłatne"."""
_CALLED = re.compile(
    rf"(?<!\w)zaprasza(?:my|m|ja)? (?:\w+ )?na (?:\w+ ){{0,2}}(?:{words.alternatives('kinds')})"
    r" (?=osoby |panie |kobiety )"
)
_ENGLISH = re.compile(
    rf"(?<!\w)(?:{words.alternatives('kinds')})(?: [a-z]+){{0,3}}? for (?P<who>(?:all |the )?(?:[a-z]+ ){{0,3}}?"
    rf"(?:{words.alternatives('audience', 'people')})(?!\w)[a-z ,-]{{0,120}})"
)
_INVITED = re.compile(
    r"(?<!\w)(?:zaprasza(?:my|m|ja)?|zaprosil[aoi]?) (?:serdecznie |goraco |uprzejmie |wszystkich )*"
    r"(?!tez |takze |rowniez )(?=\w)"
)
_GIVEN = re.compile(
    r"(?<!\w)(?:(?:dedykowan|przeznaczon|adresowan|skierowan|polecan|rekomendowan)\w|polecamy"
    r"|rekomendujemy|dedykujemy) "
    r"(?:(?:jest|sa|je|go|glownie|szczegolnie|takze) ){0,2}"
    r"(?!do |dla |jest |sa )(?=\w)"
)
"""What leads to people in the dative: „dedykowane jest pracownikom"."""
_ARE = re.compile(
    rf"(?<!\w)(?:odbiorc|adresat|uczestni|sluchacz)\w*(?: (?:{words.alternatives('kinds')}))?"
    rf" (?:{words.alternatives('audience', 'are')}) (?=\w)"
)
_ASKED = re.compile(
    r"(?<!\w)invites? (?!you\b|all\b|every|any|interested)(?P<who>[a-z][a-z ,-]{3,140}?) to "
    r"(?:an? |the |our |join|take|attend|partic)"
)
_FURTHER = re.compile(r" (?:will|on|in|at|is|are|from|starts|takes|to learn)(?!\w)|, (?:on|at|in|to|which|the) ")
"""What goes on after the people of an English text."""
_SEVERAL = re.compile(r"[a-z]{3,}s")
"""An English word for several people."""
_ADMITTED = re.compile(
    r"(?<!\w)(?:moga(?: \w+){0,2}? (?:wziac|brac) (?:\w+ )?udzial|udzial(?: w \w+)? moga (?:wziac|brac)"
    r"|moga (?:\w+ )?uczestniczyc|uczestniczyc moga) (?:tylko |wylacznie |wszyscy )?(?=\w)"
)
_TAKE_PART = re.compile(
    rf" (?:{words.alternatives('audience', 'take_part')}) (?:[^\W\d]+ ){{0,2}}?(?:{words.alternatives('kinds')})(?!\w)"
)
"""What follows those of whom a sentence tells that they will come: „Radni i sołtysi wezmą udział w szkoleniu"."""
_OF_TOWN = re.compile(r" z (?=[A-ZŁŚŻŹĆŃ])")
_WELCOME = re.compile(
    r"(?<!\w)(?:zaprosze?ni|zaproszone|mile widziani|mile widziane) (?:sa|zostali|zostaly)"
    r" (?:takze |rowniez |wszyscy |wszystkie )?(?=\w)"
)
_END = re.compile(
    r"\.(?= |$)(?<!\bds\.)(?<!\bm\.in\.)|[;!\n]|, (?:ktor\w+|a takze jest|w tym celu|ale|lecz)(?!\w)"
    r"| i odbedzie| oraz odbedzie|, (?:odbedzie|poprowadzi)"
)
_PHRASE_END = re.compile(
    r"\.(?= |$)(?<!\bds\.)|[;:!?\n|()„”\"»«]| [–—-] |, (?:ktor|na|do|w|we|odbe|prow)\w*"
    r"| (?:na|do(?! \d[\d ]*(?:tys|mieszk))|pt|pn|nt|o|dnia"
    r"|z zakresu|z (?!poznania)\w+[ae]nia|w zakresie|w dni\w+|w terminie|w godz\w*|w ramach|w formie|w formule"
    r"|we? (?!kolach|urzedach|gminach|szkolach|jednostkach|radach)\w+ach|odbe\w+|odby\w+|ktor\w+"
    r"|organiz[ou][wj]\w+|poswiec\w+|dotycz\w+|realizow\w+|prowadzon\w+|online|on-line"
    r"|stacjonarn\w+|bezplatn\w+|nieodplatn\w+|darmow\w+|obowiazkow\w+"
    r"|\d(?!\d* (?:tys|mieszk)))(?!\w)"
)
_RELATIVE = re.compile(
    r", (?:ktorzy|ktory(?:ch|m) (?!cel|temat|program|przedmiot|uczestni)"
    r"|ktore (?!odbe|odby|zosta|poprowadz|prowadzon|organizow|rozpocz))(?!\w{0,3}\.)"
)
"""What begins a clause about the people before it, not about the training."""
_CLAUSE_END = re.compile(
    r"\.(?= |$)(?<!\bds\.)(?<!\bm\.in\.)(?<!\d r\.)|[;:!?\n|()„”]| [–—-] "
    r"|, (?:na|do|w|we|odbe\w*|zaprasz\w*|(?:po)?prowadz\w*|organizow\w*)(?!\w)"
)
_ADDRESSED = re.compile(r"\s*(?:(?:sz\. ?p\.|szanowni|panie(?: i |/)panowie|panowie|panstwo)[ ,:]*)+$")
"""The head of a letter above those to whom it goes: „Panie/Panowie"."""
_YOU = re.compile(r"(?<!\w)zaprasza(?:my|m) (?:\w+ )?panstwa(?! do (?:zapozn|obejrz|odwiedz|kontakt))(?!\w)")
_HOURED = re.compile(r"[-–•*\s]*(?:godz\.? ?)?\d{1,2}[.:]\d\d ?[-–—]")
_LONGEST = 140


def find(page: Page, pieces: Sequence[Segment]) -> tuple[str, Range] | None:
    """Return for whom it is, and where that stands."""
    for piece in pieces:
        if "audience" in piece.labels and _FOR.match(page.folded, piece.start, piece.end):
            continue
        if "audience" in piece.labels and (place := _cut(page, piece.start, piece.end, _END)):
            written = page.text.words(*place)
            if "@" not in written and _told(written) and not _sentence(written):
                return written, place
    if counted := next(_counted(page, pieces), None):
        return counted
    for piece in pieces:
        if match := _TOLD.search(page.folded, piece.start, piece.end):
            place = _cut(page, match.end(), piece.end, _END)
            written = page.text.words(*place) if place else ""
            if place and not groups.nobody(written):
                return groups.nominative(written, frozenset({"gen"}), whole=True) or written, place
    found = next(_phrases(page, pieces), None) or next(_asked(page, pieces), None) or next(_coming(page, pieces), None)
    return found or next(_addressed(page, pieces), None)


def _coming(page: Page, pieces: Sequence[Segment]) -> Iterator[tuple[str, Range]]:
    """Yield those with whom a sentence begins that says that they will take part."""
    for piece in pieces:
        for match in _TAKE_PART.finditer(page.folded, piece.start, piece.end):
            low = max(page.sentence(match.start())[0], piece.start)
            town = _OF_TOWN.search(page.text.plain, low, match.start())
            place = low, town.start() if town else match.start()
            written = page.text.words(*place)
            first = written.replace(",", " ").split()[:1]
            if first and place[1] - low <= _LONGEST and groups.person(first[0], frozenset({"nom"}), strictly=True):
                yield written[:1].lower() + written[1:], place


def _counted(page: Page, pieces: Sequence[Segment]) -> Iterator[tuple[str, Range]]:
    """Yield people who stand without a number behind a sign for how many there are."""
    for piece in pieces:
        if "capacity" in piece.labels and not any(map(str.isdigit, page.folded[piece.start : piece.end])):
            written = page.text.words(piece.start, piece.end).strip(" .")
            if _told(written) and not _sentence(written):
                yield written, (piece.start, piece.start + len(written))


def _sentence(written: str) -> bool:
    """Tell whether a labelled value says something of people: „Zapraszamy sekretarzy"."""
    return any(names.verbal(word.strip(",")) for word in written.partition(", któr")[0].split())


def _asked(page: Page, pieces: Sequence[Segment]) -> Iterator[tuple[str, Range]]:
    """Yield those whom an English text invites: „we invite mayors to a workshop", „a course for clerks"."""
    for piece in pieces:
        for match in _ASKED.finditer(page.folded, piece.start, piece.end):
            written = page.text.words(*match.span("who"))
            if _told(written):
                yield written, match.span("who")
        for match in _ENGLISH.finditer(page.folded, piece.start, piece.end):
            low, high = match.span("who")
            place = low, low + len(_FURTHER.split(page.folded[low:high])[0].rstrip(" ,"))
            yield page.text.words(*place), place


def _addressed(page: Page, pieces: Sequence[Segment]) -> Iterator[tuple[str, Range]]:
    """Yield those to whom a letter goes that invites them: „Wójtowie, Burmistrzowie" below „Panie/Panowie"."""
    if not any(_YOU.search(page.folded, each.start, each.end) for each in pieces):
        return
    for one, other in pairwise(pieces):
        if not one.labels and _ADDRESSED.match(page.folded, one.start, one.end):
            said = page.text.words(other.start, other.end).strip(" .,")
            first = said.replace(",", " ").split()[:1]
            if first and groups.person(first[0], frozenset({"nom"}), strictly=True):
                yield said, (other.start, other.end)


def _told(written: str) -> bool:
    """Tell whether a labelled value names people: „Uczestnicy kursu" over an empty form names none."""
    said = written.replace(",", " ").split()
    return any(
        groups.ACRONYM.match(word)
        or groups.person(word, frozenset({"nom", "gen", "acc"}))
        or (_SEVERAL.fullmatch(word) and not dictionary.readings(word))
        for word in said
    )


def _trailing(page: Page, place: int) -> bool:
    line = page.line_at(place)
    return asides.trail(page.text, line.body, line.end)


def _phrases(page: Page, pieces: Sequence[Segment]) -> Iterator[tuple[str, Range]]:
    for pattern, case in (
        (_FOR, "gen"),
        (_INVITED, "acc"),
        (_CALLED, "acc"),
        (_GIVEN, "dat"),
        (_ADMITTED, "nom"),
        (_ARE, "nom"),
        (_WELCOME, "nom"),
    ):
        for piece in pieces:
            if piece.labels & {"agenda", "header", "contact", "speakers", "organiser", "other"}:
                continue
            for match in pattern.finditer(page.folded, piece.start, piece.end):
                if _HOURED.match(page.folded, page.line_at(match.start()).start) or _trailing(page, match.start()):
                    continue
                place = _cut(page, match.end(), min(piece.end, match.end() + _LONGEST), _PHRASE_END)
                said = groups.nominative(page.text.words(*place), frozenset({case})) if place else None
                if place and said and not (pattern is _FOR and _PREDICATE.match(page.folded, place[1])):
                    yield said, place


def _cut(page: Page, start: int, end: int, stop: re.Pattern[str]) -> Range | None:
    """Return where people are named: up to a stop, or to the end of the clause that says who they are."""
    found = stop.search(page.folded, start, end)
    if found and _RELATIVE.match(page.folded, found.start()):
        limit = min(page.sentence(found.start())[1], found.end() + _LONGEST)
        found = _CLAUSE_END.search(page.folded, found.end(), limit)
        end = limit
    finish = start + len(page.folded[start : found.start() if found else end].rstrip(" .,;"))
    return (start, finish) if any(map(str.isalpha, page.folded[start:finish])) else None
