"""What is told to many: for whom is fixed in the act, and the notices are written in chunks, one a person."""

import asyncio
import signal
import sys
from pathlib import Path

from domain.broadcast import Phase, Totals
from domain.desks.fan_outs import FanOutLane
from domain.desks.news import News
from domain.desks.precedence import Precedence
from domain.fan_out import CHUNK, FanOut
from domain.news import Subscription, listed
from domain.notice import Kind
from domain.official import Official
from domain.ports import Storage
from storage.database import open_storage
from tests.storage.samples import DAY, MINUTE, NOW, add_training, claim_all, training
from tests.storage.test_broadcasts import begin, composed, got, totals, turn

from .conftest import Hand, by_hand

MANY = CHUNK + 3
PART = 1_000
ROOT = Path(__file__).parents[2]


async def subscribed(storage: Storage, people: int = MANY, weekly: int = 0) -> None:
    """Let people with the ids 1, 2 and so on hear of all that is new."""
    await by_hand(storage)(
        "WITH RECURSIVE person (number) AS "  # noqa: S608 - our own numbers
        f"(SELECT 1 UNION ALL SELECT number + 1 FROM person WHERE number < {people}) "
        f"INSERT INTO subscription (official_id, weekly, everything) SELECT number, {weekly}, 1 FROM person"
    )


async def begun(storage: Storage) -> int:
    """Let a message go out to many and return its id."""
    await add_training(storage)
    await subscribed(storage)
    number = await composed(storage)
    sent = await got(storage, number)
    async with storage.transaction() as transaction:
        assert await transaction.broadcasts.begin(sent, MANY, NOW, NOW, 70) == MANY
    return number


async def write(storage: Storage, chunk: int = PART) -> int | None:
    async with storage.transaction() as transaction:
        return await transaction.fan_outs.write_next(chunk)


async def told(storage: Storage) -> list[int]:
    """Return everybody a notice was written for, by id."""
    return [person for (person,) in await by_hand(storage)("SELECT official_id FROM notice ORDER BY official_id")]


async def rest(storage: Storage) -> None:
    await FanOutLane(storage)(NOW)


async def test_few_are_written_in_the_act_and_nothing_is_left_to_do(storage: Storage, hand: Hand) -> None:
    await add_training(storage)
    assert await begin(storage, await composed(storage), 3)
    assert await told(storage) == [1, 2, 3]
    assert await hand("SELECT * FROM fan_out") == []
    assert await write(storage) is None


async def test_many_are_fixed_in_the_act_and_written_in_chunks(storage: Storage, hand: Hand) -> None:
    number = await begun(storage)
    assert await told(storage) == []
    async with storage.reading() as transaction:
        assert await transaction.next_due() == NOW
    left = [(await totals(storage, number)).left]
    for written in (PART, PART, MANY - 2 * PART, None):
        assert await write(storage) == written
        left.append((await totals(storage, number)).left)
    assert left == [MANY] * 5
    assert await told(storage) == list(range(1, MANY + 1))
    assert await hand("SELECT 1 FROM fan_out UNION ALL SELECT 1 FROM addressee") == []


async def test_who_joins_or_leaves_after_the_act_changes_nobody_it_is_for(storage: Storage) -> None:
    await begun(storage)
    async with storage.transaction() as transaction:
        await transaction.news.subscribe(Subscription(2))
        await transaction.news.subscribe(Subscription(MANY + 1, everything=True))
    await rest(storage)
    assert await told(storage) == list(range(1, MANY + 1))


async def test_message_for_more_or_fewer_than_were_promised_goes_to_nobody(storage: Storage, hand: Hand) -> None:
    await add_training(storage)
    await subscribed(storage, 3)
    number = await composed(storage)
    sent = await got(storage, number)
    for expected in (2, 4):
        async with storage.transaction() as transaction:
            assert await transaction.broadcasts.begin(sent, expected, NOW, NOW, 70) == 3
    assert (await got(storage, number)).phase is Phase.COMPOSING
    rows = "SELECT 1 FROM fan_out UNION ALL SELECT 1 FROM addressee UNION ALL SELECT 1 FROM notice"
    assert await hand(rows) == []


async def test_two_who_write_at_once_write_nobody_twice(lasting: Storage) -> None:
    await begun(lasting)
    await asyncio.gather(*(FanOutLane(lasting, chunk=300)(NOW) for _ in range(3)))
    assert await told(lasting) == list(range(1, MANY + 1))


async def test_whoever_acts_goes_before_what_is_written_for_many(lasting: Storage) -> None:
    await begun(lasting)
    precedence = Precedence()
    async with asyncio.TaskGroup() as tasks:
        with precedence.taken():
            tasks.create_task(FanOutLane(lasting, precedence)(NOW))
            for _ in range(3):
                assert await told(lasting) == []
    assert await told(lasting) == list(range(1, MANY + 1))


async def test_people_who_act_without_end_do_not_stop_what_is_written_for_many(lasting: Storage) -> None:
    await begun(lasting)
    precedence = Precedence()
    with precedence.taken():
        assert await FanOutLane(lasting, precedence)(NOW) == MANY


