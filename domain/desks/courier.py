"""The courier: decides what is due and whether it is still true, hands it to the messenger, writes what became of it.

Claimed in one transaction, sent outside any, settled in another: nobody waits for Telegram while holding a lock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias, assert_never

from domain import offer, roster, verdict
from domain.desks.alarms import raise_alarm
from domain.notice import Delivered, Fate, Kind, Moved, NotSent, Pointless, Refused, Uncertain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.notice import Claimed
    from domain.ports import Alarm, Clock, Messenger, Outgoing, Storage, Transaction

LEASE = timedelta(minutes=3)
BATCH = 50
AGAIN_AFTER = timedelta(seconds=30)
OURS_AGAIN_AFTER = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(minutes=1)
ATTEMPTS = {Kind.CHANGE: 5, Kind.CANCELLATION: 5, Kind.ANSWER: 5}
USUAL_ATTEMPTS = 2
DEATHS = 5
"""How many deaths of the process a reply outlives: a second copy of it harms less than silence after an act."""
LOST = "the process ended while it was on its way"


Lane: TypeAlias = Callable[[datetime], Awaitable[int]]
"""Other work that falls due by an instant, in rows of its own; returns how many of them were handled."""


@dataclass(slots=True)
class Courier:
    """Delivers what is due and ends what ran out; woken by the alarm, by every act and by a heartbeat.

    The lanes ``falling_due`` send nothing; those of ``sending`` wait while nothing can be sent.
    """

    storage: Storage
    messenger: Messenger
    clock: Clock
    alarm: Alarm
    falling_due: tuple[Lane, ...] = ()
    sending: tuple[Lane, ...] = ()
    paused_until: datetime | None = None
    _round: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def deliver_due(self) -> int:
        """Deliver everything that is due by now and set the alarm for what comes next; return how many were handled.

        A lane that fails keeps nothing else from being delivered; its error is raised when all the rest is done.
        """
        handled = 0
        failed: list[Exception] = []
        async with self._round:
            while done := await self._lapse() + await self._lanes(failed):
                handled += done
            await self._set_alarm()
        if failed:
            raise ExceptionGroup("lanes failed", failed)
        return handled

    async def _set_alarm(self) -> None:
        async with self.storage.reading() as transaction:
            due = await transaction.next_due()
        if due:
            self.alarm.ring_at(max(due, self.paused_until) if self.paused_until else due)

    async def _lanes(self, failed: list[Exception]) -> int:
        return await self._through(self.falling_due, failed) + await self._outgoing(failed)

    async def _outgoing(self, failed: list[Exception]) -> int:
        """Send what is due, unless nothing at all can be sent for now."""
        if self.paused_until and self.clock.now() < self.paused_until <= self.clock.now() + LONGEST_PAUSE:
            return 0  # a pause that ends later than any can comes from a clock that was set back
        self.paused_until = None
        return await self._replies() + await self._notices() + await self._through(self.sending, failed)

    async def _through(self, lanes: Sequence[Lane], failed: list[Exception]) -> int:
        handled = 0
        for lane in lanes:
            try:
                handled += await lane(self.clock.now())
            except Exception as error:  # noqa: BLE001 - it is raised again, when the others have had their turn
                failed.append(error)
        return handled

    def _pause(self, refused: NotSent, now: datetime) -> datetime:
        """Return when to try again; pause everything when the reason is nobody's in particular."""
        again = now + timedelta(seconds=refused.after)
        if refused.everyone:
            self.paused_until = again
        return again

    async def _lapse(self) -> int:
        now = self.clock.now()
        async with self.storage.transaction() as transaction:
            lapsed = await transaction.rosters.lapsed(now, BATCH)
            for each in lapsed:
                await transaction.rosters.decide(
                    each.training_id, each.official_id, lambda listed: roster.lapse(listed, now), now
                )
        return len(lapsed)

    async def _replies(self) -> int:
        """Send replies that a crash or a refused connection left behind."""
        now = self.clock.now()
        async with self.storage.transaction() as transaction:
            claimed = await transaction.replies.claim(now, BATCH, now + LEASE)
            for reply in claimed:
                if reply.attempts >= DEATHS:
                    await transaction.replies.settle(reply, Fate.UNCERTAIN, now, LOST)
        await asyncio.gather(*(self.send_reply(reply) for reply in claimed if reply.attempts < DEATHS))
        return len(claimed)

    async def send_reply(self, reply: Outgoing) -> None:
        """Send a reply leased to us and write what became of it."""
        async with self.messenger.slot(reply=True):
            async with self.storage.transaction() as transaction:
                if not await transaction.replies.begin(reply):
                    return
            delivery = await self.messenger.reply(reply)
        now = self.clock.now()
        async with self.storage.transaction() as transaction:
            match delivery:
                case Delivered():
                    await transaction.replies.settle(reply, Fate.DELIVERED, now)
                case Refused(reason, ours):
                    await transaction.replies.settle(reply, Fate.REFUSED, now, reason)
                    if ours:
                        await raise_alarm(transaction, now, "reply_refused", reason)
                case Uncertain(reason) if reply.attempts + 1 >= USUAL_ATTEMPTS:
                    await transaction.replies.settle(reply, Fate.UNCERTAIN, now, reason)
                case Uncertain():
                    await transaction.replies.postpone(reply, now + AGAIN_AFTER, attempted=True)
                case NotSent():
                    await transaction.replies.postpone(reply, self._pause(delivery, now), attempted=False)
                case Moved(chat_id):
                    await transaction.replies.readdress(reply, chat_id, now)
                case Pointless(reason):
                    await transaction.replies.settle(reply, Fate.DROPPED, now, reason)
                case _:
                    assert_never(delivery)

    async def _notices(self) -> int:
        now = self.clock.now()
        async with self.storage.transaction() as transaction:
            claimed = await transaction.notices.claim(now, BATCH, now + LEASE)
            said = [(notice, until) for notice in claimed for until in await self._judge(transaction, notice, now)]
        await asyncio.gather(*(self._say(notice, until) for notice, until in said))
        return len(claimed)

    async def _judge(
        self, transaction: Transaction, notice: Claimed, now: datetime
    ) -> tuple[datetime | None] | tuple[()]:
        """Return the answer-by time with which to say it, in a tuple of one; nothing when it is not to be said now."""
        if notice.attempts >= _most(notice.kind):
            await self._arrived(transaction, notice, _answer_by(notice, now), Fate.UNCERTAIN, LOST)
            return ()
        match judged := verdict.judge(notice, now):
            case verdict.Say(until):
                return (until,)
            case verdict.Later(at):
                await transaction.notices.postpone(notice, at, attempted=True)
            case verdict.Drop(reason):
                await self._end(transaction, notice, Fate.DROPPED, reason)
            case verdict.Miss(reason):
                await self._end(transaction, notice, Fate.MISSED, reason)
            case _:
                assert_never(judged)
        return ()

    async def _say(self, notice: Claimed, until: datetime | None) -> None:
        async with self.messenger.slot(reply=False):
            async with self.storage.transaction() as transaction:
                if not await transaction.notices.begin(notice):
                    return
            delivery = await self.messenger.deliver(notice, until)
        now = self.clock.now()
        async with self.storage.transaction() as transaction:
            match delivery:
                case Delivered(message_id):
                    await self._arrived(transaction, notice, until, Fate.DELIVERED, message_id=message_id)
                case Refused(reason, ours):
                    await self._refused(transaction, notice, reason, ours=ours)
                    await self._explain(transaction, notice, reason, ours=ours)
                case Uncertain(reason) if notice.attempts + 1 >= _most(notice.kind):
                    await self._arrived(transaction, notice, until, Fate.UNCERTAIN, reason)
                case Uncertain():
                    await transaction.notices.postpone(notice, now + AGAIN_AFTER, attempted=True)
                case NotSent():
                    await transaction.notices.postpone(notice, self._pause(delivery, now), attempted=False)
                case Moved():
                    await self._end(transaction, notice, Fate.REFUSED, "moved")
                case Pointless(reason):
                    await self._end(transaction, notice, Fate.DROPPED, reason)
                case _:
                    assert_never(delivery)

    async def _refused(self, transaction: Transaction, notice: Claimed, reason: str, *, ours: bool) -> None:
        """End a notice that will not arrive; a seat is not lost by our fault, nor an answer that somebody awaits."""
        now = self.clock.now()
        if ours and notice.kind is Kind.OFFER:
            await transaction.notices.postpone(notice, now + OURS_AGAIN_AFTER, attempted=True)
        elif not ours and notice.kind is Kind.ANSWER:
            await transaction.notices.postpone(notice, now + verdict.UNTIL_ASKED_AGAIN, attempted=False)
        else:
            await self._end(transaction, notice, Fate.REFUSED, reason)

    async def _arrived(
        self,
        transaction: Transaction,
        notice: Claimed,
        until: datetime | None,
        fate: Fate,
        reason: str = "",
        message_id: int | None = None,
    ) -> None:
        now = self.clock.now()
        if not await transaction.notices.settle(notice, fate, now, reason, message_id):
            return
        if notice.kind is Kind.OFFER and notice.training and until:
            await transaction.rosters.decide(
                notice.training.id, notice.official.id, lambda listed: roster.begin_offer(listed, until), now
            )

    async def _end(self, transaction: Transaction, notice: Claimed, fate: Fate, reason: str) -> None:
        """Settle a notice that was not said; an offer that cannot be made is passed on to the next person."""
        now = self.clock.now()
        if not await transaction.notices.settle(notice, fate, now, reason):
            return
        if notice.kind is Kind.OFFER and notice.training:
            await transaction.rosters.decide(
                notice.training.id, notice.official.id, lambda listed: roster.pass_on(listed, now), now
            )

    async def _explain(self, transaction: Transaction, notice: Claimed, reason: str, *, ours: bool) -> None:
        if ours:
            await raise_alarm(transaction, self.clock.now(), "notice_refused", f"{notice.kind} {reason}")
        else:
            await transaction.officials.lost(notice.official.id, reason)


def _most(kind: Kind) -> int:
    """Return how many calls a notice of this kind may cost while nobody knows whether one arrived."""
    return ATTEMPTS.get(kind, USUAL_ATTEMPTS)


def _answer_by(notice: Claimed, now: datetime) -> datetime | None:
    return offer.answer_by(now, notice.training, notice.official.preferences) if notice.training else None
