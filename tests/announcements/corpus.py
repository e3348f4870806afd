"""The corpus of announcements: texts beside this file, and what is stated in each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

Value: TypeAlias = Any
"""What JSON has for a field: text, number, list, object or null."""

HERE: Final = Path(__file__).parent
TEXTS: Final = HERE / "texts"
TRUTHS: Final = HERE / "truth"

UNSTATED: Final[Mapping[str, Value]] = {
    **dict.fromkeys(("title", "kind", "start", "end", "daily_hours", "place", "city", "room", "online", "online_url")),
    **dict.fromkeys(("signup_url", "signup_deadline", "contact_name", "contact_email", "contact_phone", "capacity")),
    **dict.fromkeys(("price_pln", "audience")),
    "speakers": [],
    "agenda": [],
    "status": "planned",
    "past": False,
}
"""What a training has of which the text says nothing, by the names of `read --json`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A training that a text announces: every field, other values that are right too, and what has to be asked.

    An ``optional`` one, mentioned beside what is announced, may be left out; when found, it is judged as any other.
    """

    fields: Mapping[str, Value]
    others: Mapping[str, list[Value]]
    asks: frozenset[tuple[str, str]]
    optional: bool

    def right(self, field: str) -> list[Value]:
        """Return all values of a field that are right, the best first."""
        return [self.fields[field], *self.others.get(field, ())]


@dataclass(frozen=True, slots=True)
class Announcement:
    """A text, the day on which it is pasted, and what it announces."""

    name: str
    style: str
    now: str
    text: str
    trainings: tuple[Wanted, ...]


def announcements() -> list[Announcement]:
    """Return the whole corpus, by name."""
    return [_announcement(path) for path in sorted(TRUTHS.glob("*.json"))]


def text_of(name: str) -> str:
    """Return a text as it was given: no line end is changed."""
    return (TEXTS / f"{name}.txt").read_bytes().decode("utf-8")


def _announcement(path: Path) -> Announcement:
    truth = json.loads(path.read_text("utf-8"))
    trainings = tuple(_wanted(stated) for stated in truth["trainings"])
    return Announcement(path.stem, truth["style"], truth["now"], text_of(path.stem), trainings)


def _wanted(stated: dict[str, Value]) -> Wanted:
    asks = frozenset((about, why) for about, why in stated.pop("asks", ()))
    others = stated.pop("or", {})
    optional = stated.pop("optional", False)
    fields = {**UNSTATED, **stated}
    start = fields["start"]
    if start and "T" not in start and fields["status"] == "planned" and not fields["past"]:
        asks |= {("start", "missing")}
    return Wanted(fields, others, asks, optional)
