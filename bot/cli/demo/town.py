"""A town: the whole bot on a local Telegram in this process, with people to play and a clock to move.

The demonstration, the tour and the conversation tests live in one; only Telegram and the clock are doubles.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib.resources import files

from bot.application import Bot, build_application
from bot.settings import Chat, Controller, Institution, Intake, Sending, Settings
from domain import programme
from domain.desks.programmes import Imported, ProgrammesDesk
from playground.chats import Message
from playground.clock import MORNING, ManualClock, RunningClock
from playground.persons import Person
from playground.request import InProcess
from playground.world import World
from storage.database import open_storage

MEMORY = "sqlite:///:memory:"
CONTROLLER = Controller(
    name="Metropolia Nadmorska",
    address="ul. Portowa 1, 81-000 Gdynia",
    contact="dane@metropolia.example.org",
    data_protection_officer="iod@metropolia.example.org",
)
INSTITUTIONS = (
    Institution(name="Urząd Miasta Gdyni", aliases=("UM Gdynia", "Gdynia"), member=True),
    Institution(name="Urząd Miasta Sopotu", aliases=("UM Sopot", "Sopot"), member=True),
    Institution(name="Urząd Gminy Pruszcz Gdański", aliases=("UG Pruszcz Gdański", "Pruszcz Gdański")),
)


def coast(today: datetime = MORNING) -> str:
    """Return the demonstration programme as a file's text, moved by whole weeks so that it lies around a day."""
    weeks = timedelta(weeks=(today - MORNING) // timedelta(weeks=1))
    text = files("playground").joinpath("programmes/coast.json").read_text("utf-8")
    return _DAY.sub(lambda day: f'"{date.fromisoformat(day[1]) + weeks}{day[2]}"', text)


_DAY = re.compile(r'"(\d{4}-\d\d-\d\d)((?:T\d\d:\d\d)?)"')


def town_settings(token: str, database: str = MEMORY, controller: Controller = CONTROLLER) -> Settings:
    """Return the settings of a town: an invented controller, invented institutions, a rate that nobody waits for."""
    return Settings.model_validate(
        {
            "token": token,
            "database": database,
            "base_url": "http://127.0.0.1",
            "chat": Chat(),
            "controller": controller,
            "sending": Sending(rate=1000, per_chat=60_000),
            "intake": Intake(poll_timeout=1),
            "institutions": INSTITUTIONS,
        }
    )


@dataclass(slots=True)
class Town:
    """The world, its clock and the bot that serves it."""

    world: World
    clock: ManualClock | RunningClock
    bot: Bot

    async def settle(self) -> None:
        """Let the bot take in and answer everything, and deliver what is due."""
        await self.bot.settle()

    async def until(self, moment: datetime) -> None:
        """Move the clock to an instant, stopping wherever something falls due on the way."""
        await self.settle()
        while (due := await self.next_due()) and self.clock.now() < due <= moment:
            self.clock.set(due)
            await self.settle()
        self.clock.set(max(moment, self.clock.now()))
        await self.settle()

    async def passes(self, span: timedelta) -> None:
        """Let time pass."""
        await self.until(self.clock.now() + span)

    async def goes_on(self, programme_text: str | None) -> None:
        """Go on where a kept town was left, its clock not earlier; a new one gets the demonstration's programme.

        A programme that is given is imported in any case.
        """
        async with self.bot.storage.reading() as transaction:
            latest, known = await transaction.latest(), await transaction.trainings.programmes()
        if latest and latest > self.clock.now():
            self.clock.set(latest)
        if programme_text or not known:
            await self.imports(programme_text or coast(self.clock.now()))

    async def next_due(self) -> datetime | None:
        """Return the instant at which something falls due next."""
        async with self.bot.storage.reading() as transaction:
            return await transaction.next_due()

    async def imports(self, text: str, *, silent: bool = False) -> Imported:
        """Import a programme file."""
        file = programme.read(text)
        async with self.bot.storage.transaction() as transaction:
            return await ProgrammesDesk(transaction, self.clock.now()).take_in(file, silent=silent)

    def resident(self, first_name: str, last_name: str = "", *, language: str = "pl") -> "Resident":
        """Let a person move in."""
        return Resident(self.world.person(first_name, last_name, language=language), self)


@dataclass(frozen=True, slots=True)
class Resident:
    """A person whose every act is answered before the next; each act returns the bot's newest message."""

    person: Person
    town: Town

    @property
    def last(self) -> Message:
        """The bot's newest message."""
        return self.person.last

    @property
    def heard(self) -> list[str]:
        """The texts of all the bot's messages that are visible, oldest first."""
        return [message.text for message in self.person.chat if message.from_bot]

    @property
    def toast(self) -> str:
        """What flashed over the chat last; empty when nothing has."""
        return self.person.toasts[-1].text if self.person.toasts else ""

    async def starts(self, payload: str = "") -> Message:
        """Press START."""
        self.person.starts(payload)
        return await self._answered()

    async def writes(self, text: str) -> Message:
        """Write to the bot."""
        self.person.writes(text)
        return await self._answered()

    async def presses(self, label: str) -> Message:
        """Press the newest button with this label."""
        self.person.presses(label)
        return await self._answered()

    async def forges(self, data: str) -> Message:
        """Send a press that no button carries."""
        self.person.forges(data)
        return await self._answered()

    async def _answered(self) -> Message:
        await self.town.settle()
        return self.person.last


@asynccontextmanager
async def found(
    programme_text: str | None = None,
    *,
    database: str = MEMORY,
    controller: Controller = CONTROLLER,
    clock: ManualClock | RunningClock | None = None,
    seed: int = 0,
    exclusive: bool = False,
) -> AsyncIterator[Town]:
    """Found a town with a programme, the demonstration's unless another is given; ``seed`` numbers its updates."""
    clock = clock or ManualClock()
    world = World(clock, name="Terminarz", username="terminarz_demo_bot", seed=seed)
    settings = town_settings(world.token, database, controller)
    storage = await open_storage(database, exclusive=exclusive)
    try:
        bot = await build_application(settings, storage, clock, InProcess(world))
        town = Town(world, clock, bot)
        await bot.profile.introduce()
        await town.goes_on(programme_text)
        yield town
        await bot.close()
    finally:
        await storage.close()
