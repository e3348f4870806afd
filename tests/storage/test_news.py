"""Subscriptions and what is told of new trainings, on every engine."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as some

from domain.desks.news import News
from domain.fan_out import FanOut
from domain.news import Subscription, listed
from domain.notice import Claimed, Fate, Kind, Planned
from domain.official import Official
from domain.ports import Storage
from domain.training import Details, Training
from domain.wall import Wall
from storage.database import open_storage
from tests.storage.samples import DAY, HOUR, MINUTE, NOW, add_training, claim_all, leave, planned, sign_up, training
from tests.storage.samples import decide as decide_on

from .conftest import Hand

WEEKLY = Subscription(2, topics={"lodz": "Łódź", "prawo": "Prawo"}, weekly=True)


async def _subscribe(storage: Storage, *subscriptions: Subscription) -> None:
    async with storage.transaction() as transaction:
        for each in subscriptions:
            await transaction.officials.save(Official(each.official_id))
            await transaction.news.subscribe(each)


async def _subscription(storage: Storage, official_id: int) -> Subscription:
    async with storage.reading() as transaction:
        return await transaction.news.subscription(official_id)


async def _told(storage: Storage, kind: Kind, *topics: str, without: Sequence[int] = ()) -> list[int]:
    """Return who is told of news about these topics: as many as are counted."""
    async with storage.transaction() as transaction:
        reach = await transaction.news.reach(topics, without)
        told = await transaction.news.tell(FanOut(kind, "now", NOW, {"trainings": "1"}), topics, without, NOW)
    assert told == (reach.weekly if kind is Kind.DIGEST else reach.at_once)
    people = [each.official.id for each in await _claim(storage)]
    assert len(people) == told
    return people


async def _claim(storage: Storage) -> list[Claimed]:
    async with storage.transaction() as transaction:
        return await claim_all(transaction, NOW + DAY, 100, NOW + DAY + MINUTE)


async def test_subscription_is_kept_replaced_and_forgotten(storage: Storage, hand: Hand) -> None:
    assert await _subscription(storage, 2) == Subscription(2)
    for kept in (WEEKLY, replace(WEEKLY, topics={"prawo": "prawo"}), Subscription(2, everything=True)):
        await _subscribe(storage, kept)
        assert await _subscription(storage, 2) == kept
    await _subscribe(storage, Subscription(2, weekly=True))
    assert await hand("SELECT * FROM subscription") == []
    assert await hand("SELECT * FROM subscribed_topic") == []


async def test_subscribers_are_those_of_everything_and_of_a_topic_who_can_be_reached(storage: Storage) -> None:
    everything = Subscription(1, everything=True)
    other = Subscription(3, topics={"inne": "Inne"})
    lost = Subscription(4, everything=True)
    await _subscribe(storage, WEEKLY, everything, other, lost)
    async with storage.transaction() as transaction:
        await transaction.officials.lost(4, "blocked")
    assert await _told(storage, Kind.NEWS, "prawo", "nic", without=[1]) == []
    assert await _told(storage, Kind.NEWS, "prawo", "nic") == [1]
    assert await _told(storage, Kind.DIGEST, "prawo", "lodz") == [2]
    assert await _told(storage, Kind.DIGEST) == []
    async with storage.reading() as transaction:
        assert await transaction.news.subscriptions([1, 2, 9]) == {1: everything, 2: WEEKLY}


async def test_concerned_are_those_with_a_place_and_followers(storage: Storage) -> None:
    one, two = await add_training(storage, "one"), await add_training(storage, "two")
    for person in (1, 2):
        await sign_up(storage, one, person)
    await decide_on(storage, one, 2, leave)
    async with storage.transaction() as transaction:
        await transaction.rosters.follow(two, 3)
        assert await transaction.news.concerned([one, two]) == {(1, one), (3, two)}
        assert await transaction.news.concerned([two]) == {(3, two)}
        assert await transaction.news.concerned([]) == set()


async def test_claimed_news_comes_with_trainings_that_are_no_secret_to_the_person(storage: Storage) -> None:
    late, early = await add_training(storage, "late", start="2026-05-12T09:00"), await add_training(storage, "early")
    joined = await add_training(storage, "joined")
    await sign_up(storage, joined, 2)
    await sign_up(storage, late, 9)
    await _subscribe(storage, WEEKLY)
    args = {"trainings": f"{late} {early} {joined} 999"}
    async with storage.transaction() as transaction:
        await transaction.notices.plan(
            [Planned(Kind.DIGEST, 2, "d", NOW, args=args), Planned(Kind.NEWS, 7, "n", NOW, args={"trainings": "999"})]
        )
    digest, news = await _claim(storage)
    assert [each.training for each in digest.news] == [await training(storage, early), await training(storage, late)]
    assert [each.occupancy.taken for each in digest.news] == [0, 1]
    assert digest.subscription == WEEKLY
    assert (news.news, news.subscription) == ((), Subscription(7))


async def test_gathering_adds_to_what_waits_and_to_nothing_else(storage: Storage) -> None:
    def digest(key: str, *numbers: int) -> Planned:
        return Planned(Kind.DIGEST, 2, key, NOW, args={"trainings": " ".join(map(str, numbers))})

    async with storage.transaction() as transaction:
        await transaction.notices.gather([digest("a", 1)])
        await transaction.notices.gather([digest("a", 1, 2), digest("b", 3)])
    gathered = await _claim(storage)
    assert [listed(each.args) for each in gathered] == [[1, 2], [3]]
    for claimed in gathered:
        async with storage.transaction() as transaction:
            assert await transaction.notices.settle(claimed, Fate.DELIVERED, NOW)
    async with storage.transaction() as transaction:
        await transaction.notices.gather([digest("a", 4)])
    assert await _claim(storage) == []


async def test_recalled_are_the_unclaimed_of_a_person_and_kind(storage: Storage, hand: Hand) -> None:
    news, other = planned(1, None, Kind.NEWS, key="n"), planned(1, None, Kind.ALARM, key="a")
    async with storage.transaction() as transaction:
        await transaction.notices.plan([news, other, planned(2, None, Kind.NEWS, key="o")])
        assert await transaction.notices.recall(1, (Kind.NEWS, Kind.DIGEST), "off", NOW + HOUR) == [news]
        assert await transaction.notices.recall(1, (Kind.NEWS,), "off", NOW + HOUR) == []
    assert await hand("SELECT key FROM notice WHERE fate = 'dropped' AND settled_at IS NOT NULL") == [("n",)]
    await _claim(storage)
    async with storage.transaction() as transaction:
        assert await transaction.notices.recall(2, (Kind.NEWS,), "off", NOW) == []


async def test_told_is_what_arrived_or_may_have(storage: Storage) -> None:
    number = await add_training(storage)
    fates = (Fate.DELIVERED, Fate.UNCERTAIN, Fate.REFUSED, Fate.MISSED)
    notices = [planned(person, number, Kind.CHANGE) for person in range(1, len(fates) + 2)]
    async with storage.transaction() as transaction:
        await transaction.notices.plan(notices)
    *ended, begun = await _claim(storage)
    async with storage.transaction() as transaction:
        await transaction.notices.begin([begun])
    for claimed, fate in zip(ended, fates, strict=True):
        async with storage.transaction() as transaction:
            await transaction.notices.settle(claimed, fate, NOW)
    async with storage.transaction() as transaction:
        await transaction.notices.plan([planned(9, number, Kind.CHANGE), planned(1, number, Kind.CANCELLATION)])
        told = await transaction.notices.told(number, (Kind.CHANGE,))
    assert told == [notices[0], notices[1], notices[4]]


async def test_dropped_notice_is_settled_at_its_hour(storage: Storage, hand: Hand) -> None:
    async with storage.transaction() as transaction:
        await transaction.notices.plan([planned(1, None, Kind.ALARM, key="a")])
        await transaction.notices.drop(1, None, [Kind.ALARM], "off", NOW)
    assert await hand("SELECT COUNT(*) FROM notice WHERE settled_at IS NOT NULL") == [(1,)]


TOPICS = ("Prawo", "Łódź", "Finanse")
topics = some.lists(some.sampled_from(TOPICS), unique=True)
subscriptions = some.lists(some.tuples(some.booleans(), topics, some.booleans(), some.booleans()), max_size=12)


@settings(max_examples=15)
@given(subscriptions, some.lists(topics, min_size=1, max_size=3), some.sets(some.integers(1, 12), max_size=4))
async def test_as_many_are_counted_as_are_told(
    people: list[tuple[bool, list[str], bool, bool]], published: list[list[str]], joining: set[int]
) -> None:
    storage = await open_storage("sqlite:///:memory:")
    new: list[Training] = []
    for key, about in enumerate(published):
        number = await add_training(storage, str(key))
        stored = await training(storage, number)
        details = Details(str(key), Wall.parse("2026-05-11T09:00"), topics=tuple(about))
        new.append(replace(stored, details=details))
    for person in joining:
        await sign_up(storage, new[0].id, person)
    for person, (everything, chosen, weekly, lost) in enumerate(people, 1):
        wanted = Subscription(person, weekly=weekly)
        await _subscribe(storage, wanted.to_all() if everything else wanted.with_all(chosen) if chosen else wanted)
        if lost:
            async with storage.transaction() as transaction:
                await transaction.officials.lost(person, "blocked")
    async with storage.transaction() as transaction:
        desk = News(transaction, NOW)
        counted, told = await desk.audience(new), await desk.announce(new)
    claimed = [each for each in await _waiting(storage) if each.kind in {Kind.NEWS, Kind.DIGEST}]
    assert counted == told
    assert told.weekly == sum(each.kind is Kind.DIGEST for each in claimed)
    assert told.people == len(claimed) == len({each.official.id for each in claimed})
    assert {each.official.id for each in claimed} == _expected(people, published, joining)
    await storage.close()


async def _waiting(storage: Storage) -> list[Claimed]:
    async with storage.transaction() as transaction:
        return await claim_all(transaction, NOW + 30 * DAY, 100, NOW + 30 * DAY + MINUTE)


def _expected(
    people: list[tuple[bool, list[str], bool, bool]], published: list[list[str]], joining: set[int]
) -> set[int]:
    """Return who should hear: whoever can be reached and wants a training that they are not on."""
    return {
        person
        for person, (everything, chosen, _, lost) in enumerate(people, 1)
        for place, about in enumerate(published)
        if not lost and not (place == 0 and person in joining) and (everything or set(about) & set(chosen))
    }
