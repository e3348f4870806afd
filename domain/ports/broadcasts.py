"""Repository of messages to many, their recipients and their progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.broadcast import Broadcast, Phase, Progress, Segment
    from domain.entry import Unheard


class Broadcasts(Protocol):
    """Messages to many. Whatever writes returns ``False`` (or ``None``) when the message is in another phase by now."""

    async def add(self, programme_id: int, official_id: int, now: datetime) -> int:
        """Begin a message of a programme, without text and recipients, and return its id."""
        ...

    async def get(self, broadcast_id: int) -> Broadcast | None:
        """Return the message with this id."""
        ...

    async def write(self, broadcast_id: int, text: str) -> bool:
        """Give a message that is being composed its text."""
        ...

    async def address(self, broadcast_id: int, segment: Segment) -> bool:
        """Say for whom a message is that is being composed."""
        ...

    async def count(self, programme_id: int, segment: Segment, now: datetime) -> int:
        """Return how many people are in a segment."""
        ...

    async def institutions(self, programme_id: int, now: datetime) -> Sequence[tuple[int, str, int]]:
        """Return the institutions with people in the programme by name: id, name, how many people."""
        ...

    async def begin(
        self, broadcast: Broadcast, expected: int, due_at: datetime, now: datetime, message_id: int | None
    ) -> int | None:
        """Let a message go out to those in its segment now, if they are as many as expected; return how many they are.

        One notice a person, written at once for few people and in chunks for many. Its progress is shown in
        ``broadcast.chat_id``, at once; ``message_id`` is the message there that shows it, ``None`` = a new one.
        """
        ...

    async def turn(
        self, broadcast: Broadcast, phase: Phase, look_at: datetime | None, ended_at: datetime | None = None
    ) -> bool:
        """Put a message into another phase; its progress is looked at then."""
        ...

    async def hold(self, broadcast_id: int) -> None:
        """Give back those of a paused message's notices that were claimed and not begun.

        None of them is claimed or begun while it is paused; those on their way to Telegram already end as they may.
        """
        ...

    async def drop(self, broadcast_id: int, now: datetime) -> None:
        """Drop what is left of an ended message's notices, in chunks when they are many; all count as dropped now."""
        ...

    async def remove(self, broadcast_id: int, since: datetime, now: datetime) -> int | None:
        """Have it deleted where it was delivered after an instant; return at how many people, ``None`` if it was."""
        ...

    async def progress(self, broadcast_id: int) -> Progress | None:
        """Return a message and how far it has come."""
        ...

    async def newest(self, programmes: Collection[int] | None, limit: int) -> Sequence[Progress]:
        """Return the messages that went out last, newest first; ``None`` = of every programme."""
        ...

    async def unreached(self, broadcast_id: int, limit: int, offset: int = 0) -> Sequence[Unheard]:
        """Return those whom a message did not reach for certain, by name, each with the reason."""
        ...

    async def to_look_at(self, now: datetime, limit: int) -> Sequence[Progress]:
        """Return the messages whose progress has to be looked at."""
        ...

    async def look_again(self, broadcast_id: int, at: datetime | None) -> None:
        """Look at its progress at an instant, ``None`` = never."""
        ...

    async def shown(
        self, progress: Progress, now: datetime, look_at: datetime, *, message_id: int | None = None
    ) -> None:
        """Note what was shown of its progress, in another message than before if ``message_id`` tells one."""
        ...
