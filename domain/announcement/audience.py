"""For whom a training is: labelled, „skierowane do …", „szkolenie dla …", or whom somebody invites; in the nominative.

Only what is plainly people or their offices counts; knows nothing of who speaks or whom to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from domain.announcement import asides, names, words
from domain.announcement.lines import Segment
from domain.announcement.page import Page, Range
from domain.announcement.text import folded

_TOLD = re.compile(rf"(?<!\w)(?:{words.alternatives('audience', 'prose')})(?!\w):?\s*")
_FOR = re.compile(rf"(?<!\w)(?:{words.alternatives('kinds')}|udzial|wstep) (?:\w+ ){{0,2}}dla (?:wszystkich )?(?=\w)")
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
    rf"(?<!\w)(?:odbiorc|adresat|uczestni)\w*(?: (?:{words.alternatives('kinds')}))?"
    rf" (?:{words.alternatives('audience', 'are')}) (?=\w)"
)
_ASKED = re.compile(
    r"(?<!\w)invites? (?!you\b|all\b|every|any|interested)(?P<who>[a-z][a-z ,-]{3,140}?) to "
    r"(?:an? |the |our |join|take|attend|partic)"
)
_SEVERAL = re.compile(r"[a-z]{3,}s")
"""An English word for several people."""
_ADMITTED = re.compile(
    r"(?<!\w)(?:moga(?: \w+){0,2}? (?:wziac|brac) (?:\w+ )?udzial|udzial(?: w \w+)? moga (?:wziac|brac)"
    r"|moga (?:\w+ )?uczestniczyc|uczestniczyc moga) (?:tylko |wylacznie |wszyscy )?(?=\w)"
)
_END = re.compile(
    r"\.(?= |$)(?<!\bds\.)(?<!\bm\.in\.)|[;!\n]|, (?:ktor\w+|a takze jest|w tym celu)"
    r"| i odbedzie| oraz odbedzie|, (?:odbedzie|poprowadzi)"
)
_PHRASE_END = re.compile(
    r"\.(?= |$)(?<!\bds\.)|[;:!?\n|()„”\"»«]| [–—-] |, (?:ktor|na|do|w|we|odbe|prow)\w*"
    r"| (?:na|do|pt|pn|nt|o|dnia|z zakresu|w zakresie|w dni\w+|w terminie|w godz\w*|w ramach|w formie|w formule"
    r"|we? (?!kolach|urzedach|gminach|szkolach|jednostkach|radach)\w+ach|odbe\w+|odby\w+|ktor\w+"
    r"|organiz[ou][wj]\w+|poswiec\w+|dotycz\w+|realizow\w+|prowadzon\w+|online|on-line"
    r"|stacjonarn\w+"
    r"|\d)(?!\w)"
)
_FREE = words.phrase("money", "free")
"""What says for whom something is free: „są dla gmin bezpłatne"."""
_JOINTS = re.compile(r"(, | i | oraz | lub )")
_NOBODY = re.compile(
    r"(?:wszystkie )?osoby (?:zainteres|chetn)|panstw|zainteresowan|chetn|uczestni|gosc|kazd|was$|nas$|wszyscy"
    r"|wszystkich$|dzieck|osob$"
)
_GROUPS = frozenset(
    {
        "osoba",
        "organizacja",
        "jednostka",
        "instytucja",
        "firma",
        "przedsiębiorstwo",
        "szkoła",
        "biblioteka",
        "stowarzyszenie",
    }
    | {"pani", "kobieta", "gospodyni", "rolniczka", "seniorka", "mieszkanka", "radna", "sołtyska"}
    | {
        "gmina",
        "samorząd",
        "sołectwo",
        "urząd",
        "fundacja",
        "ośrodek",
        "koło",
        "klub",
        "powiat",
        "spółdzielnia",
        "rada",
        "nauczycielka",
        "bibliotekarka",
        "członkini",
    }
)
_HOURED = re.compile(r"[-–•*\s]*(?:godz\.? ?)?\d{1,2}[.:]\d\d ?[-–—]")
_ACRONYM = re.compile(r"[A-ZŁŚŻ]{3,5}$")
SAME = 5
"""Letters by which a trade is known again."""
_LONGEST = 140


