"""Towns with a small programme, at any hour, and the people who have been there before a test begins."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cli.demo.town import CONTROLLER, MEMORY, Resident, Town, found
from bot.settings import Controller
from playground.clock import MORNING, ManualClock
from tests.conversations.programmes import Json, programme_of

WARSAW = ZoneInfo("Europe/Warsaw")


def at(text: str) -> datetime:
    """Return an instant from a wall time in Warsaw."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


@asynccontextmanager
async def town_of(
    *trainings: Json, now: str = "", database: str = MEMORY, controller: Controller = CONTROLLER
) -> AsyncIterator[Town]:
    """Found a town whose programme has these trainings, on Monday 27 April 2026, 8:00, unless another hour is given."""
    clock = ManualClock(at(now) if now else MORNING)
    async with found(programme_of(*trainings), database=database, controller=controller, clock=clock) as town:
        yield town


async def signed_up(town: Town, first_name: str, *numbers: int, language: str = "pl") -> Resident:
    """Return somebody who gave a name and no institution, and took a seat or waits for one on these trainings."""
    person = town.resident(first_name, "Nowak", language=language)
    first, *others = numbers or (1,)
    await person.starts()
    for press in (f"q:{first}:1", f"h:{first}", "is:0", *(f"q:{number}:1" for number in others)):
        await person.forges(press)
    return person


async def queue_of(town: Town, *names: str, training: int = 1) -> Sequence[Resident]:
    """Return people who signed up for a training one after another: the first has the seat if there is one."""
    return [await signed_up(town, name, training) for name in names]
