"""What people hear, ready to be compared: words without ties between them, labels in one row."""

from bot.cli.demo.town import Resident, Town
from playground.chats import Message


def words(message: Message) -> str:
    """Return a message's words with plain spaces."""
    return untied(message.text)


def labels(message: Message) -> list[str]:
    """Return the words on a message's buttons, in reading order, with plain spaces."""
    return [untied(label) for row in message.labels for label in row]


def untied(text: str) -> str:
    """Return a text with plain spaces for those at which a line must not break."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def toast(person: Resident) -> str:
    """Return what flashed over a person's chat last, with plain spaces."""
    return untied(person.toast)


def heard(person: Resident) -> list[str]:
    """Return the words of everything the bot has said to a person and that is still there, oldest first."""
    return [words(message) for message in person.person.chat if message.from_bot]


def news(person: Resident, before: int) -> list[str]:
    """Return what a person heard after so many messages."""
    return heard(person)[before:]


def sent(town: Town) -> int:
    """Return how many calls showed or changed something, in any chat."""
    return sum(call.method.startswith(("send", "edit")) for call in town.world.calls)
