"""The news desk: who wants to hear of new trainings, and telling them: at once, or gathered once a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import dates, news, similar
from domain.fan_out import FanOut
from domain.news import Reach, topics_of
from domain.notice import OF_WHAT_IS_NEW, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from domain.news import Subscription
    from domain.occupancy import Stored
    from domain.official import Official
    from domain.ports import Transaction
    from domain.training import Training


@dataclass(frozen=True, slots=True)
class News:
    """Tells of new trainings whoever wants to hear of them, in the transaction of the act that makes them public."""

    transaction: Transaction
    now: datetime

    async def announce(self, trainings: Sequence[Training]) -> Reach:
        """Tell of trainings made public together, in one notice a person; return how many people are told.

        Those that are called off, begun or closed are told to nobody, and nobody hears of one they have a place on.
        """
        new = self._worth_telling(trainings)
        if not new:
            return Reach()
        topics, without = await self._wanted(new)
        numbers = [each.id for each in new]
        at_once, weekly = self._news(numbers, new[0].zone), self._digest(numbers, new[0].zone)
        return Reach(
            await self.transaction.news.tell(at_once, topics, without, self.now),
            await self.transaction.news.tell(weekly, topics, without, self.now),
        )

    async def audience(self, trainings: Sequence[Training]) -> Reach:
        """Return how many people ``announce`` would tell."""
        new = self._worth_telling(trainings)
        return await self.transaction.news.reach(*await self._wanted(new)) if new else Reach()

    async def subscription(self, official: Official) -> Subscription:
        """Return what the person wants to hear of."""
        return await self.transaction.news.subscription(official.id)

    async def prefer(self, official: Official, subscription: Subscription) -> None:
        """Keep what the person wants to hear of; what waits to be told follows into the digest, or out of it."""
        await self.transaction.officials.save(official)
        await self.transaction.news.subscribe(subscription)
        if subscription.on:
            await self._carry_over(subscription)

    async def topics(self, subscription: Subscription) -> list[str]:
        """Return the topics there are to choose from, the person's own among them, each once, by name."""
        everything = await self.transaction.trainings.everything()
        known = (topic for each in everything for topic in each.training.details.topics or ())
        return news.distinct((*subscription.names, *known))

    async def similar(self, official: Official, training: Training) -> Sequence[Stored]:
        """Return up to five trainings to offer in place of one, without those on which the person has a place."""
        upcoming = await self.transaction.trainings.upcoming(self.now)
        concerned = await self.transaction.news.concerned([each.training.id for each in upcoming])
        others = [each for each in upcoming if (official.id, each.training.id) not in concerned]
        return similar.similar(training, others, self.now)

    def _worth_telling(self, trainings: Sequence[Training]) -> list[Training]:
        return [each for each in trainings if news.worth_telling(each, self.now)]

    async def _wanted(self, new: Sequence[Training]) -> tuple[AbstractSet[str], list[int]]:
        """Return what new trainings are about, and who hears of none: with a place on all of those that they want."""
        topics = frozenset[str]().union(*map(topics_of, new))
        concerned = await self.transaction.news.concerned([each.id for each in new])
        subscriptions = await self.transaction.news.subscriptions({official_id for official_id, _ in concerned})
        without = [
            official_id
            for official_id, wanted in subscriptions.items()
            if all((official_id, each.id) in concerned for each in new if wanted.wants(each))
        ]
        return topics, without

    def _news(self, numbers: Sequence[int], zone: ZoneInfo) -> FanOut:
        """Return what is told at once; which of the trainings a person wants is asked when it is said."""
        due_at = news.next_hour(self.now, news.HOURS, zone)
        return FanOut(Kind.NEWS, str(min(numbers)), due_at, news.listing(numbers))

    def _digest(self, numbers: Sequence[int], zone: ZoneInfo) -> FanOut:
        """Return what is told in the next digest, beside what waits there."""
        due_at = news.next_digest(self.now, zone)
        year, week, _ = dates.local(due_at, zone).isocalendar()
        return FanOut(Kind.DIGEST, f"{year}-{week:02}", due_at, news.listing(numbers))

    async def _carry_over(self, subscription: Subscription) -> None:
        """Let what waits to be told come as the person wants it now, so that nothing is told twice or not at all."""
        (unwanted,) = set(OF_WHAT_IS_NEW) - {Kind.DIGEST if subscription.weekly else Kind.NEWS}
        person, notices = subscription.official_id, self.transaction.notices
        await self.transaction.fan_outs.write_to(person)
        recalled = await notices.recall(person, (unwanted,), "settings changed", self.now)
        told = [number for each in recalled for number in news.listed(each.args)]
        stored = [await self.transaction.trainings.get(number) for number in dict.fromkeys(told)]
        trainings = [each.training for each in stored if each]
        if not trainings:
            return
        numbers, zone = [each.id for each in trainings], trainings[0].zone
        if subscription.weekly:
            await notices.gather([self._digest(numbers, zone).to(person)])
        else:
            await notices.plan([self._news(numbers, zone).to(person)])
