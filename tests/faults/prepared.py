"""What a case begins with: trainings with titles of their own, and people known to the bot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from domain import roster
from domain.official import Grant, Official, Preferences, Role
from domain.ports import Transaction
from domain.training import Details
from playground.persons import Person
from storage.database import open_storage
from tests.faults.processes import ENTRY, HOUR_BEFORE_ALONE, Served, known, wall

UNREMINDED = Preferences(day_before=False, hour_before=False)
IN_TEN_DAYS = timedelta(days=10)
SOON = timedelta(minutes=59)
"""So long before its start, the reminder of the last hour is due."""


@asynccontextmanager
async def filling(bot: Served) -> AsyncIterator[Transaction]:
    """Write to the database before the bot runs, or beside it."""
    storage = await open_storage(bot.database)
    try:
        async with storage.transaction() as transaction:
            yield transaction
    finally:
        await storage.close()


async def training(bot: Served, title: str, seats: int | None = None, after: timedelta = IN_TEN_DAYS) -> int:
    """Add a training to the one programme and return its number."""
    async with filling(bot) as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Etc/UTC", ENTRY)
        details = Details(title=title, start=wall(bot.world.clock.now() + after))
        return await transaction.trainings.add(programme, title, details, seats)


async def official(bot: Served, name: str, number: int, *seated: int, preferences: Preferences = UNREMINDED) -> Person:
    """Let somebody be known to the bot by name, and have had seats for days."""
    first_name, _, last_name = name.partition(" ")
    person = known(bot.world, first_name, last_name, number)
    before = bot.world.clock.now() - timedelta(days=3)
    async with filling(bot) as transaction:
        await transaction.officials.save(stored := Official(number, name=name, preferences=preferences))
        for each in seated:
            await transaction.rosters.decide(each, number, lambda seen: roster.place(seen, stored, before), before)
    return person


async def reminded(bot: Served, name: str, number: int, *seated: int) -> Person:
    """Let somebody have seats, and want no reminder but that of the last hour."""
    return await official(bot, name, number, *seated, preferences=HOUR_BEFORE_ALONE)


async def organiser(bot: Served, name: str, number: int) -> Person:
    """Let somebody coordinate the one programme."""
    return await _granted(bot, name, Grant(number, Role.COORDINATOR, 1))


async def administrator(bot: Served, name: str, number: int) -> Person:
    """Let somebody hear of what goes wrong."""
    return await _granted(bot, name, Grant(number, Role.ADMINISTRATOR, None))


async def _granted(bot: Served, name: str, grant: Grant) -> Person:
    person = await official(bot, name, grant.official_id)
    async with filling(bot) as transaction:
        await transaction.organisers.grant(grant)
    return person
