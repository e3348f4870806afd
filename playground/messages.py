"""A message in the world: what its author sent, how it is shown, and its Bot API shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from playground.answers import Json
from playground.entities import Formatted, as_html
from playground.files import StoredFile
from playground.keyboards import Button, buttons

if TYPE_CHECKING:
    from playground.chats import Chat, User


@dataclass(slots=True, eq=False)
class Message:
    """One message; `content` holds the fields of its kind (text, document, caption, …) in the Bot API's shape."""

    id: int
    chat: Chat
    sender: User | None
    at: datetime
    content: Json
    keyboard: Json | None = None
    reply_to: Message | None = None
    document: StoredFile | None = None
    edited_at: datetime | None = None
    deleted: bool = False

    @property
    def text(self) -> str:
        """The words as a person reads them; those of a file are its caption."""
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        """What lies on the words: links, bold, commands."""
        return list(self.content.get("entities") or self.content.get("caption_entities") or [])

    @property
    def html(self) -> str:
        """The words with their formatting, as Telegram's HTML."""
        return as_html(Formatted(self.text, self.entities))

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline buttons, in rows."""
        return buttons(self.keyboard)

    @property
    def labels(self) -> list[list[str]]:
        """The words on the inline buttons, in rows."""
        return [[button.label for button in row] for row in self.buttons]

    @property
    def from_bot(self) -> bool:
        """Whether a bot wrote it."""
        return self.sender is not None and self.sender.is_bot

    def raw(self, *, with_reply: bool = True) -> Json:
        """Describe the message as the Bot API does; the one replied to is described without its own reply."""
        shown: Json = {"message_id": self.id, "date": int(self.at.timestamp()), "chat": self.chat.raw(), **self.content}
        if self.chat.type == "channel":
            shown["sender_chat"] = self.chat.raw()
        elif self.sender is not None:
            shown["from"] = self.sender.raw()
        if self.edited_at is not None:
            shown["edit_date"] = int(self.edited_at.timestamp())
        if self.keyboard is not None:
            shown["reply_markup"] = self.keyboard
        if self.reply_to is not None and with_reply:
            shown["reply_to_message"] = self.reply_to.raw(with_reply=False)
        return shown

    def __str__(self) -> str:
        """Show the message for a person reading a failed test."""
        rows = "".join("\n" + " ".join(f"[{label}]" for label in row) for row in self.labels)
        return f"{self.text}{rows}"
