"""Groups and channels as a test or a page handles them: who is there, who writes, and whether the bot is in."""

from playground.answers import Json
from playground.chats import OWNERS, Chat, Message, User
from playground.persons import Person
from playground.state import State


class _Shared:
    """What a group and a channel have in common."""

    def __init__(self, state: State, chat: Chat) -> None:
        self._state = state
        self.shared = chat

    @property
    def id(self) -> int:
        """The chat's id; another one after a group has become a supergroup."""
        return self.shared.id

    @property
    def chat(self) -> list[Message]:
        """Its messages, oldest first, without what was deleted."""
        return self.shared.visible()

    @property
    def last(self) -> Message:
        """The newest message from the bot."""
        found = next((message for message in reversed(self.chat) if message.from_bot), None)
        if found is None:
            raise AssertionError(f"The bot has written nothing in {self.shared.title}.")
        return found

    def promotes_bot(self, by: Person) -> None:
        """Make the bot an administrator."""
        self._state.change_bot_status(self.shared, by.user, "administrator")

    def silences_bot(self, by: Person) -> None:
        """Take the right to write from the bot, and leave it where it is."""
        self._state.change_bot_status(self.shared, by.user, self.shared.status(self._state.bot.id), mute=True)

    def lets_bot_write(self, by: Person) -> None:
        """Give the right to write back to the bot."""
        self._state.change_bot_status(self.shared, by.user, self.shared.status(self._state.bot.id))

    def promotes(self, person: Person) -> None:
        """Make someone an administrator."""
        self.shared.members[person.id] = "administrator"
        self._state.happened("chat", self.id, self.shared)


class Group(_Shared):
    """A group or a supergroup; a forum has topics."""

    def writes(self, person: Person, text: str, *, reply_to: Message | None = None, thread: int = 0) -> Message:
        """Let a person write; in privacy mode the bot hears only what is meant for it."""
        return self.sends(person, self._state.typed(text), reply_to=reply_to, thread=thread)

    def sends(self, person: Person, content: Json, *, reply_to: Message | None = None, thread: int = 0) -> Message:
        """Let a person send anything, given as the fields of a Bot API message; who is not in the group joins it."""
        self._state.admit(self.shared, person.user)
        return self._tell(person.user, content, reply_to, thread)

    def joins(self, person: Person) -> Message | None:
        """Let a person in, which a note tells all; nothing happens if they are in already."""
        if not self._state.admit(self.shared, person.user):
            return None
        return self._tell(person.user, {"new_chat_members": [person.user.raw()]})

    def opens_topic(self, by: Person, name: str) -> int:
        """Open a topic of a forum and return its thread."""
        if not self.shared.forum:
            raise AssertionError(f"{self.shared.title} is not a forum and has no topics.")
        note = {"forum_topic_created": {"name": name, "icon_color": 0x6FB9F0}}
        opened = self._state.post(self.shared, by.user, note)
        opened.thread = opened.id
        self.shared.topics[opened.id] = name
        self._state.deliver(opened)
        return opened.id

    def deletes_topic(self, thread: int) -> None:
        """Delete a topic of a forum with all that was written in it."""
        del self.shared.topics[thread]
        for message in self.chat:
            message.deleted = message.deleted or message.thread == thread
        self._state.happened("chat", self.id, self.shared)

    def adds_bot(self, by: Person) -> None:
        """Add the bot, which a note tells all."""
        self._state.change_bot_status(self.shared, by.user, "member")
        self._tell(by.user, {"new_chat_members": [self._state.bot.raw()]})

    def removes_bot(self, by: Person) -> None:
        """Throw the bot out, which a note tells all but the bot."""
        self._state.change_bot_status(self.shared, by.user, "kicked")
        self._tell(by.user, {"left_chat_member": self._state.bot.raw()})

    def becomes_supergroup(self) -> None:
        """Turn into a supergroup with another id; calls to the old one are refused with the new one."""
        old = self.shared
        new = Chat(-1_000_000_000_000 + old.id, "supergroup", old.title, members=dict(old.members))
        self._state.chats[new.id] = new
        old.moved_to = new.id
        self._note(old, {"migrate_to_chat_id": new.id})
        self.shared = new
        self._note(new, {"migrate_from_chat_id": old.id})
        for chat in (old, new):
            self._state.happened("chat", chat.id, chat)

    def _tell(self, sender: User, content: Json, reply_to: Message | None = None, thread: int = 0) -> Message:
        message = self._state.post(self.shared, sender, content, reply_to=reply_to, thread=thread)
        self._state.deliver(message)
        return message

    def _note(self, chat: Chat, content: Json) -> None:
        message = self._state.post(chat, None, content)
        self._state.notify("message", chat, message.raw())


class Channel(_Shared):
    """A channel; the bot sees its posts as an administrator."""

    def posts(self, text: str, by: Person | None = None) -> Message:
        """Let an editor post, anyone who may unless told who; posts never say whose they are."""
        if by is not None and self.shared.status(by.id) not in OWNERS:
            raise AssertionError(f"{by.name} may not post in {self.shared.title}.")
        message = self._state.post(self.shared, None, self._state.typed(text))
        self._state.deliver(message)
        return message

    def edits(self, message: Message, text: str) -> Message:
        """Let an editor change a post."""
        message.content = self._state.typed(text)
        message.edited_at = self._state.clock.now()
        self._state.happened("edited", self.id, message)
        self._state.deliver(message, edited=True)
        return message

    def joins(self, person: Person) -> None:
        """Let a person subscribe, which nobody is told."""
        self._state.admit(self.shared, person.user)

    def adds_bot(self, by: Person) -> None:
        """Make the bot an administrator."""
        self.promotes_bot(by)

    def removes_bot(self, by: Person) -> None:
        """Throw the bot out."""
        self._state.change_bot_status(self.shared, by.user, "kicked")
