"""Dispatching: what organisers held ends when it is of no use, and a move is forgotten when its hour has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from domain.ports import Storage


@dataclass(frozen=True, slots=True)
class Dispatching:
    """A lane of the courier that sends nothing."""

    storage: Storage

    async def end_due(self, now: datetime) -> int:
        """End what ran out by now; return how many groups and notices."""
        async with self.storage.reading() as transaction:
            if not await transaction.dispatches.ending(now):
                return 0
        async with self.storage.transaction() as transaction:
            return await transaction.dispatches.end(now)
