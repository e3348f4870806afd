"""What the page plays on: a world, the phones it shows, and time. Imports no HTTP."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from playground.clock import RunningClock
from playground.persons import Person
from playground.world import World


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
    """One phone on the page: whose it is, in which role, and the links that wait to be opened.

    `role` and the kinds in `links` (a kind for each deep-link payload) are keys of the page's own texts.
    """

    person: Person
    role: str
    links: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything a page shows and moves; `clock` is the world's."""

    world: World
    clock: RunningClock
    passage: Passage
    phones: tuple[Phone, ...]

    def phone(self, person_id: int) -> Phone | None:
        """Find the phone of a person."""
        return next((phone for phone in self.phones if phone.person.id == person_id), None)
