"""A meeting named after who calls it, where nothing else names it: „Rada Osiedla zaprasza na zebranie w czwartek".

Puts the one who invites into the genitive with the dictionary; without it there is no such title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.announcement.language import dictionary, words
from domain.announcement.language.dictionary import Reading
from domain.announcement.layout.page import Kind, Page, Range

LONGEST = 90
"""Signs of who invites."""
_HOLDS = re.compile(rf" (?:{words.alternatives('titles', 'holds')}) (?:[^\W\d-]+ )?$")
_CALLS = re.compile(
    rf" (?:{words.alternatives('titles', 'calls')})(?: [^\W\d]+){{0,6}}? (?:na|do udzialu w) (?:[^\W\d-]+ )?$"
)
_NO_NAME = re.compile(r"[\d,:;!?@]|(?<!\bds)(?<!\bim)(?<!\bsw)(?<!\bspraw)\.")


def meeting(page: Page, kind: Kind) -> tuple[Range, str] | None:
    """Return the place and the words of „Zebranie Rady Osiedla" for a kind to which somebody invites."""
    low = page.sentence(kind.start)[0]
    stretch = max(low, kind.start - 2 * LONGEST), kind.start
    match = _CALLS.search(page.folded, *stretch) or _HOLDS.search(page.folded, *stretch)
    if match is None or match.start() - low > LONGEST:
        return None
    host = page.text.words(low, match.start())
    made = None if _NO_NAME.search(host) else _genitive(host.split())
    return ((low, kind.end), f"{kind.name[:1].upper()}{kind.name[1:]} {made}") if made else None


def _genitive(written: list[str]) -> str | None:
    """Return a name with its noun and the adjectives beside it in the genitive; ``None`` for people and strangers."""
    for place, word in enumerate(written[:3]):
        head = _head(word)
        if head:
            before = [_shaped(each, head) for each in written[:place]]
            noun = _form(head.lemma, "subst", head)
            if noun is None or not all(before):
                return None
            cased = noun[:1].upper() + noun[1:] if word[:1].isupper() else noun
            return " ".join([*map(str, before), cased, *_after(written[place + 1 :], head)])
        if not any(each.part == "adj" for each in dictionary.readings(word.lower())):
            return None
    return None


def _head(word: str) -> Reading | None:
    """Return how a noun of an institution reads in the nominative; a person is none."""
    if not word[:1].isupper() or word.isupper():
        return None
    found = [each for each in dictionary.readings(word.lower()) if each.part == "subst" and "nom" in each.cases]
    return (
        next((each for each in found if each.number == "sg"), None)
        if not any("m1" in x.genders for x in found)
        else None
    )


def _after(written: list[str], head: Reading) -> Iterator[str]:
    agreeing = True
    for word in written:
        made = _shaped(word, head) if agreeing else None
        agreeing = made is not None
        yield made or word


def _shaped(word: str, head: Reading) -> str | None:
    """Return an adjective that agrees with a noun in the genitive with it."""
    for each in dictionary.readings(word.lower()):
        if each.part == "adj" and "nom" in each.cases and each.number == head.number and each.genders & head.genders:
            made = _form(each.lemma, "adj", head)
            return made[:1].upper() + made[1:] if made and word[:1].isupper() else made
    return None


def _form(lemma: str, part: str, head: Reading) -> str | None:
    return next(
        (
            form
            for form, read in dictionary.generated(lemma)
            if read.part == part and read.plain and "gen" in read.cases
            if read.number == head.number and read.genders & head.genders
        ),
        None,
    )
