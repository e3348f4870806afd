"""`kill -9` at random moments: nothing that came in is lost or applied twice, nothing that is due is missing."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from domain import roster
from domain.official import Official
from domain.ports import Transaction
from domain.training import Details
from playground.chats import Message
from playground.clock import RunningClock
from playground.world import World
from storage.database import open_storage
from tests.faults import invariants
from tests.faults.processes import ENTRY, HOUR_BEFORE_ALONE, IN_FLIGHT, known, rows, said, served, wall

WHOLE = pytest.mark.whole
REMINDED = 200
SIGNING_UP = 20
TRAININGS = 5
FIRST_REMINDED = 1_000
FIRST_SIGNING_UP = 5_000


async def prepare(database: str, now: datetime) -> None:
    """Fill the database as it would be before: 200 people seated in a training that is under an hour away."""
    storage = await open_storage(database)
    before = now - timedelta(days=3)
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Etc/UTC", ENTRY)
        soon = Details(title="Szkolenie za godzinę", start=wall(now + timedelta(minutes=59)))
        await transaction.trainings.add(programme, "soon", soon, None)
        for number in range(TRAININGS):
            details = Details(title=f"Szkolenie {number}", start=wall(now + timedelta(days=10 + number)))
            await transaction.trainings.add(programme, f"t{number}", details, None)
        for person in range(FIRST_REMINDED, FIRST_REMINDED + REMINDED):
            await register(transaction, Official(person, name="Jan Kowal", preferences=HOUR_BEFORE_ALONE), before)
        for person in range(FIRST_SIGNING_UP, FIRST_SIGNING_UP + SIGNING_UP):
            await transaction.officials.save(Official(person, name="Anna Nowak"))
    await storage.close()


async def register(transaction: Transaction, official: Official, now: datetime) -> None:
    await transaction.officials.save(official)
    await transaction.rosters.decide(1, official.id, lambda seen: roster.place(seen, official, now), now)


@pytest.mark.case("F01")
@pytest.mark.parametrize("kills", [2, pytest.param(5, marks=WHOLE)])
async def test_killed_at_random_nothing_is_lost(tmp_path: Path, seed: int, dice: Random, kills: int) -> None:
    clock = RunningClock(datetime.now(UTC))
    world = World(clock, seed=seed)
    database = tmp_path / "bot.db"
    await prepare(f"sqlite:///{database}", clock.now())
    reminded = [known(world, "Jan", f"Kowal{n}", FIRST_REMINDED + n) for n in range(REMINDED)]
    signing_up = [known(world, "Anna", f"Nowak{n}", FIRST_SIGNING_UP + n) for n in range(SIGNING_UP)]
    for number in range(TRAININGS):
        for person in signing_up:
            person.writes(f"/zapisz {number + 2}")
    async with served(world, database) as bot:
        for _ in range(kills):
            await bot.killed_after(dice.randint(1, 90), lambda: len(world.called("sendMessage")))
        async with bot.running():
            await bot.until(lambda: finished(database))
            await invariants.hold(bot)
    check_updates(database, [person.chat for person in signing_up], kills)
    check_reminders(database, [person.chat for person in reminded], kills)


def finished(database: Path) -> bool:
    waiting, received = rows(
        database,
        "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new')"
        " + (SELECT COUNT(*) FROM reply WHERE fate IN ('pending', 'sending'))"
        " + (SELECT COUNT(*) FROM notice WHERE fate = 'sending' OR kind = 'reminder_hour' AND fate = 'pending'"
        " AND training_id = 1), (SELECT COUNT(*) FROM inbox)",
    )[0]
    return bool(waiting == 0 and received == SIGNING_UP * TRAININGS)


def check_updates(database: Path, chats: list[list[Message]], kills: int) -> None:
    states = dict(rows(database, "SELECT state, COUNT(*) FROM inbox GROUP BY state"))
    seated = rows(database, "SELECT id FROM registration WHERE training_id > 1 AND state = 'seated'")
    confirmed = [len(said(chat, "Miejsce potwierdzone")) for chat in chats]
    assert states == {"done": SIGNING_UP * TRAININGS + 1}
    assert len(seated) == SIGNING_UP * TRAININGS
    assert min(confirmed) >= TRAININGS, "a reply is missing"
    assert sum(confirmed) - SIGNING_UP * TRAININGS <= kills * IN_FLIGHT, "more copies than were in flight"
    assert not [said(chat, "już") for chat in chats if said(chat, "już")], "an update was applied twice"


def check_reminders(database: Path, chats: list[list[Message]], kills: int) -> None:
    copies = Counter(len(said(chat, "Szkolenie za godzinę")) for chat in chats)
    fates = dict(rows(database, "SELECT fate, COUNT(*) FROM notice WHERE training_id = 1 GROUP BY fate"))
    assert copies[0] == 0, f"reminders are missing: {copies}, {fates}"
    assert max(copies) <= 2, f"more than two copies: {copies}"
    assert copies[2] <= kills * IN_FLIGHT
    assert sum(fates.values()) == fates.get("delivered", 0) + fates.get("uncertain", 0) == REMINDED
