"""The words of questions as data: phrases and the concepts they stand for, in both languages.

Reads the lexicon's files; knows no programme and no rule of what is meant.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Generic, TypeVar

from domain.official import Language
from domain.question.folding import Token, fold, tokens
from domain.question.forms import Forms
from domain.question.slips import CLOSED, Vocabulary

SHORTEST_INFLECTED = 4
ALONE = "="
DASH = "-"
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly")

Meaning = TypeVar("Meaning")
Readings = Sequence[frozenset[str]]
"""For each token of a text, the folded words that it may be read as."""


def data(name: str) -> dict[str, Any]:
    """Return a file of the lexicon as it is."""
    return tomllib.loads(files("domain.question.lexicon").joinpath(f"{name}.toml").read_text("utf-8"))


FILLERS = frozenset(["-", *data("pl")["words"]["fillers"].split(), *data("en")["words"]["fillers"].split()])
"""Words and signs that may stand anywhere in a phrase without changing what it says."""


def _both(name: str) -> frozenset[str]:
    """Return a list of words of both languages."""
    return frozenset(data("pl")["words"][name].split() + data("en")["words"][name].split())


OFFERED = _both("offered")
"""Last words of a question for something that may not exist: „komunikacja zbiorowa – jest?”."""
ASKING = {what: _both(f"asks_{what}") for what in ("people", "quality", "number", "audience")}
"""Words that ask who, what kind, how many, for whom."""
THERE_IS = _both("there_is")
"""Second words of a question for something that may not exist: „czy jest”, "are there"."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase found in a text: what it stands for, its first place and the one after its last."""

    meaning: Meaning
    start: int
    end: int

    @property
    def places(self) -> range:
        """The places of its tokens."""
        return range(self.start, self.end)


