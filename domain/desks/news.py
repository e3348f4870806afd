"""The news desk: who wants to hear of new trainings, and telling them: at once, or gathered once a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import dates, news, similar
from domain.news import Reach, topics_of
from domain.notice import OF_WHAT_IS_NEW, Kind, Planned

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.news import Subscription
    from domain.occupancy import Stored
    from domain.official import Official
    from domain.ports import Transaction
    from domain.training import Training

Told = tuple["Subscription", "list[Training]"]


@dataclass(frozen=True, slots=True)
class News:
    """Tells of new trainings whoever wants to hear of them, in the transaction of the act that makes them public."""

    transaction: Transaction
    now: datetime

    async def announce(self, trainings: Sequence[Training]) -> Reach:
        """Tell of trainings made public together, in one notice a person; return how many people are told.

        Those that are called off, begun or closed are told to nobody, and nobody hears of one they have a place on.
        """
        told = await self._told(trainings)
        at_once = [self._news(each.official_id, wanted) for each, wanted in told if not each.weekly]
        await self.transaction.notices.plan(at_once)
        await self._gather([(each.official_id, wanted) for each, wanted in told if each.weekly])
        return _reach(told)

    async def audience(self, trainings: Sequence[Training]) -> Reach:
        """Return how many people ``announce`` would tell."""
        return _reach(await self._told(trainings))

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

    async def _told(self, trainings: Sequence[Training]) -> list[Told]:
        """Return who is told of which of the trainings."""
        new = [each for each in trainings if news.worth_telling(each, self.now)]
        if not new:
            return []
        topics = frozenset[str]().union(*map(topics_of, new))
        concerned = await self.transaction.news.concerned([each.id for each in new])
        everybody = [
            (each, [t for t in new if each.wants(t) and (each.official_id, t.id) not in concerned])
            for each in await self.transaction.news.subscribers(topics)
        ]
        return [(each, wanted) for each, wanted in everybody if wanted]

    def _news(self, official_id: int, trainings: Sequence[Training]) -> Planned:
        numbers = [each.id for each in trainings]
        return Planned(
            kind=Kind.NEWS,
            official_id=official_id,
            key=f"{Kind.NEWS}:{official_id}:{min(numbers)}",
            due_at=news.next_hour(self.now, news.HOURS, trainings[0].zone),
            args=news.listing(numbers),
        )

    async def _gather(self, told: Sequence[tuple[int, Sequence[Training]]]) -> None:
        """Put trainings into people's next digests, beside what waits there."""
        if not told:
            return
        waiting = {each.key: news.listed(each.args) for each in await self.transaction.notices.digests()}
        digests = []
        for official_id, trainings in told:
            due_at = news.next_digest(self.now, trainings[0].zone)
            year, week, _ = dates.local(due_at, trainings[0].zone).isocalendar()
            key = f"{Kind.DIGEST}:{official_id}:{year}-{week:02}"
            args = news.listing([*waiting.get(key, ()), *(each.id for each in trainings)])
            digests.append(Planned(Kind.DIGEST, official_id, key, due_at, args=args))
        await self.transaction.notices.gather(digests)

    async def _carry_over(self, subscription: Subscription) -> None:
        """Let what waits to be told come as the person wants it now, so that nothing is told twice or not at all."""
        (unwanted,) = set(OF_WHAT_IS_NEW) - {Kind.DIGEST if subscription.weekly else Kind.NEWS}
        recalled = await self.transaction.notices.recall(
            subscription.official_id, (unwanted,), "settings changed", self.now
        )
        numbers = [number for each in recalled for number in news.listed(each.args)]
        stored = [await self.transaction.trainings.get(number) for number in dict.fromkeys(numbers)]
        trainings = [each.training for each in stored if each]
        if not trainings:
            return
        if subscription.weekly:
            await self._gather([(subscription.official_id, trainings)])
        else:
            await self.transaction.notices.plan([self._news(subscription.official_id, trainings)])


def _reach(told: Sequence[Told]) -> Reach:
    weekly = sum(each.weekly for each, _ in told)
    return Reach(len(told) - weekly, weekly)
