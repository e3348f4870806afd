"""`kill -9` in the middle of a message to many: all who are noted have it, nobody twice, held it stays held."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from domain import roster
from domain.broadcast import Audience, Begun, Broadcast, Segment
from domain.desks.composing import ComposingDesk
from domain.official import Grant, Official, Preferences, Role
from domain.ports import Transaction
from domain.training import Details
from playground.clock import RunningClock
from playground.persons import Person
from playground.world import World
from storage.database import open_storage
from tests.faults import invariants
from tests.faults.processes import ENTRY, HOUR_BEFORE_ALONE, IN_FLIGHT, Served, known, rows, said, served, wall

KILLS = 3
PEOPLE = 200
FIRST = 1_000
ORGANISER = 5_000
WITNESS = 6_000
TEXT = "Prosimy zabrać dowód osobisty."
UNREMINDED = Preferences(day_before=False, hour_before=False)


async def prepare(database: str, now: datetime) -> None:
    """Let a message go out to 200 people, so near its training that it goes at any hour."""
    storage = await open_storage(database)
    async with storage.transaction() as transaction:
        programme = await transaction.trainings.add_programme("Szkolenia", None, "Etc/UTC", ENTRY)
        soon = Details(title="Szkolenie za godzinę", start=wall(now + timedelta(minutes=59)))
        await transaction.trainings.add(programme, "soon", soon, None)
        for person in range(FIRST, FIRST + PEOPLE):
            await register(transaction, Official(person, name="Jan Kowal", preferences=UNREMINDED), now)
        olga = Official(ORGANISER, name="Olga Lis")
        await transaction.officials.save(olga)
        await transaction.organisers.grant(Grant(olga.id, Role.COORDINATOR, programme))
        desk = ComposingDesk(transaction, now)
        begun = await desk.compose(olga, programme)
        assert isinstance(begun, Broadcast)
        await desk.write(olga, begun.id, TEXT, len(TEXT))
        await desk.address(olga, begun.id, Segment(Audience.SEATED, training_id=1))
        assert isinstance(await desk.send(olga, begun.id, PEOPLE, olga.id, None), Begun)
    await storage.close()


async def register(transaction: Transaction, official: Official, now: datetime) -> None:
    await transaction.officials.save(official)
    await transaction.rosters.decide(1, official.id, lambda seen: roster.place(seen, official, now), now)


async def remind_witness(database: str, now: datetime) -> None:
    """Write something else that is due, to see the bot deliver it."""
    storage = await open_storage(database)
    async with storage.transaction() as transaction:
        witness = Official(WITNESS, name="Ewa Zając", preferences=HOUR_BEFORE_ALONE)
        await register(transaction, witness, now - timedelta(days=3))
    await storage.close()


class Sent:
    """The message as it goes out: who has it by now, and what the database says."""

    def __init__(self, world: World, database: Path) -> None:
        self.people = [known(world, "Jan", f"Kowal{n}", FIRST + n) for n in range(PEOPLE)]
        self._world = world
        self._database = database

    def calls(self) -> int:
        """Return how many calls brought somebody a copy."""
        return sum(FIRST <= call.chat_id < FIRST + PEOPLE for call in self._world.called("sendMessage"))

    def phase(self) -> str:
        return str(rows(self._database, "SELECT state FROM broadcast")[0][0])

    def shown_done(self) -> bool:
        return str(rows(self._database, "SELECT shown FROM broadcast")[0][0]).startswith("done")

    def fates(self) -> dict[str, int]:
        return dict(rows(self._database, "SELECT fate, COUNT(*) FROM notice WHERE kind = 'message' GROUP BY fate"))


async def killed_when_held(bot: Served, olga: Person, sent: Sent, more: int) -> None:
    """Run the bot, hold the message at its progress after so many copies, and kill the bot as soon as it is held."""
    async with bot.running():
        await bot.until(lambda: said(olga.chat, "Wysyłamy…") and sent.calls() >= more)
        olga.presses("Wstrzymaj")
        await bot.until(lambda: sent.phase() == "paused")


async def killed_after_going_on(bot: Served, olga: Person, sent: Sent, more: int) -> None:
    """Run the bot with the message held, see that it is alive and silent, let the message go on, kill the bot."""
    witness = known(bot.world, "Ewa", "Zając", WITNESS)
    started = len(bot.world.called("getMe"))
    async with bot.running():
        await bot.until(lambda: len(bot.world.called("getMe")) > started)
        held = sent.calls()
        await bot.until(lambda: said(witness.chat, "Szkolenie za godzinę"))
        olga.writes("/ogloszenie")
        await bot.until(lambda: said(olga.chat, "wstrzymana: ") and "Wznów" in str(labels(olga)))
        assert (sent.phase(), sent.calls()) == ("paused", held), "it went on while it was held"
        fates = sent.fates()
        ended = PEOPLE - fates.get("pending", 0) - fates.get("sending", 0)
        assert said(olga.chat, f"wstrzymana: {ended} z {PEOPLE}"), "the organiser sees another total"
        assert fates.get("pending", 0) > more, "so many were sent before it was held that little is tried here"
        olga.presses("Wznów")
        await bot.until(lambda: sent.calls() >= held + more)


def labels(person: Person) -> list[list[str]]:
    return [row for message in person.chat for row in message.labels]


@pytest.mark.whole
@pytest.mark.case("F01")
async def test_broadcast_killed_three_times_reaches_everybody(tmp_path: Path, seed: int, dice: Random) -> None:
    clock = RunningClock(datetime.now(UTC))
    world = World(clock, seed=seed)
    database = tmp_path / "bot.db"
    await prepare(f"sqlite:///{database}", clock.now())
    olga = known(world, "Olga", "Lis", ORGANISER)
    sent = Sent(world, database)
    async with served(world, database) as bot:
        await killed_when_held(bot, olga, sent, dice.randint(30, 60))
        await remind_witness(bot.database, clock.now())
        await killed_after_going_on(bot, olga, sent, dice.randint(1, 40))
        await bot.killed_after(dice.randint(1, 40), sent.calls)
        async with bot.running():
            await bot.until(sent.shown_done)
            await invariants.hold(bot)
    check_copies(database, sent.people)
    check_totals(database, olga, sent.fates())


def check_copies(database: Path, people: list[Person]) -> None:
    """See who has the message.

    A process that dies between counting a call and making it leaves a row that looks like one that was sent. What is
    said to many is said once: such a row is given up as uncertain, and only there may the message be missing.
    """
    ledger = rows(database, "SELECT official_id, fate, attempts, message_id FROM notice WHERE kind = 'message'")
    heard = {person.id: said(person.chat, TEXT) for person in people}
    copies = Counter(len(each) for each in heard.values())
    given_up = {person for person, fate, attempts, _ in ledger if (fate, attempts) == ("uncertain", 1)}
    delivered = {person: message_id for person, fate, _, message_id in ledger if fate == "delivered"}
    assert delivered.keys() | given_up == heard.keys(), "a row has another end"
    assert len(given_up) <= KILLS * IN_FLIGHT, "more were given up than were in flight"
    assert {person for person, messages in heard.items() if not messages} <= given_up, f"it is missing: {copies}"
    assert max(copies) == 1, f"more than one copy: {copies}"
    assert delivered == {person: heard[person][-1].id for person in delivered}, "another message is noted than is there"


def check_totals(database: Path, olga: Person, fates: dict[str, int]) -> None:
    (message_id,) = rows(database, "SELECT message_id FROM broadcast")[0]
    shown = next(message for message in olga.chat if message.id == message_id)
    assert fates.keys() <= {"delivered", "uncertain"}
    assert said([shown], f"Dostarczono do {fates['delivered']} osób")
    assert bool(said([shown], f"Bez pewności, czy dotarło: {fates.get('uncertain')}")) == ("uncertain" in fates)
