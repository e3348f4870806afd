"""What waits for the bot: numbered updates, confirmed by offset, kept 24 hours, given to one poller at a time."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from playground.answers import Json, Refusal, conflict
from playground.clock import Clock

RETENTION = timedelta(hours=24)
LONGEST_POLL = 50.0
MOST_AT_ONCE = 100
_ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(frozen=True, slots=True)
class _Waiting:
    update_id: int
    raw: Json
    since: datetime


class Updates:
    """The queue of one bot. Without `allowed`, all kinds but those Telegram sends on request only are queued."""

    def __init__(self, clock: Clock, first_id: int) -> None:
        self._clock = clock
        self._next_id = first_id
        self._queue: list[_Waiting] = []
        self._poller: asyncio.Future[None] | None = None
        self.allowed: frozenset[str] = frozenset()
        self.confirmed: list[Json] = []
        """Those that the bot said it had, oldest first."""

    @property
    def pending(self) -> list[Json]:
        """Those not confirmed yet, oldest first."""
        self._forget_old()
        return [waiting.raw for waiting in self._queue]

    @property
    def polled(self) -> bool:
        """Whether a bot waits for updates at this moment."""
        return self._poller is not None

    def allow(self, kinds: Iterable[str]) -> None:
        """Queue only these kinds from now on; none given means Telegram's default."""
        self.allowed = frozenset(kinds)

    def put(self, kind: str, content: Json) -> Json | None:
        """Queue an update under the next number, unless the bot did not ask for its kind."""
        if kind not in self.allowed if self.allowed else kind in _ONLY_ON_REQUEST:
            return None
        return self.enqueue({kind: content})

    def enqueue(self, raw: Json) -> Json:
        """Queue an update as it is, numbered if it has no number: duplicates and nonsense are possible."""
        if "update_id" not in raw:
            raw = {"update_id": self._next_id, **raw}
            self._next_id += 1
        self._queue.append(_Waiting(int(raw["update_id"]), raw, self._clock.now()))
        self._wake()
        return raw

    def restart_numbering(self, first_id: int) -> None:
        """Give numbers from here on, as Telegram may do after a quiet week."""
        self._next_id = first_id

    def clear(self) -> None:
        """Drop all that waits."""
        self._queue.clear()

    def take(self, offset: int, limit: int) -> list[Json]:
        """Confirm everything below the offset and list what comes next; a negative offset keeps only the newest."""
        self._forget_old()
        if offset < 0:
            del self._queue[: max(len(self._queue) + offset, 0)]
        elif offset > 0:
            self.confirmed += [waiting.raw for waiting in self._queue if waiting.update_id < offset]
            self._queue = [waiting for waiting in self._queue if waiting.update_id >= offset]
        count = limit if 1 <= limit <= MOST_AT_ONCE else MOST_AT_ONCE
        return [waiting.raw for waiting in self._queue[:count]]

    def confirm(self, raw: Json) -> None:
        """Take the first of this update out of the queue, the bot having taken it."""
        at = next((at for at, waiting in enumerate(self._queue) if waiting.raw is raw), None)
        if at is not None:
            del self._queue[at]
            self.confirmed.append(raw)

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109 - Telegram's own
        """List updates, waiting at most `timeout` real seconds for the first; a newer poll ends an older one."""
        self.interrupt(
            conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        )
        found = self.take(offset, limit)
        if found or timeout <= 0:
            return found
        self._poller = poller = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(poller, min(timeout, LONGEST_POLL))
        except TimeoutError:
            return []
        finally:
            if self._poller is poller:
                self._poller = None
        return self.take(offset, limit)

    def interrupt(self, reason: Refusal) -> None:
        """End a poll that waits, with a refusal."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(reason)
        self._poller = None

    def _wake(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _forget_old(self) -> None:
        oldest = self._clock.now() - RETENTION
        self._queue = [waiting for waiting in self._queue if waiting.since >= oldest]
