"""Repository of what is told to many and not wholly written yet."""

from __future__ import annotations

from typing import Protocol


class FanOuts(Protocol):
    """What is told to many; begun by ``Broadcasts.begin`` and ``News.tell``, which fix whom it is for."""

    async def write_to(self, official_id: int) -> None:
        """Write what is still to be written for one person, but for messages to many."""
        ...

    async def write_next(self, chunk: int) -> int | None:
        """Write the next notices, at most so many, of what was begun first and is not held; then drop what was ended.

        Return for how many people they were; ``None`` when there is nothing to write and nothing to drop.
        """
        ...
