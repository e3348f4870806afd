"""Groups and channels in which trainings are posted: bound, published in, and read."""

from bot.cli.demo.town import Resident, Town
from domain.desks.posts import Posts
from playground.chats import Message
from playground.groups import Channel, Group
from tests.conversations.hearing import words
from tests.conversations.test_roles import administrator, invited


async def coordinator(town: Town, first_name: str = "Ewa") -> Resident:
    """Return a coordinator of the only programme; the administrator is Maria."""
    return await invited(await administrator(town), "+ koordynacja", town.resident(first_name, "Lis"))


async def bound_channel(town: Town, person: Resident, title: str = "Ogłoszenia") -> Channel:
    """Return a channel that this organiser runs and has chosen."""
    channel = town.world.channel(title, with_bot=False)
    channel.shared.members[person.person.id] = "creator"
    await person.writes("/kanaly")
    await person.presses("Dodaj kanał")
    person.person.shares(channel.shared, 2)
    await town.settle()
    return channel


async def bound_group(town: Town, person: Resident, *, supergroup: bool = False) -> Group:
    """Return a group in which this organiser wrote /tutaj."""
    group = town.world.group("Wydział", [person.person], supergroup=supergroup)
    await here(town, group, person)
    return group


async def here(town: Town, group: Group, person: Resident, thread: int = 0, text: str = "/tutaj") -> None:
    """Let somebody write /tutaj in a group."""
    group.writes(person.person, text, thread=thread)
    await town.settle()


async def published(town: Town, *numbers: int) -> int:
    """Publish trainings by their numbers; return in how many chats they are posted."""
    async with town.bot.storage.transaction() as transaction:
        stored = [await transaction.trainings.get(number) for number in numbers or (1,)]
        trainings = [each.training for each in stored if each]
        posts = await Posts(transaction, town.clock.now()).published(trainings)
    await town.settle()
    return posts


def posts(chat: Channel | Group) -> list[str]:
    """Return what the bot has posted about trainings and still stands there, oldest first."""
    return [words(message) for message in messages(chat)]


def messages(chat: Channel | Group) -> list[Message]:
    """Return the bot's posts about trainings."""
    return [message for message in chat.chat if message.from_bot and "?start=s" in str(message.keyboard)]
