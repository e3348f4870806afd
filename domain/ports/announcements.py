"""Repositories of what organisers write and do: announcements with their drafts, and acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.announced import Act, Announcement, Drafted, Stage
    from domain.announcement import Found
    from domain.training import Training


class Announcements(Protocol):
    """Announcements and their drafts. ``programmes`` ``None`` = of every programme."""

    async def begin(self, announcement: Announcement) -> int:
        """Keep a new announcement without drafts and return its id."""
        ...

    async def get(self, announcement_id: int) -> Announcement | None:
        """Return the announcement with this id."""
        ...

    async def unfinished(self, programmes: Collection[int] | None) -> Sequence[Announcement]:
        """Return the announcements that are open or scheduled, newest first; those that only edit are left out."""
        ...

    async def drafts(self, announcement_id: int) -> Sequence[Drafted]:
        """Return the drafts of an announcement in their order, with the trainings they change as these are now."""
        ...

    async def draft(self, draft_id: int) -> Drafted | None:
        """Return the draft with this id."""
        ...

    async def add_draft(self, announcement_id: int, found: Found, training: Training | None = None) -> int:
        """Add a draft after the others and return its id; with a training it changes that one as it is now."""
        ...

    async def hold(self, announcement_id: int) -> None:
        """Let nobody else change the drafts of an announcement until the transaction ends."""
        ...

    async def restate(self, drafted: Drafted, found: Found) -> bool:
        """Change what a draft states; ``False`` when somebody else changed it after it was read."""
        ...

    async def rebase(self, drafted: Drafted, found: Found) -> bool:
        """Change what a draft states, and let it change its training as that is now; ``False`` as with ``restate``."""
        ...

    async def drop_draft(self, drafted: Drafted) -> bool:
        """Remove a draft; ``False`` as with ``restate``."""
        ...

    async def settle(self, announcement: Announcement, stage: Stage, now: datetime) -> bool:
        """Put an announcement into another stage; ``False`` when somebody else changed it after it was read.

        Who answers for it, whether it is silent and when it is to be published are kept as they are given. Drafts of a
        published announcement are removed: they are trainings now.
        """
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[Announcement]:
        """Return scheduled announcements whose hour has come, earliest first."""
        ...

    async def announce(self, announcement: Announcement, training_ids: Collection[int], now: datetime) -> None:
        """Note that trainings were announced in it: its date, or that of ``now`` in its zone, is cited in answers."""
        ...

    async def of_training(self, training_id: int) -> Announcement | None:
        """Return the announcement that a training was last announced in."""
        ...

    async def edit_of(self, training_id: int, official_id: int) -> int | None:
        """Return the id of the announcement in which a person is changing a training."""
        ...


class Acts(Protocol):
    """What organisers did. ``programmes`` ``None`` = in every programme, and in none."""

    async def note(self, act: Act) -> int:
        """Keep an act, in its transaction, and return its id."""
        ...

    async def get(self, act_id: int) -> Act | None:
        """Return the act with this id."""
        ...

    async def newest(self, programmes: Collection[int] | None, limit: int, offset: int = 0) -> Sequence[Act]:
        """Return acts, newest first; those on trainings with these as they are now."""
        ...

    async def on_training(self, training_id: int, limit: int, offset: int = 0) -> Sequence[Act]:
        """Return the acts on a training, newest first."""
        ...
