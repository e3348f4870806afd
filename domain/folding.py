"""Writing made comparable: names of institutions, topics, places and words of questions are folded alike.

Imports nothing of ours, so that everything may fold.
"""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart, and signs that nobody sees.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d"} | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""))


def fold(text: str) -> str:
    """Return the text in lower case, without accents and surplus spaces, so that "Łódź" and "lodz" compare equal."""
    apart = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
    return " ".join(plain.translate(_LETTERS).split())
