"""A person's hands and eyes: what a test, a tour or a page lets someone do, and what they see.

Every act queues the update Telegram would send. Acts a person could not do raise an AssertionError that says so.
"""

import re

from playground.chats import OWNERS, Chat, Message
from playground.correspondents import Correspondent
from playground.keyboards import Button, ChatRequest, Key
from playground.links import payload_for
from playground.queries import Toast

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Person(Correspondent):
    """One person, with a private chat with the bot and a place in groups and channels."""

    @property
    def last(self) -> Message:
        """The newest message from the bot."""
        found = next((message for message in reversed(self.chat) if message.from_bot), None)
        if found is None:
            raise AssertionError(f"{self.name} has heard nothing from the bot.")
        return found

    @property
    def toasts(self) -> list[Toast]:
        """What popped up after presses, oldest first."""
        return self._state.queries.toasts(self.user)

    @property
    def commands(self) -> list[tuple[str, str]]:
        """The commands offered in the private chat, with their descriptions."""
        found = self._state.profile.commands_seen(self.user, self.private)
        return [(command["command"], command["description"]) for command in found]

    def starts(self, payload: str = "") -> Message:
        """Press START, perhaps from a deep link; unblocks the bot if it was blocked."""
        if not _PAYLOAD.fullmatch(payload):
            raise AssertionError(f"A deep link cannot carry {payload!r}: 64 letters, digits, _ and - at most.")
        self.unblocks()
        return self.writes(f"/start {payload}".strip())

    def opens(self, link: str) -> str | None:
        """Follow a link to the bot and press START; return what it carried, None where the chat is only opened."""
        payload = payload_for(self._state.bot.username, link)
        if payload is None:
            raise AssertionError(f"{link} does not lead to @{self._state.bot.username}.")
        if not payload and self.private.status(self._state.bot.id) == "member":
            return None
        self.starts(payload)
        return payload

    def edits(self, message: Message, text: str) -> Message:
        """Change a message of one's own."""
        if message.sender is not self.user:
            raise AssertionError(f"{self.name} did not write this message: {message}")
        message.content = self._state.typed(text)
        message.edited_at = self._state.clock.now()
        self._state.happened("edited", message.chat.id, message)
        self._state.deliver(message, edited=True)
        return message

    def presses(self, label: str) -> str | None:
        """Press the newest visible button with this label, or with this part of one where only one has it.

        A button with a link or a text to copy gives it back and tells the bot nothing. A button of the keyboard
        below the writing line sends its words.
        """
        for fits in (str.__eq__, str.__contains__):
            for message in reversed(self.chat):
                found = [button for row in message.buttons for button in row if fits(button.label, label)]
                if found and (len(found) == 1 or fits is str.__eq__):
                    return self._presses(message, found[0])
        if label in [key.text for key in self._keys() if key.request is None]:
            self.writes(label)
            return None
        raise AssertionError(f"{self.name} sees no single button {label!r}; visible are: {self._visible_labels()}")

    def presses_on(self, message: Message, label: str) -> str | None:
        """Press a button of one message, in any chat, old ones included."""
        for fits in (str.__eq__, str.__contains__):
            found = [button for row in message.buttons for button in row if fits(button.label, label)]
            if found and (len(found) == 1 or fits is str.__eq__):
                return self._presses(message, found[0])
        raise AssertionError(f"No single button {label!r} in the message; there are: {message.labels}")

    def forges(self, data: str, message: Message | None = None) -> None:
        """Send callback data as a tampered client can, which no button need carry; the message may be in any chat."""
        on = message or self.last
        if on.chat is not self.private and on.chat.status(self._state.bot.id) in {"left", "kicked"}:
            raise AssertionError(f"The bot is not in {on.chat.title} and hears of no press there.")
        query = self._state.queries.open(self.user, data)
        shown = {"id": query.id, "from": self.user.raw(), "message": on.pressed(), "data": data}
        self._state.notify("callback_query", on.chat, shown | {"chat_instance": str(on.chat.id)})

    def shares(self, chat: Chat, request_id: int) -> Message:
        """Answer a key that asks for a chat: the bot learns its id, and may be let in on the way."""
        requests = [key.request for key in self._keys() if key.request is not None]
        asked = next((request for request in requests if request.id == request_id), None)
        if asked is None:
            raise AssertionError(f"No key asks {self.name} for a chat with the number {request_id}.")
        if not self._fits(chat, asked):
            raise AssertionError(f"{self.name} is not offered {chat.title}: it is not what the key asks for.")
        self._lets_bot_in(chat, asked)
        told = {"title": chat.title, "username": chat.username}
        shared = {"request_id": request_id, "chat_id": chat.id}
        return self.sends({"chat_shared": shared | {name: told[name] for name in asked.tells if told[name]}})

    def blocks(self) -> None:
        """Block the bot."""
        self._state.change_bot_status(self.private, self.user, "kicked")

    def unblocks(self) -> None:
        """Let the bot write again after blocking it."""
        if self.private.status(self._state.bot.id) == "kicked":
            self._state.change_bot_status(self.private, self.user, "member")

    def deactivates(self) -> None:
        """Delete the account."""
        self.user.deactivated = True

    def _presses(self, message: Message, button: Button) -> str | None:
        if button.data is None:
            return button.url or button.copies
        self._check_able()
        self.forges(button.data, message)
        return None

    def _lets_bot_in(self, chat: Chat, asked: ChatRequest) -> None:
        """Make the bot what the key asks for; clients add it to a group in which it has to be."""
        if asked.promotes_bot:
            self._state.change_bot_status(chat, self.user, "administrator")
        elif asked.with_bot and not asked.channel and chat.status(self._state.bot.id) in {"left", "kicked"}:
            self._state.change_bot_status(chat, self.user, "member")
            note = self._state.post(chat, self.user, {"new_chat_members": [self._state.bot.raw()]})
            self._state.deliver(note)

    def _fits(self, chat: Chat, asked: ChatRequest) -> bool:
        """Tell whether Telegram would offer this chat for a request."""
        place = chat.status(self.id)
        return (
            chat.type != "private"
            and chat.moved_to is None
            and place not in {"left", "kicked"}
            and (chat.type == "channel") == asked.channel
            and asked.forum in {None, chat.forum}
            and asked.named in {None, bool(chat.username)}
            and (not asked.owned or place == "creator")
            and (not asked.administered or place in OWNERS)
        )

    def _keys(self) -> list[Key]:
        return [key for row in self.private.keys for key in row]

    def _visible_labels(self) -> list[str]:
        shown = [label for message in self.chat for row in message.labels for label in row]
        return shown + [key.text for key in self._keys()]
