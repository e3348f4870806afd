"""Whom a message to many is for."""

from collections.abc import Sequence
from datetime import datetime

from domain.broadcast import LATELY, OF_A_TRAINING, STATES, Audience, Segment
from domain.folding import fold
from storage import codec
from storage.instants import micros
from storage.statements import Script, many


def recipients(programme_id: int, segment: Segment, now: datetime) -> Script[Sequence[int]]:
    """Return the people in a segment, each once, by id."""
    people: set[int] = set()
    states = codec.dump(list(STATES.get(segment.audience, ())))
    if segment.audience in OF_A_TRAINING:
        unconfirmed = int(segment.audience is Audience.UNCONFIRMED)
        people |= yield from _people(
            "recipients_of_training", training_id=segment.training_id, states=states, unconfirmed=unconfirmed
        )
    if segment.audience in {Audience.EVERYONE, Audience.INSTITUTION}:
        people |= yield from _people(
            "recipients_of_programme",
            programme_id=programme_id,
            states=states,
            since=micros(now - LATELY),
            institution_id=segment.institution_id,
        )
    if segment.audience in {Audience.EVERYONE, Audience.TOPIC}:
        people |= yield from _people("recipients_of_news", topic=fold(segment.topic) if segment.topic else None)
    return sorted(people)


def _people(query: str, **parameters: str | int | None) -> Script[set[int]]:
    found = yield from many(query, **parameters)
    return {row["official_id"] for row in found}


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
