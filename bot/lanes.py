"""Lanes: who may send next. Taps before what is timely, that before announcements, all at one even pace.

Never imports handlers or storage.
"""

import asyncio
import heapq
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count
from time import monotonic

import structlog

from bot.latency import Latency
from bot.pace import SLACK, Pace
from domain.notice import Lane
from domain.ports import Slot

log = structlog.get_logger()

AHEAD = 0.02
"""Seconds over which slots are given at once, so that what is written before a call is written for several."""

LEAD = 0.01
"""Seconds before a slot at which it is given: what is written before the call is written by then."""

LATE = 0.02
"""Seconds by which the loop may be late without slowing the pace down."""

MANY, CLOSE = 100, 0.0145
"""Messages a second from which on they leave so close that more slack is needed, and how much."""

KEPT_FREE = 5
"""Messages a second that announcements leave to others, of a rate of 30 or more."""
BUSY = 5.0
"""Seconds for which a lane that had work counts as having some."""

FLOODED, FLOODED_SHARE = 3, 0.02
"""Chats that Telegram refuses within a moment, or their share of all, before it is taken to mean all of them."""
MOMENT = 5.0
GAP, SAME = 0.005, 0.2
"""Seconds without any sending after a refusal, for what left evenly arrived too close together; and how long others
count as part of the same crowd."""
SLOWER, QUICKER = 1.1, 0.98
UNNOTICED = 0.001
"""Seconds by which a call may leave late without mattering."""

_PATIENCE = {Lane.TAPS: 0.0, Lane.TIMELY: 1.0, Lane.ANNOUNCEMENTS: float("inf")}
"""Seconds for which who comes later and is more urgent goes first; taps without end keep nothing timely for ever."""


@dataclass(order=True, slots=True)
class _Waiting:
    """Somebody who waits for slots; the one of the earliest turn gets them first."""

    turn: float
    number: int
    lane: Lane = field(compare=False)
    most: int = field(compare=False)
    slots: "asyncio.Future[list[Slot]]" = field(compare=False)


class Lanes:
    """Gives slots at an even pace, ``rate`` a second, the most urgent lane first, and what is timely within seconds.

    Announcements use what the others leave, and keep a few slots a second free while others have had work lately. When
    Telegram refuses several chats at once, everything but taps pauses, and goes on more slowly.
    """

    def __init__(self, rate: int, seconds: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._numbers = count()
        self._queue: list[_Waiting] = []
        self._handle: asyncio.TimerHandle | None = None
        self._others_at = self._paused_until = self._eased_at = float("-inf")
        self._refused: deque[tuple[float, int]] = deque()
        self._latency = Latency()
        self._rate = rate
        self.limit(rate)

    def limit(self, rate: int) -> None:
        """Send at most so many messages a second from now on."""
        self._rate = rate = min(rate, self._rate)
        self._flooded = max(FLOODED, round(rate * MOMENT * FLOODED_SHARE))
        self._all = Pace(rate, 1, late=LATE, slack=CLOSE if rate > MANY else SLACK)
        left = max(1, rate - min(KEPT_FREE, -(-rate // 6)))
        self._announcements = Pace(left, 1, late=LATE)

    async def slots(self, lane: Lane, most: int) -> list[Slot]:
        """Wait until something may leave; return at least one slot, and up to so many that come within a moment."""
        self._note(lane)
        turn = self._seconds() + _PATIENCE[lane]
        waiting = _Waiting(turn, next(self._numbers), lane, most, asyncio.get_running_loop().create_future())
        heapq.heappush(self._queue, waiting)
        self.give()
        return await waiting.slots

    def left(self, slot: Slot) -> Slot:
        """Note that what a slot was for has left, late where the loop was busy; return the slot that it is now."""
        now = self._seconds()
        if now - slot <= UNNOTICED:
            return slot
        self._all.left(slot, now)
        return Slot(now)

    def answered(self, slot: Slot) -> None:
        """Note that what left in a slot was answered; later than usual, it may have been counted as much later."""
        if late := self._latency.late(self._seconds() - slot):
            self._all.left(slot, slot + late)

    def refused(self, chat_id: int, after: float) -> None:
        """Note that Telegram wanted a chat left alone; many at once mean that all of them were too many."""
        now = self._seconds()
        if now < self._paused_until:
            return  # it left before the pause that it would ask for
        if not self._refused or now - self._refused[-1][0] > SAME:
            self._all.hold(now + GAP)
        self._refused.append((now, chat_id))
        while self._refused[0][0] < now - MOMENT:
            self._refused.popleft()
        if len({chat for _, chat in self._refused}) >= self._flooded:
            self._refused.clear()
            self._paused_until = now + after
            self._all.slow(SLOWER)
            self._eased_at = now
            log.warning("sending more slowly", factor=round(self._all.slowed, 2), pause=after)

    @property
    def pause(self) -> float:
        """For how many seconds nothing but taps leaves, because Telegram wants that; 0 = it may."""
        return max(0.0, self._paused_until - self._seconds())

    def _note(self, lane: Lane) -> None:
        """Keep in mind that others than announcements have work, and get quicker again bit by bit."""
        now = self._seconds()
        if lane is not Lane.ANNOUNCEMENTS:
            self._others_at = now
        if self._all.slowed > 1 and now - self._eased_at >= 1:
            self._eased_at = now
            self._all.slow(QUICKER)

    def give(self) -> None:
        """Give slots to whoever is next and come back when the following ones are due."""
        if self._handle:
            self._handle.cancel()
            self._handle = None
        while self._queue:
            first = self._queue[0]
            if first.slots.done():  # nobody waits for them any more
                heapq.heappop(self._queue)
                continue
            if first.turn < self._paused_until and first.lane is not Lane.TAPS:  # taps do not wait behind it
                heapq.heapreplace(self._queue, replace(first, turn=self._paused_until))
                continue
            now = self._seconds()
            at = self._soonest(first.lane, now)
            if at > now + LEAD:
                self._handle = asyncio.get_running_loop().call_later(at - now - LEAD, self.give)
                return
            heapq.heappop(self._queue)
            first.slots.set_result(self._take(first, now))

    def _take(self, waiting: _Waiting, now: float) -> list[Slot]:
        taken: list[Slot] = []
        while len(taken) < waiting.most and (at := self._soonest(waiting.lane, now)) <= now + AHEAD:
            self._all.leave(at)
            if waiting.lane is Lane.ANNOUNCEMENTS:
                self._announcements.leave(at)
            taken.append(Slot(at))
        return taken

    def _soonest(self, lane: Lane, now: float) -> float:
        at = self._all.soonest(now)
        if lane is not Lane.TAPS:
            at = max(at, self._paused_until)
        if lane is Lane.ANNOUNCEMENTS and now - self._others_at < BUSY:
            at = max(at, self._announcements.soonest(now))
        return at
