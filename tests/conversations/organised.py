"""Towns with organisers, and what they do again and again with a published training."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from bot.cli.demo.town import Resident, Town
from tests.conversations.hearing import words
from tests.conversations.programmes import Json, training
from tests.conversations.test_roles import administrator, invited
from tests.conversations.towns import town_of

TEN_MINUTES = timedelta(minutes=10)
PLACE = {"name": "Dom Morski", "city": "Sopot", "room": "2"}
HEADING = "środa, 6 maja, godz. 9:00–12:00"
HERE = "Sopot, Dom Morski, sala 2"


def budget(**stated: Any) -> Json:  # noqa: ANN401 - it is JSON
    """Return a training on Wednesday 6 May, 9:00–12:00, with two seats, unless something else is stated."""
    usual: Json = {"end": "2026-05-06T12:00", "seats": 2, "mode": "stacjonarne", "place": PLACE}
    return training(**(usual | stated))


@asynccontextmanager
async def organised(
    *trainings: Json, now: str = "", database: str = "sqlite:///:memory:"
) -> AsyncIterator[tuple[Town, Resident]]:
    """Found a town and return it with its administrator."""
    async with town_of(*(trainings or (budget(),)), now=now, database=database) as town:
        yield town, await administrator(town)


async def coordinator(maria: Resident, first_name: str = "Piotr") -> Resident:
    """Return somebody who coordinates the programme."""
    return await invited(maria, "+ koordynacja", maria.town.resident(first_name, "Bąk"))


async def trainer(maria: Resident) -> Resident:
    """Return somebody who leads trainings of the programme."""
    return await invited(maria, "+ prowadzenie", maria.town.resident("Olga", "Zając"))


async def states(person: Resident, **stated: str) -> None:
    """Begin to change training 1, or go on, and state these fields by the words on their buttons."""
    await person.writes("/zmien 1")
    for label, answer in stated.items():
        await person.presses(label.replace("_", " "))
        await person.writes(answer)


async def changes(person: Resident, button: str = "powiadom", **stated: str) -> str:
    """Change training 1 and return what the organiser hears of it."""
    await states(person, **stated)
    await person.presses("Zatwierdzenie")
    return words(await person.presses(button))


async def calls_off(person: Resident, reason: str = "Choroba osoby prowadzącej.") -> str:
    """Call training 1 off and return what the organiser hears of it."""
    await person.writes("/odwolaj 1")
    await person.writes(reason)
    return words(await person.presses("powiadom"))
