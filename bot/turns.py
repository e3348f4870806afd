"""Turns: inbox rows to use cases. People in parallel, one person in order, three attempts, then set aside.

The effect, the notices it causes, the replies and "done" share one transaction; replies are sent after its commit.
Until they are, the person's next update waits, and nobody else's.

After a process died, what it was at is tried one update at a time: the one that it died of takes no other with it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from datetime import timedelta

import structlog

from bot.exchanges import Exchanges, Said
from bot.pulse import Pulse
from bot.trouble import Trouble
from domain.desks.alarms import raise_alarm
from domain.desks.precedence import Precedence
from domain.desks.replying import Replying
from domain.ports import Clock, Outgoing, Storage, Turn

log = structlog.get_logger()

ATTEMPTS = 3
AGAIN_AFTER = timedelta(seconds=2)
LONGEST_TURN = 20.0
TICK = 1.0
"""Seconds after which waiting rows are looked at even if nothing rang: retries come due without an update."""


class Turns:
    """Applies updates out of the inbox, ``concurrency`` at a time; ``ended`` is called after each turn."""

    def __init__(
        self,
        storage: Storage,
        exchanges: Exchanges,
        replying: Replying,
        clock: Clock,
        precedence: Precedence,
        *,
        concurrency: int,
        ended: Callable[[], None],
    ) -> None:
        self._storage = storage
        self._exchanges = exchanges
        self._replying = replying
        self._clock = clock
        self._precedence = precedence
        self._concurrency = concurrency
        self._ended = ended
        self.looked, self.moved = Pulse(), Pulse()
        self._reading = Trouble("reading the inbox", logging.ERROR)
        self._storing = Trouble("storing what came of updates", logging.ERROR)
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._sending: set[int] = set()
        self._doubtful = True
        self._rung = asyncio.Event()
        self._closing = False

    @property
    def busy(self) -> Sequence[int]:
        """Those whose turn it is."""
        return tuple(self._busy)

    def ring(self) -> None:
        """Look at the inbox now."""
        self._rung.set()

    async def run(self) -> None:
        """Take turns for ever."""
        async with asyncio.TaskGroup() as tasks:
            rung = False
            while not self._closing:
                self._rung.clear()
                with self._precedence.taken() if rung else nullcontext():
                    await self._start_turns(tasks)
                self.looked.beat()
                rung = await _at_most(TICK, self._rung.wait())

    async def close(self, patience: float) -> None:
        """Begin no further turn and wait for those that run, at most so many seconds."""
        self._closing = True
        self.ring()
        if self._busy:
            await asyncio.wait(tuple(self._busy.values()), timeout=patience)

    async def drain(self) -> int:
        """Take every turn that waits now, one after another; return how many there were."""
        taken = 0
        while turns := await self._storage.next_turns((), self._clock.now(), self._concurrency):
            for turn in turns:
                await self.take(turn)
            taken += len(turns)
        return taken

    async def _start_turns(self, tasks: asyncio.TaskGroup) -> None:
        applied = len(self._busy) - len(self._sending)
        try:
            if self._doubtful and not applied:
                self._doubtful = await self._storage.in_doubt() > 0
            room = (1 if self._doubtful else self._concurrency) - applied
            if room <= 0:
                return
            turns = await self._storage.next_turns(self.busy, self._clock.now(), room)
        except Exception as error:  # noqa: BLE001 - it is tried again in a moment
            self._reading.failed(type(error).__name__, exc_info=error)
            return
        self._reading.worked()
        for turn in turns:
            self.moved.beat()
            person = turn.update_id if turn.person_id is None else turn.person_id
            self._busy[person] = tasks.create_task(self._take_and_leave(turn, person, tasks))

    async def _take_and_leave(self, turn: Turn, person: int, tasks: asyncio.TaskGroup) -> None:
        try:
            said = await self._apply(turn)
            if said.answer:
                tasks.create_task(said.answer)
            self._sending.add(person)
            self.ring()
            await self._send(said.replies)
        except Exception:
            # Not even the failure could be written down; the row waits and its attempts are counted.
            log.exception("turn lost its storage", update=turn.update_id)
        finally:
            self._sending.discard(person)
            del self._busy[person]
            self.moved.beat()
            self.ring()

    async def take(self, turn: Turn) -> None:
        """Apply one update, then send what it has to say."""
        said = await self._apply(turn)
        if said.answer:
            await said.answer
        await self._send(said.replies)

    async def _apply(self, turn: Turn) -> Said:
        if turn.attempts > ATTEMPTS:
            return await self._set_aside(turn, "the process died in each attempt")
        try:
            with self._precedence.taken():
                async with asyncio.timeout(LONGEST_TURN):
                    said = await self._exchanges.apply(turn)
        except (Exception, asyncio.CancelledError) as error:
            if _cancelled():
                raise
            return await self._failed(turn, error)
        self._storing.worked()
        return said

    async def _send(self, replies: Sequence[Outgoing]) -> None:
        for reply in replies:
            await self._replying.send(reply)
        self._ended()

    async def _failed(self, turn: Turn, error: BaseException) -> Said:
        reason = type(error).__name__
        if self._storage.to_blame(error):
            self._storing.failed(reason, exc_info=error)
            return await self._put_back(turn, reason)
        log.error("turn failed", update=turn.update_id, attempt=turn.attempts, exc_info=error)
        if turn.attempts >= ATTEMPTS:
            return await self._set_aside(turn, reason)
        await self._storage.retry(turn.update_id, self._clock.now() + AGAIN_AFTER * turn.attempts, reason)
        return Said()

    async def _put_back(self, turn: Turn, reason: str) -> Said:
        """Let an update wait for the storage, for as long as that takes; it is not to blame, so no attempt counts."""
        while True:
            try:
                await self._storage.retry(turn.update_id, self._clock.now() + AGAIN_AFTER, reason, counted=False)
            except Exception as error:
                if not self._storage.to_blame(error):
                    raise
                await asyncio.sleep(AGAIN_AFTER.total_seconds())
            else:
                return Said()

    async def _set_aside(self, turn: Turn, reason: str) -> Said:
        """Give an update up: the person hears one apology, the administrators an alarm."""
        now = self._clock.now()
        await self._storage.set_aside(turn.update_id, reason, now)
        async with self._storage.transaction() as transaction:
            await raise_alarm(transaction, now, "update_set_aside", reason)
            return Said(await self._exchanges.apologise(transaction, turn))


async def _at_most(seconds: float, waited: Awaitable[object]) -> bool:
    """Wait for something, but no longer; return whether it came."""
    try:
        async with asyncio.timeout(seconds):
            await waited
    except TimeoutError:
        return False
    return True


def _cancelled() -> bool:
    """Tell whether this very task is being cancelled, and not just something a handler awaited."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
