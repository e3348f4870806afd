"""The watch itself: every fifteen seconds each part is measured and told, and a process that does nothing is ended.

An end is an exit at once: whatever counts is on disk, and a supervisor starts the process anew. An outage of Telegram
or of the network is no reason for one. Never imports handlers or storage.
"""

import asyncio
import logging
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final

import structlog

from bot.pulse import Polls, Pulse, Seconds
from bot.trouble import Trouble
from bot.watch import parts
from bot.watch.guard import Guard
from bot.watch.parts import Parts, Queue
from bot.watch.space import Space
from bot.watch.supervisor import Supervisor
from domain.desks.alarms import raise_alarm
from domain.desks.reconciling import Reconciling
from domain.finding import Finding
from domain.health import EVERY, SERVING, Beat, Condition, Part
from domain.ports import Clock, Storage

log = structlog.get_logger()

DEAF: Final = 3
"""The exit status of a process that did nothing any more."""
TOKEN_REFUSED: Final = 4
"""The exit status of a process whose token Telegram has refused for an hour."""
GIVES_UP_AFTER = 3600.0
LONGEST_WRITE = 20.0
"""Seconds that the storage may take to answer; one that is locked says so sooner."""
HUNG = 120.0
"""Seconds without any answer of the storage, not even a refusal, after which it hangs."""
STOPPED = 10.0
"""Seconds by which a rest may be too long before the process must have been stopped meanwhile."""
FOREVER = float("inf")


