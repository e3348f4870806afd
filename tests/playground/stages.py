"""A stage without a bot: two people, a group and a channel, and days in which things fall due at given instants."""

from datetime import datetime

from playground.clock import MORNING, RunningClock
from playground.stage import Phone, Stage
from playground.world import World


class Days:
    """Time in which things fall due at given instants."""

    def __init__(self, clock: RunningClock, world: World) -> None:
        self.clock = clock
        self.world = world
        self.due: dict[datetime, str] = {}
        """What the bot says to the first person at an instant; nothing where that is empty."""

    async def until(self, moment: datetime) -> None:
        self.clock.set(moment)
        for due in [due for due in self.due if due <= moment]:
            await self.world.ask("sendMessage", chat_id=self.world.people[0].id, text=self.due.pop(due))

    async def next_due(self) -> datetime | None:
        return min(self.due, default=None)


def made_stage() -> tuple[Stage, Days]:
    """Return a stage whose clock stands, and its days; the official is the first person, the organiser the second."""
    clock = RunningClock()
    clock.pause()
    clock.set(MORNING)
    world = World(clock, name="Terminarz", username="playing_bot")
    anna = Phone(world.person("Anna", "Nowak", language="pl"), "official")
    maria = Phone(world.person("Maria", "Wiśniewska", language="pl"), "organiser", {"iTOKEN": "administrator"})
    world.group("Referat", [maria.person, anna.person])
    channel = world.channel("Ogłoszenia")
    for phone in (maria, anna):
        channel.joins(phone.person)
    channel.promotes(maria.person)
    days = Days(clock, world)
    return Stage(world, clock, days, [anna, maria], newcomers=[("Piotr", "Zieliński")]), days
