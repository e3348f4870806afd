"""How fast one chat may be written to, and which chats Telegram wants left alone. Never imports handlers or storage."""

from collections import OrderedDict
from datetime import datetime

from bot.pace import Pace

PRIVATE_SPAN = 5.0
"""Seconds over which a person's messages are counted: a few may come at once, as an answer and its file do."""
GROUP_SPAN = 60.0
GROUP_SHARE = 3
"""A group gets a third of what a person may get."""
SPANS_KNOWN = 1.1
"""How many spans after its last message a chat is known: all that counts, and a little for slots given ahead."""
AT_ONCE = 3
"""Messages that a group may get at once; after them they come evenly."""


class _Paces:
    """The paces of chats of one sort that were written to lately."""

    def __init__(self, count: int, span: float, late: float) -> None:
        self._count = count
        self._span = span
        self._late = late
        self._known: OrderedDict[int, tuple[float, Pace]] = OrderedDict()

    def soonest(self, chat_id: int, now: float) -> float:
        known = self._known.get(chat_id)
        return known[1].soonest(now) if known else now

    def leave(self, chat_id: int, at: float) -> None:
        known = self._known.pop(chat_id, None)
        pace = known[1] if known else Pace(self._count, self._span, late=self._late)
        pace.leave(at)
        self._known[chat_id] = at, pace
        self._forget(at - SPANS_KNOWN * self._span)

    def _forget(self, before: float) -> None:
        """Forget the chats that were let alone so long that what they got does not count any more."""
        while (oldest := next(iter(self._known.items()), None)) and oldest[1][0] < before:
            del self._known[oldest[0]]


class Rests:
    """Chats that Telegram wants left alone for some time; by the clock, as what is put off until then."""

    def __init__(self) -> None:
        self._rests: dict[int, tuple[datetime, datetime]] = {}

    def begin(self, chat_id: int, now: datetime, until: datetime) -> None:
        """Leave a chat alone until an instant."""
        self._rests = {chat: rest for chat, rest in self._rests.items() if now < rest[1]} | {chat_id: (now, until)}

    def latest(self, chat_id: int) -> tuple[datetime, datetime] | None:
        """Return when the latest rest of a chat began and ends, if it had one lately."""
        return self._rests.get(chat_id)

    def wait(self, chat_id: int, now: datetime) -> float:
        """Return the seconds until the chat may be written to; one before its beginning is of a clock set back."""
        begun, until = self._rests.get(chat_id, (now, now))
        return (until - now).total_seconds() if begun <= now < until else 0.0


class ChatPaces:
    """The paces of all chats; ``per_minute`` messages to a person. All instants are monotonic, in seconds."""

    def __init__(self, per_minute: int) -> None:
        private = max(1, round(per_minute * PRIVATE_SPAN / 60))
        group = max(1, per_minute // GROUP_SHARE)
        self._people = _Paces(private, PRIVATE_SPAN, late=PRIVATE_SPAN)
        self._groups = _Paces(group, GROUP_SPAN, late=AT_ONCE * GROUP_SPAN / group)

    def wait(self, chat_id: int, now: float) -> float:
        """Return the seconds until the chat may be written to."""
        return self._of(chat_id).soonest(chat_id, now) - now

    def leave(self, chat_id: int, at: float) -> None:
        """Count a message to the chat."""
        self._of(chat_id).leave(chat_id, at)

    def _of(self, chat_id: int) -> _Paces:
        return self._people if chat_id > 0 else self._groups
