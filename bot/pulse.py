"""Pulses: when something was last done, on a clock that nobody sets. Never imports anything of ours."""

import time
from collections.abc import Callable

Seconds = Callable[[], float]


class Pulse:
    """When something happened last; it counts as happening when it is made."""

    def __init__(self, seconds: Seconds = time.monotonic) -> None:
        self._seconds = seconds
        self._at = seconds()

    def beat(self) -> None:
        """Note that it happens now."""
        self._at = self._seconds()

    @property
    def age(self) -> float:
        """Seconds since it happened."""
        return self._seconds() - self._at


class Polls:
    """How polling goes: when it was last tried, when it was last answered, and until when it pauses on purpose.

    ``wait`` is how many seconds Telegram may take to answer when nothing happens.
    """

    def __init__(self, wait: float, seconds: Seconds = time.monotonic) -> None:
        self.wait = wait
        self.answered = Pulse(seconds)
        self.trouble = ""
        self._attempted = Pulse(seconds)
        self._same = Pulse(seconds)
        self._pause = 0.0

    def attempt(self) -> None:
        """Note that it is tried now."""
        self._attempted.beat()
        self._pause = 0.0

    def answer(self) -> None:
        """Note that it was answered, and what came is committed."""
        self.answered.beat()
        self.trouble = ""

    def rest(self, pause: float, trouble: str) -> None:
        """Note that it failed, and is not tried again for so many seconds."""
        if trouble != self.trouble:
            self._same.beat()
        self._attempted.beat()
        self._pause, self.trouble = pause, trouble

    @property
    def idle(self) -> float:
        """Seconds since it was last tried, without a pause on purpose."""
        return self._attempted.age - self._pause

    @property
    def troubled_for(self) -> float:
        """Seconds for which it has failed in the same way; 0 when it does not fail."""
        return self._same.age if self.trouble else 0.0
