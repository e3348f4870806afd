"""Repository of what will go out, counted, and of what organisers decided about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.forecast import Coming, Counted
    from domain.notice import Kind


class Dispatches(Protocol):
    """Groups of notices that go out together. Nothing is counted for people who cannot be reached."""

    async def coming(self, until: datetime) -> Sequence[Counted]:
        """Return what is due by an instant, without messages to many, questions, answers and alarms."""
        ...

    async def posts(self, until: datetime) -> Sequence[tuple[int, datetime, int]]:
        """Return the trainings to be posted by an instant: the number, when first, and in how many chats."""
        ...

    async def of_training(self, kind: Kind, training_id: int) -> Sequence[Counted]:
        """Return what of one kind is due about a training."""
        ...

    async def of_minute(self, kind: Kind, since: datetime) -> Sequence[Counted]:
        """Return the news or digests that are due in the minute from an instant on."""
        ...

    async def lock(self, training_id: int) -> None:
        """Let nobody else sign up for a training or change it until the transaction ends."""
        ...

    async def hold(self, coming: Coming) -> None:
        """Hold a group; reminders of the kind that are written later are held, too."""
        ...

    async def let_go(self, coming: Coming) -> None:
        """Hold a group no longer: what is overdue goes out at once."""
        ...

    async def move(self, coming: Coming, at: datetime) -> None:
        """Let a group go out at an instant, held or not; reminders of the kind that are written later, too."""
        ...

    async def hasten(self, coming: Coming, now: datetime) -> None:
        """Let a group go out now; what is written later comes at its own time."""
        ...

    async def end(self, now: datetime) -> int:
        """Miss what is held and of no use any more, forget moves whose hour has come; return how many of both."""
        ...

    async def ending(self, now: datetime) -> bool:
        """Tell whether ``end`` would do anything."""
        ...
