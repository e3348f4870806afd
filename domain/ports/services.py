"""What acts outside: the clock, the alarm, the messenger."""

from __future__ import annotations

from typing import TYPE_CHECKING, NewType, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.chats import Posted
    from domain.notice import Claimed, Delivery, Lane
    from domain.ports.chats import DuePost
    from domain.ports.records import Outgoing


Slot = NewType("Slot", float)
"""The moment at which one call may leave, as the messenger counts seconds."""


class Clock(Protocol):
    """The time of day; the only source of *now*."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        ...


class Alarm(Protocol):
    """Wakes the courier."""

    def ring_at(self, moment: datetime) -> None:
        """Make sure that the courier is awake at this instant; earlier alarms stay."""
        ...


class Messenger(Protocol):
    """Says things to people."""

    async def slots(self, lane: Lane, most: int = 1, *, chat_id: int | None = None) -> Sequence[Slot]:
        """Wait until something may leave in a lane; return up to so many slots, all of them within a moment.

        With a chat, wait for its own pace before.
        """
        ...

    def rest(self, chat_id: int) -> float:
        """Return for how many seconds a chat is to be left alone: Telegram asked for it, or it got too much."""
        ...

    async def deliver(self, notice: Claimed, until: datetime | None, slot: Slot) -> Delivery:
        """Render the notice in the person's language, send it once in its slot and tell what became of it.

        Never raises. ``until`` is the answer-by time of an offer.
        """
        ...

    async def post(self, post: DuePost, slot: Slot) -> tuple[Posted, str]:
        """Word a post as things stand and send it, or bring it up to date where it shows something else; never raises.

        Returns what became of it, and what it shows as a short text to compare with.
        """
        ...

    async def reply(self, reply: Outgoing, slot: Slot) -> Delivery:
        """Send a reply once in its slot and tell what became of it; never raises."""
        ...
