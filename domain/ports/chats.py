"""Repositories of groups and channels in which trainings are posted, and of the posts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.chats import BoundChat, Ended, Loss, ShownChat, Spot
    from domain.occupancy import Stored
    from domain.official import Language


@dataclass(frozen=True, slots=True)
class DuePost:
    """A post taken to be looked at under a fresh lease, with its training as it is now, read after the claim.

    ``message_id`` is ``None`` until it was sent; ``looks`` stands for what it shows; ``attempts`` counts calls since it
    was last told.
    """

    id: int
    lease: str
    revision: int
    chat: BoundChat
    stored: Stored
    due_at: datetime
    message_id: int | None = None
    looks: str = ""
    attempts: int = 0

    @property
    def new(self) -> bool:
        """Whether it is not in the chat yet."""
        return self.message_id is None


class Chats(Protocol):
    """Bound chats, and those that people have shown."""

    async def bind(self, spot: Spot, programme_id: int, language: Language) -> int:
        """Bind a chat to a programme and return its id; bound already, it is where it is bound now, and regained."""
        ...

    async def get(self, bound_chat_id: int) -> BoundChat | None:
        """Return the bound chat with this id."""
        ...

    async def bound(self, programme_id: int | None = None) -> Sequence[BoundChat]:
        """Return the bound chats of a programme, or of all, by programme, oldest first."""
        ...

    async def unbind(self, bound_chat_id: int) -> None:
        """Forget a bound chat and its posts; the messages stay where they are."""
        ...

    async def pause(self, bound_chat_id: int, *, paused: bool) -> None:
        """Post nothing new in it, or begin again."""
        ...

    async def speak(self, bound_chat_id: int, language: Language, now: datetime) -> None:
        """Change the language of its posts and let them all be looked at."""
        ...

    async def rest(self, telegram_id: int, until: datetime) -> None:
        """Let a chat alone until an instant, at most for ``LONGEST_REST``."""
        ...

    async def lose(self, telegram_id: int, loss: Loss, until: datetime) -> Sequence[BoundChat]:
        """Note that nothing can be posted in it, and try again at an instant; return where that is news."""
        ...

    async def regain(self, telegram_id: int, title: str = "") -> None:
        """Post in it again, at once; ``title`` is its name now, if it is known."""
        ...

    async def move(self, telegram_id: int, new_id: int, now: datetime) -> None:
        """Follow a group to its new id, where its posts appear anew: the old messages stay behind."""
        ...

    async def show(self, official_id: int, spot: Spot, now: datetime) -> int:
        """Keep a chat that a person has shown and return its id; an earlier showing of the same is replaced."""
        ...

    async def shown(self, official_id: int, shown_chat_id: int) -> ShownChat | None:
        """Return a chat that this person has shown."""
        ...

    async def forget_shown(self, shown_chat_id: int) -> None:
        """Forget it: it was bound."""
        ...


class Posts(Protocol):
    """Posts about trainings, written with the act that causes them."""

    async def add(self, bound_chat_id: int, training_id: int, due_at: datetime) -> bool:
        """Write a post; ``False`` when the training has one in this chat."""
        ...

    async def touch(self, training_id: int, now: datetime) -> None:
        """Let the posts about a training be looked at soon: it changed, or its roster did."""
        ...

    async def claim(self, now: datetime, limit: int, lease_until: datetime) -> Sequence[DuePost]:
        """Take due posts of chats that do not rest, and claimed ones whose lease ended, earliest first."""
        ...

    async def begin(self, post: DuePost) -> bool:
        """Count an attempt, committed before the call that it stands for; ``False`` when the lease is not ours."""
        ...

    async def settle(
        self, post: DuePost, now: datetime, *, looks: str, turn: datetime | None, message_id: int | None, told: bool
    ) -> bool:
        """Write what it shows and when to look at it again; soon, if it was touched meanwhile.

        ``told`` tells that the message was sent or edited. ``False`` when the lease is not ours.
        """
        ...

    async def end(self, post: DuePost, why: Ended) -> bool:
        """Leave it alone for good; ``False`` when the lease is not ours."""
        ...

    async def release(self, post: DuePost, due_at: datetime, *, attempted: bool) -> bool:
        """Put it back; ``attempted`` keeps the attempt counted. ``False`` when the lease is not ours."""
        ...
