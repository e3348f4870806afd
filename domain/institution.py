"""Institutions: municipalities, counties and units, the names people call them, and who is a member."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_STROKES = str.maketrans({"ł": "l", "Ł": "l"})


@dataclass(frozen=True, slots=True)
class Institution:
    """A municipality, county or unit; ``id`` 0 = not stored yet.

    ``listed`` ones come from the settings or a programme and are shown to everybody; others are somebody's typed word.
    """

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    member: bool = False
    listed: bool = False


def fold(text: str) -> str:
    """Return the text in lower case, without accents and surplus spaces, so that "Łódź" and "lodz" compare equal."""
    plain = unicodedata.normalize("NFKD", text.translate(_STROKES).casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())
