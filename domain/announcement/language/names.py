"""Proper names in the nominative: towns, people, houses. From the dictionary of Morfeusz, else by a short table.

Knows words alone, never a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from domain.announcement.language import words
from domain.announcement.language.dictionary import Reading, generated, known, readings
from domain.announcement.language.text import folded

_GEOGRAPHIC = "nazwa_geograficzna"
_MEMBER = "człon_nazwy_geograficznej"
_SURNAME = "nazwisko"
_ADJECTIVES = ("adj", "ppas", "pact")
_REGIONS = frozenset(words.table("places")["regions"])
_LAND = frozenset(words.table("places")["land"])
_ENDINGS = {
    "skim": "ski",
    "ckim": "cki",
    "skiej": "ska",
    "ckiej": "cka",
    "skich": "skie",
    "ckich": "ckie",
    "iałej": "iała",
}
_VENUES = frozenset(words.table("places")["venue"])
_DATED = frozenset(form for kind in ("months", "weekdays") for forms in words.table(kind).values() for form in forms)
_REGIONAL = ("skim", "ckim", "skiej", "ckiej", "skie", "ski", "cki", "ska", "cka")
_UNIT = re.compile(rf"^(?:{words.alternatives('places', 'unit')}) (?=\w)", re.IGNORECASE)


def town(
    written: Sequence[str], *, cases: frozenset[str] = frozenset({"loc"}), beside: str = ""
) -> tuple[str, int] | None:
    """Return the town that some words begin with, in the nominative, and how many of them it takes.

    ``cases`` are those in which it may stand. Of Gołuchów and Gołuchowo it is the one that stands ``beside``, in the
    text around.
    """
    for count in (3, 2, 1):
        if len(written) < count:
            continue
        if listed := _listed(" ".join(written[:count]), cases):
            return listed, count
        names = _towns(tuple(written[:count]), cases) if known() and folded(written[0]) not in _DATED else ()
        found = sorted((name for name in names if folded(name) not in _REGIONS), key=_lesser)
        if found:
            near = [name for name in found if name in beside] if len(found) > 1 else []
            said = (name for name in near if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", beside))
            return next(said, None) or next((name for name in found if name in _begun()), found[0]), count
    return None


def _lesser(name: str) -> bool:
    """Tell of a town whether the lexicon does not list it: of Łódź and Łodzia, „Łodzi" is that of Łódź."""
    return name not in words.table("towns")


def _listed(written: str, cases: frozenset[str]) -> str | None:
    """Return a town of the lexicon, which tells the form that each has after „w"."""
    towns = words.table("towns")
    if "nom" in cases and written in towns:
        return written
    return _located().get(folded(written)) if "loc" in cases else None


@cache
def _begun() -> frozenset[str]:
    """Return the first words of the towns of the lexicon that have two, by which alone they are called as well."""
    return frozenset(name.split()[0] for name in words.table("towns") if " " in name)


@cache
def _located() -> Mapping[str, str]:
    """Return the towns of the lexicon by the forms that they have after „w"; the first of two of one form."""
    return {form: name for name, forms in reversed(list(words.table("towns").items())) for form in forms}


@lru_cache(maxsize=20_000)
def _towns(written: tuple[str, ...], cases: frozenset[str]) -> tuple[str, ...]:
    """Return the towns of exactly these words: a geographic name, with adjectives that agree with it."""
    if not all(word[:1].isupper() for word in written):
        return ()
    if len(written) == 1 and "-" in written[0]:
        halves = [next(iter(_towns((half,), cases)), None) or _half(half, cases) for half in written[0].split("-")]
        return ("-".join(half for half in halves if half),) if all(halves) else ()
    return tuple(dict.fromkeys(_made(written, cases)))


def _made(written: tuple[str, ...], cases: frozenset[str]) -> Iterator[str]:
    for place, word in enumerate(written):
        for head in sorted(readings(word), key=_unlikely):
            fits = head.part == "subst" and head.cases & cases and not _several(head)
            if not fits or (_GEOGRAPHIC not in head.labels and not _regional(written, place)):
                continue
            others = [_agreeing(other, head, cases) for at, other in enumerate(written) if at != place]
            if all(others):
                made = [str(other) for other in others]
                made.insert(place, _shaped(_head(head), word))
                yield " ".join(made)


def _unlikely(head: Reading) -> int:
    """Rank the towns of one form: Bobowo before Bobów, Skórzewo before Skórzewa."""
    lemma = bare(head.lemma)
    return 2 if lemma.endswith("ewa") else int(not lemma.endswith("owo"))


def _several(head: Reading) -> bool:
    """Tell whether a form is the plural of a town that has but a singular: „Piły", as if there were two."""
    single = (each.number for each in readings(bare(head.lemma)) if each.lemma == head.lemma)
    return head.number == "pl" and _GEOGRAPHIC in head.labels and "sg" in single


def _half(word: str, cases: frozenset[str]) -> str | None:
    """Return half of a name such as Bielsko-Biała or Krynica-Zdrój that is no town by itself."""
    if "nom" in cases:
        return word
    quality = (
        _nominative(each.lemma, each.part, each).capitalize()
        for each in readings(word.lower())
        if each.part == "adj" and each.cases & cases and "f" in each.genders
    )
    member = (bare(each.lemma) for each in readings(word) if each.cases & cases and _MEMBER in each.labels)
    return next(quality, None) or next(member, None)


def _regional(written: Sequence[str], place: int) -> bool:
    """Tell whether a common noun is a town's: „Gdański" follows it, or it is one of those towns are named by."""
    match written:
        case (_, land) if place == 1:
            return any(folded(bare(each.lemma)) in _LAND for each in readings(land.lower()))
        case (_, _, quality) if place == 1:
            return folded(quality).endswith(_REGIONAL)
    return False


