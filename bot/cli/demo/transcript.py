"""A transcript: what people do and what the bot answers, as it appears and changes in their chats."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from textwrap import indent
from zoneinfo import ZoneInfo

from bot.cli.demo.chapters import Chapters
from bot.cli.demo.town import Resident, Town
from playground.chats import Message
from playground.groups import Group

WARSAW = ZoneInfo("Europe/Warsaw")
Print = Callable[[str], None]


class TourFailed(AssertionError):  # noqa: N818 - it is a verdict on a step
    """A step of the tour did not go as it should; the message says what was expected and what was there."""


@dataclass(slots=True)
class Transcript:
    """Prints every new or changed message of the bot in the chats it watches; ``expect`` asserts what is read there."""

    town: Town
    people: Sequence[Resident]
    group: Group
    chapters: Chapters
    say: Print
    _seen: dict[tuple[int, int], str] = field(default_factory=dict)

    def chapter(self, key: str) -> None:
        """Begin a part."""
        self.say(f"\n== {self.chapters(key)} ==")

    async def writes(self, person: Resident, text: str) -> None:
        """Let a person write."""
        self._did(person, text)
        await person.writes(text)
        self._show()

    async def replies(self, person: Resident, text: str) -> None:
        """Let a person reply to the bot's newest message."""
        self._did(person, f"↩ {text}")
        person.person.replies(person.last, text)
        await self.town.settle()
        self._show()

    async def writes_in_group(self, person: Resident, text: str) -> None:
        """Let a person write where others read along."""
        self._did(person, f"({self.group.shared.title}) {text}")
        self.group.writes(person.person, text)
        await self.town.settle()
        self._show()

    async def starts(self, person: Resident, payload: str) -> None:
        """Let a person press START behind a deep link."""
        self._did(person, f"START ({payload[:1]}…)")
        await person.starts(payload)
        self._show()

    async def presses(self, person: Resident, label: str) -> None:
        """Let a person press a button."""
        self._did(person, f"[{label}]")
        shown = (each for message in reversed(person.person.chat) for row in message.labels for each in row)
        await person.presses(next((each for each in shown if _untied(each) == label), label))
        self._show()

    def note(self, key: str) -> None:
        """Tell what happens besides the chats, and what people hear of it."""
        self.say(f"\n{self._time()}   … {self.chapters(key)}")
        self._show()

    def expect(
        self, where: Resident | Group, *phrases: str, buttons: Sequence[str] = (), unwanted: Sequence[str] = ()
    ) -> None:
        """Assert that the newest message holds these phrases and has these buttons, and holds nothing unwanted."""
        message = where.last
        labels = [_untied(label) for row in message.labels for label in row]
        text = _untied(message.text)
        missing = [phrase for phrase in phrases if phrase not in text]
        missing += [f"[{label}]" for label in buttons if label not in labels]
        name = _name(where)
        if missing:
            raise TourFailed(self.chapters("missing", name=name, missing=missing, text=text, labels=labels))
        if said := [phrase for phrase in unwanted if phrase in text]:
            raise TourFailed(self.chapters("unwanted", name=name, unwanted=said, text=text))

    def count(self, person: Resident, heard: int) -> None:
        """Assert how many messages of the bot a person sees."""
        if len(person.heard) != heard:
            raise TourFailed(self.chapters("counted", name=_name(person), heard=len(person.heard), wanted=heard))

    def _did(self, person: Resident, what: str) -> None:
        self.say(f"\n{self._time()} {person.person.user.first_name} ▸ {what}")

    def _show(self) -> None:
        chats = [*((_name(each), each.person.chat) for each in self.people), (_name(self.group), self.group.chat)]
        for name, messages in chats:
            for message in messages:
                shown = f"{message.text} {message.labels} {message.document}"
                if message.from_bot and self._seen.get((message.chat.id, message.id)) != shown:
                    self._seen[message.chat.id, message.id] = shown
                    self._print(name, message)

    def _print(self, name: str, message: Message) -> None:
        self.say(indent(f"Terminarz → {name}:", " " * 4))
        self.say(indent(message.text, " " * 8))
        if message.document:
            self.say(" " * 8 + f"📎 {message.document.name}")
        for row in message.labels:
            self.say(" " * 8 + " ".join(f"[{label}]" for label in row))

    def _time(self) -> str:
        return self.chapters.moment(self.town.clock.now().astimezone(WARSAW))


def _name(where: Resident | Group) -> str:
    return where.shared.title if isinstance(where, Group) else where.person.user.first_name


def _untied(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
