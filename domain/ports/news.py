"""Repository of who wants to hear of new trainings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Set as AbstractSet

    from domain.news import Subscription


class News(Protocol):
    """Who wants to hear of which new trainings."""

    async def subscription(self, official_id: int) -> Subscription:
        """Return what the person wants to hear of; of nothing, when nothing is stored."""
        ...

    async def subscribe(self, subscription: Subscription) -> None:
        """Keep what the person wants to hear of in place of what was kept; one that is off is not kept at all."""
        ...

    async def subscribers(self, topics: Collection[str]) -> Sequence[Subscription]:
        """Return those who want to hear of everything or of one of these topics (folded), and can be reached."""
        ...

    async def concerned(self, training_ids: Collection[int]) -> AbstractSet[tuple[int, int]]:
        """Return who has a place on which of these trainings or follows it: pairs of person and training."""
        ...
