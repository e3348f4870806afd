"""What is needed to watch over a running bot: how its parts are, what waits for them, what is wrong in the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from domain.finding import Finding, Invariant
    from domain.health import Beat


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row whose time has come: what it is, its number, and since when it waits."""

    kind: str
    number: int
    since: datetime


class Heartbeats(Protocol):
    """How the parts of the bot are."""

    async def beat(self, beats: Sequence[Beat]) -> None:
        """Note how parts are; each has one row."""
        ...

    async def all(self) -> Sequence[Beat]:
        """Return how each part was when it told last."""
        ...

    async def next(self, now: datetime, busy: Collection[int]) -> tuple[Waiting | None, Sequence[Waiting]]:
        """Return the update to be taken next, of nobody ``busy``, and the next of each kind for the courier.

        What goes to many is left out: it waits for everything else.
        """
        ...


class Audit(Protocol):
    """What is wrong in the records."""

    async def findings(self, now: datetime, invariants: Sequence[Invariant]) -> Sequence[Finding]:
        """Look for what violates invariants; reads only."""
        ...

    async def counts(self) -> Mapping[str, int]:
        """Return how much there is, by what it is."""
        ...

    async def mend(self, now: datetime) -> None:
        """Put back what was claimed long ago and never ended; calls stay counted, so nothing is said twice for it."""
        ...
