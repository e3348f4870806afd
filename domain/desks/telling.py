"""Telling: what was made public together is told to those who want to hear of it, and posted where it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import news
from domain.desks.news import News
from domain.desks.posts import Posts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.news import Reach
    from domain.ports import Transaction
    from domain.training import Training


async def tell(transaction: Transaction, now: datetime, trainings: Sequence[Training]) -> tuple[Reach, int]:
    """Tell of trainings that can still be attended; return how many people hear of them, and in how many chats."""
    coming = [each for each in trainings if news.worth_telling(each, now)]
    reach = await News(transaction, now).announce(coming)
    return reach, await Posts(transaction, now).published(coming)
