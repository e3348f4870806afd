"""Polish inflection by rules over folded endings, for words that no dictionary knows.

Folding has made "ł" and "l", "ż" and "z" alike, so a rule serves both and gives some forms that no language has: they
cost memory, never an answer. Imports nothing of ours.
"""

from __future__ import annotations

import re
from collections import defaultdict

_SHORTEST_STEM = 2
_VOWELS = frozenset("aeiouy")

# How the end of a stem sounds before the endings -ie (case) and -i (people): urząd, urzędzie; skarbnik, skarbnicy.
_SOFTENED = {
    **{letter: (f"{letter}ie", f"{letter}i") for letter in "bfmnpswz"},
    "an": ("anie", "ani"),
    "ch": ("sze", "si"),
    "d": ("dzie", "dzi"),
    "en": ("enie", "eni"),
    "g": ("dze", "dzy"),
    "k": ("ce", "cy"),
    "l": ("le", "li"),
    "r": ("rze", "rzy"),
    "sl": ("sle", "sli"),
    "sn": ("snie", "sni"),
    "st": ("scie", "sci"),
    "t": ("cie", "ci"),
}
_SOFT = ("c", "cz", "dz", "j", "l", "n", "rz", "s", "sz", "z")
_SOFT_AFTER_I = ("b", "dz", "m", "p", "w")

_HARD_NOUN = "0 0u 0a 0owi 0em 0y 0ow 0owie 0o 0om 0ami 0ach"
_FEMININE = "0a 0y 0e 0o 0 0om 0ami 0ach"
_NEUTER = "0o 0a 0u 0em 0 0om 0ami 0ach"
_SOFT_NOUN = "0 0a 0u 0owi 0em 0e 0y 0i 0ow 0owie 0om 0ami 0ach"
_SOFT_FEMININE = "0a 0y 0i 0e 0o 0 0om 0ami 0ach"
_SOFT_NEUTER = "0ie 0ia 0iu 0iem 0i 0iom 0iami 0iach"
_ADJECTIVE = "0y 0a 0e 0ego 0emu 0ym 0ej 0ych 0ymi"

_WHOLE = (
    "anie ania aniu aniem an aniom aniami aniach",
    "enie enia eniu eniem en eniom eniami eniach",
    "cie cia ciu ciem c ciom ciami ciach",
    "ie ia iu iem i iom iami iach",
    "cja cji cje cjo cjom cjami cjach",
    "zja zji zje zjo zjom zjami zjach",
    "sja sji sje sjo sjom sjami sjach",
    "ia i ii ie io iom iami iach",
    "osc osci oscia osciom osciami osciach",
    "um a ow om ami ach",
    "ium ia iow iom iami iach",
    "en nia niu niowi niem nie ni niow niom niami niach",
    "iom iomu iomowi iomem iomie iomy iomow iomom iomami iomach",
    "stem stemu stemowi stemem stemie stemy stemow stemom stemami stemach",
    "zad zadu zadowi zadem zadzie zady zadow zadom zadami zadach zedu zedowi zedem zedzie zedy zedow zedom zedami",
    "zedzie zedzia zedziu zedziem zedzi zedziom zedziami zedziach",
    "iasto iasta iastu iastem iescie iast iastom iastami iastach",
    "iec ca cu cowi cem cy ce cow com cami cach",
    "ek ku ka kowi kiem ki kow kom kami kach",
    "ka ki ce ke ko ek kom kami kach",
    "ien nia niu niowi niem nie ni niow niom niami niach",
    "ienie ienia ieniu ieniem ien ieniom ieniami ieniach",
    "iata iaty iacie iate iato iat iatom iatami iatach",
    "iat iatu iatowi iatem iecie iaty iatow iatom iatami iatach",
    "ista isty iscie iste isto isci istow istom istami istach",
)


def _paradigms() -> tuple[tuple[str, ...], ...]:
    rows = list(_WHOLE)
    for close, (before_ie, of_people) in _SOFTENED.items():
        nouns = [f"{row} {before_ie}" for row in (f"{_HARD_NOUN} {of_people}", _FEMININE, _NEUTER)]
        rows += [row.replace("0", close) for row in (*nouns, f"{_ADJECTIVE} {of_people}")]
    rows += [row.replace("0", consonant) for consonant in _SOFT for row in (_SOFT_NOUN, _SOFT_FEMININE, _ADJECTIVE)]
    rows += [_SOFT_NEUTER.replace("0", consonant) for consonant in _SOFT_AFTER_I]
    return tuple(tuple(_respelled(row).split()) for row in rows)


def _respelled(row: str) -> str:
    """Return the row as it is written after k and g: "ki" for "ky", "kiego" for "kego"; "ke" is "kę" as well."""
    return re.sub(r"\b([kg])(?:y|(e)(?!\b))", r"\1i\2", re.sub(r"\b([kg])e\b", r"\1e \1ie", row))


def _by_ending() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for paradigm in _paradigms():
        for ending in paradigm:
            found[ending].append(paradigm)
    return dict(found)


_BY_ENDING = _by_ending()
_LONGEST = max(map(len, _BY_ENDING))


def inflected(word: str) -> frozenset[str]:
    """Return the forms that a folded word may have, itself among them; its longest known ending decides."""
    for length in range(min(_LONGEST, len(word) - _SHORTEST_STEM), 0, -1):
        stem, ending = word[:-length], word[-length:]
        if ending in _BY_ENDING and not _VOWELS.isdisjoint(stem):
            return frozenset([word, *(stem + other for paradigm in _BY_ENDING[ending] for other in paradigm)])
    return frozenset([word])
