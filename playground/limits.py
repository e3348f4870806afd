"""How fast a bot may send: Telegram's rates, counted over sliding spans, each of them configurable."""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from playground.answers import bad_request, too_many
from playground.chats import GROUPS, Chat


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `count` messages in any `seconds`."""

    count: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """The rates of the Bot API's frequently asked questions; None switches one off.

    One message a second to a chat, counted over five seconds, as Telegram tolerates short bursts. `paid` is for
    calls with `allow_paid_broadcast`; without it such calls are refused.
    """

    chat: Rate | None = field(default_factory=lambda: Rate(5, 5))
    group: Rate | None = field(default_factory=lambda: Rate(20, 60))
    overall: Rate | None = field(default_factory=lambda: Rate(30, 1))
    paid: Rate | None = None


NO_LIMITS = Limits(chat=None, group=None, overall=None)
PAID_RATE = Rate(1000, 1)


class Pace:
    """Counts what a bot sends; `seconds` tells the time, growing, in seconds."""

    def __init__(self, seconds: Callable[[], float], limits: Limits = NO_LIMITS) -> None:
        self.limits = limits
        self._seconds = seconds
        self._sent: dict[object, deque[float]] = {}

    def count_by(self, seconds: Callable[[], float]) -> None:
        """Tell the time another way from now on; what was counted so far is forgotten."""
        self._seconds = seconds
        self._sent.clear()

    def admit(self, chat: Chat, *, paid: bool) -> None:
        """Count one message, or refuse it with the seconds to wait; a refused one is not counted."""
        if paid and self.limits.paid is None:
            raise bad_request("FLOODSKIP_NOT_ALLOWED")
        crowded = chat.type in GROUPS
        rates = {
            chat.id: self.limits.group if crowded else self.limits.chat,
            "paid" if paid else "overall": self.limits.paid if paid else self.limits.overall,
        }
        now = self._seconds()
        wait = max(self._wait(key, rate, now) for key, rate in rates.items())
        if wait > 0:
            raise too_many(max(1, math.ceil(wait)))
        for key, rate in rates.items():
            if rate is not None:
                self._sent[key].append(now)

    def _wait(self, key: object, rate: Rate | None, now: float) -> float:
        if rate is None:
            return 0.0
        sent = self._sent.setdefault(key, deque())
        while sent and sent[0] <= now - rate.seconds:
            sent.popleft()
        return sent[-rate.count] + rate.seconds - now if len(sent) >= rate.count else 0.0
