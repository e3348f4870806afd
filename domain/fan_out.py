"""Fan-outs: one thing told to many, its notices written a chunk at a time; never how they are worded or sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from domain.notice import Planned

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.alteration import Alteration
    from domain.notice import Kind

CHUNK = 2_500
"""How many notices are written in one transaction: few enough for nobody to wait for it noticeably."""
ALTERED = 150
"""For how many people a change of a training is written in one: what it means to each is reckoned by itself."""


@dataclass(frozen=True, slots=True)
class FanOut:
    """What is told to many: everything about their notices but the person.

    ``occasion`` is what makes it told once to each person; ``broadcast_id`` is the message to many that it is.
    """

    kind: Kind
    occasion: str
    due_at: datetime
    args: Mapping[str, str] = field(default_factory=dict)
    training_id: int | None = None
    useful_until: datetime | None = None
    broadcast_id: int | None = None

    def to(self, official_id: int) -> Planned:
        """Return the notice for one person, with the key under which storage writes those for many."""
        key = f"{self.kind}:{official_id}:{self.occasion}"
        return Planned(self.kind, official_id, key, self.due_at, self.training_id, self.useful_until, self.args)


@dataclass(frozen=True, slots=True)
class Altered:
    """Some for whom a change is still to be written, by the id of its fan-out.

    ``officials`` are those of them who are still concerned, ``people`` how many they were, ``last`` the greatest id.
    """

    fan_out_id: int
    alteration: Alteration
    officials: frozenset[int]
    people: int
    last: int
