"""The pace of sending: one message each 1/rate of a second, evenly, never a burst. Never imports anything of ours."""

import asyncio


class Pace:
    """Hands out evenly spaced slots (the generic cell rate algorithm with no burst); ``rate`` is slots a second."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._next = 0.0

    async def slot(self) -> None:
        """Wait for the next slot; callers get theirs in the order in which they ask."""
        await asyncio.sleep(self.delay(asyncio.get_running_loop().time()))

    def delay(self, now: float) -> float:
        """Take the next slot and return how many seconds away it is; ``now`` is monotonic, in seconds."""
        mine = max(now, self._next)
        self._next = mine + self._interval
        return mine - now
