"""How many people of one institution may come, as stated: „najwyżej dwie osoby z jednego urzędu".

Knows sentences and numbers; a price that many of one institution pay, or the fewest that come, is no limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from domain.announcement.language import words
from domain.announcement.layout.lines import Segment
from domain.announcement.layout.page import Page

_NUMBER = rf"(?:(?P<digits>\d{{1,3}})|(?P<spelt>{words.alternatives('numbers')})(?!\w))"
_PEOPLE = r"(?:os\.|(?:osob|uczestni|przedstawiciel|pracowni|delegat|miejsc|person|people|participant|place|seat)\w*)"
_MOST = (
    r"(?<!\w)(?:maks\w*\.?|max\.?|najwyzej|co najwyzej|nie wiecej niz|do|po|tylko|limit\w*[ :–-]*|up to|at most"
    r"|no more than|maximum(?: of)?)"
)
_HOUSE = (
    r"(?:urz[ae]d\w*|gmin\w*|instytucj\w*|jednost\w*|szkol\w*|organizacj\w*|powiat\w*|samorzad\w*|bibliotek\w*"
    r"|placow\w+|osrod\w+|office|municipality|institution|organi[sz]ation)"
)
_EACH = r"(?:(?:tej samej|tego samego|jedn\w+|kazd\w+|dan\w+|one|each|every|the same) )"
_OF = rf"(?:(?:z|ze|na|from|per) {_EACH}?{_HOUSE}|per {_HOUSE})(?!\w)"
_LIMIT = re.compile(rf"{_MOST} ?{_NUMBER} ?(?:{_PEOPLE} ?)?\(?{_OF}")
_FROM = re.compile(
    rf"(?<!\w)(?:(?:z|ze|from) )?{_EACH}{_HOUSE}[^.;!?\n\d]{{0,50}}?(?<!\w)(?:{_MOST} ?)?{_NUMBER} ?{_PEOPLE}(?!\w)"
)
_MAY = re.compile(
    rf"(?<!\w)(?:moze|moga|may|can|deleguj\w+|zglasza\w*|wysyla\w*|zapras\w+)(?!\w)|{_MOST} ?(?:\d|[a-z])"
)
_OTHER = re.compile(
    r"(?<!\w)(?:co najmniej|minimum|min\.|rabat\w*|zniz\w*|cen\w|cenie|kosz\w+|gratis|at least|discount\w*)"
    r"|\d ?(?:zl|pln|%)"
)


def each(page: Page, pieces: Iterable[Segment]) -> int | None:
    """Return how many people of one institution may come; ``None`` when nothing or several things are stated."""
    found = {number for piece in pieces if "agenda" not in piece.labels for number in _stated(page, piece)}
    return found.pop() if len(found) == 1 else None


def _stated(page: Page, piece: Segment) -> Iterator[int]:
    for pattern in (_LIMIT, _FROM):
        for match in pattern.finditer(page.folded, piece.outer, piece.end):
            number = _value(match)
            said = pattern is _LIMIT or _MAY.search(match[0])
            if number and said and not _OTHER.search(page.folded, *page.sentence(match.start())):
                yield number


def _value(match: re.Match[str]) -> int | None:
    return int(match["digits"]) if match["digits"] else words.number("numbers", match["spelt"])
