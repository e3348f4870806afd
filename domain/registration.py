"""A registration: one official's place on one training, and the states it can be in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class State(StrEnum):
    """Where a registration stands."""

    HELD = "held"
    """A first sign-up that waits for its confirmation; becomes seated, or waiting when it has no seat."""
    SEATED = "seated"
    WAITING = "waiting"
    OFFERED = "offered"
    """A freed seat is kept for this person until ``until`` (``None`` while the offer is not delivered yet)."""
    LEAVING = "leaving"
    """Withdrawn less than a minute ago: the seat still counts as taken, undo returns to ``former``."""
    WITHDRAWN = "withdrawn"


ACTIVE = (State.HELD, State.SEATED, State.WAITING, State.OFFERED, State.LEAVING)


@dataclass(frozen=True, slots=True)
class Registration:
    """A person's place: a seat, or a place in the queue, or none any more.

    ``seat`` tells whether it takes a seat (the seat's number is storage's affair), ``queue`` is the ticket drawn on
    joining the queue, kept through offers and undo; ``until`` ends a hold, an offer or the minute of undo.
    """

    training_id: int
    official_id: int
    state: State
    seat: bool = False
    queue: int | None = None
    until: datetime | None = None
    former: State | None = None
    former_until: datetime | None = None
    confirmed: bool = False
    id: int = 0
