"""Messages to many as organisers write them: from the command to the button that sends."""

from dataclasses import replace
from datetime import time

from bot.cli.demo.town import Resident, Town
from domain.official import Grant, Official, Preferences, Role
from tests.storage.samples import join

TEXT = "Prosimy zabrać dowód osobisty."


async def organiser(
    town: Town, first_name: str = "Olga", role: Role = Role.COORDINATOR, programme: int = 1
) -> Resident:
    """Return somebody who coordinates the town's programme, or has another role in it."""
    person = town.resident(first_name, "Lis")
    await person.starts()
    async with town.bot.storage.transaction() as transaction:
        where = None if role is Role.ADMINISTRATOR else programme
        await transaction.organisers.grant(Grant(person.person.id, role, where))
    return person


async def crowd(town: Town, count: int, sleepers: int = 0) -> list[Resident]:
    """Return so many people with a seat on the first training; the last of them have quiet time until ten."""
    people = [town.resident(f"Osoba {chr(65 + n % 26)}{chr(97 + n // 26)}", "Nowak") for n in range(count)]
    async with town.bot.storage.transaction() as transaction:
        for place, person in enumerate(people, 1):
            person.person.private.members[town.world.bot.id] = "member"
            quiet_until = time(10) if place > count - sleepers else Preferences().quiet_until
            known = Official(person.person.id, name=f"{person.person.user.first_name} Nowak")
            await transaction.officials.save(replace(known, preferences=Preferences(quiet_until=quiet_until)))
            await transaction.rosters.decide(1, known.id, join(known.id), town.clock.now())
    return people


async def composed(person: Resident, text: str = TEXT, audience: str = "everyone", which: int = 0) -> int:
    """Let an organiser write a message for an audience, to the point where it can be sent; return its id."""
    await person.forges("rn:1")
    number = await newest(person.town)
    await person.forges(f"rd:{number}:{audience}:{which}")
    await person.writes(text)
    return number


async def newest(town: Town) -> int:
    """Return the id of the message that was begun last."""
    number = 0
    async with town.bot.storage.reading() as transaction:
        while await transaction.broadcasts.get(number + 1):
            number += 1
    return number


def copies(person: Resident, text: str = TEXT) -> int:
    """Return how many messages with this text from an organiser a person has."""
    said = [message.text for message in person.person.chat if message.from_bot]
    return sum(text in each and each.startswith("Wiadomość od organizatora") for each in said)
