"""Keys: the external id of a training that was announced in the chat, readable in a programme file."""

from __future__ import annotations

import re
from itertools import chain, count
from typing import TYPE_CHECKING, Final

from domain.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from domain.training import Details

LONGEST: Final = 48
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def key_of(details: Details, taken: Collection[str]) -> str:
    """Return the day and the title, ``2026-05-11-prawo-opcji``, with a number where that is taken."""
    title = _OTHER.sub("-", fold(details.title)).strip("-")[:LONGEST].rstrip("-")
    key = "-".join(filter(None, (details.start.day.isoformat(), title)))
    numbered = (f"{key}-{number}" for number in count(2))
    return next(each for each in chain([key], numbered) if each not in taken)