def find(page: Page, pieces: Sequence[Segment]) -> tuple[str, Range] | None:
    """Return for whom it is, and where that stands."""
    for piece in pieces:
        if "audience" in piece.labels and _FOR.match(page.folded, piece.start, piece.end):
            continue
        if "audience" in piece.labels and (place := _cut(page, piece.start, piece.end, _END)):
            written = page.text.words(*place)
            if "@" not in written and _told(written):
                return written, place
    for piece in pieces:
        if match := _TOLD.search(page.folded, piece.start, piece.end):
            place = _cut(page, match.end(), piece.end, _END)
            return (page.text.words(*place), place) if place else None
    return next(_phrases(page, pieces), None) or next(_asked(page, pieces), None)


def _asked(page: Page, pieces: Sequence[Segment]) -> Iterator[tuple[str, Range]]:
    """Yield those whom an English text invites: „we invite mayors and treasurers to a workshop"."""
    for piece in pieces:
        for match in _ASKED.finditer(page.folded, piece.start, piece.end):
            written = page.text.words(*match.span("who"))
            if _told(written):
                yield written, match.span("who")


def _told(written: str) -> bool:
    """Tell whether a labelled value names people: „Uczestnicy kursu" over an empty form names none."""
    said = written.replace(",", " ").split()
    return any(
        _ACRONYM.match(word)
        or _person(word, frozenset({"nom", "gen", "acc"}))
        or (_SEVERAL.fullmatch(word) and not names.readings(word))
        for word in said
    )


def _trailing(page: Page, place: int) -> bool:
    line = page.line_at(place)
    return asides.trail(page.text, line.body, line.end)


def _phrases(page: Page, pieces: Sequence[Segment]) -> Iterator[tuple[str, Range]]:
    for pattern, case in ((_FOR, "gen"), (_INVITED, "acc"), (_GIVEN, "dat"), (_ADMITTED, "nom"), (_ARE, "nom")):
        for piece in pieces:
            if piece.labels & {"agenda", "header", "contact", "speakers", "organiser", "other"}:
                continue
            for match in pattern.finditer(page.folded, piece.start, piece.end):
                if _HOURED.match(page.folded, page.line_at(match.start()).start) or _trailing(page, match.start()):
                    continue
                place = _cut(page, match.end(), min(piece.end, match.end() + _LONGEST), _PHRASE_END)
                if place and _FREE.search(page.folded, *place):
                    continue
                said = _nominative(page.text.words(*place), frozenset({case})) if place else None
                if place and said:
                    yield said, place


def _cut(page: Page, start: int, end: int, stop: re.Pattern[str]) -> Range | None:
    found = stop.search(page.folded, start, end)
    finish = start + len(page.folded[start : found.start() if found else end].rstrip(" .,;"))
    return (start, finish) if any(map(str.isalpha, page.folded[start:finish])) else None


def _nominative(written: str, cases: frozenset[str]) -> str | None:
    """Return a list of people in the nominative; ``None`` when it begins with anything else.

    What follows offices goes on with offices; after people an office may be theirs: „pracowników urzędów i szkół".
    """
    pieces = _JOINTS.split(written)
    first = _named(pieces[0], cases) or _beside(pieces, cases)
    if first is None or not names.known():
        return None
    made = [first]
    person = _named(pieces[0], cases, person=True) is not None
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        named = _named(piece, cases, person=person)
        if named is None and joint == ", ":
            break
        made += [joint, named or piece]
    return "".join(made)


def _beside(pieces: Sequence[str], cases: frozenset[str]) -> str | None:
    """Return women named before the men of the same trade: „(zapraszamy) urzędniczki i urzędników"."""
    word, following = pieces[0].split()[-1], pieces[2] if len(pieces) > 2 else ""  # noqa: PLR2004 -- a joint and two
    named = any(
        each.part == "subst" and each.number == "pl" and each.cases & cases and "f" in each.genders
        for each in names.readings(word.lower())
    )
    paired = named and following.startswith(word[:SAME]) and _named(following, cases, person=True)
    return names.house(pieces[0], cases) if paired else None


def _named(written: str, cases: frozenset[str], *, person: bool = False) -> str | None:
    if _NOBODY.match(folded(written)):
        return None
    for word in written.split()[:4]:
        if _NOBODY.match(folded(word)):
            return None
        if _ACRONYM.match(word) and names.nominal(word):
            return written
        if _person(word, cases, strictly=person):
            return names.house(written, cases)
        if not names.qualifying(word) or not names.readings(word.lower()):
            return None
    return None


def _person(word: str, cases: frozenset[str], *, strictly: bool = False) -> bool:
    return any(
        each.part == "subst"
        and each.number == "pl"
        and each.cases & cases
        and ("m1" in each.genders or (not strictly and each.lemma.split(":")[0] in _GROUPS))
        for each in names.readings(word.lower())
    )
