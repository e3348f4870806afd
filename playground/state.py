"""The whole world as data, with the few acts that every method and every person's act is made of.

Knows nothing of tokens, doors or people's hands; `playground.world` puts those on top.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playground.answers import Json
from playground.chats import GROUPS, Chat, Message, User, member
from playground.clock import Clock
from playground.entities import Formatted
from playground.files import Files, StoredFile
from playground.forwards import CONTENTS
from playground.limits import Limits, Pace
from playground.profile import Profile
from playground.queries import Queries
from playground.updates import Updates
from playground.webhook import Webhook

Watcher = Callable[["Event"], None]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; `subject` is what it happened to.

    `kind` is message, edited, deleted, action, toast, chat (who is in it or the keyboard below its writing line
    changed), update (one was queued), poll (the bot asks for updates), webhook (it was set or deleted, or a
    post to it ended) or call (one was answered). `chat_id` is 0 where there is no chat.
    """

    kind: str
    chat_id: int
    subject: object


class State:
    """People, chats, messages and queues of one world with one bot."""

    def __init__(self, clock: Clock, bot: User, first_update: int, limits: Limits) -> None:
        self.clock = clock
        self.bot = bot
        self.privacy = True
        self.webhook: Webhook | None = None
        self.people: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = Updates(clock, first_update)
        self.queries = Queries(clock)
        self.files = Files()
        self.profile = Profile()
        self.pace = Pace(lambda: clock.now().timestamp(), limits)
        self._watchers: list[Watcher] = []
        self._last_message = 0

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call the watcher at every event; what comes back ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def happened(self, kind: str, chat_id: int, subject: object) -> None:
        """Tell the watchers."""
        for watcher in tuple(self._watchers):
            watcher(Event(kind, chat_id, subject))

    def post(
        self,
        chat: Chat,
        sender: User | None,
        content: Json,
        *,
        keyboard: Json | None = None,
        reply_to: Message | None = None,
        document: StoredFile | None = None,
        thread: int = 0,
    ) -> Message:
        """Put a message into a chat, and into a topic of it if that is a forum."""
        at = self.clock.now()
        message = Message(
            self._next_message(chat), chat, sender, at, content, keyboard, reply_to, document, thread=thread
        )
        chat.messages.append(message)
        self.happened("message", chat.id, message)
        return message

    def deliver(self, message: Message, *, edited: bool = False) -> Json | None:
        """Queue an update about a message, where the bot may see it."""
        if not self._bot_sees(message):
            return None
        kind = "channel_post" if message.chat.type == "channel" else "message"
        return self.notify(f"edited_{kind}" if edited else kind, message.chat, message.raw())

    def notify(self, kind: str, chat: Chat, content: Json) -> Json | None:
        """Queue an update of any kind."""
        update = self.updates.put(kind, content)
        if update is not None:
            self.happened("update", chat.id, update)
        return update

    def change_bot_status(self, chat: Chat, by: User, status: str, *, mute: bool = False) -> None:
        """Change the bot's place in a chat and tell it so; blocking is being kicked from a private chat."""
        old, was_mute = chat.status(self.bot.id), chat.mute
        if (old, was_mute) == (status, mute):
            return
        chat.members[self.bot.id], chat.mute = status, mute
        change = {
            "chat": chat.raw(),
            "from": by.raw(),
            "date": int(self.clock.now().timestamp()),
            "old_chat_member": member(self.bot, old, mute=was_mute),
            "new_chat_member": member(self.bot, status, mute=mute),
        }
        self.notify("my_chat_member", chat, change)
        self.happened("chat", chat.id, chat)

    def set_webhook(self, webhook: Webhook | None) -> None:
        """Change where updates are posted; None leaves them to be asked for."""
        self.webhook = webhook
        self.happened("webhook", 0, webhook)

    def put_keys(self, chat: Chat, below: Json) -> None:
        """Show another keyboard below the writing line, or none."""
        chat.below = None if "remove_keyboard" in below else below
        self.happened("chat", chat.id, chat)

    def admit(self, chat: Chat, user: User, status: str = "member") -> bool:
        """Let someone into a chat who is not in it yet; tell whether they came."""
        if chat.status(user.id) not in {"left", "kicked"}:
            return False
        chat.members[user.id] = status
        self.happened("chat", chat.id, chat)
        return True

    def typed(self, text: str) -> Json:
        """Make the content of a text message as a person types it."""
        written = Formatted(text).trimmed().detected()
        return {"text": written.text} | ({"entities": written.entities} if written.entities else {})

    def _next_message(self, chat: Chat) -> int:
        if chat.type in {"supergroup", "channel"}:
            return chat.messages[-1].id + 1 if chat.messages else 1
        self._last_message += 1
        return self._last_message

    def _bot_sees(self, message: Message) -> bool:
        status = message.chat.status(self.bot.id)
        if message.chat.type not in GROUPS:
            return status != "kicked"
        if status in {"left", "kicked"}:
            return False
        return not self.privacy or status == "administrator" or self._meant_for_bot(message)

    def _meant_for_bot(self, message: Message) -> bool:
        """Tell what reaches a bot in privacy mode: commands, mentions, replies to it, notes about the chat."""
        if message.reply_to is not None and message.reply_to.sender is self.bot:
            return True
        if not CONTENTS & message.content.keys():
            return True
        mine = f"@{self.bot.username}".lower()
        return any(_addressed(message, entity, mine) for entity in message.entities)


def _addressed(message: Message, entity: Json, mine: str) -> bool:
    words = message.text.encode("utf-16-le")[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2]
    word = words.decode("utf-16-le").lower()
    match entity["type"]:
        case "mention":
            return word == mine
        case "bot_command":
            return "@" not in word or word.endswith(mine)
        case _:
            return False
