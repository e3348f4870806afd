"""Latency: how long answers usually take, and which come noticeably later. Never imports anything of ours."""

MEMORY = 64
"""About how many answers it takes to get used to another latency."""
NOTICEABLE = 2
"""How many times the usual deviation makes an answer late."""
LEAST = 0.002
"""Seconds that are never noticeable."""


class Latency:
    """The running mean of what answers took, in seconds, and of how far they were from it."""

    def __init__(self) -> None:
        self._mean: float | None = None
        self._deviation = 0.0

    def late(self, took: float) -> float:
        """Count an answer; return by how many seconds it came later than usual, 0 where that is not noticeable."""
        if self._mean is None:
            self._mean = took
        later = took - self._mean
        noticeable = NOTICEABLE * self._deviation + LEAST
        counted = min(later, 2 * noticeable)  # one that hung for half a minute says nothing of others
        self._mean += counted / MEMORY
        self._deviation += (abs(counted) - self._deviation) / MEMORY
        return later if later > noticeable else 0.0
