"""The alarm: one job that wakes the courier at the next due instant, a heartbeat, and the nightly chores.

What is due is in rows; a missed or doubled ring changes nothing. Never imports handlers or storage.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from bot.pulse import Pulse
from domain.ports import Clock

HEARTBEAT = timedelta(seconds=15)
RECONCILED_EVERY = timedelta(minutes=5)
"""By a clock that nobody sets; the scheduler would count every one that was left out when it is set forward."""

Chore = Callable[[], Awaitable[None]]


class WakingAlarm:
    """Implements the alarm port on a scheduler of its own; ``rings`` wake the courier and whoever else looks around."""

    def __init__(self, clock: Clock, *rings: Callable[[], None]) -> None:
        self._clock = clock
        self._rings = rings
        self._next: datetime | None = None
        self._beating: asyncio.TimerHandle | None = None
        self._nightly: Chore | None = None
        self._reconcile: Chore | None = None
        self._reconciled = Pulse()
        self._shown = datetime.now(UTC)
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    @property
    def next(self) -> datetime | None:
        """The instant for which the alarm is set."""
        return self._next

    def start(self, nightly: Chore, reconcile: Chore) -> None:
        """Begin: the heartbeat at once, ``nightly`` at 1:30 UTC, an hour that no clock change repeats in Poland."""
        self._nightly, self._reconcile = nightly, reconcile
        self._reconciled.beat()
        self._beat_later()
        self._scheduler.start()
        self._schedule()

    def stop(self) -> None:
        """End without waiting."""
        if self._beating:
            self._beating.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def ring_at(self, moment: datetime) -> None:
        """Make sure that the courier is woken at this instant, or earlier."""
        if self._next is None or moment < self._next or self._next <= self._clock.now():
            self._next = moment
            self._set()

    def _schedule(self) -> None:
        """Set everything anew, by what the clock shows now."""
        at_night = CronTrigger(hour=1, minute=30, timezone=UTC)
        self._scheduler.add_job(self._nightly, at_night, id="nightly", replace_existing=True)
        self._set()

    def _set(self) -> None:
        if self._scheduler.running and self._next:
            wait = max(timedelta(0), self._next - self._clock.now())
            self._scheduler.add_job(self._wake, DateTrigger(datetime.now(UTC) + wait), id="wake", replace_existing=True)

    def _beat_later(self) -> None:
        """Count by the loop's time: to the scheduler's, two hours set back would be two hours without a heartbeat."""
        self._beating = asyncio.get_running_loop().call_later(HEARTBEAT.total_seconds(), self._beat)

    def _beat(self) -> None:
        self._beat_later()
        before, self._shown = self._shown, datetime.now(UTC)
        if self._shown < before:  # set back by two hours, the clock would keep everything waiting for as long
            self._schedule()
        if self._reconciled.age >= RECONCILED_EVERY.total_seconds():
            self._reconciled.beat()
            self._scheduler.add_job(self._reconcile, DateTrigger(self._shown), id="reconcile", replace_existing=True)
        self._scheduler.wakeup()  # it would sleep through a clock set forward
        self._ring()

    async def _wake(self) -> None:
        self._ring()

    def _ring(self) -> None:
        if self._next and self._next <= self._clock.now():
            self._next = None
        for ring in self._rings:
            ring()
