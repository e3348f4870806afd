"""`kill -9` in the middle of posts: each is there, at most twice, in its order, and tells what is true in the end."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from domain.chats import Spot, Venue
from domain.desks.posts import Posts
from domain.official import Language, Official
from domain.training import Details, Training
from playground.chats import Message
from playground.clock import MORNING, RunningClock
from playground.groups import Channel
from playground.world import World
from storage.database import open_storage
from storage.instants import micros
from tests.faults import invariants
from tests.faults.processes import ENTRY, known, rows, said, served, wall

TRAININGS = range(1, 11)
NAMES = ("Anna", "Jan", "Zofia")
"""Who sign up, one before each kill."""
FIRST = 1_000
SEATS = (len(NAMES) + 2, len(NAMES))
STANDING = ("zostały 2 miejsca", "brak wolnych miejsc")
"""What is posted of a training with an even number, and of one with an odd number, when everybody has a seat."""
NOON = MORNING.replace(hour=12)
MINUTES = timedelta(minutes=2)
"""So long after a post was told, it is told of a change at once."""


class Post(NamedTuple):
    chat: int
    training: int
    message: int | None
    attempts: int
    ended: str | None
    leased: bool


async def prepare(database: str, channels: list[Channel], now: datetime) -> None:
    """Publish ten trainings in every channel while the bot is not running."""
    storage = await open_storage(database)
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Etc/UTC", ENTRY)
        for channel in channels:
            spot = Spot(channel.id, Venue.CHANNEL, channel.shared.title)
            await transaction.chats.bind(spot, programme, Language.POLISH)
        published: list[Training] = []
        for number in TRAININGS:
            details = Details(title=f"Szkolenie {number}", start=wall(now + timedelta(days=10 + number)))
            await transaction.trainings.add(programme, f"t{number}", details, SEATS[number % 2])
            stored = await transaction.trainings.get(number)
            published += [stored.training] if stored else []
        for person, name in enumerate(NAMES, FIRST):
            await transaction.officials.save(Official(person, name=f"{name} Nowak"))
        assert await Posts(transaction, now - timedelta(hours=1)).published(published) == len(channels)
    await storage.close()


@pytest.mark.whole
@pytest.mark.case("F01")
async def test_posts_killed_three_times_are_all_there_and_current(tmp_path: Path, seed: int, dice: Random) -> None:
    clock = RunningClock(NOON)
    world = World(clock, seed=seed)
    database = tmp_path / "bot.db"
    channels = [world.channel(title) for title in ("Ogłoszenia", "Gminy", "Powiaty")]
    await prepare(f"sqlite:///{database}", channels, clock.now())

    def calls() -> int:
        """Return how many calls put a post in a channel or changed one there."""
        return sum(call.chat_id < 0 and call.method.startswith(("send", "edit")) for call in world.calls)

    async with served(world, database, by_its_clock=True) as bot:
        *others, last = range(FIRST, FIRST + len(NAMES))
        for person in others:
            signs_up(world, clock, person)
            await bot.killed_after(dice.randint(4, 15), calls)
        signs_up(world, clock, last)
        await bot.killed_after(dice.randint(4, 15), calls, lambda: all_seated(database))
        clock.advance(MINUTES)
        async with bot.running():
            await bot.until(lambda: at_rest(database, clock.now()))
            await invariants.hold(bot)
    check(list(posts(database)), channels)


def signs_up(world: World, clock: RunningClock, number: int) -> None:
    """Let minutes pass, and somebody sign up for everything."""
    clock.advance(MINUTES)
    person = known(world, NAMES[number - FIRST], "Nowak", number)
    for training in TRAININGS:
        person.writes(f"/zapisz {training}")


def all_seated(database: Path) -> bool:
    return len(rows(database, "SELECT id FROM registration WHERE state = 'seated'")) == len(NAMES) * len(TRAININGS)


def at_rest(database: Path, now: datetime) -> bool:
    """Tell whether no post is on its way or will be on the same day."""
    tomorrow = micros(now + timedelta(days=1))
    return not rows(database, f"SELECT id FROM post WHERE lease IS NOT NULL OR due_at < {tomorrow}")  # noqa: S608


def posts(database: Path) -> Iterator[Post]:
    for row in rows(
        database,
        "SELECT c.telegram_id, m.training_id, m.message_id, m.attempts, m.ended, m.lease IS NOT NULL"
        " FROM post AS m JOIN bound_chat AS c ON c.id = m.bound_chat_id",
    ):
        yield Post(*row)


def copies(channel: Channel, training: int) -> list[Message]:
    return [each for each in said(channel.chat, "Szkolenie") if each.text.split("\n")[0] == f"Szkolenie {training}"]


def check(found: list[Post], channels: list[Channel]) -> None:
    """See every channel.

    A process that dies between counting a call and making it leaves a post that looks like one that was sent. Where two
    such deaths meet in one post, it is given up as uncertain: only there may it be missing, or tell what was true once.
    """
    there = {channel.id: channel for channel in channels}
    assert {(post.chat, post.training) for post in found} == set(product(there, TRAININGS))
    more = 0
    for post in found:
        messages = copies(there[post.chat], post.training)
        more += max(0, len(messages) - 1)
        assert len(messages) <= 2, f"more than two copies: {post}"
        if (post.ended, post.attempts) != ("uncertain", 2):
            assert messages, f"it is missing: {post}"
            assert post == Post(post.chat, post.training, messages[-1].id, 0, None, leased=False)
            assert said(messages[-1:], STANDING[post.training % 2]), f"it tells what was true once: {messages[-1]}"
    assert more <= len(NAMES) * len(channels), "more copies than were in flight"
    for channel in channels:
        firsts = [messages[0].id for training in TRAININGS if (messages := copies(channel, training))]
        assert firsts == sorted(firsts), "one was overtaken"
