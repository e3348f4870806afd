"""The posts' desk: what is published is posted in every chat that is bound to its programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.chats import BETWEEN_POSTS, opening

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.chats import BoundChat
    from domain.ports import Transaction
    from domain.training import Training


@dataclass(frozen=True, slots=True)
class Posts:
    """Writes posts in the transaction of publishing; whether anything is posted at all is for the caller to decide."""

    transaction: Transaction
    now: datetime

    async def where(self, programme_id: int) -> Sequence[BoundChat]:
        """Return the chats in which something published now would appear."""
        bound = await self.transaction.chats.bound(programme_id)
        return [chat for chat in bound if not chat.paused and not chat.lost]

    async def published(self, trainings: Sequence[Training]) -> int:
        """Write a post about each training, in this order, for every chat of its programme; return how many chats.

        Outside the hours of posts they wait; where the bot has lost its rights, until it has them again.
        """
        written: dict[int, int] = {}
        for training in trainings:
            opens = opening(training.programme, self.now)
            for chat in await self.transaction.chats.bound(training.programme.id):
                earlier = written.setdefault(chat.spot.telegram_id, 0)
                if not chat.paused:
                    due_at = opens + earlier * BETWEEN_POSTS
                    written[chat.spot.telegram_id] += await self.transaction.posts.add(chat.id, training.id, due_at)
        return sum(map(bool, written.values()))
