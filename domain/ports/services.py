"""What acts outside: the clock, the alarm, the messenger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from datetime import datetime

    from domain.chats import Posted
    from domain.notice import Claimed, Delivery
    from domain.ports.chats import DuePost
    from domain.ports.records import Outgoing


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

    def slot(self, *, reply: bool) -> AbstractAsyncContextManager[None]:
        """Wait until one more reply, or notice, may be on its way, and hold that place within the block."""
        ...

    async def deliver(self, notice: Claimed, until: datetime | None) -> Delivery:
        """Render the notice in the person's language, send it once and tell what became of it; never raises.

        ``until`` is the answer-by time of an offer.
        """
        ...

    async def post(self, post: DuePost) -> tuple[Posted, str]:
        """Word a post as things stand and send it, or bring it up to date where it shows something else; never raises.

        Returns what became of it, and what it shows as a short text to compare with.
        """
        ...

    async def reply(self, reply: Outgoing) -> Delivery:
        """Send a reply once and tell what became of it; never raises."""
        ...