class Watch:
    """Measures, tells and ends; until it gets the parts, the process is starting."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        space: Space,
        supervisor: Supervisor,
        end: Callable[[int], None] = os._exit,
        seconds: Seconds = time.monotonic,
    ) -> None:
        self.space = space
        self.polls = Polls(FOREVER, seconds)
        self._seconds = seconds
        self._storage = storage
        self._clock = clock
        self._supervisor = supervisor
        self._end = end
        self._guard = Guard(lambda: end(DEAF))
        self._answered = Pulse(seconds)
        self._telling = Trouble("telling how the parts are", logging.ERROR, seconds)
        self._updates, self._due = Queue(seconds), Queue(seconds)
        self._called = asyncio.Event()
        self._parts: Parts | None = None
        self._wrong: Sequence[Finding] = ()
        self._records = Beat(Part.RECORDS, clock.now(), said="Nobody has looked yet.")

    def attach(self, running: Parts) -> None:
        """Watch over these parts from now on."""
        self._parts, self.polls = running, running.polls
        self._called.set()

    async def run(self) -> None:
        """Watch for ever."""
        self._guard.start()
        self._supervisor.ready()
        try:
            await self.remember()
            while True:
                await self.look()
                await self.rest(min(EVERY.total_seconds(), self._supervisor.every or FOREVER))
        finally:
            self._supervisor.stopping()
            self._guard.stop()

    async def rest(self, seconds: float) -> None:
        """Wait, unless there are parts to be looked at for the first time.

        After a pause of the whole process its parts get as long again to come to life, and no old measure counts.
        """
        slept = Pulse(self._seconds)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._called.wait()
        self._called.clear()
        if slept.age > seconds + STOPPED:
            self._updates, self._due = Queue(self._seconds), Queue(self._seconds)
            await asyncio.sleep(seconds)

    async def look(self) -> Sequence[Beat]:
        """Measure every part, tell how it is, and end the process when one does nothing."""
        self.space.measure()
        try:
            async with asyncio.timeout(LONGEST_WRITE):
                beats = await self._told()
            self._answered.beat()
            self._telling.worked()
        except Exception as error:  # noqa: BLE001 - whatever it is, the watch goes on
            self._telling.failed(type(error).__name__, exc_info=error)
            if not isinstance(error, TimeoutError):
                self._answered.beat()
            beats = self._without_storage()
        self._judge(beats)
        return beats

    async def reconcile(self) -> None:
        """Look through the records, log what is wrong, and tell it with the rest."""
        now = self._clock.now()
        mended, wrong = await Reconciling(self._storage).reconcile(now, reachable=not self._paused(now))
        for finding in mended:
            log.warning("records mended", invariant=finding.invariant, count=finding.count, places=finding.places)
        for finding in wrong:
            if finding not in self._wrong:
                log.error("records wrong", invariant=finding.invariant, count=finding.count, places=finding.places)
        self._wrong = wrong
        self._records = _records(wrong, self._clock.now())

    async def _told(self) -> Sequence[Beat]:
        now, busy = self._clock.now(), self._parts.busy() if self._parts else ()
        async with self._storage.reading() as transaction:
            update, due = await transaction.heartbeats.next(now, busy)
        # Nothing waits for the courier while nothing may be sent: when that ends, it needs a moment for what is due.
        waits = self._updates.longest([update] if update else []), self._due.longest([] if self._paused(now) else due)
        beats = [*self._measured(now, *waits), self._stored(now)]
        async with self._storage.transaction() as transaction:
            await transaction.heartbeats.beat(beats)
            if self.space.alarm:
                await raise_alarm(transaction, now, self.space.alarm, "")
        return beats

    def _paused(self, now: datetime) -> bool:
        return self._parts is not None and parts.paused(self._parts, now) is not None

    def _measured(self, now: datetime, taken: float = 0.0, said: float = 0.0) -> list[Beat]:
        records = Beat(Part.RECORDS, now, self._records.condition, self._records.said)
        loop = Beat(Part.LOOP, now, said="It turns.")
        polled = parts.intake(self.polls, now)
        if self._parts is None:
            begun = [Beat(part, now, Condition.WAITING, "Not begun yet.") for part in (Part.TURNS, Part.COURIER)]
            return [self._starting(polled), *begun, loop, records]
        return [polled, parts.turns(self._parts, taken, now), parts.courier(self._parts, said, now), loop, records]

    def _starting(self, polled: Beat) -> Beat:
        if polled.condition is not Condition.WELL:
            return polled
        refused = self.polls.trouble == parts.REFUSED
        said = parts.REFUSES if refused else "Telegram was not reached yet; the bot goes on trying."
        return Beat(Part.INTAKE, polled.at, Condition.WAITING, said)

    def _stored(self, now: datetime) -> Beat:
        condition = Condition.AILING if self.space.alarm else Condition.WELL
        return Beat(Part.STORAGE, now, condition, f"A write works.{self.space.said}")

    def _without_storage(self) -> list[Beat]:
        now = self._clock.now()
        condition = Condition.STUCK if self._answered.age > HUNG else Condition.WAITING
        failing = Beat(Part.STORAGE, now, condition, f"A write does not work.{self.space.said}")
        return [*self._measured(now), failing]

    def _judge(self, beats: Sequence[Beat]) -> None:
        stuck = [beat for beat in beats if beat.condition is Condition.STUCK]
        said = " ".join(f"{beat.part}: {beat.said}" for beat in beats if beat.condition not in SERVING)
        if stuck:
            log.critical("a part does nothing any more", parts=[beat.part for beat in stuck], said=said)
            self._supervisor.stuck(said)
            self._end(DEAF)
        elif self.polls.trouble == parts.REFUSED and self.polls.troubled_for > GIVES_UP_AFTER:
            log.critical("Telegram refuses the token for good")
            self._supervisor.stuck(said)
            self._end(TOKEN_REFUSED)
        else:
            self._supervisor.alive(said or "Serving.")

    async def remember(self) -> None:
        """Tell administrators that the process before this one was ended, if it was."""
        try:
            async with self._storage.transaction() as transaction:
                stuck = [b.part for b in await transaction.heartbeats.all() if b.condition is Condition.STUCK]
                if stuck:
                    await raise_alarm(transaction, self._clock.now(), "restarted", ", ".join(stuck))
        except Exception:
            log.exception("earlier health not read")


def _records(wrong: Sequence[Finding], now: datetime) -> Beat:
    if not wrong:
        return Beat(Part.RECORDS, now, said=f"Nothing was wrong at {now:%H:%M} UTC.")
    names = ", ".join(sorted(finding.invariant for finding in wrong))
    said = f"At {now:%H:%M} UTC something was wrong: {names}. See: python -m bot audit"
    return Beat(Part.RECORDS, now, Condition.AILING, said)