async def test_held_message_is_not_written_on_until_it_goes_on(storage: Storage) -> None:
    number = await begun(storage)
    await write(storage)
    assert await turn(storage, number, Phase.PAUSED)
    async with storage.transaction() as transaction:
        await transaction.broadcasts.look_again(number, None)
        assert await transaction.next_due() is None
    assert await write(storage) is None
    assert await totals(storage, number) == Totals(left=MANY, next_at=NOW)
    assert await turn(storage, number, Phase.SENDING)
    await rest(storage)
    assert await told(storage) == list(range(1, MANY + 1))
    async with storage.transaction() as transaction:
        assert len(await claim_all(transaction, NOW, MANY, NOW + MINUTE)) == MANY


async def test_ended_message_is_written_no_further_and_counts_everybody(storage: Storage) -> None:
    number = await begun(storage)
    await write(storage)
    await turn(storage, number, Phase.PAUSED)
    paused = await got(storage, number)
    async with storage.transaction() as transaction:
        assert await transaction.broadcasts.turn(paused, Phase.DONE, None, NOW)
        await transaction.broadcasts.drop(number, NOW)
        assert await transaction.next_due() is None
    await rest(storage)
    assert len(await told(storage)) == PART
    assert await totals(storage, number) == Totals(dropped=MANY)


async def test_message_held_before_the_next_is_begun_does_not_keep_it(storage: Storage) -> None:
    first = await begun(storage)
    await turn(storage, first, Phase.PAUSED)
    second = await got(storage, await composed(storage))
    async with storage.transaction() as transaction:
        assert await transaction.broadcasts.begin(second, MANY, NOW, NOW, 70) == MANY
    await rest(storage)
    assert (await totals(storage, second.id)).next_at == NOW
    assert (await totals(storage, first)).next_at is None


async def test_person_erased_meanwhile_is_written_nothing(storage: Storage, hand: Hand) -> None:
    number = await begun(storage)
    async with storage.transaction() as transaction:
        await transaction.officials.erase(MANY)
    assert await hand(f"SELECT * FROM addressee WHERE official_id = {MANY}") == []  # noqa: S608 - our own number
    await rest(storage)
    assert MANY not in await told(storage)
    assert (await totals(storage, number)).left == MANY - 1


async def test_what_is_told_weekly_joins_the_digests_that_wait(storage: Storage, hand: Hand) -> None:
    await subscribed(storage, weekly=1)
    async with storage.transaction() as transaction:
        for number in (5, 6):
            digest = FanOut(Kind.DIGEST, "2026-18", NOW + DAY, {"trainings": str(number)})
            assert await transaction.news.tell(digest, [], [2], NOW) == MANY - 1
    await rest(storage)
    told_of = await hand("SELECT official_id, args FROM notice ORDER BY official_id")
    assert told_of == [(person, '{"trainings":"5 6"}') for person in range(1, MANY + 1) if person != 2]


async def test_who_wants_news_otherwise_while_they_are_written_is_told_once(storage: Storage) -> None:
    about = await training(storage, await add_training(storage))
    await subscribed(storage)
    async with storage.transaction() as transaction:
        desk = News(transaction, NOW)
        assert (await desk.announce([about])).at_once == MANY
        await desk.prefer(Official(MANY), Subscription(MANY, everything=True, weekly=True))
    await rest(storage)
    async with storage.transaction() as transaction:
        claimed = await claim_all(transaction, NOW + 30 * DAY, MANY, NOW + 30 * DAY + MINUTE)
    assert [(each.kind, listed(each.args)) for each in claimed if each.official.id == MANY] == [
        (Kind.DIGEST, [about.id])
    ]
    assert len({each.official.id for each in claimed}) == len(claimed) == MANY


WORKER = """
import asyncio, sys
from datetime import UTC, datetime
from storage.database import open_storage

async def work(url):
    storage = await open_storage(url, exclusive=True)
    while sys.stdin.readline():
        async with storage.transaction() as transaction:
            written = await transaction.fan_outs.write_next(100)
        print(written, flush=True)

asyncio.run(work(sys.argv[1]))
"""


async def test_nobody_is_left_out_or_written_twice_when_the_process_is_killed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/town.db"
    storage = await open_storage(url)
    number = await begun(storage)
    await storage.close()
    for chunks in (3, 11):
        pipe = asyncio.subprocess.PIPE
        worker = await asyncio.create_subprocess_exec(
            sys.executable, "-c", WORKER, url, stdin=pipe, stdout=pipe, cwd=ROOT
        )
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(b"\n" * (chunks + 1))  # it dies in the one after those that are seen
        for _ in range(chunks):
            assert await worker.stdout.readline() == b"100\n"
        worker.send_signal(signal.SIGKILL)
        await worker.communicate()
    storage = await open_storage(url, exclusive=True)
    assert 14 * 100 <= len(await told(storage)) < MANY
    assert (await totals(storage, number)).left == MANY
    await rest(storage)
    assert await told(storage) == list(range(1, MANY + 1))
    assert (await totals(storage, number)).left == MANY
    await storage.close()
