"""The guard: a thread that notices when the event loop does not turn any more. Never imports handlers or storage."""

import asyncio
import sys
import threading
import traceback
from collections.abc import Callable

import structlog

from bot.pulse import Pulse

log = structlog.get_logger()

EVERY = 1.0
BLOCKED = 30.0
"""Seconds without a turn of the loop; nothing that is waited for takes as long on it."""
STOPPED = 5.0
"""Seconds by which the guard itself may be late; when it is later, the whole process was stopped."""


class Guard:
    """Asks the loop for a sign of life and calls ``blocked`` in its thread when there is none for too long."""

    def __init__(self, blocked: Callable[[], None], *, limit: float = BLOCKED, every: float = EVERY) -> None:
        self._blocked = blocked
        self._limit = limit
        self._every = every
        self._turned = Pulse()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to guard the loop that runs."""
        arguments = asyncio.get_running_loop(), threading.get_ident()
        self._turned.beat()
        self._thread = threading.Thread(target=self._guard, args=arguments, name="guard", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Guard no longer."""
        self._ended.set()
        if self._thread:
            self._thread.join()

    def _guard(self, loop: asyncio.AbstractEventLoop, thread: int) -> None:
        looked = Pulse()
        while not self._ended.wait(self._every):
            if looked.age > self._every + STOPPED:
                self._turned.beat()
            looked.beat()
            if self._turned.age > self._limit:
                frame = sys._current_frames().get(thread)  # noqa: SLF001 - the one way to see where it hangs
                where = "".join(traceback.format_stack(frame)) if frame else ""
                log.critical("the event loop is blocked", seconds=round(self._turned.age), where=where)
                self._blocked()
                return
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._turned.beat)
