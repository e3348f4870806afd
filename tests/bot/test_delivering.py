"""The lane of notices where calls end at all sorts of times, the storage fails, or the bot is to stop."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.cli.demo.town import Resident, Town
from bot.settings.schema import FREE_AT_ONCE
from domain.notice import Kind, Planned
from playground.faults import Fault, slow
from tests.conversations.programmes import training
from tests.conversations.towns import town_of
from tests.storage.conftest import by_hand

CROWD = 3 * FREE_AT_ONCE


async def alarm(town: Town, people: list[Resident]) -> None:
    """Give people something to hear that is due at once."""
    now = town.bot.clock.now()
    numbers = [person.person.id for person in people]
    args = {"what": "polling", "detail": "polling"}
    async with town.bot.storage.transaction() as transaction:
        await transaction.notices.plan([Planned(Kind.ALARM, each, f"alarm:{each}", now, args=args) for each in numbers])


@asynccontextmanager
async def crowded() -> AsyncIterator[tuple[Town, list[Resident]]]:
    async with town_of(training()) as town:
        people = [town.resident(f"Osoba{number}") for number in range(CROWD)]
        for person in people:
            person.person.private.members[town.world.bot.id] = "member"
        yield town, people


async def test_calls_that_end_at_different_times_are_all_written_down() -> None:
    async with crowded() as (town, people):
        for number, person in enumerate(people):
            fault = Fault(slow(number % 7 / 100), "sendMessage", person.person.id, after=True)
            town.world.faults.add(fault)
        await alarm(town, people)
        async with asyncio.timeout(20):
            await town.bot.delivery.courier.deliver_due()
        fates = await by_hand(town.bot.storage)("SELECT fate, COUNT(*) FROM notice GROUP BY fate")
    assert fates == [("delivered", CROWD)]


async def test_lane_that_is_closed_begins_nothing_more() -> None:
    async with crowded() as (town, people):
        await alarm(town, people)
        for lane in town.bot.delivery.lanes:
            await lane.close(1)
        await town.bot.delivery.courier.deliver_due()
        fates = await by_hand(town.bot.storage)("SELECT fate, attempts, COUNT(*) FROM notice GROUP BY fate, attempts")
    assert fates == [("pending", 0, CROWD)]
