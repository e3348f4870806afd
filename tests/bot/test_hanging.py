"""Calls that hang for some people hold nobody else up. Over HTTP, where hanging is acted out."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.application import build_application
from bot.cli.demo.town import MEMORY, Resident, Town, town_settings
from bot.settings.schema import FREE_AT_ONCE
from domain.notice import Kind, Planned
from domain.ports import Outgoing
from playground.clock import ManualClock
from playground.faults import Fault, hang
from playground.server import serve
from playground.world import World
from storage.database import open_storage

AT_ONCE = 2.0
"""Seconds: far less than any time-out of a call."""


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    """A town whose bot runs by itself and speaks over HTTP."""
    clock = ManualClock()
    world = World(clock)
    storage = await open_storage(MEMORY)
    async with serve(world) as address:
        settings = town_settings(world.token).model_copy(update={"base_url": address.root})
        bot = await build_application(settings, storage, clock)
        loop = asyncio.get_running_loop()
        running = (bot.intake.run(), bot.turns.run(), *(each.run() for each in bot.rounds))
        parts = [loop.create_task(part) for part in running]
        yield Town(world, clock, bot)
        for part in parts:
            part.cancel()
        await asyncio.gather(*parts, return_exceptions=True)
        await bot.close()
    await storage.close()


def crowd(town: Town) -> list[Resident]:
    return [town.resident(f"Osoba{number}") for number in range(20)]


async def is_answered_at_once(town: Town, person: Resident) -> bool:
    before = len(person.heard)
    person.person.writes("/help")
    await town.world.until(lambda: len(person.heard) > before, within=AT_ONCE)
    return "/szkolenia" in person.heard[-1]


async def test_messages_that_hang_hold_nobody_else_up(town: Town) -> None:
    people, ewa = crowd(town), town.resident("Ewa", "Lis")
    hung = [town.world.faults.add(Fault(hang(60), "sendMessage", person.person.id)) for person in people]
    for person in people:
        person.person.writes("/help")
        person.person.writes("/moje")
    await town.world.until(lambda: all(fault.hits for fault in hung), within=AT_ONCE)
    assert await is_answered_at_once(town, ewa)
    assert [person.heard for person in people] == [[]] * len(people)


async def test_answers_to_presses_that_hang_hold_nobody_up(town: Town) -> None:
    people, ewa = crowd(town), town.resident("Ewa", "Lis")
    hung = town.world.faults.add(Fault(hang(60), "answerCallbackQuery", times=None))
    for person in people:
        person.person.writes("/help")
    await town.world.until(lambda: all(person.heard for person in people), within=AT_ONCE)
    for person in people:
        person.person.forges("?")
    await town.world.until(lambda: hung.hits == len(people), within=AT_ONCE)
    assert await is_answered_at_once(town, ewa)
    assert await is_answered_at_once(town, people[0])


async def test_notices_that_hang_hold_neither_replies_nor_other_notices_up(town: Town) -> None:
    people, ewa = crowd(town)[: FREE_AT_ONCE - 1], town.resident("Ewa", "Lis")
    hung = [town.world.faults.add(Fault(hang(60), "sendMessage", person.person.id)) for person in people]
    assert await is_answered_at_once(town, ewa)
    await alarm(town, people)
    await town.world.until(lambda: all(fault.hits for fault in hung), within=AT_ONCE)
    assert await is_answered_at_once(town, ewa)
    before = len(ewa.heard)
    await alarm(town, [ewa])
    await town.world.until(lambda: len(ewa.heard) > before, within=AT_ONCE)
    assert "polling" in ewa.heard[-1]


async def alarm(town: Town, people: list[Resident]) -> None:
    """Give people something to hear that is due at once."""
    now = town.bot.clock.now()
    numbers = [person.person.id for person in people]
    args = {"what": "polling", "detail": "polling"}
    async with town.bot.storage.transaction() as transaction:
        await transaction.notices.plan([Planned(Kind.ALARM, each, f"alarm:{each}", now, args=args) for each in numbers])
    for rounds in town.bot.rounds:
        rounds.ring()


async def test_replies_left_behind_that_hang_hold_no_others_up(town: Town) -> None:
    people, ewa = crowd(town), town.resident("Ewa", "Lis")
    for resident in (*people, ewa):
        resident.person.starts()
    await town.world.until(lambda: all(resident.heard for resident in (*people, ewa)), within=AT_ONCE)
    hung = [town.world.faults.add(Fault(hang(60), "sendMessage", person.person.id)) for person in people]
    await leave_behind(town, people)
    await town.world.until(lambda: all(fault.hits for fault in hung), within=AT_ONCE)
    before = len(ewa.heard)
    await leave_behind(town, [ewa])
    await town.world.until(lambda: len(ewa.heard) > before, within=AT_ONCE)
    assert ewa.heard[-1] == "Dzień dobry"


async def leave_behind(town: Town, people: list[Resident]) -> None:
    """Write replies as a process leaves them that died before it sent them."""
    now = town.bot.clock.now()
    bodies = [{"chat_id": each.person.id, "text": "Dzień dobry"} for each in people]
    replies = [Outgoing(each.person.id, "sendMessage", body) for each, body in zip(people, bodies, strict=True)]
    async with town.bot.storage.transaction() as transaction:
        await transaction.replies.add(replies, now, now)
    for rounds in town.bot.rounds:
        rounds.ring()
