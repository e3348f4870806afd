"""What is shown: one chat of one person, as it goes on, and a word about what comes elsewhere."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import partial

from playground.chats import Chat, Message
from playground.queries import Toast
from playground.stage import Phone, Stage
from playground.stage.messages import message
from playground.state import Event
from playground.terminal import drawing, looking
from playground.terminal.drawing import Paper
from playground.terminal.ink import bold, harmless, wrapped
from playground.terminal.numbers import Numbers, Spot, keys_below, spots_on
from playground.terminal.words import Words, day_of

SHOWN_AGAIN = 3
"""Messages shown of a chat that one comes back to, unless more are new."""

_WIDEST = 100


class Screen:
    """Shows a stage line by line; ``say`` writes one line, ``width`` tells how wide it may be."""

    def __init__(
        self, stage: Stage, say: Callable[[str], None], words: Words, *, ink: bool, width: Callable[[], int]
    ) -> None:
        self.words = words
        self.phone: Phone = stage.phones[0]
        self.chat: Chat = self.phone.person.private
        self.busy = False
        self.unread: Counter[int] = Counter()
        self._stage, self._say, self._ink, self._width = stage, say, ink, width
        self._links: list[str] = []
        self._news: dict[int, Chat] = {}
        self._numbers: dict[Chat, Numbers] = {}
        self._keys: list[list[Spot]] = []
        self._day: date | None = None
        self.close = stage.world.watch(self._notice)

    @property
    def numbers(self) -> Numbers:
        """The numbers in the chat shown."""
        numbers = self._numbers.setdefault(self.chat, Numbers(partial(spots_on, self.chat)))
        numbers.answering = self.busy
        return numbers

    def chats_with(self, number: int) -> list[Chat]:
        """List the chats in which a number stands for a button that is there."""
        return [chat for chat, numbers in self._numbers.items() if numbers.find(number) is not None]

    def tell(self, key: str, **values: object) -> None:
        """Say one of the terminal's own sentences."""
        self.write(self.words(key, **values))

    def write(self, text: str) -> None:
        """Say a text, made harmless."""
        self.draw(wrapped(harmless(text), self.paper().width))

    def draw(self, lines: Iterable[str]) -> None:
        """Say lines as they are."""
        for line in lines:
            self._say(line)

    def paper(self) -> Paper:
        """Return what to draw on now."""
        return Paper(self.words, self.numbers, min(self._width(), _WIDEST), self._ink)

    def look(self, phone: Phone, chat: Chat) -> None:
        """Turn to a chat of a person and show the end of it."""
        self.phone, self.chat = phone, chat
        new, self.unread[chat.id] = self.unread[chat.id], 0
        self._news.pop(chat.id, None)
        self._day, self._keys = None, []
        place = looking.place_of(chat, self.words)
        heading = self.words("heading", name=phone.person.name, role=self.words(phone.role), place=place)
        self.draw(["", bold(f"== {harmless(heading)} ==", ink=self._ink)])
        for said in chat.visible()[-max(new, SHOWN_AGAIN) :]:
            self._draw_message(said)
        self._tell_doors()
        self.tell_rest()

    def press(self, label: str) -> None:
        """Show that the person shown pressed a button."""
        now = self._stage.clock.now()
        self._draw_day(now)
        self.draw(drawing.pressed(self.phone.person.name, now, label, self.paper()))

    def tell_rest(self) -> None:
        """Show what is told once things have calmed down: the keys below the chat, and what came elsewhere."""
        if (keys := keys_below(self.chat)) != self._keys:
            self._keys = keys
            self.draw(drawing.keys(keys, self.paper()))
        for chat in self._news.values():
            if (known := looking.whereabouts(self._stage, chat, self.phone, self.words)) is not None:
                place, command = known
                self.write(self.words.count("unread", self.unread[chat.id], place=place, command=command))
        self._news.clear()

    def take_links(self) -> list[str]:
        """Return, once, the links that answers to presses have opened."""
        links, self._links = self._links, []
        return links

    def _notice(self, event: Event) -> None:
        match event.kind, event.subject:
            case "message" | "edited", Message() as said if said.chat is self.chat:
                self._draw_message(said, edited=event.kind == "edited")
            case "deleted", Message() as said if said.chat is self.chat:
                self.tell("deleted", number=said.id)
            case "message", Message() as said if said.sender is not self.phone.person.user:
                self.unread[said.chat.id] += 1
                self._news[said.chat.id] = said.chat
            case "toast", Toast() as toast if event.chat_id == self.phone.person.id:
                self._pop_up(toast)
            case "call", _ if not self.busy:
                self.tell_rest()

    def _pop_up(self, toast: Toast) -> None:
        if toast.url:
            self._links.append(toast.url)
        if toast.text:
            self.tell("alert" if toast.alert else "toast", text=toast.text)

    def _draw_message(self, said: Message, *, edited: bool = False) -> None:
        self._draw_day(said.edited_at or said.at)
        self.draw(drawing.message(message(said), self.paper(), edited=edited))

    def _draw_day(self, at: datetime) -> None:
        if self._day != (day := day_of(at)):
            self._day = day
            self.draw(["", f"-- {self.words.day(at)} --"])

    def _tell_doors(self) -> None:
        """Say how a chat with the bot begins, or begins again, and which links wait."""
        person = self.phone.person
        if self.chat is not person.private:
            return
        match self.chat.status(self._stage.world.bot.id):
            case "left":
                texts = self._stage.world.profile.descriptions
                for line in (texts.get(person.user.language_code) or texts.get("", "")).splitlines():
                    self.write(line)
                self.tell("begin")
            case "kicked":
                self.tell("blocked")
        for payload, kind in self.phone.links.items():
            self.tell(f"link.{kind}", payload=payload)