def bare(lemma: str) -> str:
    """Return a lemma without the sign that tells it from another of the same letters."""
    return lemma.split(":", maxsplit=1)[0]


def _agreeing(word: str, head: Reading, cases: frozenset[str]) -> str | None:
    """Return an adjective in the nominative if it stands in the same case, number and gender as a noun."""
    first, joint, last = word.rpartition("-")
    if joint and folded(first).endswith("o"):
        made = _agreeing(last, head, cases)
        return made and f"{first}-{made}"
    for read in sorted(readings(word.lower()), key=lambda each: each.part != "adj"):
        same = read.part in _ADJECTIVES and read.cases & head.cases & cases and read.number == head.number
        if same and read.genders & head.genders:
            return _shaped(_nominative(read.lemma, read.part, head), word)
    known = any(_SURNAME not in each.labels for each in readings(word.lower()))
    return None if known else _by_ending(word, head)


def _by_ending(word: str, head: Reading) -> str | None:
    """Return an adjective that the dictionary lacks in the nominative: „Krajeńskim"."""
    ending = next((each for each in _ENDINGS if word.endswith(each)), None)
    if ending is None:
        return (
            word
            if "nom" in head.cases and folded(word).endswith(("ski", "cki", "ska", "cka", "skie", "ckie"))
            else None
        )
    made = word.removesuffix(ending) + _ENDINGS[ending]
    return made + "e" if made.endswith("ki") and "n" in head.genders else made


def _nominative(lemma: str, part: str, head: Reading) -> str:
    made = [
        form
        for form, read in generated(lemma)
        if read.plain
        and read.part == part
        and "nom" in read.cases
        and read.number == head.number
        and read.genders & head.genders
    ]
    return next((form for form in made if form.endswith("rzowie")), made[0] if made else bare(lemma))


def _shaped(form: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return form.upper()
    return form[:1].upper() + form[1:] if like[:1].isupper() else form


def house(written: str, cases: frozenset[str]) -> str:
    """Return a phrase with its first noun, and the adjectives that agree with it, in the nominative."""
    parts = written.split()
    for place, word in enumerate(parts[:4]):
        made = [each for head in _both(word) if (each := _housed(parts, place, head, cases))]
        if made:
            best: list[str] = max(made, key=lambda each: (_changed(each, parts), folded(each[place]) in _VENUES))
            return " ".join(best)
        if not any(each.part in _ADJECTIVES for each in readings(word.lower())):
            break
    return written


def _changed(made: Sequence[str], parts: Sequence[str]) -> int:
    return sum(one != other for one, other in zip(made, parts, strict=True))


def _housed(parts: Sequence[str], place: int, head: Reading, cases: frozenset[str]) -> list[str] | None:
    """Return the words with this noun in the nominative; ``None`` if it cannot be the one."""
    if head.part not in {"subst", "ger"} or not head.cases & cases:
        return None
    before = [_agreeing(other, head, cases) for other in parts[:place]]
    if not all(before):
        return None
    return [*map(str, before), _shaped(_head(head), parts[place]), *_after(parts[place + 1 :], head, cases)]


def _both(word: str) -> Iterator[Reading]:
    yield from readings(word.lower())
    if word != word.lower():
        yield from (each for each in readings(word) if _SURNAME not in each.labels)


def _head(head: Reading) -> str:
    if head.number == "sg" and head.part == "subst":
        return bare(head.lemma)
    return _nominative(head.lemma, head.part, head)


def _after(parts: Sequence[str], head: Reading, cases: frozenset[str]) -> Iterator[str]:
    agreeing = True
    for word in parts:
        made = _agreeing(word, head, cases) if agreeing else None
        agreeing = agreeing and (made is not None or word in {"i", "oraz"})
        yield made or word


@lru_cache(maxsize=5_000)
def geographic(written: str) -> bool:
    """Tell whether a phrase in the nominative is the name of a town."""
    if folded(written) in _DATED:
        return False
    found = town(written.split(), cases=frozenset({"nom"}))
    return found is not None and found[1] == len(written.split())


def unit(written: str) -> str:
    """Return the town that a commune or a district is named after: „Gmina Rawicz"."""
    return _UNIT.sub("", written)


def adverbial(word: str) -> bool:
    """Tell whether a word may be an adverb or a numeral, which no house is called: „wszystko", „zawsze", „oba"."""
    return any(each.part in {"adv", "num", "part"} for each in readings(word))


def verbal(word: str) -> bool:
    """Tell whether a word can only be a verb that says what somebody does or did."""
    found = readings(word.lower())
    return bool(found) and all(each.part in {"fin", "praet", "bedzie", "impt", "imps"} for each in found)


def nominal(word: str) -> bool:
    """Tell whether a noun stands in the nominative; without a dictionary any may."""
    found = [each for each in readings(word.lower()) if each.part == "subst"]
    return not found or any("nom" in each.cases for each in found)


def owning(word: str) -> bool:
    """Tell whether a word can but belong to the one before it: it stands in the genitive, never in the nominative."""
    found = [each for each in readings(word.lower()) if each.part in {"subst", "adj", "ger"}]
    return any("gen" in each.cases for each in found) and not any("nom" in each.cases for each in found)


def feminine(word: str) -> bool:
    """Tell whether a noun is feminine."""
    return any(each.part == "subst" and "f" in each.genders for each in readings(word.lower()))


def qualifying(word: str) -> bool:
    """Tell whether a word can stand before the noun of a name: an adjective, a number, or one that is not known."""
    found = readings(word.lower())
    return not found or any(each.part in {*_ADJECTIVES, "adja", "adv", "num"} for each in found)
