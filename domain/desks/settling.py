"""Settling: what became of notices is written, many in one transaction, and what follows from it in the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, assert_never

from domain import roster, verdict
from domain.desks import leases
from domain.desks.alarms import raise_alarm, raise_refused
from domain.notice import ANNOUNCED, Delivered, Fate, Kind, Moved, NotSent, Pointless, Refused, Uncertain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.desks.stillness import Stillness
    from domain.notice import Claimed, Delivery
    from domain.ports import Transaction

OURS_AGAIN_AFTER = timedelta(minutes=15)
ATTEMPTS: Final = {
    Kind.CHANGE: 5,
    Kind.CANCELLATION: 5,
    Kind.ANSWER: 5,
    **dict.fromkeys(ANNOUNCED, 1),
}
USUAL_ATTEMPTS: Final = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A notice and what became of the call; ``until`` is the answer-by time with which an offer was said."""

    notice: Claimed
    until: datetime | None
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Settling:
    """Writes within one transaction."""

    transaction: Transaction
    now: datetime
    stillness: Stillness

    async def settle(self, said: Sequence[Said]) -> None:
        """Write what became of notices; those that simply arrived at once."""
        arrived: list[tuple[Claimed, int | None]] = []
        for each in said:
            if isinstance(each.delivery, Delivered) and each.notice.kind is not Kind.OFFER:
                arrived.append((each.notice, each.delivery.message_id))
            else:
                await self._settle(each)
        await self.transaction.notices.delivered(arrived, self.now)

    async def lost(self, notice: Claimed, until: datetime | None, reason: str) -> None:
        """End a notice of which nobody knows whether it arrived, and which may cost no further call."""
        await self._arrived(notice, until, Fate.UNCERTAIN, reason)

    async def end(self, notice: Claimed, fate: Fate, reason: str) -> None:
        """Settle a notice that was not said; an offer that cannot be made is passed on to the next person."""
        if not await self.transaction.notices.settle(notice, fate, self.now, reason):
            return
        if notice.kind is Kind.OFFER and notice.training:
            await self.transaction.rosters.decide(
                notice.training.id, notice.official.id, lambda listed: roster.pass_on(listed, self.now), self.now
            )

    async def _settle(self, said: Said) -> None:
        notice, delivery = said.notice, said.delivery
        match delivery:
            case Delivered(message_id):
                await self._arrived(notice, said.until, Fate.DELIVERED, message_id=message_id)
            case Refused(reason, ours):
                await self._refused(notice, reason, ours=ours)
                await self._explain(notice, reason, ours=ours)
            case Uncertain(reason) if notice.attempts + 1 >= most(notice.kind):
                await self.lost(notice, said.until, reason)
            case Uncertain():
                await self.transaction.notices.postpone(notice, self.now + leases.AGAIN_AFTER, attempted=True)
            case NotSent():
                await self._put_off(notice, delivery)
            case Moved():
                await self.end(notice, Fate.REFUSED, "moved")
            case Pointless(reason):
                await self.end(notice, Fate.DROPPED, reason)
            case _:
                assert_never(delivery)

    async def _put_off(self, notice: Claimed, refused: NotSent) -> None:
        await self.transaction.notices.postpone(notice, self.stillness.again(refused, self.now), attempted=False)
        await raise_refused(self.transaction, self.now, refused)

    async def _refused(self, notice: Claimed, reason: str, *, ours: bool) -> None:
        """End a notice that will not arrive; a seat is not lost by our fault, nor an answer that somebody awaits."""
        notices = self.transaction.notices
        if ours and notice.kind is Kind.OFFER:
            await notices.postpone(notice, self.now + OURS_AGAIN_AFTER, attempted=True)
        elif not ours and notice.kind is Kind.ANSWER:
            await notices.postpone(notice, self.now + verdict.UNTIL_ASKED_AGAIN, attempted=False)
        else:
            await self.end(notice, Fate.REFUSED, reason)

    async def _explain(self, notice: Claimed, reason: str, *, ours: bool) -> None:
        if ours:
            await raise_alarm(self.transaction, self.now, "notice_refused", f"{notice.kind} {reason}")
        else:
            await self.transaction.officials.lost(notice.official.id, reason)

    async def _arrived(
        self, notice: Claimed, until: datetime | None, fate: Fate, reason: str = "", message_id: int | None = None
    ) -> None:
        if not await self.transaction.notices.settle(notice, fate, self.now, reason, message_id):
            return
        if until and notice.training and notice.kind is Kind.OFFER:
            await self.transaction.rosters.decide(
                notice.training.id, notice.official.id, lambda listed: roster.begin_offer(listed, until), self.now
            )


def most(kind: Kind) -> int:
    """Return how many calls a notice of this kind may cost while nobody knows whether one arrived."""
    return ATTEMPTS.get(kind, USUAL_ATTEMPTS)
