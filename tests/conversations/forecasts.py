"""What organisers do with what will go out, and what was heard of it."""

from bot.cli.demo.town import Resident, Town
from domain import reminders
from tests.conversations.hearing import words
from tests.conversations.messages import crowd
from tests.conversations.towns import WARSAW
from tests.storage.conftest import by_hand


async def reminded(town: Town, count: int, sleepers: int = 0) -> list[Resident]:
    """Return so many people with a seat and reminders of the first training; the last have quiet time until ten."""
    people = await crowd(town, count, sleepers)
    async with town.bot.storage.transaction() as transaction:
        stored = await transaction.trainings.get(1)
        assert stored is not None
        for person in people:
            known = await transaction.officials.get(person.person.id)
            assert known is not None
            plan = reminders.plan(stored.training, known.id, known.preferences, town.clock.now())
            await transaction.notices.plan(plan)
    return people


async def opened(organiser: Resident, number: int = 1) -> str:
    """Let an organiser open a group of what will go out; return what is told of it."""
    await organiser.writes("/prognoza")
    return words(await organiser.presses(str(number)))


def unasked(person: Resident) -> list[str]:
    """Return when a person was reminded, or told of news: ``05.05 14:00``."""
    heard = [each for each in person.person.chat if each.from_bot and each.text.startswith(("🔔", "Nowe szkolenie\n"))]
    return [f"{each.at.astimezone(WARSAW):%d.%m %H:%M}" for each in heard]


async def fates(town: Town, person: Resident) -> list[tuple[str, str, str]]:
    """Return what became of everything that was to be said to a person unasked: kind, fate, reason."""
    ask = by_hand(town.bot.storage)
    told = await ask("SELECT official_id, kind, fate, reason FROM notice ORDER BY id")
    return [(kind, fate, reason) for whom, kind, fate, reason in told if whom == person.person.id]
