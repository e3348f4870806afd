"""Posting: a lane of the courier's that sends posts and keeps them current.

Chats go side by side, the posts of one chat in their order: where one meets an obstacle, the others wait behind it.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, assert_never

from domain.chats import LONGEST_REST, End, Ended, Gone, Put, Shut, Wait, judge, next_turn
from domain.desks import leases
from domain.desks.alarms import raise_alarm, raise_refused
from domain.desks.chats import lose
from domain.desks.leases import LEASE, insist
from domain.notice import Delivered, Lane, Moved, NotSent, Pointless, Refused, Uncertain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.chats import Posted
    from domain.desks.stillness import Stillness
    from domain.ports import Clock, DuePost, Messenger, Storage, Transaction

BATCH = 50
SOONEST = timedelta(seconds=1)
SENDINGS = 2
"""Calls that a new post may cost while nobody knows whether one arrived: it appears twice at most."""
EDITS = 5
AT_ONCE = 16
"""Posts on their way at the same time."""


@dataclass(frozen=True, slots=True)
class Posting:
    """Sends what is due and writes what became of it."""

    storage: Storage
    messenger: Messenger
    clock: Clock
    stillness: Stillness
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def deliver_due(self, now: datetime) -> int:
        """Look at every post that is due by now; return how many there were."""
        async with self.storage.transaction() as transaction:
            claimed = await transaction.posts.claim(now, BATCH, now + LEASE)
            due = [post for post in claimed if await self._judged(transaction, post, now)]
        chats = defaultdict(list)
        for post in due:
            chats[post.chat.spot.telegram_id].append(post)
        await asyncio.gather(*(self._one_after_another(posts) for posts in chats.values()))
        return len(claimed)

    async def _judged(self, transaction: Transaction, post: DuePost, now: datetime) -> bool:
        """Tell whether to post it now; write down what becomes of it otherwise."""
        if post.attempts >= (SENDINGS if post.new else EDITS):
            await self._given_up(transaction, post, now)
            return False
        match verdict := judge(post.stored.training, now, new=post.new):
            case Put():
                return True
            case Wait(until):
                await transaction.posts.release(post, until, attempted=True)
            case End(why):
                await transaction.posts.end(post, why)
            case _:
                assert_never(verdict)
        return False

    async def _given_up(self, transaction: Transaction, post: DuePost, now: datetime) -> None:
        """Leave a new post alone that may have arrived twice; an old one until there is something else to show."""
        if post.new:
            await transaction.posts.end(post, Ended.UNCERTAIN)
        else:
            await self._settle(transaction, post, post.looks, now, told=False)

    async def _one_after_another(self, posts: Sequence[DuePost]) -> None:
        for number, post in enumerate(posts):
            if not await self._put(post):
                await insist(self.storage, partial(_release, posts=posts[number + 1 :]))
                return

    async def _put(self, post: DuePost) -> bool:
        """Send or edit a post and write what became of it; return whether the chat takes further ones now."""
        async with self.places:
            (slot,) = await self.messenger.slots(Lane.TIMELY, chat_id=post.chat.spot.telegram_id)
            if not await insist(self.storage, lambda transaction: transaction.posts.begin(post)):
                return True
            posted, looks = await self.messenger.post(post, slot)
        now = self.clock.now()
        return await insist(self.storage, lambda transaction: self._written(transaction, post, posted, looks, now))

    async def _written(
        self, transaction: Transaction, post: DuePost, posted: Posted, looks: str, now: datetime
    ) -> bool:
        match posted:
            case Delivered(message_id):
                await self._delivered(transaction, post, message_id, looks, now)
            case Pointless():
                await self._settle(transaction, post, looks, now, told=False)
            case Gone():
                await transaction.posts.end(post, Ended.DELETED)
            case Refused(reason):
                await transaction.posts.end(post, Ended.REFUSED)
                await raise_alarm(transaction, now, "post_refused", reason)
            case Shut() | Uncertain() | NotSent() | Moved():
                await self._put_off(transaction, post, posted, now)
                return False
            case _:
                assert_never(posted)
        return True

    async def _delivered(
        self, transaction: Transaction, post: DuePost, message_id: int | None, looks: str, now: datetime
    ) -> None:
        if post.chat.lost:
            await transaction.chats.regain(post.chat.spot.telegram_id)
        if post.new and message_id is None:
            await transaction.posts.end(post, Ended.UNCERTAIN)
        else:
            await self._settle(transaction, post, looks, now, told=True, message_id=message_id)

    async def _settle(
        self,
        transaction: Transaction,
        post: DuePost,
        looks: str,
        now: datetime,
        *,
        told: bool,
        message_id: int | None = None,
    ) -> None:
        """Let it be until the next turn of its training; after the last one, for good."""
        training = post.stored.training
        if training.over(now):
            await transaction.posts.end(post, Ended.OVER)
            return
        turn = next_turn(training, now)
        await transaction.posts.settle(post, now, looks=looks, turn=turn, message_id=message_id, told=told)

    async def _put_off(
        self, transaction: Transaction, post: DuePost, posted: Shut | Uncertain | NotSent | Moved, now: datetime
    ) -> None:
        """Put a post back and let its chat rest, so that nothing overtakes it there."""
        chat = post.chat.spot.telegram_id
        match posted:
            case Shut(loss):
                await lose(transaction, chat, loss, now)
            case Moved(chat_id):
                await transaction.chats.move(chat, chat_id, now)
                await transaction.chats.rest(chat_id, now + SOONEST)
            case NotSent():
                wanted = self.stillness.again(posted, now)
                await transaction.chats.rest(chat, max(now + SOONEST, min(wanted, now + LONGEST_REST)))
                await raise_refused(transaction, now, posted)
            case Uncertain():
                await transaction.chats.rest(chat, now + leases.AGAIN_AFTER)
            case _:
                assert_never(posted)
        await transaction.posts.release(post, post.due_at, attempted=isinstance(posted, Uncertain))


async def _release(transaction: Transaction, *, posts: Sequence[DuePost]) -> None:
    for post in posts:
        await transaction.posts.release(post, post.due_at, attempted=True)
