"""A phrase as people type it in haste: with slips, or without Polish letters; the same for the same seed."""

import random
import re
from typing import Final

LEAST: Final = 5
"""Letters of the shortest word that a slip is made in."""

_LETTERS: Final = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ")
_CHUNK: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"[\d@/_]|\.\w")
_WORD: Final = re.compile(rf"[^\W\d_]{{{LEAST},}}")
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def without_polish_letters(text: str) -> str:
    """Return a text as it is typed on a keyboard that has no Polish letters."""
    return text.translate(_LETTERS)


def with_slips(text: str, seed: str) -> str:
    """Return a text with one slip in half of its long words, at least one; figures and addresses stay whole."""
    chance = random.Random(seed)  # noqa: S311 -- the same slips each time
    chunks = [chunk for chunk in _CHUNK.finditer(text) if not _ADDRESS.search(chunk[0])]
    spans = [(chunk.start() + w.start(), chunk.start() + w.end()) for chunk in chunks for w in _WORD.finditer(chunk[0])]
    for start, end in sorted(chance.sample(spans, max(len(spans) // 2, min(len(spans), 1))), reverse=True):
        text = text[:start] + _slipped(text[start:end], chance) + text[end:]
    return text


def _slipped(word: str, chance: random.Random) -> str:
    """Return a word with a letter missing, doubled, struck beside, or swapped with the next; never the word itself."""
    at = chance.randrange(len(word))
    after = min(at + 1, len(word) - 1)
    ways = [
        word[:at] + word[at + 1 :],
        word[: at + 1] + word[at:],
        word[:at] + _beside(word[at], chance) + word[at + 1 :],
        word[:at] + word[after] + word[at:after] + word[after + 1 :],
    ]
    return chance.choice([way for way in ways if way != word])


def _beside(letter: str, chance: random.Random) -> str:
    """Return a letter beside this one on the keyboard, as large as it."""
    plain = without_polish_letters(letter.lower())
    for row in _ROWS:
        if (at := row.find(plain)) >= 0:
            struck = chance.choice(row[max(at - 1, 0) : at] + row[at + 1 : at + 2])
            return struck.upper() if letter.isupper() else struck
    return letter
