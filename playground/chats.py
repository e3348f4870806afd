"""Users, chats and messages of the world, as plain data with their Bot API shape."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from playground.answers import Json
from playground.entities import Formatted, as_html
from playground.files import StoredFile
from playground.keyboards import Button, Key, buttons, keys

GROUPS = ("group", "supergroup")
OWNERS = ("administrator", "creator")
ADMIN_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_post_messages", "can_edit_messages", "can_pin_messages",
    "can_send_welcome_messages",
)  # fmt: skip
MEMBER_RIGHTS = (
    "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics", "can_send_messages",
    "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes",
    "can_send_voice_notes", "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_edit_tag",
    "can_react_to_messages",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class User:
    """A person's or a bot's account; forwards of what a `hidden` one wrote tell the name alone."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    deactivated: bool = False
    hidden: bool = False

    def raw(self) -> Json:
        """Describe the account as in an update."""
        shown: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                shown[name] = value
        return shown


@dataclass(slots=True, eq=False)
class Chat:
    """One chat and what the bot may do there.

    `members` holds the status of each user id, the bot's too; in a private chat the bot is a "member" once
    started and "kicked" when blocked; `mute` takes the right to write from it where it is. `moved_to` is the
    supergroup's id after a group became one, `below` the keyboard below the writing line. In a forum, `topics` are the
    names of its topics by the thread each opened.
    """

    id: int
    type: str
    title: str = ""
    username: str = ""
    person: User | None = None
    messages: list[Message] = field(default_factory=list)
    members: dict[int, str] = field(default_factory=dict)
    below: Json | None = None
    mute: bool = False
    moved_to: int | None = None
    forum: bool = False
    topics: dict[int, str] = field(default_factory=dict)
    pinned: list[Message] = field(default_factory=list)

    def raw(self) -> Json:
        """Describe the chat as in an update."""
        shown: Json = {"id": self.id, "type": self.type}
        if self.person is not None:
            person = self.person.raw()
            shown |= {name: person[name] for name in ("first_name", "last_name", "username") if name in person}
        else:
            shown["title"] = self.title
            if self.username:
                shown["username"] = self.username
            if self.forum:
                shown["is_forum"] = True
        return shown

    @property
    def kind(self) -> str:
        """The words Telegram's refusals use for it."""
        return f"{self.type} chat"

    @property
    def keys(self) -> list[list[Key]]:
        """The keyboard below the writing line, in rows; empty when there is none."""
        return keys(self.below)

    def status(self, user_id: int) -> str:
        """Tell someone's place in the chat: member, administrator, creator, left or kicked."""
        return self.members.get(user_id, "left")

    def visible(self) -> list[Message]:
        """List what is in the chat, oldest first, without what was deleted."""
        return [message for message in self.messages if not message.deleted]

    def last_pinned(self) -> Message | None:
        """Find the newest of the pinned messages."""
        return next((one for one in reversed(self.pinned) if not one.deleted), None)

    def message(self, message_id: int) -> Message | None:
        """Find a message that is still there."""
        return next((one for one in reversed(self.messages) if one.id == message_id and not one.deleted), None)


def member(user: User, status: str, *, mute: bool = False) -> Json:
    """Describe someone's place in a chat; a mute member is restricted, a mute administrator does not post."""
    shown: Json = {"user": user.raw(), "status": status}
    match status:
        case "administrator":
            shown |= dict.fromkeys(ADMIN_RIGHTS, True) | {"is_anonymous": False, "can_be_edited": False}
            if mute:
                shown |= {"can_post_messages": False, "can_edit_messages": False}
        case "member" if mute:
            shown |= dict.fromkeys(MEMBER_RIGHTS, False) | {"status": "restricted", "is_member": True, "until_date": 0}
        case "creator":
            shown["is_anonymous"] = False
        case "kicked":
            shown["until_date"] = 0
    return shown


@dataclass(slots=True, eq=False)
class Message:
    """One message; `content` holds the fields of its kind (text, document, caption, …) in the Bot API's shape.

    `thread` is the topic of a forum it belongs to, 0 for none.
    """

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
    thread: int = 0

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
        if self.thread:
            shown |= {"message_thread_id": self.thread, "is_topic_message": True}
        if self.keyboard is not None:
            shown["reply_markup"] = self.keyboard
        if self.reply_to is not None and with_reply:
            shown["reply_to_message"] = self.reply_to.raw(with_reply=False)
        return shown

    def pressed(self) -> Json:
        """Describe the message as a press on one of its buttons tells of it: what was deleted is inaccessible."""
        return {"chat": self.chat.raw(), "message_id": self.id, "date": 0} if self.deleted else self.raw()

    def __str__(self) -> str:
        """Show the message for a person reading a failed test."""
        rows = "".join("\n" + " ".join(f"[{label}]" for label in row) for row in self.labels)
        return f"{self.text}{rows}"
