"""What a person can send to the bot: words, files, pictures, places, anything; each queues the update Telegram would.

Acts a person could not do raise an AssertionError that says so.
"""

from playground.answers import Json
from playground.chats import Chat, Message, User
from playground.files import StoredFile, Upload
from playground.forwards import forwarded, may_be_forwarded
from playground.state import State


class Correspondent:
    """Someone's side of the private chat with the bot."""

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

    def forwards_message(self, message: Message) -> Message:
        """Forward a message of any chat to the bot, with its entities and its file."""
        here = message.chat.person is self.user or message.chat.status(self.id) not in {"left", "kicked"}
        if not here or message.deleted:
            raise AssertionError(f"{self.name} does not see this message: {message}")
        if not may_be_forwarded(message):
            raise AssertionError(f"This message cannot be forwarded: {message}")
        return self.sends(forwarded(message), document=message.document)

    def sends(self, content: Json, *, reply_to: Message | None = None, document: StoredFile | None = None) -> Message:
        """Send anything, given as the fields of a Bot API message; the ways below make the usual ones."""
        self._check_able()
        self._state.admit(self.private, self._state.bot)
        message = self._state.post(self.private, self.user, content, reply_to=reply_to, document=document)
        self._state.deliver(message)
        return message

    def sends_document(
        self, name: str, content: bytes, mime: str = "application/octet-stream", **how: int | str
    ) -> Message:
        """Send a file; `claimed_size` makes it pass for a larger one, `caption` puts words under it."""
        size = how.get("claimed_size")
        kept = self._state.files.keep(Upload(name, content, mime), claimed_size=None if size is None else int(size))
        caption = {"caption": how["caption"]} if "caption" in how else {}
        return self.sends({"document": kept.as_document(), **caption}, document=kept)

    def sends_photo(self, content: bytes = b"\xff\xd8\xff", caption: str = "") -> Message:
        """Send a picture."""
        kept = self._state.files.keep(Upload("photo.jpg", content, "image/jpeg"), "photos")
        return self.sends({"photo": kept.as_photo()} | ({"caption": caption} if caption else {}), document=kept)

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

    def _check_able(self) -> None:
        if self.user.deactivated:
            raise AssertionError(f"{self.name} has deleted the account and cannot do anything.")
        if self.private.status(self._state.bot.id) == "kicked":
            raise AssertionError(f"{self.name} has blocked the bot and cannot write to it; let them unblock it first.")
