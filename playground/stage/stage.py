"""What is played on: a world, the phones in people's hands, and time."""

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from playground.chats import OWNERS, Chat
from playground.clock import RunningClock
from playground.groups import Channel, Group
from playground.persons import Person
from playground.stage.mishaps import Mishaps
from playground.stage.traffic import Traffic
from playground.world import World

PRESENT = ("member", *OWNERS)


class Passage(Protocol):
    """Lets time pass: stops wherever something falls due on the way, until all has been said."""

    async def until(self, moment: datetime) -> None:
        """Move the clock to an instant that is not past."""
        ...

    async def next_due(self) -> datetime | None:
        """Tell when something falls due next."""
        ...


@dataclass(frozen=True, slots=True)
class Phone:
    """One phone: whose it is, in which role, and the links that wait to be opened.

    `role` and the kinds in `links` (a kind for each deep-link payload) are keys of the texts of whoever shows it.
    """

    person: Person
    role: str
    links: dict[str, str] = field(default_factory=dict)


class Stage:
    """Everything that is shown and moved; `clock` is the world's.

    `newcomers` are first and last names of people who can still come; `start_anew`, where given, ends this stage and
    opens another, of another `era`.
    """

    def __init__(
        self,
        world: World,
        clock: RunningClock,
        passage: Passage,
        phones: Iterable[Phone],
        *,
        newcomers: Iterable[tuple[str, str]] = (),
        start_anew: Callable[[], None] | None = None,
    ) -> None:
        self.era = time.time_ns() // 1_000_000
        self.world = world
        self.clock = clock
        self.passage = passage
        self.phones = list(phones)
        self.newcomers = list(newcomers)
        self.start_anew = start_anew
        self.mishaps = Mishaps(world.faults, world.clock)
        self.traffic = Traffic(world)

    def phone(self, person_id: int) -> Phone | None:
        """Find the phone of a person."""
        return next((phone for phone in self.phones if phone.person.id == person_id), None)

    def shared(self, chat_id: int) -> Group | Channel | None:
        """Find a group or a channel."""
        return next((shared for shared in self._all_shared() if shared.id == chat_id), None)

    def chats_of(self, person: Person) -> list[Chat]:
        """List the chats on a person's phone: the one with the bot, then the groups and channels they are in."""
        chats = [shared.shared for shared in self._all_shared()]
        return [person.private, *(chat for chat in chats if chat.status(person.id) in PRESENT)]

    def chats(self) -> list[Chat]:
        """List every chat on some phone, each once."""
        private = [phone.person.private for phone in self.phones]
        return private + [shared.shared for shared in self._all_shared()]

    def invite(self, language: str = "pl") -> Phone:
        """Let the next person come, into every group and channel; IndexError when all are here."""
        person = self.world.person(*self.newcomers.pop(0), language=language)
        self.phones.append(phone := Phone(person, "official"))
        self.world.state.happened("chat", person.id, person.private)
        for shared in self._all_shared():
            shared.joins(person)
        return phone

    def _all_shared(self) -> Iterator[Group | Channel]:
        return itertools.chain(self.world.groups, self.world.channels)


def owns(chat: Chat, person: Person) -> bool:
    """Tell whether a person runs a chat: lets the bot in and out, and alone writes in a channel."""
    return chat.status(person.id) in OWNERS
