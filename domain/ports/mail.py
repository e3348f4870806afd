"""Repositories of what came in and what goes out: the inbox, the ledger of notices, replies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.ports.records import ANYBODY

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from domain.notice import Claimed, Fate, Kind, Lane, Planned
    from domain.ports.records import Outgoing


class Inbox(Protocol):
    """Updates in their turn; see ``Storage.receive`` for how they come in."""

    async def done(self, update_id: int) -> None:
        """Mark the update as applied and forget its text, in the transaction of its effect."""
        ...


class Notices(Protocol):
    """The ledger of everything said unasked."""

    async def plan(self, notices: Collection[Planned]) -> None:
        """Write notices; where the key is taken, or the kind live for that person and training, nothing changes."""
        ...

    async def gather(self, notices: Collection[Planned]) -> None:
        """Write digests; where one of the same key still waits, it tells of these trainings too."""
        ...

    async def drop(
        self, official_id: int, training_id: int | None, kinds: Collection[Kind], reason: str, now: datetime
    ) -> None:
        """Drop pending and claimed notices of these kinds; ``training_id`` ``None`` = of every training."""
        ...

    async def drop_all(
        self, officials: Collection[int], training_id: int, kinds: Collection[Kind], reason: str, now: datetime
    ) -> None:
        """Drop the pending and claimed notices of these kinds that these people have about a training."""
        ...

    async def drop_of(self, training_id: int, kinds: Collection[Kind], reason: str, now: datetime) -> None:
        """Drop the pending and claimed notices of these kinds that anybody has about a training."""
        ...

    async def recall(self, official_id: int, kinds: Collection[Kind], reason: str, now: datetime) -> Sequence[Planned]:
        """Drop the person's notices of these kinds that are not claimed yet, and return them."""
        ...

    async def pending(self, training_id: int, kind: Kind, among: tuple[int, int] = ANYBODY) -> Sequence[Planned]:
        """Return the notices of this kind about a training of which no call was begun, by person.

        Those to people ``among`` two ids, both included.
        """
        ...

    async def told(
        self, training_id: int, kinds: Collection[Kind], among: tuple[int, int] = ANYBODY
    ) -> Sequence[Planned]:
        """Return the notices of these kinds that people got about a training, or are getting, oldest first.

        Those to people ``among`` two ids, both included.
        """
        ...

    async def said_since(self, training_id: int, kind: Kind, since: datetime) -> bool:
        """Tell whether anybody may have heard a notice of this kind about a training since an instant."""
        ...

    async def claim(self, lane: Lane, now: datetime, limit: int, lease_until: datetime) -> Sequence[Claimed]:
        """Take a lane's due notices that are not held, and claimed ones whose lease ended, under a fresh lease.

        Claimed ones come first, reminders last, and of each the earliest first.

        A lease lasts ten minutes at most: one that ends later was taken before the clock was set back, and is over.
        """
        ...

    async def begin(self, notices: Collection[Claimed]) -> AbstractSet[int]:
        """Count an attempt each, committed before the calls that it stands for; return the ids whose lease is ours."""
        ...

    async def delivered(self, told: Sequence[tuple[Claimed, int | None]], now: datetime) -> None:
        """Write that Telegram took these, with the message's id; where the lease is not ours, nothing is written."""
        ...

    async def settle(
        self, notice: Claimed, fate: Fate, now: datetime, reason: str = "", message_id: int | None = None
    ) -> bool:
        """Write what became of it; ``False`` when the lease is no longer ours and nothing was written."""
        ...

    async def postpone(self, notice: Claimed, due_at: datetime, *, attempted: bool) -> bool:
        """Put it back for later; ``attempted`` keeps the attempt counted. ``False`` when the lease is not ours."""
        ...


class Replies(Protocol):
    """Answers on their way out."""

    async def add(self, replies: Sequence[Outgoing], now: datetime, lease_until: datetime) -> Sequence[Outgoing]:
        """Write replies leased to the caller, who sends them after the commit; return them with id and lease."""
        ...

    async def claim(self, now: datetime, limit: int, lease_until: datetime) -> Sequence[Outgoing]:
        """Take replies that wait or whose lease ended, as with notices, earliest first."""
        ...

    async def begin(self, reply: Outgoing) -> bool:
        """Count an attempt that is not counted yet, as with notices."""
        ...

    async def settle(self, reply: Outgoing, fate: Fate, now: datetime, reason: str = "") -> bool:
        """Write what became of it and forget its body; ``False`` when the lease is no longer ours."""
        ...

    async def postpone(self, reply: Outgoing, due_at: datetime, *, attempted: bool) -> bool:
        """Put it back for later, as with notices."""
        ...

    async def readdress(self, reply: Outgoing, chat_id: int, now: datetime) -> bool:
        """Put it back at once for the chat's new id."""
        ...
