"""A process of people who sign up, withdraw, take offers and have themselves erased, as fast as it can.

Arguments: the database, the seed, the number of the first training, how many there are, and the second at which to
begin. It turns from one training to the next every second, as all that begin together do.
"""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from random import Random
from time import time

from bot.application import NOTICE_VERSION
from domain import roster
from domain.desks.profile import ProfileDesk
from domain.desks.registration import RegistrationDesk
from domain.official import Official
from domain.ports import Storage, Transaction
from storage.database import open_storage

PEOPLE = range(1_000, 1_040)
ERASED = range(1_000, 1_005)
"""Who of them have themselves erased now and then."""
AGO = timedelta(minutes=2)
"""So long ago was a withdrawal made that lapses now."""
BATCH = 10


async def jostle(storage: Storage, dice: Random, training: int) -> None:
    """Let somebody do something with a training."""
    now = datetime.now(UTC)
    person = Official(dice.choice(PEOPLE), name="Jan Kowal")
    async with storage.transaction() as transaction:
        desk = RegistrationDesk(transaction, now, controller_named=True)
        match dice.choice(("join", "join", "leave", "take", "lapse", "erase")):
            case "join":
                await transaction.officials.save(person)
                await desk.sign_up(person, training, waits=True, despite_overlap=True)
            case "leave":
                await RegistrationDesk(transaction, now - AGO, controller_named=True).withdraw(person, training)
            case "take":
                await desk.take(person, training)
            case "lapse":
                await lapse(transaction, now)
            case _:
                erased = Official(dice.choice(ERASED))
                await ProfileDesk(transaction, now, NOTICE_VERSION).forget(erased, desk)


async def lapse(transaction: Transaction, now: datetime) -> None:
    for each in await transaction.rosters.lapsed(now, BATCH):
        await transaction.rosters.decide(
            each.training_id, each.official_id, lambda listed: roster.lapse(listed, now), now
        )


async def run(database: str, seed: str, first: int, trainings: int, begins: float) -> None:
    dice = Random(seed)  # noqa: S311 - they only have to be repeatable
    storage = await open_storage(database)
    try:
        await asyncio.sleep(max(0.0, begins - time()))
        while (passed := int(time() - begins)) < trainings:
            await jostle(storage, dice, first + passed)
    finally:
        await storage.close()


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5])))