class Phrases(Generic[Meaning]):
    """Phrases, each a sequence of words in any of their forms, and what they stand for."""

    def __init__(self, entries: Iterable[tuple[Sequence[frozenset[str]], Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[Sequence[frozenset[str]], Meaning]]] = defaultdict(list)
        for entry in entries:
            words, _ = entry
            for form in words[0] if words else ():
                self._by_first[form].append(entry)

    def find(self, readings: Readings) -> list[Found[Meaning]]:
        """Return the phrases of a text from the left, at each place the longest and all that are as long.

        Dashes and words that only fill are passed over: a "sign-up" is a sign up, „co ty właściwie umiesz” „co umiesz”.
        """
        undashed = [at for at, reading in enumerate(readings) if DASH not in reading]
        unfilled = [at for at, reading in enumerate(readings) if reading.isdisjoint(FILLERS)]
        whole = self._among(undashed, readings)
        if unfilled == undashed:
            return whole
        bare = self._among(unfilled, readings)
        longer = [each for each in bare if each not in whole and _longest(each, whole)]
        return [each for each in whole if _longest(each, longer)] + longer

    def _among(self, at: Sequence[int], readings: Readings) -> list[Found[Meaning]]:
        found = self._found([readings[place] for place in at])
        return [Found(each.meaning, at[each.start], at[each.end - 1] + 1) for each in found]

    def _found(self, readings: Readings) -> list[Found[Meaning]]:
        found: list[Found[Meaning]] = []
        place = 0
        while place < len(readings):
            here = self._at(readings, place)
            found += here
            place = here[0].end if here else place + 1
        return found

    def _at(self, readings: Readings, place: int) -> list[Found[Meaning]]:
        longest: list[Found[Meaning]] = []
        candidates = [entry for form in readings[place] for entry in self._by_first.get(form, ())]
        for words, meaning in sorted(candidates, key=lambda entry: -len(entry[0])):
            if longest and len(words) < len(longest[0].places):
                break
            if _says(readings, place, words):
                one = Found(meaning, place, place + len(words))
                longest += [] if one in longest else [one]
        return longest


def _says(readings: Readings, place: int, words: Sequence[frozenset[str]]) -> bool:
    """Tell whether a phrase whose first word is here goes on as the text does."""
    if place + len(words) > len(readings):
        return False
    return not any(map(frozenset.isdisjoint, words[1:], readings[place + 1 : place + len(words)]))


def _longest(phrase: Found[Any], others: Iterable[Found[Any]]) -> bool:
    """Tell whether a phrase is longer than all of those that it overlaps."""
    places = set(phrase.places)
    return all(len(places) > len(each.places) for each in others if not places.isdisjoint(each.places))


@dataclass(frozen=True, slots=True)
class Small:
    """The small words of one language, which another has with other meanings: do, was, to, a."""

    stop: frozenset[str]
    past: frozenset[str]
    yes_no: frozenset[str]
    and_then: frozenset[str]
    linking: frozenset[str]
    joining: frozenset[str]

    @property
    def taking_up(self) -> frozenset[str]:
        """First words of a sentence that takes up what was said before."""
        return self.and_then | self.linking


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words before any programme: concepts, and words that say nothing of the subject."""

    concepts: Phrases[tuple[str, Language]]
    vocabulary: Vocabulary[frozenset[Language]]
    stop: frozenset[str]
    weak: frozenset[str]
    abbreviations: frozenset[str]
    persons: frozenset[str]
    inside: frozenset[str]
    about: frozenset[str]
    many: frozenset[str]
    of_one: frozenset[str]
    plural_after: frozenset[str]
    requests: frozenset[str]
    heads: frozenset[str]
    generic: frozenset[str]
    notices: frozenset[str]
    arrives: frozenset[str]
    denies: frozenset[str]
    wonders: frozenset[str]
    after_denial: frozenset[str]
    not_names: frozenset[str]
    asks: frozenset[str]
    reasons: frozenset[str]
    yet: frozenset[str]
    without: frozenset[str]
    between: frozenset[str]
    small: Mapping[Language, Small]
    parted: Mapping[tuple[str, str], str]
    slight: frozenset[str]

    def language(self, words: Sequence[str]) -> Language | None:
        """Return the language that has more of the folded words to itself, ``None`` for a tie."""
        known = [self.languages(word) for word in words]
        polish, english = (sum(1 for each in known if each == {language}) for language in Language)
        return None if polish == english else Language.POLISH if polish > english else Language.ENGLISH

    def languages(self, word: str) -> frozenset[Language]:
        """Return the languages in which a folded word is one of the lexicon's."""
        return self.vocabulary.exact(word) or frozenset()


@cache
def lexicon(forms: Forms) -> Lexicon:
    """Read the lexicon in all its forms, once; slow, as the forms are."""
    polish, english = (data(language.value) for language in (Language.POLISH, Language.ENGLISH))
    entries = [
        *_phrases(polish["concepts"], forms.of, Language.POLISH),
        *_phrases(english["concepts"], _english, Language.ENGLISH),
    ]
    said = {
        language: {
            *words["words"]["stop"].split(),
            *(form for text, (_, of) in entries if of is language for form in frozenset().union(*text)),
            *(form for name in _SAID for word in words["words"][name].split() for form in forms_of(word)),
        }
        for language, words, forms_of in ((Language.POLISH, polish, forms.of), (Language.ENGLISH, english, _english))
    }
    # Three sets for all words: one of its own for each would take more room than the words.
    alone = {language: frozenset([language]) for language in said}
    known = {word: alone[language] for language, words in said.items() for word in words}
    known |= dict.fromkeys(said[Language.POLISH] & said[Language.ENGLISH], frozenset(said))
    listed = {name: frozenset((polish["words"][name] + " " + english["words"][name]).split()) for name in _LISTED}
    small = {
        language: Small(**{name: frozenset(words["words"][name].split()) for name in _SMALL})
        for language, words in ((Language.POLISH, polish), (Language.ENGLISH, english))
    }
    return Lexicon(
        concepts=Phrases(entries),
        vocabulary=Vocabulary(known, least=CLOSED),
        weak=_inflected("weak", polish, english, forms),
        heads=_inflected("heads", polish, english, forms),
        generic=_inflected("generic", polish, english, forms),
        notices=_inflected("notices", polish, english, forms),
        arrives=_inflected("arrives", polish, english, forms),
        small=small,
        # Words that name no subject: small words, titles of persons, verbs in the past.
        slight=listed["stop"].union(listed["persons"], *(each.past for each in small.values())),
        parted={(each["first"], each["last"]): each["concept"] for each in english["parted"]},
        **listed,
    )


_LISTED = (
    *("stop", "abbreviations", "persons", "inside", "about", "many", "of_one", "plural_after", "not_names"),
    *("requests", "asks", "reasons", "yet", "without", "between", "denies", "wonders", "after_denial"),
)
_SAID = ("notices", "arrives")
_SMALL = ("stop", "past", "yes_no", "and_then", "linking", "joining")


def phrase(text: str, forms_of: Any) -> Sequence[frozenset[str]]:  # noqa: ANN401 -- a function of a word
    """Return a phrase as the forms of each of its words; "a|b" is either, "=" leaves every word as it stands."""
    alone = text.startswith(ALONE)
    return [
        _either([_word(word, forms_of, alone=alone) for word in tokens(either) if word.folded != "-"])
        for either in text.removeprefix(ALONE).replace("-", " ").split()
    ]


def _either(readings: Sequence[frozenset[str]]) -> frozenset[str]:
    # The forms of a word are shared by all phrases that have it: a union would copy them.
    return readings[0] if len(readings) == 1 else frozenset().union(*readings)


def _word(word: Token, forms_of: Any, *, alone: bool) -> frozenset[str]:  # noqa: ANN401 -- a function of a word
    short = len(word.text) < SHORTEST_INFLECTED and not word.text.isupper()
    return frozenset({word.folded}) if alone or short else forms_of(word.text)


def _phrases(
    concepts: Mapping[str, Sequence[str]],
    forms_of: Any,  # noqa: ANN401 -- a function of a word
    language: Language,
) -> list[tuple[Sequence[frozenset[str]], tuple[str, Language]]]:
    return [(phrase(text, forms_of), (concept, language)) for concept, texts in concepts.items() for text in texts]


def _inflected(name: str, polish: Mapping[str, Any], english: Mapping[str, Any], forms: Forms) -> frozenset[str]:
    inflected = [forms.of(word) for word in polish["words"][name].split()]
    return frozenset().union(*inflected, *map(_english, english["words"][name].split()))


@cache
def _english(word: str) -> frozenset[str]:
    folded = fold(word)
    bare = folded.removesuffix("e")
    return frozenset({folded, *(folded + ending for ending in _ENDINGS), *(bare + ending for ending in ("ed", "ing"))})
