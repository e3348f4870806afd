"""A person's hands and eyes: what a test, a tour or a page lets someone do, and what they see.

Every act queues the update Telegram would send. Acts a person could not do raise an AssertionError that says so.
"""

import re
from urllib.parse import parse_qs, urlsplit

from playground.answers import Json
from playground.chats import Chat, Message, User
from playground.files import Upload
from playground.keyboards import Button
from playground.queries import Toast
from playground.state import State

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Person:
    """One person and their private chat with the bot."""

    def __init__(self, state: State, user: User, chat: Chat) -> None:
        self._state = state
        self.user = user
        self.private = chat

    @property
    def id(self) -> int:
        """The account's id, which is the private chat's too."""
        return self.user.id

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.user.first_name} {self.user.last_name}".strip()

    @property
    def chat(self) -> list[Message]:
        """The messages of the private chat, oldest first, without what was deleted."""
        return self.private.visible()

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

    def opens(self, link: str) -> Message:
        """Follow a deep link to the bot and press START."""
        parts = urlsplit(link)
        if (parts.netloc, parts.path) != ("t.me", f"/{self._state.bot.username}"):
            raise AssertionError(f"{link} does not lead to @{self._state.bot.username}.")
        return self.starts(parse_qs(parts.query).get("start", [""])[0])

    def writes(self, text: str) -> Message:
        """Write to the bot."""
        return self.sends(self._state.typed(text))

    def replies(self, to: Message, text: str) -> Message:
        """Write to the bot in reply to a message."""
        return self.sends(self._state.typed(text), reply_to=to)

    def forwards(self, text: str, of: str = "Someone") -> Message:
        """Forward someone else's text to the bot."""
        at = int(self._state.clock.now().timestamp())
        origin = {"type": "hidden_user", "sender_user_name": of, "date": at}
        return self.sends(self._state.typed(text) | {"forward_origin": origin})

    def sends(self, content: Json, *, reply_to: Message | None = None) -> Message:
        """Send anything, given as the fields of a Bot API message; the ways below make the usual ones."""
        self._check_able()
        if self.private.status(self._state.bot.id) == "left":
            self.private.members[self._state.bot.id] = "member"
        message = self._state.post(self.private, self.user, content, reply_to=reply_to)
        self._state.deliver(message)
        return message

    def sends_document(
        self, name: str, content: bytes, mime: str = "application/octet-stream", **how: int | str
    ) -> Message:
        """Send a file; `claimed_size` makes it pass for a larger one, `caption` puts words under it."""
        size = how.get("claimed_size")
        kept = self._state.files.keep(Upload(name, content, mime), claimed_size=None if size is None else int(size))
        caption = {"caption": how["caption"]} if "caption" in how else {}
        return self.sends({"document": kept.as_document(), **caption})

    def sends_photo(self, content: bytes = b"\xff\xd8\xff", caption: str = "") -> Message:
        """Send a picture."""
        kept = self._state.files.keep(Upload("photo.jpg", content, "image/jpeg"), "photos")
        return self.sends({"photo": kept.as_photo()} | ({"caption": caption} if caption else {}))

    def sends_sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        kept = self._state.files.keep(Upload("sticker.webp", b"RIFF", "image/webp"), "stickers")
        shape = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
        return self.sends({"sticker": kept.raw() | shape | {"emoji": emoji}})

    def sends_voice(self, seconds: int = 3) -> Message:
        """Send a voice message."""
        kept = self._state.files.keep(Upload("voice.ogg", b"OggS", "audio/ogg"), "voice")
        return self.sends({"voice": kept.raw() | {"duration": seconds, "mime_type": "audio/ogg"}})

    def sends_location(self, latitude: float = 52.23, longitude: float = 21.01) -> Message:
        """Send a point on the map."""
        return self.sends({"location": {"latitude": latitude, "longitude": longitude}})

    def sends_contact(self, phone: str = "+48 600 000 000") -> Message:
        """Send one's own contact card."""
        card = {"phone_number": phone, "first_name": self.user.first_name, "user_id": self.id}
        return self.sends({"contact": card})

    def sends_dice(self, value: int = 6) -> Message:
        """Throw a die."""
        return self.sends({"dice": {"emoji": "🎲", "value": value}})

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
        if label in self._keys_below():
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
        """Send callback data that no button carries, as a tampered client can."""
        on = message or self.last
        query = self._state.queries.open(self.user, data)
        shown = {"id": query.id, "from": self.user.raw(), "message": on.raw(), "data": data}
        self._state.notify("callback_query", on.chat, shown | {"chat_instance": str(on.chat.id)})

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

    def _check_able(self) -> None:
        if self.user.deactivated:
            raise AssertionError(f"{self.name} has deleted the account and cannot do anything.")
        if self.private.status(self._state.bot.id) == "kicked":
            raise AssertionError(f"{self.name} has blocked the bot and cannot write to it; let them unblock it first.")

    def _keys_below(self) -> list[str]:
        rows = (self.private.below or {}).get("keyboard", [])
        return [key if isinstance(key, str) else key["text"] for row in rows for key in row]

    def _visible_labels(self) -> list[str]:
        return [label for message in self.chat for row in message.labels for label in row] + self._keys_below()
