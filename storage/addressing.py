"""Whom a message to many is for: counted, and fixed as its addressees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.broadcast import LATELY, OF_A_TRAINING, STATES, Audience, Segment
from domain.folding import fold
from storage import codec
from storage.instants import micros
from storage.statements import Script, Value, counted, many, value


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a segment, of whom nobody is in another: the queries that count and address it, and what they take."""

    count: str
    address: str
    parameters: dict[str, Value]


def _parts(programme_id: int, segment: Segment, now: datetime) -> Iterator[_Part]:
    audience = segment.audience
    states = codec.dump(list(STATES.get(audience, ())))
    if audience in OF_A_TRAINING:
        unconfirmed = int(audience is Audience.UNCONFIRMED)
        about: dict[str, Value] = {"training_id": segment.training_id, "states": states, "unconfirmed": unconfirmed}
        yield _Part("count_listed", "address_listed", about)
    if audience in {Audience.EVERYONE, Audience.TOPIC}:
        topic = fold(segment.topic) if segment.topic else None
        yield _Part("count_of_topic", "address_of_topic", {"topic": topic})
    if audience in {Audience.EVERYONE, Audience.INSTITUTION}:
        on_lists: dict[str, Value] = {
            "programme_id": programme_id,
            "states": states,
            "since": micros(now - LATELY),
            "institution_id": segment.institution_id,
            "unsubscribed": int(audience is Audience.EVERYONE),
        }
        yield _Part("count_of_programme", "address_of_programme", on_lists)


def count(programme_id: int, segment: Segment, now: datetime) -> Script[int]:
    """Return how many people are in a segment."""
    people = 0
    for part in _parts(programme_id, segment, now):
        people += yield from value(part.count, **part.parameters)
    return people


def address(fan_out_id: int, programme_id: int, segment: Segment, now: datetime) -> Script[int]:
    """Make the people in a segment the addressees of what is told; return how many they are."""
    people = 0
    for part in _parts(programme_id, segment, now):
        people += yield from counted(part.address, fan_out_id=fan_out_id, **part.parameters)
    return people


def institutions(programme_id: int, now: datetime) -> Script[Sequence[tuple[int, str, int]]]:
    """Return the institutions with people in a programme by name: id, name, how many people."""
    found = yield from many(
        "addressed_institutions",
        programme_id=programme_id,
        states=codec.dump(list(STATES[Audience.INSTITUTION])),
        since=micros(now - LATELY),
    )
    counted = [(row["institution_id"], row["institution"], row["people"]) for row in found]
    return sorted(counted, key=lambda each: fold(each[1]))
