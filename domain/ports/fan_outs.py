"""Repository of what is told to many and not wholly written yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.alteration import Alteration
    from domain.fan_out import Altered


class FanOuts(Protocol):
    """What is told to many; begun by ``Broadcasts.begin`` and ``News.tell``, which fix whom it is for."""

    async def write_to(self, official_id: int) -> None:
        """Write what is still to be written for one person, but for messages to many."""
        ...

    async def write_next(self, chunk: int) -> int | None:
        """Write the next notices, at most so many, of what was begun first and is not held; return how many.

        When there are none, drop the next ones of a message that was ended, or write the calls that delete one at
        those who got it. ``None`` = there is nothing of all this to do.
        """
        ...


class Alterations(Protocol):
    """Changes of trainings that are not written yet for everybody whom they concern."""

    async def begin(self, alteration: Alteration) -> Altered | None:
        """Fix those whom a change concerns: everybody on the list of the training, and whoever follows it.

        Return them if it is to be written for them at once: they are few, and no earlier change of it is to be written.
        """
        ...

    async def next(self, chunk: int) -> Altered | None:
        """Lock a training and return the next people, at most so many, for whom the first change is to be written."""
        ...

    async def settle(self, altered: Altered) -> None:
        """Note that it was written for them."""
        ...
