"""Repository of who wants to hear of new trainings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from domain.fan_out import FanOut
    from domain.news import Reach, Subscription


class News(Protocol):
    """Who wants to hear of which new trainings."""

    async def subscription(self, official_id: int) -> Subscription:
        """Return what the person wants to hear of; of nothing, when nothing is stored."""
        ...

    async def subscribe(self, subscription: Subscription) -> None:
        """Keep what the person wants to hear of in place of what was kept; one that is off is not kept at all."""
        ...

    async def subscriptions(self, officials: Collection[int]) -> Mapping[int, Subscription]:
        """Return what these people want to hear of; whoever wants to hear of nothing is left out."""
        ...

    async def reach(self, topics: Collection[str], without: Collection[int]) -> Reach:
        """Count those who want to hear of everything or of one of these topics (folded), and can be reached.

        The people ``without`` are not counted.
        """
        ...

    async def tell(self, fan_out: FanOut, topics: Collection[str], without: Collection[int], now: datetime) -> int:
        """Tell it to those of them who hear of news at once, or weekly if it is a digest; return how many they are.

        The notices are written at once for few people and in chunks for many; a digest that waits tells this too.
        """
        ...

    async def concerned(self, training_ids: Collection[int]) -> AbstractSet[tuple[int, int]]:
        """Return who has a place on which of these trainings or follows it: pairs of person and training."""
        ...
