"""An announcement of the corpus read as `read --json` does, and judged: trainings paired, every field compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from time import perf_counter
from typing import Final
from zoneinfo import ZoneInfo

from bot.cli.once import at
from bot.cli.read.document import document
from domain import announcement
from domain.announcement import Reading
from domain.official import Language
from handlers.texts import Words
from tests.announcements.comparing import empty, likeness, same
from tests.announcements.corpus import UNSTATED, Announcement, Value, Wanted
from tests.announcements.evidence import unfounded

WARSAW: Final = ZoneInfo("Europe/Warsaw")
FIELDS: Final = ("day", "time", *(name for name in UNSTATED if name != "start"))
SURE: Final = 85
"""How alike titles are of which the days may differ."""


class Mark(StrEnum):
    """What became of one field of one training."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Field:
    """A field that is stated or filled, and its mark."""

    name: str
    mark: Mark
    wanted: Value
    found: Value


@dataclass(frozen=True, slots=True)
class Judged:
    """A text that was read: how long it took, which trainings are missing or too many, the fields of the others.

    ``unasked`` are questions that had to be asked, ``needless`` those that had not, ``unfounded`` values whose words
    are not where the evidence says.
    """

    announcement: Announcement
    ms: float
    pairs: int
    missing: tuple[Wanted, ...]
    surplus: tuple[Mapping[str, Value], ...]
    fields: tuple[Field, ...]
    asked: int
    unasked: tuple[tuple[str, str], ...]
    needless: tuple[tuple[str, str], ...]
    unfounded: tuple[str, ...]


def read(text: str, now: str) -> tuple[Reading, float]:
    """Read a text as on a day; return what was found and how many milliseconds it took."""
    began = perf_counter()
    reading = announcement.read(text, at(datetime.fromisoformat(now), WARSAW), WARSAW)
    return reading, 1000 * (perf_counter() - began)


def judge(which: Announcement) -> Judged:
    """Read a text and compare all that was found with what it states."""
    reading, ms = read(which.text, which.now)
    told = document(Words(Language.POLISH, at(None, WARSAW)), reading)["trainings"]
    pairs = dict(_paired(which.trainings, told))
    asked = [{(each.about.value, each.why.value) for each in found.questions} for found in reading.found]
    needs = {place: which.trainings[number].asks for number, place in pairs.items()}
    return Judged(
        announcement=which,
        ms=ms,
        pairs=len(pairs),
        missing=tuple(each for number, each in enumerate(which.trainings) if number not in pairs and not each.optional),
        surplus=tuple(each for place, each in enumerate(told) if place not in pairs.values()),
        fields=tuple(each for number, place in pairs.items() for each in _fields(which.trainings[number], told[place])),
        asked=sum(map(len, needs.values())),
        unasked=tuple(sorted(need for place, needed in needs.items() for need in needed - asked[place])),
        needless=tuple(
            sorted(q for place, needed in needs.items() for q in asked[place] - needed if q[1] != "missing")
        ),
        unfounded=tuple(fault for each in told for fault in unfounded(which.text, each)),
    )


def _paired(wanted: tuple[Wanted, ...], told: list[dict[str, Value]]) -> Iterator[tuple[int, int]]:
    """Yield which training wanted is which told: the same day first, the titles most alike."""
    scores = sorted(
        (
            (_nearness(one, other), -abs(number - place), number, place)
            for number, one in enumerate(wanted)
            for place, other in enumerate(told)
        ),
        reverse=True,
    )
    numbers, places = set(range(len(wanted))), set(range(len(told)))
    for nearness, _, number, place in scores:
        if nearness >= SURE and number in numbers and place in places:
            numbers.remove(number)
            places.remove(place)
            yield number, place


def _nearness(wanted: Wanted, told: Mapping[str, Value]) -> float:
    titles = [likeness(title, told["title"]) for title in wanted.right("title") if title and told["title"]]
    days = {(start or "")[:10] for start in wanted.right("start")}
    return max(titles, default=0) + (100 if (told["start"] or "")[:10] in days else 0)


def _fields(wanted: Wanted, told: Mapping[str, Value]) -> Iterator[Field]:
    for name in FIELDS:
        right = [_part(name, value) for value in wanted.right(_whole(name))]
        found = _part(name, told[_whole(name)])
        if name == "end" and found and "T" not in found and found == (told["start"] or "")[:10]:
            found = None  # the same day again says nothing
        if mark := _mark(name, right, found):
            yield Field(name, mark, right[0], found)


def _mark(name: str, right: list[Value], found: Value) -> Mark | None:
    if any(same(name, value, found) for value in right):
        return None if empty(name, right[0]) or empty(name, found) else Mark.RIGHT
    if empty(name, found):
        return Mark.MISSED
    return Mark.INVENTED if empty(name, right[0]) else Mark.WRONG


def _whole(name: str) -> str:
    return "start" if name in {"day", "time"} else name


def _part(name: str, value: Value) -> Value:
    """Return a start's day or hour; other values as they are."""
    if name not in {"day", "time"} or not value:
        return value
    day, _, hour = value.partition("T")
    return day if name == "day" else hour or None
