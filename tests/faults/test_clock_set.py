"""A clock that is set while the bot runs, and a bot that was down for a day: nothing early, nothing stale, no storm."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain import roster
from domain.desks.alarms import raise_alarm
from domain.official import Grant, Official, Role
from domain.ports import Transaction
from domain.training import Details
from playground.clock import RunningClock
from playground.persons import Person
from storage.database import open_storage
from tests.faults.invariants import at_rest, hold
from tests.faults.processes import ENTRY, HOUR_BEFORE_ALONE, Served, known, rows, said, wall

PEOPLE = 5
FIRST = 1_000
JUMPING = str(Path(__file__).with_name("jumping.py"))
HOUR = timedelta(hours=1)


async def prepare(bot: Served, *away: timedelta) -> list[Person]:
    """Seat some people in each of the trainings that are so far away; they are reminded an hour before."""
    now = bot.world.clock.now()
    storage = await open_storage(bot.database)
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Etc/UTC", ENTRY)
        for number, span in enumerate(away, 1):
            details = Details(title=f"Szkolenie {number}.", start=wall(now + span))
            training = await transaction.trainings.add(programme, f"t{number}", details, None)
            for place in range(PEOPLE):
                official = Official(FIRST * number + place, name="Jan Kowal", preferences=HOUR_BEFORE_ALONE)
                await transaction.officials.save(official)
                await seat(transaction, training, official, now - timedelta(days=3))
    await storage.close()
    numbers = [FIRST * (number + 1) + place for number in range(len(away)) for place in range(PEOPLE)]
    return [known(bot.world, "Jan", f"Kowal{number}", number) for number in numbers]


async def seat(transaction: Transaction, training: int, official: Official, now: datetime) -> None:
    await transaction.rosters.decide(training, official.id, lambda seen: roster.place(seen, official, now), now)


class Machine:
    """The machine on which the bot runs, with a clock that can be set."""

    def __init__(self, bot: Served) -> None:
        self._bot = bot
        self._off = bot.folder / "off"
        self.set(timedelta(0))

    def set(self, by: timedelta) -> None:
        """Set its clock, and with it the world's: whoever looks at both sees the same time."""
        clock = self._bot.world.clock
        assert isinstance(clock, RunningClock)
        moved = by - timedelta(seconds=float(self._off.read_text())) if self._off.exists() else by
        fresh = self._off.with_suffix(".new")
        fresh.write_text(str(by.total_seconds()))
        fresh.replace(self._off)
        clock.advance(moved)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self._bot.process = process = await self._bot.started(JUMPING, str(self._off))
        try:
            await self._bot.until(lambda: self._bot.world.updates.polled and at_rest(self._bot))
            yield
        finally:
            self._bot.process = None
            await self._bot.kill(process)


def reminded(people: list[Person]) -> list[int]:
    """Return how many reminders of each training there were; nobody has two."""
    heard = [len(said(person.chat, "Szkolenie ")) for person in people]
    assert max(heard) <= 1
    return [sum(heard[first : first + PEOPLE]) for first in range(0, len(people), PEOPLE)]


@pytest.mark.case("F46")
@pytest.mark.whole
async def test_a_clock_set_two_hours_forward_reminds_of_what_is_still_ahead(bot: Served) -> None:
    people = await prepare(bot, 1.5 * HOUR, 2.5 * HOUR, 4 * HOUR)
    machine = Machine(bot)
    async with machine.running():
        machine.set(2 * HOUR)
        await bot.until(lambda: reminded(people)[1] == PEOPLE, within=40)
        await hold(bot)
        assert reminded(people) == [0, PEOPLE, 0]


@pytest.mark.case("F46")
@pytest.mark.whole
async def test_a_clock_set_two_hours_back_stops_nothing(bot: Served) -> None:
    people = await prepare(bot, 0.9 * HOUR)
    machine = Machine(bot)
    async with machine.running():
        await bot.until(lambda: reminded(people) == [PEOPLE])
        machine.set(-2 * HOUR)
        await bot.until(lambda: at_rest(bot))
        await note_what_is_due(bot)
        await bot.until(lambda: said(people[0].chat, "Bot nie może odebrać"), within=40)
        await bot.until(lambda: looked_through(bot), within=40)
        await hold(bot)
        assert reminded(people) == [PEOPLE]


def looked_through(bot: Served) -> bool:
    """Tell whether the records were looked through within a minute or two."""
    now = bot.world.clock.now()
    ((told,),) = rows(bot.file, "SELECT said FROM heartbeat WHERE part = 'records'")
    return any(f"{at:%H:%M}" in told for at in (now, now - timedelta(minutes=1)))


async def note_what_is_due(bot: Served) -> None:
    """Write something due beside the running bot: nothing but its heartbeat lets it look."""
    now = bot.world.clock.now()
    storage = await open_storage(bot.database)
    async with storage.transaction() as transaction:
        await transaction.organisers.grant(Grant(FIRST, Role.ADMINISTRATOR, None))
        await raise_alarm(transaction, now, "polling", "Conflict")
    await storage.close()


@pytest.mark.case("F46")
@pytest.mark.whole
async def test_a_clock_set_to_another_year_brings_no_storm(bot: Served) -> None:
    people = await prepare(bot, 2 * HOUR, 30 * HOUR, timedelta(days=100))
    machine = Machine(bot)
    async with machine.running():
        before = len(bot.world.called("sendMessage"))
        machine.set(timedelta(days=400))
        await bot.until(lambda: rows(bot.file, "SELECT COUNT(*) FROM notice WHERE fate = 'pending'") == [(0,)], 60)
        assert len(bot.world.called("sendMessage")) == before
        assert reminded(people) == [0, 0, 0]
        await hold(bot)


@pytest.mark.case("F47")
@pytest.mark.whole
async def test_after_a_day_down_only_what_is_of_use_is_said_and_once(bot: Served) -> None:
    people = await prepare(bot, 3 * HOUR, 26.5 * HOUR, 50 * HOUR)
    machine = Machine(bot)
    async with machine.running():
        assert reminded(people) == [0, 0, 0]
    machine.set(26 * HOUR)
    async with machine.running():
        await bot.until(lambda: reminded(people)[1] == PEOPLE)
        await hold(bot)
    assert reminded(people) == [0, PEOPLE, 0]
