"""Crowds: many people to whom the bot owes one message each, and the figures of what became of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain import roster
from domain.broadcast import Audience, Begun, Broadcast, Segment
from domain.desks.changing import PATIENCE
from domain.desks.composing import ComposingDesk
from domain.desks.trainings import TrainingsDesk
from domain.drafting import CalledOff
from domain.notice import Kind
from domain.official import Official, Preferences
from domain.ports import Transaction
from playground.persons import Person
from playground.world import Call
from tests.faults.prepared import SOON, UNREMINDED, filling, training
from tests.faults.processes import HOUR_BEFORE_ALONE, Served, known, rows, said

TEXT = "Prosimy zabrać dowód osobisty."
TOO_MANY = 429
SENDING = ("sendMessage", "sendDocument")
"""A notice may come with a calendar entry."""


@dataclass
class Crowd:
    """People seated in one training who are owed one message each, which has the title of that training in it."""

    bot: Served
    training: int
    title: str
    kind: Kind
    people: Sequence[Person]
    began: int = field(init=False)

    def __post_init__(self) -> None:
        self.began = len(self.bot.world.calls)

    @property
    def ids(self) -> range:
        """The numbers of the people."""
        return range(self.people[0].id, self.people[-1].id + 1)

    def calls(self) -> list[Call]:
        """Return the calls that tried to bring somebody a message."""
        ids = self.ids
        return [call for call in self.bot.world.calls[self.began :] if call.chat_id in ids and call.method in SENDING]

    def heard(self) -> int:
        """Return how many calls were carried out."""
        return sum(call.done is not None for call in self.calls())

    def copies(self) -> Counter[int]:
        """Return how many people have so many copies."""
        return Counter(len(self.of(person)) for person in self.people)

    def of(self, person: Person) -> list[int]:
        """Return the numbers of the copies somebody has."""
        return [message.id for message in said(person.chat, self.phrase)]

    @property
    def phrase(self) -> str:
        """What tells the message from others."""
        return TEXT if self.kind is Kind.MESSAGE else self.title

    def fates(self) -> dict[str, int]:
        """Return how many notices ended in which way, or have not."""
        asked = f"SELECT fate, COUNT(*) FROM notice WHERE kind = '{self.kind}' AND training_id = {self.training}"  # noqa: S608
        if self.kind is Kind.MESSAGE:
            asked = f"SELECT fate, COUNT(*) FROM notice WHERE kind = '{self.kind}'"  # noqa: S608 - one of ours
        return dict(rows(self.bot.file, f"{asked} GROUP BY fate"))

    def over(self) -> bool:
        """Tell whether everybody's notice has ended."""
        fates = self.fates()
        return sum(fates.values()) >= len(self.people) and not fates.keys() & {"pending", "sending"}

    def false(self) -> int:
        """Return how many notices are called delivered of which nobody has a copy."""
        told = rows(
            self.bot.file,
            f"SELECT official_id FROM notice WHERE kind = '{self.kind}' AND fate = 'delivered'"  # noqa: S608 - ours
            f" AND (kind = 'message' OR training_id = {self.training})",
        )
        without = {person.id for person in self.people if not self.of(person)}
        return sum(official in without for (official,) in told)

    def figures(self) -> str:
        """Return what the case is told by."""
        copies, calls = self.copies(), self.calls()
        seconds = (calls[-1].at - calls[0].at).total_seconds() if calls else 0.0
        parts = {
            "people": len(self.people),
            "missing": copies[0],
            "called delivered falsely": self.false(),
            "duplicates": sum(people * max(0, many - 1) for many, people in copies.items()),
            "most copies": max(copies),
            "uncertain": self.fates().get("uncertain", 0),
            "429s": sum(call.status == TOO_MANY for call in calls),
            "calls a message": round(len(calls) / len(self.people), 4),
            "seconds": round(seconds, 1),
        }
        return ", ".join(f"{name} {value}" for name, value in parts.items())


async def reminded(bot: Served, title: str, people: int, first: int = 1_000) -> Crowd:
    """Let people have seats in a training that begins in an hour, and be owed its reminder."""
    return await _seated(bot, title, Kind.REMINDER_HOUR, range(first, first + people), HOUR_BEFORE_ALONE)


async def called_off(bot: Served, title: str, people: int, organiser: int, first: int = 20_000) -> Crowd:
    """Let people have seats in a training that begins in an hour, and be owed word that it is called off."""
    crowd = await _seated(bot, title, Kind.CANCELLATION, range(first, first + people), UNREMINDED)
    await call_off(bot, crowd.training, organiser)
    return crowd


async def call_off(bot: Served, number: int, organiser: int) -> None:
    """Call a training off as if its organiser had done so just so long ago that people may hear of it."""
    async with filling(bot) as transaction:
        desk = TrainingsDesk(transaction, bot.world.clock.now() - PATIENCE)
        stored = await transaction.trainings.get(number)
        assert stored
        done = await desk.call_off(Official(organiser), number, stored.training.version, "Choroba.", silent=False)
        assert isinstance(done, CalledOff)


async def written_to(bot: Served, title: str, people: int, organiser: int, first: int = 40_000) -> Crowd:
    """Let people have seats in a training that begins in an hour, and be owed an organiser's message."""
    crowd, number = await composed(bot, title, people, organiser, first)
    async with filling(bot) as transaction:
        desk = ComposingDesk(transaction, bot.world.clock.now())
        assert isinstance(await desk.send(Official(organiser), number, people, organiser, None), Begun)
    return crowd


async def composed(bot: Served, title: str, people: int, organiser: int, first: int = 40_000) -> tuple[Crowd, int]:
    """Let an organiser write a message to people with seats, and not send it yet; return its number as well."""
    crowd = await _seated(bot, title, Kind.MESSAGE, range(first, first + people), UNREMINDED)
    async with filling(bot) as transaction:
        olga, desk = Official(organiser), ComposingDesk(transaction, bot.world.clock.now())
        begun = await desk.compose(olga, 1)
        assert isinstance(begun, Broadcast)
        await desk.write(olga, begun.id, TEXT, len(TEXT))
        await desk.address(olga, begun.id, Segment(Audience.SEATED, training_id=crowd.training))
    return crowd, begun.id


async def _seated(bot: Served, title: str, kind: Kind, numbers: range, preferences: Preferences) -> Crowd:
    number = await training(bot, title, after=SOON)
    before = bot.world.clock.now() - timedelta(days=3)
    async with filling(bot) as transaction:
        for each in numbers:
            await _seat(transaction, number, Official(each, name="Jan Kowal", preferences=preferences), before)
    people = [known(bot.world, "Jan", f"Kowal{each}", each) for each in numbers]
    return Crowd(bot, number, title, kind, people)


async def _seat(transaction: Transaction, number: int, person: Official, at: datetime) -> None:
    await transaction.officials.save(person)
    await transaction.rosters.decide(number, person.id, lambda seen: roster.place(seen, person, at), at)
