"""Heartbeats: how the parts of the process are, for whoever asks, and what waits longest for each of them."""

from collections.abc import Collection, Sequence
from datetime import datetime

from domain.health import Beat, Condition, Part
from domain.ports import Waiting
from storage import codec
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, each, many, one, scripted


def _beat(beats: Sequence[Beat]) -> Script[None]:
    yield from each(
        "beat",
        [
            {"part": beat.part, "beaten_at": micros(beat.at), "condition": beat.condition, "said": beat.said}
            for beat in beats
        ],
    )


def told() -> Script[Sequence[Beat]]:
    """Return how each part was when it told last."""
    found = yield from many("heartbeats")
    return [
        Beat(Part(row["part"]), instant(row["beaten_at"]), Condition(row["condition"]), row["said"])
        for row in found
        if row["part"] in set(Part)
    ]


def _next(now: datetime, busy: Collection[int]) -> Script[tuple[Waiting | None, Sequence[Waiting]]]:
    """Return the update that waits for its turn, and what the courier has to do, the next of each kind."""
    update = yield from one("next_update", busy=codec.dump(list(busy)), now=micros(now))
    due = []
    for kind, query in (("reply", "next_reply"), ("notice", "next_notice"), ("registration", "next_lapse")):
        row = yield from one(query, now=micros(now))
        if row:
            due.append(_waiting(kind, row))
    return (_waiting("update", update) if update else None), due


def _waiting(kind: str, row: Row) -> Waiting:
    return Waiting(kind, row["number"], instant(row["since"]))


class Heartbeats(Scripted):
    """How the parts are."""

    beat = scripted(_beat)
    all = scripted(told)
    next = scripted(_next)
