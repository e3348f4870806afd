"""Seats: what must hold between a training and its roster, whoever signed up, withdrew or was killed meanwhile."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from sqlite3 import Row
from typing import Any

from tests.faults.evidence import Evidence
from tests.faults.ledger import instant

OFFERED_BEFORE = timedelta(hours=27)
"""So long before the start every free seat has an owner or an offer; later the first to answer may get it."""


def judge(evidence: Evidence) -> Iterator[str]:
    """Tell every roster that is not as it must be."""
    histories: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
    for each in evidence.seen:
        if each.table == "registration":
            histories.setdefault((each.facts["training_id"], each.facts["official_id"]), []).append(each.facts)
    for training in evidence.now["training"]:
        listed = [row for row in evidence.now["registration"] if row["training_id"] == training["id"]]
        yield from _taken(training, listed, evidence)
        yield from _in_order(training, listed, histories)


def _taken(training: Row, listed: Sequence[Row], evidence: Evidence) -> Iterator[str]:
    taken = sum(row["seat"] is not None for row in listed)
    waiting = sum(row["state"] == "waiting" for row in listed)
    ever = [state["seats"] for state in evidence.states("training")[training["id"]]]
    most = None if None in ever else max(ever)
    if most is not None and taken > most:
        yield f"{taken} people on {most} seats of training {training['id']}"
    starts = instant(training["starts_at"])
    open_ = training["status"] == "planned" and starts - evidence.world.clock.now() > OFFERED_BEFORE
    if open_ and waiting and (training["seats"] is None or taken < training["seats"]):
        yield f"{waiting} wait for training {training['id']} with {taken} of {training['seats']} seats taken"


def _in_order(
    training: Row, listed: Sequence[Row], histories: Mapping[tuple[int, int], Sequence[Mapping[str, Any]]]
) -> Iterator[str]:
    """See that nobody was offered a seat before somebody with a lower ticket who has waited all the time."""
    patient = [
        row["queue"]
        for row in listed
        if row["state"] == "waiting"
        and {state["state"] for state in histories[training["id"], row["official_id"]]} <= {"held", "waiting"}
    ]
    for row in listed:
        if row["state"] == "offered" and patient and row["queue"] > min(patient):
            yield f"{row['official_id']} was offered a seat of training {training['id']} before ticket {min(patient)}"
