"""Trouble: what fails for a while is told when it begins, ever more seldom while it lasts, and when it is over.

Never imports handlers or storage.
"""

import logging
import time
from typing import Any

import structlog

from bot.pulse import Seconds

log = structlog.get_logger()

QUIET = 30.0
"""Seconds without a failure after which it is over: what fails now and then would begin and end again and again."""
FIRST, LONGEST = 60.0, 3600.0
"""Seconds after which it is told that it lasts: twice as many each time, until they are an hour."""


class Trouble:
    """What something goes through that is tried again and again; ``what`` begins each line, "polling" for example."""

    def __init__(self, what: str, level: int = logging.WARNING, seconds: Seconds = time.monotonic) -> None:
        self._what = what
        self._level = level
        self._seconds = seconds
        self._errors: set[str] = set()
        self._failures = 0
        self._began = self._latest = self._told = 0.0
        self._wait = FIRST

    def failed(self, error: str, **facts: Any) -> bool:  # noqa: ANN401 - whatever a line may hold
        """Note that it failed, and tell whether that was logged: at first, for every new error, and now and then."""
        now = self._latest = self._seconds()
        if not self._failures:
            self._began, self._wait = now, FIRST
        self._failures += 1
        if error not in self._errors:
            self._errors.add(error)
            self._tell("failed", self._level, error=error, **facts)
            return True
        if now - self._told < self._wait:
            return False
        self._wait = min(LONGEST, self._wait * 2)
        self._tell("still fails", self._level, error=error, seconds=round(now - self._began), **facts)
        return True

    def worked(self) -> None:
        """Note that it worked; it may be over then."""
        if self._failures and self._seconds() - self._latest >= QUIET:
            self.over()

    def over(self) -> None:
        """Tell that it is over, if there was any."""
        if self._failures:
            self._tell("works again", logging.INFO, seconds=round(self._latest - self._began))
        self._failures = 0
        self._errors.clear()

    def _tell(self, state: str, level: int, **facts: Any) -> None:  # noqa: ANN401
        self._told = self._latest
        event = f"{self._what} {state}"
        log.log(level, event, failures=self._failures, **facts)
