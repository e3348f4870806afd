"""Paces: how many may leave in a span of time, evenly. Never imports anything of ours."""

from collections import deque

SLACK = 0.012
"""What leaves evenly does not arrive evenly: by this share a pace stays below what it is allowed."""


class Pace:
    """At most ``count`` leave in any ``span`` of seconds, evenly: the generic cell rate algorithm, and a guard.

    Whoever comes late may catch up by ``late`` seconds; the guard over every span holds even then. All instants are
    monotonic, in seconds.
    """

    def __init__(self, count: int, span: float, *, late: float, slack: float = SLACK) -> None:
        self._span = span * (1 + slack)
        self._usual = self._interval = self._span / count
        self._late = late
        self._even = self._held_until = float("-inf")
        self._left: deque[float] = deque(maxlen=count)

    def soonest(self, now: float) -> float:
        """Return the instant, from now on, at which the next one may leave."""
        full = len(self._left) == self._left.maxlen
        return max(now, self._held_until, self._even - self._late, self._left[0] + self._span if full else now)

    def leave(self, at: float) -> None:
        """Count one that leaves at an instant not before the soonest."""
        self._even = max(self._even, at) + self._interval
        self._left.append(at)

    def left(self, at: float, now: float) -> None:
        """Note that one which was to leave at an instant has left only now: those behind it must not close up."""
        for place in range(1, len(self._left) + 1):
            if self._left[-place] == at:
                self._left[-place] = now
                return

    def hold(self, until: float) -> None:
        """Let nothing leave before an instant."""
        self._held_until = max(until, self._held_until)

    def slow(self, factor: float) -> None:
        """Leave more space between two, by a factor of what it is; never less than usual."""
        self._interval = max(self._usual, self._interval * factor)

    @property
    def slowed(self) -> float:
        """By what factor it is slower than usual; 1 = not at all."""
        return self._interval / self._usual
