"""Delivering: a lane of the courier's that takes due notices, sends them at its pace and writes what became of them.

Claimed in one transaction, sent outside any, settled in another: nobody waits for Telegram while holding a lock. What
is written is written for several at once, and the next batch is claimed while one is being sent.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from domain import offer, verdict
from domain.desks.leases import LEASE, LOST, insist
from domain.desks.settling import Said, Settling, most
from domain.notice import Claimed, Fate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from domain.desks.stillness import Stillness
    from domain.notice import Lane
    from domain.ports import Clock, Messenger, Slot, Storage, Transaction

FRESH = timedelta(seconds=30)
"""How long a notice may wait for a slot; after that it is judged anew."""
GATHERING = 0.02
"""Seconds for which the first one that ended waits for others, to be written down together."""


@dataclass(frozen=True, slots=True)
class _Due:
    """A notice to be said; ``until`` is the answer-by time of an offer."""

    notice: Claimed
    until: datetime | None
    judged_at: datetime


@dataclass(slots=True)
class Delivering:
    """One lane: ``batch`` notices are claimed at a time, at most ``places`` are on their way.

    On its way is what was begun and is not settled: of so many nobody knows what became of them after a crash.
    ``rung`` is set by whoever wants the lane to look for due notices; while it ``waits``, nothing more is claimed.
    """

    storage: Storage
    messenger: Messenger
    clock: Clock
    stillness: Stillness
    lane: Lane
    batch: int
    places: int
    rung: asyncio.Event
    waits: Callable[[], bool]
    _closing: bool = False
    _flying: int = 0
    _calls: int = 0
    _said: list[Said] = field(default_factory=list)
    _failures: list[Exception] = field(default_factory=list)
    _landed: asyncio.Event = field(default_factory=asyncio.Event)
    _ended: asyncio.Event = field(default_factory=asyncio.Event)

    async def deliver_due(self, _now: datetime) -> int:
        """Deliver everything that is due in the lane, and what falls due meanwhile; return how many were handled.

        What hangs at Telegram keeps nothing else from being claimed and sent. What is on its way when something fails
        is awaited and written down before the failure is raised.
        """
        handled = 0
        async with asyncio.TaskGroup() as tasks:
            try:
                while claimed := await self._deliver_claimed(tasks) or await self._more():
                    handled += claimed
            except Exception as error:  # noqa: BLE001 - raised when nothing is on its way any more
                self._failures.append(error)
        failures, self._failures = self._failures, []
        if failures:
            raise ExceptionGroup("notices not delivered", failures)
        return handled

    async def _more(self) -> int:
        """Wait until there may be more to deliver; 0 = nothing is on its way any more, or something failed."""
        if not self._flying or self._failures:
            return 0
        await self.rung.wait()
        return 1

    async def close(self, patience: float) -> None:
        """Begin nothing more, and wait at most so many seconds for what is on its way to be written down."""
        self._closing = True
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while self._flying:
                    self._landed.clear()
                    await self._landed.wait()

    async def _deliver_claimed(self, tasks: asyncio.TaskGroup) -> int:
        """Send batch after batch until nothing is due; return how many were claimed."""
        self.rung.clear()
        handled = 0
        count, due = await self._claim()
        while count:
            handled += count
            sent, coming = await asyncio.gather(self._send(due, tasks), self._claim(), return_exceptions=True)
            if isinstance(coming, BaseException):
                raise coming
            count, due = coming
            if isinstance(sent, BaseException):
                await self._give_back(due)
                raise sent
        return handled

    async def _claim(self) -> tuple[int, Sequence[_Due]]:
        """Take due notices and judge them; return how many were taken and which of them are to be said now."""
        now = self.clock.now()
        if self._halted() or self.waits():
            return 0, ()
        async with self.storage.transaction() as transaction:
            claimed = await transaction.notices.claim(self.lane, now, self.batch, now + LEASE)
            due = [each for notice in claimed for each in await self._judge(transaction, notice, now)]
        return len(claimed), due

    async def _judge(self, transaction: Transaction, notice: Claimed, now: datetime) -> Sequence[_Due]:
        """Return the notice if it is to be said now; write what becomes of it otherwise."""
        settling = Settling(transaction, now, self.stillness)
        if notice.attempts >= most(notice.kind):
            await settling.lost(notice, _answer_by(notice, now), LOST)
            return ()
        match judged := verdict.judge(notice, now):
            case verdict.Say(until):
                if not (rest := self.messenger.rest(notice.official.id)):
                    return (_Due(notice, until, now),)
                await transaction.notices.postpone(notice, now + timedelta(seconds=rest), attempted=True)
            case verdict.Later(at):
                await transaction.notices.postpone(notice, at, attempted=True)
            case verdict.Drop(reason):
                await settling.end(notice, Fate.DROPPED, reason)
            case verdict.Miss(reason):
                await settling.end(notice, Fate.MISSED, reason)
            case _:
                assert_never(judged)
        return ()

    async def _send(self, due: Sequence[_Due], tasks: asyncio.TaskGroup) -> None:
        """Let notices leave as slots and places allow; give them back when nothing can be sent any more."""
        try:
            while due and not self._halted():
                await self._room()
                slots = await self.messenger.slots(self.lane, min(self.places - self._flying, len(due)))
                if self._halted() or not self._fresh(due):
                    return
                await self._leave(due[: len(slots)], slots, tasks)
                due = due[len(slots) :]
        finally:
            await self._give_back(due)

    def _fresh(self, due: Sequence[_Due]) -> bool:
        """Tell whether the world is still as it was when notices were judged; else their leases may end, too."""
        return self.clock.now() - min(each.judged_at for each in due) < FRESH

    def _halted(self) -> bool:
        """Whether nothing more is to be claimed or begun."""
        return self._closing or bool(self._failures) or self.stillness.reigns(self.clock.now())

    async def _room(self) -> None:
        while self._flying >= self.places:
            self._landed.clear()
            await self._landed.wait()

    async def _leave(self, due: Sequence[_Due], slots: Sequence[Slot], tasks: asyncio.TaskGroup) -> None:
        async with self.storage.transaction() as transaction:
            begun = await transaction.notices.begin([each.notice for each in due])
        for each, slot in zip(due, slots, strict=True):
            if each.notice.id in begun:
                self._flying += 1
                self._calls += 1
                tasks.create_task(self._say(each, slot))

    async def _say(self, due: _Due, slot: Slot) -> None:
        """Say a notice; the first of several that end within a moment writes down what became of all of them."""
        delivery = await self.messenger.deliver(due.notice, due.until, slot)
        self._said.append(Said(due.notice, due.until, delivery))
        self._calls -= 1
        if not self._calls:
            self._ended.set()
        if len(self._said) > 1:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(GATHERING):
                await self._ended.wait()
        said, self._said = self._said, []
        self._ended.clear()
        await self._write(said)
        self._flying -= len(said)
        self._landed.set()
        self.rung.set()

    async def _write(self, said: Sequence[Said]) -> None:
        """Write what became of notices together, or of each by itself where one of them is the trouble."""
        try:
            await insist(self.storage, lambda transaction: self._settle(transaction, said))
        except Exception as error:  # noqa: BLE001 - raised when nothing is on its way any more
            if self.storage.to_blame(error) or len(said) == 1:
                self._failures.append(error)
            else:
                for each in said:
                    await self._write([each])

    async def _settle(self, transaction: Transaction, said: Sequence[Said]) -> None:
        await Settling(transaction, self.clock.now(), self.stillness).settle(said)

    async def _give_back(self, due: Sequence[_Due]) -> None:
        """Put claimed notices back that were not begun; where that fails, their leases end by themselves."""
        if not due:
            return
        try:
            await insist(self.storage, lambda transaction: _postpone(transaction, due))
        except Exception as error:  # noqa: BLE001 - as above
            self._failures.append(error)


async def _postpone(transaction: Transaction, due: Sequence[_Due]) -> None:
    for each in due:
        await transaction.notices.postpone(each.notice, each.notice.due_at, attempted=True)


def _answer_by(notice: Claimed, now: datetime) -> datetime | None:
    return offer.answer_by(now, notice.training, notice.official.preferences) if notice.training else None
