"""Whether a value that was read is the one that a text states: endings, degrees and punctuation do not matter.

Towns, days, hours, numbers and addresses have to be exactly right.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz

from domain.folding import fold
from tests.announcements.corpus import UNSTATED, Value

ALIKE: Final = 80
PARTLY_ALIKE: Final = 78
NUMBER: Final = 9
STEM: Final = 3
DEGREES: Final = re.compile(r"^(?:(?:dr|hab|prof|mgr|inz|mec|adw|r\.? ?pr|red|ks|lek|arch|phd|st|kpt|bryg)\.?\s+)+")
A_ROOM: Final = re.compile(r"^(?:sala|sali|pok|pokoj|room|nr)\b\.? *(?:nr )?")

Same = Callable[[Value, Value], bool]


def same(field: str, wanted: Value, found: Value) -> bool:
    """Tell whether two values of a field are the same; one that is not stated is the same as its emptiness alone."""
    if empty(field, wanted) or empty(field, found):
        return empty(field, wanted) and empty(field, found)
    return _WAYS.get(field, _equal)(wanted, found)


def empty(field: str, value: Value) -> bool:
    """Tell whether nothing is stated; on site is as good as nothing said about being online."""
    return value in (None, [], UNSTATED.get(field)) or (field == "online" and value is False)


def words(text: str) -> str:
    """Return the folded words of a text, without its punctuation."""
    return " ".join(re.findall(r"\w+", fold(text)))


def stems(text: str) -> set[str]:
    """Return how the words of a text begin, so that their endings do not matter."""
    return {word[:STEM] for word in words(text).split()}


def likeness(one: str, other: str) -> float:
    """Return how alike two titles are, 0 to 100."""
    return fuzz.token_set_ratio(words(one), words(other))


def _equal(wanted: Value, found: Value) -> bool:
    return bool(wanted == found)


def _same_words(wanted: str, found: str) -> bool:
    return words(wanted) == words(found)


def _alike(wanted: str, found: str) -> bool:
    return fuzz.ratio(words(wanted), words(found)) >= ALIKE


def _partly_alike(wanted: str, found: str) -> bool:
    return fuzz.partial_ratio(words(wanted), words(found)) >= PARTLY_ALIKE


def _same_place(wanted: str, found: str) -> bool:
    """Tell whether a venue is meant; its street may be missing."""
    return _alike(wanted, found) or _alike(wanted.partition(",")[0], found)


def _same_room(wanted: str, found: str) -> bool:
    return A_ROOM.sub("", fold(wanted)).strip(' "„”') == A_ROOM.sub("", fold(found)).strip(' "„”')


def _same_kind(wanted: str, found: str) -> bool:
    one, other = fold(wanted), fold(found)
    return one.startswith(other) or other.startswith(one)


def _same_people(wanted: Sequence[str], found: Sequence[str]) -> bool:
    return len(wanted) == len(found) and all(any(_same_person(one, other) for other in found) for one in wanted)


def _same_person(wanted: str, found: str) -> bool:
    name = re.split(r"[,(–]| - ", found)[0]
    return fuzz.ratio(DEGREES.sub("", fold(wanted)), DEGREES.sub("", fold(name))) >= ALIKE


def _same_number(wanted: str, found: str) -> bool:
    return _number(wanted) == _number(found)


def _number(phone: str) -> str:
    """Return the last figures of a number, without its extension."""
    return re.sub(r"\D", "", fold(phone).partition(" wew")[0])[-NUMBER:]


def _same_address(wanted: str, found: str) -> bool:
    return _bare(wanted) == _bare(found)


def _bare(address: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", address.strip().lower()).rstrip("/")


def _same_agenda(wanted: Sequence[Sequence[str]], found: Sequence[Mapping[str, Value]]) -> bool:
    return len(wanted) == len(found) and all(
        start == item["start"] and _partly_alike(title, item["title"])
        for (start, title), item in zip(wanted, found, strict=True)
    )


_WAYS: Final[Mapping[str, Same]] = {
    "title": _same_words,
    "kind": _same_kind,
    "place": _same_place,
    "city": _same_words,
    "room": _same_room,
    "online_url": _same_address,
    "signup_url": _same_address,
    "contact_name": _same_person,
    "contact_email": _same_words,
    "contact_phone": _same_number,
    "speakers": _same_people,
    "audience": _partly_alike,
    "agenda": _same_agenda,
}
