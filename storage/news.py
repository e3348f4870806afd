"""Who wants to hear of new trainings, and what a notice of them is about."""

from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from itertools import groupby

import orjson

from domain import news
from domain.fan_out import FanOut
from domain.news import Reach, Subscription
from domain.notice import Kind
from domain.occupancy import Stored
from domain.training import Training
from storage import codec, fan_outs, trainings
from storage.statements import Row, Script, Scripted, act, counted, each, many, scripted

TOLD = ("news", "digest")
"""The kinds of notices that are about new trainings."""


def _subscriptions(found: Sequence[Row]) -> list[Subscription]:
    """Read people's subscriptions from rows that have a topic each."""
    people = ((number, list(theirs)) for number, theirs in groupby(found, key=lambda row: row["official_id"]))
    return [
        Subscription(
            number,
            everything=bool(theirs[0]["everything"]),
            topics={row["topic"]: row["shown"] for row in theirs if row["topic"] is not None},
            weekly=bool(theirs[0]["weekly"]),
        )
        for number, theirs in people
    ]


def _of(officials: Collection[int]) -> Script[Mapping[int, Subscription]]:
    found = yield from many("subscriptions", ids=codec.dump(list(officials)))
    return {subscription.official_id: subscription for subscription in _subscriptions(found)}


def _subscription(official_id: int) -> Script[Subscription]:
    found = yield from _of([official_id])
    return found.get(official_id, Subscription(official_id))


def _subscribe(subscription: Subscription) -> Script[None]:
    number = subscription.official_id
    yield from act("drop_topics", official_id=number)
    if not subscription.on:
        yield from act("erase_subscription", official_id=number)
        return
    yield from act(
        "save_subscription",
        official_id=number,
        weekly=int(subscription.weekly),
        everything=int(subscription.everything),
    )
    topics = subscription.topics.items()
    yield from each("save_topic", [{"official_id": number, "topic": topic, "shown": shown} for topic, shown in topics])


def _reach(topics: Collection[str], without: Collection[int]) -> Script[Reach]:
    found = yield from many("count_subscribers", topics=codec.dump(list(topics)), without=codec.dump(list(without)))
    people = {row["weekly"]: row["people"] for row in found}
    return Reach(people.get(0, 0), people.get(1, 0))


def _tell(fan_out: FanOut, topics: Collection[str], without: Collection[int], now: datetime) -> Script[int]:
    number = yield from fan_outs.begin(fan_out, now)
    people = yield from counted(
        "address_subscribers",
        fan_out_id=number,
        weekly=int(fan_out.kind is Kind.DIGEST),
        topics=codec.dump(list(topics)),
        without=codec.dump(list(without)),
    )
    yield from fan_outs.let_go(number, people)
    return people


def _concerned(training_ids: Collection[int]) -> Script[AbstractSet[tuple[int, int]]]:
    found = yield from many("concerned", trainings=codec.dump(list(training_ids)))
    return {(row["official_id"], row["training_id"]) for row in found}


def read(found: Sequence[Row]) -> Script[Mapping[int, tuple[Subscription, tuple[Stored, ...]]]]:
    """Return what rows of notices tell of new trainings, by the notice's id, and what the person wants to hear of.

    Trainings on which the person has a place, or which they follow, are no news to them and left out.
    """
    told = _told(found)
    if not told:
        return {}
    people = {row["notice_id"]: row["official_id"] for row in found if row["notice_id"] in told}
    numbers = {number for about in told.values() for number in about}
    known = yield from trainings.these(numbers)
    concerned = yield from _concerned(numbers)
    subscriptions = yield from _of(set(people.values()))
    return {
        notice: (
            subscriptions.get(official, Subscription(official)),
            tuple(
                stored
                for number, stored in known.items()
                if number in told[notice] and (official, number) not in concerned
            ),
        )
        for notice, official in people.items()
    }


def named(found: Sequence[Row]) -> Script[Mapping[int, tuple[Training, ...]]]:
    """Return all trainings that rows of notices tell of as new, by the notice's id, whoever has a place on them."""
    told = _told(found)
    known = (yield from trainings.these({each for about in told.values() for each in about})) if told else {}
    return {
        notice: tuple(stored.training for number, stored in known.items() if number in about)
        for notice, about in told.items()
    }


def _told(found: Sequence[Row]) -> Mapping[int, Sequence[int]]:
    """Return the numbers of the trainings that rows of notices tell of as new, by the notice's id."""
    return {row["notice_id"]: news.listed(orjson.loads(row["args"])) for row in found if row["kind"] in TOLD}


class News(Scripted):
    """Who wants to hear of which new trainings."""

    subscription = scripted(_subscription)
    subscribe = scripted(_subscribe)
    subscriptions = scripted(_of)
    reach = scripted(_reach)
    tell = scripted(_tell)
    concerned = scripted(_concerned)
