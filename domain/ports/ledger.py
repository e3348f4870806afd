"""The repository of what was said, as it is explained to people and shown to organisers; it changes no notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.deliveries import Tally, Unreached
    from domain.entry import Entry, Unheard


class Ledger(Protocol):
    """Reads what was said, and notes what organisers were told of it."""

    async def last(self, official_id: int, limit: int, offset: int = 0) -> Sequence[Entry]:
        """Return what was said to a person or is to be: what is still to come by its hour, then the newest first.

        What was dropped and written anew is left out.
        """
        ...

    async def count(self, official_id: int) -> int:
        """Count what ``last`` returns in all."""
        ...

    async def about(self, official_id: int, training_id: int, limit: int) -> Sequence[Entry]:
        """Return what was said to a person about a training, or is to be, in the same order, nothing left out."""
        ...

    async def told_in(self, official_id: int, message_id: int) -> Entry | None:
        """Return the notice that came to a person in a message."""
        ...

    async def tallies(self, training_id: int) -> Sequence[Tally]:
        """Return what became of everything said about a training, kind by kind; last, reminders of its former dates."""
        ...

    async def unheard(self, training_id: int, limit: int, offset: int = 0) -> Sequence[Unheard]:
        """Return the people on a training's list, and its followers, whom something did not reach for certain, by name.

        Among them those with a seat whom nothing reaches at all.
        """
        ...

    async def count_unheard(self, training_id: int) -> int:
        """Count what ``unheard`` returns in all."""
        ...

    async def unreached(self, since: datetime) -> Sequence[Unreached]:
        """Return the changes and cancellations that are out, and whom they did not reach since an instant.

        Those that organisers were told of are left out.
        """
        ...

    async def note_unreached(self, unreached: Unreached) -> bool:
        """Note that organisers were told of it; ``False`` when they had been before."""
        ...
