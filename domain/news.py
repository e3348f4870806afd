"""News: of which new trainings a person wants to hear, how often, and which of them are still worth telling."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from domain import dates, quiet
from domain.folding import fold
from domain.official import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from domain.occupancy import Stored
    from domain.training import Training

HOURS = Preferences(quiet_from=time(19, 0), quiet_until=time(8, 0))
"""Outside of these hours, and on days off, nobody is told of what is new."""
DIGEST_AT = time(8, 0)
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Subscription:
    """Of which new trainings a person hears: of ``everything``, or of topics (folded, each as it is written).

    ``weekly`` tells that they come gathered, once a week, and not at once. Neither topics nor everything = of none.
    """

    official_id: int
    everything: bool = False
    topics: Mapping[str, str] = field(default_factory=dict)
    weekly: bool = False

    @property
    def on(self) -> bool:
        """Whether the person hears of any."""
        return self.everything or bool(self.topics)

    @property
    def names(self) -> list[str]:
        """The topics as they are written, by name."""
        return distinct(self.topics.values())

    def wants(self, training: Training) -> bool:
        """Tell whether a new training is one that the person wants to hear of."""
        return self.everything or not topics_of(training).isdisjoint(self.topics)

    def to_all(self) -> Subscription:
        """Return the subscription to everything; single topics are forgotten."""
        return replace(self, everything=True, topics={})

    def to_none(self) -> Subscription:
        """Return the subscription that is off."""
        return Subscription(self.official_id)

    def turned(self, topic: str) -> Subscription:
        """Return the subscription with a topic, or without it when it had it; it is one to topics from now on."""
        others = {folded: shown for folded, shown in self.topics.items() if folded != fold(topic)}
        added = {} if fold(topic) in self.topics else {fold(topic): topic}
        return replace(self, everything=False, topics=others | added)

    def with_all(self, topics: Iterable[str]) -> Subscription:
        """Return the subscription with these topics too; without any, to everything."""
        added = {fold(topic): topic for topic in topics if fold(topic)}
        return replace(self, topics=added | dict(self.topics)) if added and not self.everything else self.to_all()


def topics_of(training: Training) -> frozenset[str]:
    """Return the topics of a training, folded."""
    return _folded(training.details.topics or ())


@lru_cache(maxsize=1024)
def _folded(topics: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, topics)) - {""}


def distinct(topics: Iterable[str]) -> list[str]:
    """Return topics in the order of their letters, those that differ in case and accents only once."""
    found: dict[str, str] = {}
    for topic in topics:
        found.setdefault(fold(topic), topic)
    return [shown for folded, shown in sorted(found.items()) if folded]


@dataclass(frozen=True, slots=True)
class Reach:
    """How many people hear of new trainings: at once, and in their next weekly digest."""

    at_once: int = 0
    weekly: int = 0

    @property
    def people(self) -> int:
        """All of them."""
        return self.at_once + self.weekly


def worth_telling(training: Training, now: datetime) -> bool:
    """Tell whether one can still sign up for a training as far as its hours go."""
    closed = training.deadline is not None and training.deadline <= now
    return not (training.cancelled or training.begun(now) or closed)


def fresh(news: Iterable[Stored], subscription: Subscription, now: datetime) -> list[Stored]:
    """Return what is left to tell of new trainings: those that are still open, and still wanted."""
    return [each for each in news if worth_telling(each.training, now) and subscription.wants(each.training)]


def listed(args: Mapping[str, str]) -> list[int]:
    """Return the numbers of the trainings that a notice of news is about, each once."""
    return [int(number) for number in dict.fromkeys(args.get("trainings", "").split())]


def listing(numbers: Sequence[int]) -> dict[str, str]:
    """Return what a notice keeps of the trainings it is about, each once."""
    return {"trainings": " ".join(map(str, dict.fromkeys(numbers)))}


def next_hour(moment: datetime, preferences: Preferences, zone: ZoneInfo) -> datetime:
    """Return the first instant, from this moment on, at which a person may be told of what is new.

    A person whose quiet time leaves nothing of the hours for it is told when the quiet ends.
    """
    at = moment
    for _ in range(4):
        at = quiet.next_loud(quiet.next_loud(at, HOURS, zone), preferences, zone)
        if not quiet.quiet(at, HOURS, zone):
            return at
    return quiet.next_loud(moment, preferences, zone)


def next_digest(now: datetime, zone: ZoneInfo) -> datetime:
    """Return the next Monday, 8:00 local time, after this instant."""
    today = dates.local(now, zone).date()
    monday = today - timedelta(days=today.weekday())
    at = dates.instant(monday, DIGEST_AT, zone)
    return at if at > now else dates.instant(monday + WEEK, DIGEST_AT, zone)
