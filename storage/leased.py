"""Notices under a lease, with the world as it is now: what many of them have in common is read once for all."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

import orjson

from domain.asked import Asked
from domain.broadcast import Broadcast
from domain.institution import Institution
from domain.news import Subscription
from domain.notice import Claimed, Kind
from domain.occupancy import Stored
from domain.training import Training
from storage import broadcasts, news, questions, rows
from storage.instants import instant, micros
from storage.statements import Row, Script, many


@dataclass(frozen=True, slots=True)
class _World:
    """What surrounds notices, by number: ``waiting`` are people in a training's queue, ``marks`` tell of notices."""

    institutions: Mapping[int, Institution]
    trainings: Mapping[int, Training]
    waiting: Mapping[int, int]
    asked: Mapping[int, Asked]
    told: Mapping[int, tuple[Subscription, tuple[Stored, ...]]]
    sent: Mapping[int, Broadcast]
    marks: Mapping[str, AbstractSet[int]]


def read(lease: str, now: datetime) -> Script[Sequence[Claimed]]:
    """Return the notices under a lease: those that press, then reminders, each in the order in which they fell due."""
    found = yield from many("leased_notices", lease=lease)
    if not found:
        return []
    world = yield from _world(found, lease, now)
    return [_claimed(row, world) for row in found]


def _world(found: Sequence[Row], lease: str, now: datetime) -> Script[_World]:
    about = yield from many("trainings_of_leased", lease=lease)
    institutions = yield from many("institutions_of_leased", lease=lease)
    marks: dict[str, set[int]] = {each: set() for each in ("following", "superseded", "organises", "altering")}
    for row in (yield from many("marks_of_leased", lease=lease, now=micros(now))):
        marks[row["mark"]].add(row["notice_id"])
    return _World(
        institutions={row["institution_id"]: rows.institution(row) for row in institutions},
        trainings={row["training_id"]: rows.training(row) for row in about},
        waiting={row["training_id"]: row["waiting"] for row in about},
        asked=(yield from questions.read([row["question_id"] for row in found if row["question_id"]])),
        told=(yield from news.read(found)),
        sent=(yield from broadcasts.read({row["broadcast_id"] for row in found if row["broadcast_id"]})),
        marks=marks,
    )


def _claimed(row: Row, world: _World) -> Claimed:
    number, training_id = row["notice_id"], row["training_id"]
    subscription, fresh = world.told.get(number, (None, ()))
    return Claimed(
        id=number,
        lease=row["lease"],
        kind=Kind(row["kind"]),
        official=rows.person(row, world.institutions.get(row["institution_id"])),
        due_at=instant(row["due_at"]),
        useful_until=instant(row["useful_until"]),
        attempts=row["attempts"],
        args=orjson.loads(row["args"]),
        training=world.trainings.get(training_id),
        registration=rows.registration(row) if row["registration_id"] else None,
        following=number in world.marks["following"],
        superseded=number in world.marks["superseded"],
        altering=number in world.marks["altering"],
        waiting=world.waiting.get(training_id, 0),
        question=world.asked.get(row["question_id"]),
        organises=number in world.marks["organises"],
        subscription=subscription,
        news=fresh,
        broadcast=world.sent.get(row["broadcast_id"]),
    )
