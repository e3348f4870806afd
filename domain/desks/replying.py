"""Replying: a lane of the courier's that sends answers, those of a turn at once and those that were left behind."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from domain.desks import leases
from domain.desks.alarms import raise_alarm, raise_refused
from domain.desks.leases import LEASE, LOST, insist, send_all
from domain.notice import Delivered, Fate, Lane, Moved, NotSent, Pointless, Refused, Uncertain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.desks.stillness import Stillness
    from domain.notice import Delivery
    from domain.ports import Clock, Messenger, Outgoing, Storage, Transaction

BATCH = 50
ATTEMPTS = 2
"""Calls that a reply may cost while nobody knows whether one arrived."""
DEATHS = 5
"""How many deaths of the process a reply outlives: a second copy of it harms less than silence after an act."""
LONGEST_REST = 2.0
"""Seconds that a reply waits for its chat's own pace; for longer it is put back."""
SOON = timedelta(seconds=1)
"""A reply that leaves so soon after it was written is still ours to send; after longer its lease is looked at."""
AT_ONCE = 100
"""Replies on their way at the same time: so many that people whose calls hang leave enough to the others."""


@dataclass(slots=True)
class Replying:
    """Sends replies leased to us and writes what became of them.

    ``rung`` is set by whoever wants it to look for those that were left behind.
    """

    storage: Storage
    messenger: Messenger
    clock: Clock
    stillness: Stillness
    rung: asyncio.Event
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def deliver_due(self, _now: datetime) -> int:
        """Send replies that a crash or a refused connection left behind; return how many there were."""
        return await send_all(self._claim, self._send_again, most=BATCH, rung=self.rung)

    async def _claim(self) -> Sequence[Outgoing]:
        now = self.clock.now()
        if self.stillness.reigns(now):
            return ()
        async with self.storage.transaction() as transaction:
            return await transaction.replies.claim(now, BATCH, now + LEASE)

    async def _send_again(self, reply: Outgoing) -> None:
        if reply.attempts < DEATHS:
            await self.send(reply)
        else:
            now = self.clock.now()
            await insist(self.storage, lambda transaction: transaction.replies.settle(reply, Fate.UNCERTAIN, now, LOST))

    async def send(self, reply: Outgoing) -> None:
        """Send a reply leased to us and write what became of it."""
        if (rest := self.messenger.rest(reply.chat_id)) > LONGEST_REST:
            await self._put_off(reply, self.clock.now() + timedelta(seconds=rest))
            return
        async with self._places:
            (slot,) = await self.messenger.slots(Lane.TAPS, chat_id=reply.chat_id)
            if not await self._begin(reply):
                return
            delivery = await self.messenger.reply(reply, slot)
        await self._write(reply, delivery)

    async def _begin(self, reply: Outgoing) -> bool:
        """Count the call about to be made, if it is not counted; ``False`` when it is not ours to make."""
        if reply.begun and reply.begun <= self.clock.now() < reply.begun + SOON:
            return True
        return await insist(self.storage, lambda transaction: transaction.replies.begin(reply))

    async def _write(self, reply: Outgoing, delivery: Delivery) -> None:
        """Write what became of a reply."""
        await insist(self.storage, lambda transaction: self._settle(transaction, reply, delivery, self.clock.now()))

    async def _put_off(self, reply: Outgoing, at: datetime) -> None:
        """Put a reply back without a call, so that no attempt is counted."""
        attempted = reply.begun is None
        await insist(self.storage, lambda transaction: transaction.replies.postpone(reply, at, attempted=attempted))

    async def _settle(self, transaction: Transaction, reply: Outgoing, delivery: Delivery, now: datetime) -> None:
        replies = transaction.replies
        match delivery:
            case Delivered():
                await replies.settle(reply, Fate.DELIVERED, now)
            case Refused(reason, ours):
                await replies.settle(reply, Fate.REFUSED, now, reason)
                if ours:
                    await raise_alarm(transaction, now, "reply_refused", reason)
            case Uncertain(reason) if reply.attempts + 1 >= ATTEMPTS:
                await replies.settle(reply, Fate.UNCERTAIN, now, reason)
            case Uncertain():
                await replies.postpone(reply, now + leases.AGAIN_AFTER, attempted=True)
            case NotSent():
                await replies.postpone(reply, self.stillness.again(delivery, now), attempted=False)
                await raise_refused(transaction, now, delivery)
            case Moved(chat_id):
                await replies.readdress(reply, chat_id, now)
            case Pointless(reason):
                await replies.settle(reply, Fate.DROPPED, now, reason)
            case _:
                assert_never(delivery)
