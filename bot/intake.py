"""The intake: updates from getUpdates into the durable inbox, and only then the offset that confirms them.

The first poll of a process names no offset: Telegram's numbers may start anew after a quiet week, and the inbox tells
what was seen. Never imports handlers.
"""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeGuard

import orjson
import structlog
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.pulse import Polls
from bot.telegram import LARGEST, BotApi, seconds_to_wait
from bot.trouble import Trouble
from domain.desks.precedence import Precedence
from domain.ports import Clock, Incoming, Storage

log = structlog.get_logger()

ALLOWED = ("message", "callback_query", "my_chat_member")
LONGEST_PAUSE = 30.0
SHORTEST_POLL = 0.5
"""Seconds between polls that bring nothing new, whoever answers: Telegram itself waits, a proxy may not."""

LATEST = 60.0
"""Seconds beyond its own time after which a poll is given up, though its answer may still be trickling in."""

BATCH = 100
ALARM_AFTER = 3
"""Failures in a row after which administrators are told."""


class Intake:
    """Polls; ``arrived`` is called after each committed batch, ``troubled`` with a reason when polls keep failing."""

    def __init__(
        self,
        api: BotApi,
        storage: Storage,
        clock: Clock,
        precedence: Precedence,
        *,
        poll_timeout: int,
        arrived: Callable[[], None],
        troubled: Callable[[str], Any],
    ) -> None:
        self._api = api
        self._storage = storage
        self._clock = clock
        self._precedence = precedence
        self._poll_timeout = poll_timeout
        self._arrived = arrived
        self._troubled = troubled
        self.polls = Polls(poll_timeout)
        self._trouble = Trouble("polling")
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> None:
        """Poll for ever; whatever Telegram or the network answers, polling goes on."""
        while True:
            try:
                async with asyncio.timeout(self._poll_timeout + LATEST):
                    await self._poll_evenly()
            except Exception as error:  # noqa: BLE001 - a deaf bot is the worst fault: nothing may end this loop
                await self._recover(error)
            else:
                self._note_success()

    async def _poll_evenly(self) -> None:
        """Poll, and where that brought nothing new, never more often than a few times a second."""
        before, began = self._offset, time.monotonic()
        if self._failures:  # it is to be known at once that Telegram answers again, not after a quiet half minute
            await self.poll(0)
        await self.poll(self._poll_timeout)
        if self._offset == before:
            await asyncio.sleep(max(0.0, began + SHORTEST_POLL - time.monotonic()))

    async def poll(self, timeout: int) -> int:  # noqa: ASYNC109 - it is Telegram's parameter
        """Fetch once, commit, and only then move the offset; return how many updates came."""
        self.polls.attempt()
        body: dict[str, Any] = {"timeout": timeout, "limit": BATCH, "allowed_updates": list(ALLOWED)}
        if self._offset is not None:
            body["offset"] = self._offset
        updates = await self._api.call("getUpdates", body, read_timeout=timeout + 10)
        numbered = [update for update in updates if isinstance(update, dict) and _whole(update.get("update_id"))]
        known = [update for update in numbered if _storable(update["update_id"])]
        if known:
            with self._precedence.taken():
                await self._storage.receive([_incoming(update) for update in known], self._clock.now())
                # The last one, not the highest: when Telegram numbers anew, the highest would confirm updates unseen.
                self._offset = known[-1]["update_id"] + 1
                self._arrived()
        elif numbered:
            await self._forget(numbered[-1]["update_id"])
        elif not updates:
            # All that was seen is confirmed. Kept through a quiet week, the offset would hide lower numbers to come.
            self._offset = None
        self.polls.answer()
        return len(known)

    async def _forget(self, number: int) -> None:
        """Confirm updates that cannot be stored, once: kept as the offset, their number would hide all to come."""
        beyond = str(number + 1)  # as text, which has room for every number
        await self._api.call("getUpdates", {"offset": beyond, "limit": 1, "timeout": 0})

    def _note_success(self) -> None:
        self._trouble.worked()
        self._failures = 0

    async def _recover(self, error: Exception) -> None:
        self._failures += 1
        pause = _pause(error, self._failures)
        self._trouble.failed(type(error).__name__, pause=round(pause, 1))
        if isinstance(error, Conflict | InvalidToken) or self._failures >= ALARM_AFTER:
            await self._tell(type(error).__name__)
        if isinstance(error, Conflict) and "webhook" in error.message.lower():
            await self._take_over()
        self.polls.rest(pause, type(error).__name__)
        await asyncio.sleep(pause)

    async def _take_over(self) -> None:
        """Take the updates back from a webhook that was set while we polled; none of them is dropped."""
        try:
            await self._api.call("deleteWebhook", {"drop_pending_updates": False})
        except Exception as error:  # noqa: BLE001 - the next poll tells whether it is still there
            log.warning("webhook not removed", error=type(error).__name__)

    async def _tell(self, reason: str) -> None:
        try:
            await self._troubled(reason)
        except Exception:
            log.exception("alarm not raised")


def _pause(error: Exception, failures: int) -> float:
    if isinstance(error, RetryAfter):
        return seconds_to_wait(error)
    if not isinstance(error, TelegramError):
        return min(LONGEST_PAUSE, float(failures))
    return min(LONGEST_PAUSE, 0.5 * 1.5 ** min(failures, 20))


def _incoming(update: Mapping[str, Any]) -> Incoming:
    return Incoming(update["update_id"], _person(update), _text(update))


def _text(update: Mapping[str, Any]) -> str:
    try:
        return orjson.dumps(update).decode()
    except TypeError:  # half a character, or a number of more than 64 bits: one update must not stop all others
        return json.dumps(update, ensure_ascii=False).encode(errors="replace").decode()


def _person(update: Mapping[str, Any]) -> int | None:
    """Return whose turn an update is, without trusting its shape."""
    for kind in ALLOWED:
        part = update.get(kind)
        sender = part.get("from") if isinstance(part, dict) else None
        identity = sender.get("id") if isinstance(sender, dict) else None
        if _storable(identity):
            return identity
    return None


def _storable(number: object) -> TypeGuard[int]:
    return _whole(number) and abs(number) < LARGEST


def _whole(number: object) -> TypeGuard[int]:
    return isinstance(number, int) and not isinstance(number, bool)
