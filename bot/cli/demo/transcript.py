"""A transcript: what people do and what the bot answers, as it appears and changes in their chats."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from textwrap import indent
from zoneinfo import ZoneInfo

from bot.cli.demo.town import Resident, Town
from playground.chats import Message

WARSAW = ZoneInfo("Europe/Warsaw")
Print = Callable[[str], None]


class TourFailed(AssertionError):  # noqa: N818 - it is a verdict on a step
    """A step of the tour did not go as it should; the message says what was expected and what was there."""


@dataclass(slots=True)
class Transcript:
    """Prints every new or changed message of the people it watches; ``expect`` asserts what a person reads."""

    town: Town
    people: Sequence[Resident]
    say: Print
    _seen: dict[tuple[int, int], str] = field(default_factory=dict)
    _minute: str = ""

    def chapter(self, title: str) -> None:
        """Begin a part."""
        self.say(f"\n== {title} ==")

    async def writes(self, person: Resident, text: str) -> None:
        """Let a person write."""
        self._did(person, text)
        await person.writes(text)
        self._show()

    async def starts(self, person: Resident, payload: str) -> None:
        """Let a person press START behind a deep link."""
        self._did(person, f"START ({payload[:1]}…)")
        await person.starts(payload)
        self._show()

    async def presses(self, person: Resident, label: str) -> None:
        """Let a person press a button."""
        self._did(person, f"[{label}]")
        await person.presses(label)
        self._show()

    def note(self, text: str) -> None:
        """Tell what happens besides the chats, and what people hear of it."""
        self.say(f"\n{self._time()}   … {text}")
        self._show()

    def expect(self, person: Resident, *phrases: str, buttons: Sequence[str] = ()) -> Message:
        """Assert that the newest message holds these phrases and has these buttons; return it."""
        message = person.last
        labels = [label for row in message.labels for label in row]
        text = message.text.replace("\N{NO-BREAK SPACE}", " ")
        missing = [phrase for phrase in phrases if phrase not in text]
        missing += [f"[{label}]" for label in buttons if label not in labels]
        if missing:
            raise TourFailed(f"{person.person.name} should read {missing}, but reads:\n{message.text}\n{labels}")
        return message

    def _did(self, person: Resident, what: str) -> None:
        self.say(f"\n{self._time()} {person.person.user.first_name} ▸ {what}")

    def _show(self) -> None:
        for person in self.people:
            for message in person.person.chat:
                shown = f"{message.text} {message.labels} {message.document}"
                if message.from_bot and self._seen.get((person.person.id, message.id)) != shown:
                    self._seen[person.person.id, message.id] = shown
                    self._print(person, message)

    def _print(self, person: Resident, message: Message) -> None:
        self.say(indent(f"Terminarz → {person.person.user.first_name}:", " " * 4))
        self.say(indent(message.text, " " * 8))
        if message.document:
            self.say(" " * 8 + f"📎 {message.document.name}")
        for row in message.labels:
            self.say(" " * 8 + " ".join(f"[{label}]" for label in row))

    def _time(self) -> str:
        return f"{self.town.clock.now().astimezone(WARSAW):%a %d %b %H:%M}"
