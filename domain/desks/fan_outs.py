"""Fan-outs as they are written: the notices of what is told to many, in transactions so short that nobody waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from domain.desks import altering
from domain.desks.precedence import Precedence
from domain.fan_out import ALTERED, CHUNK

if TYPE_CHECKING:
    from datetime import datetime

    from domain.ports import Storage

PARTS: Final = 10
"""Into how many parts a chunk falls while people act."""


@dataclass(frozen=True, slots=True)
class FanOutLane:
    """A lane of the courier: writes what was begun and is not held, ``chunk`` notices at most in one transaction.

    Between two of them it gives way to whoever takes ``precedence``, and writes a tenth as many at a time while there
    are such.
    """

    storage: Storage
    precedence: Precedence = field(default_factory=Precedence)
    chunk: int = CHUNK

    async def __call__(self, _: datetime) -> int:
        """Write everything there is to write; return how many notices that was. Others get their turn in between."""
        written = 0
        while (people := await self.write_next()) is not None:
            written += people
        return written

    async def write_next(self) -> int | None:
        """Write one chunk in a transaction of its own; ``None`` when there was nothing to write."""
        parts = PARTS if await self.precedence.given() else 1
        async with self.storage.transaction(long=True) as transaction:
            altered = await altering.write_next(transaction, ALTERED // parts)
            return altered if altered is not None else await transaction.fan_outs.write_next(self.chunk // parts)
