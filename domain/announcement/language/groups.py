"""Groups of people and of their offices in the nominative: „radnych i sołtysów" are „radni i sołtysi".

Knows words alone, never a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain.announcement.language import dictionary, names, words
from domain.announcement.language.text import folded

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
ACRONYM = re.compile(r"[A-ZŁŚŻ]{3,5}$")
_CLAUSED = re.compile(r"(.*?)(?:(, któr.*?)((?:,? (?:oraz|a także|jak również)|, i) (?!któr|że|gdzie).*)?)?$")
"""People, the clause about them, and the others behind it."""
_ALSO = re.compile(r"((?:,? (?:oraz|a także|jak również)|, i) )(?:do |dla )?(.*)")
_TAIL = re.compile(r"^(?:a także|oraz|jak również) ")
"""What closes a list whose last part stands behind a comma."""
_AGAIN = re.compile(r"^(?:do|dla|także|też|również) ")
_PERSONS = re.compile(r"(?:([^\W\d]+)ych )?(osób )[^\W\d]+ych(?!\w)")
_GENITIVE = frozenset({"gen"})
_OF_PEOPLE = re.compile(rf"(?:{words.alternatives('audience', 'of_people')})")
"""Adjectives of trades that stand behind them: „radca prawny"."""
SAME = 5
"""Letters by which a trade is known again."""


def nominative(written: str, cases: frozenset[str], *, whole: bool = False) -> str | None:
    """Return a list of people in the nominative; ``None`` when it begins with anything else.

    What follows offices goes on with offices; after people an office may be theirs: „pracowników urzędów i szkół". A
    clause that says who they are stays as it is written. The list ends with a part behind a comma that names nobody,
    unless the ``whole`` of it is known to be one.
    """
    match = _CLAUSED.match(written)
    head, clause, others = match.groups() if match else (written, None, None)
    pieces = _JOINTS.split(head)
    first = "osoby" if whole and clause and pieces == ["osób"] else _named(pieces[0], cases) or _beside(pieces, cases)
    if first is None or not dictionary.known():
        return None
    made = [first]
    strictly = _named(pieces[0], cases, strictly=True) is not None
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        bare = _AGAIN.sub("", piece)
        named = _persons(bare) if "gen" in cases else None
        named = named or _named(bare, cases, strictly=strictly)
        if named is None and joint == ", " and not whole and not _theirs(pieces, len(made) + 1):
            return "".join(made)
        made += [joint, named or piece]
    also = _ALSO.match(others) if others else None
    if also:
        return "".join([*made, clause or "", also[1], nominative(also[2], cases) or also[2]])
    return "".join([*made, clause or ""])


def _theirs(pieces: Sequence[str], index: int) -> bool:
    """Tell whether a part is one of those whose people are meant: „pracowników gmin, szkół i bibliotek"."""
    closed = any(joint != ", " for joint in pieces[index + 1 :: 2]) or _TAIL.match(pieces[-1])
    return bool(closed) and _owned(pieces[0].split()[1:][-1:]) and _owned(_TAIL.sub("", pieces[index]).split()[:3])


def _owned(said: Sequence[str]) -> bool:
    """Tell whether words begin with a noun in the genitive, perhaps after its adjectives."""
    for word in said:
        found = dictionary.readings(word.lower())
        if any(each.part == "subst" and "gen" in each.cases for each in found):
            return True
        if not names.qualifying(word):
            return False
    return False


def nobody(written: str) -> bool:
    """Tell whether words name nobody in particular: „Państwa", „zainteresowanych", „osób" and no more."""
    return bool(_NOBODY.match(folded(written)))


def _persons(written: str) -> str | None:
    """Return further people called nothing but so: „(radnych i) innych osób odpowiedzialnych"."""
    match = _PERSONS.match(written)
    return match and "".join([f"{match[1]}e " if match[1] else "", names.house(written[match.start(2) :], _GENITIVE)])


def _housed(written: str, cases: frozenset[str]) -> str:
    """Return people in the nominative; an adjective between two nouns is that of the offices behind it, but for a few.

    „dyrektorów powiatowych centrów" are „dyrektorzy powiatowych centrów", yet „radców prawnych" are „radcy prawni".
    """
    said, made = written.split(), names.house(written, cases).split()
    for place in range(1, min(len(said), len(made)) - 1):
        between = made[place] != said[place] and _offices(said[place + 1]) and person(said[place - 1], cases)
        if between and not _OF_PEOPLE.fullmatch(folded(said[place])):
            made[place] = said[place]
    return " ".join(made)


def _offices(word: str) -> bool:
    return any(
        each.part == "subst" and each.number == "pl" and "gen" in each.cases and "m1" not in each.genders
        for each in dictionary.readings(word.lower())
    )


def _beside(pieces: Sequence[str], cases: frozenset[str]) -> str | None:
    """Return women named before the men of the same trade: „(zapraszamy) urzędniczki i urzędników"."""
    word, following = pieces[0].rpartition(" ")[2], pieces[2] if len(pieces) > 2 else ""  # noqa: PLR2004 -- a joint and two
    named = any(
        each.part == "subst" and each.number == "pl" and each.cases & cases and "f" in each.genders
        for each in dictionary.readings(word.lower())
    )
    paired = named and following.startswith(word[:SAME]) and _named(following, cases, strictly=True)
    return names.house(pieces[0], cases) if paired else None


def _named(written: str, cases: frozenset[str], *, strictly: bool = False) -> str | None:
    if _NOBODY.match(folded(written)):
        return None
    for word in written.split()[:4]:
        if _NOBODY.match(folded(word)):
            return None
        if ACRONYM.match(word) and names.nominal(word):
            return written
        if person(word, cases, strictly=strictly):
            return _housed(written, cases)
        if not names.qualifying(word) or not dictionary.readings(word.lower()):
            return None
    return None


def person(word: str, cases: frozenset[str], *, strictly: bool = False) -> bool:
    """Tell whether a word is people in the plural, in one of some cases; ``strictly`` no offices."""
    return any(
        each.part == "subst"
        and each.number == "pl"
        and each.cases & cases
        and ("m1" in each.genders or (not strictly and each.lemma.split(":")[0] in _GROUPS))
        for each in dictionary.readings(word.lower())
    )
