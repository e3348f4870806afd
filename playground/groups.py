"""Groups and channels as a test or a page handles them: who writes there, and whether the bot is in."""

from playground.answers import Json
from playground.chats import Chat, Message, User
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

    def removes_bot(self, by: Person) -> None:
        """Throw the bot out."""
        self._state.change_bot_status(self.shared, by.user, "kicked")

    def promotes_bot(self, by: Person) -> None:
        """Make the bot an administrator."""
        self._state.change_bot_status(self.shared, by.user, "administrator")


class Group(_Shared):
    """A group or a supergroup."""

    def writes(self, person: Person, text: str, *, reply_to: Message | None = None) -> Message:
        """Let a person write; in privacy mode the bot hears only what is meant for it."""
        return self.sends(person, self._state.typed(text), reply_to=reply_to)

    def sends(self, person: Person, content: Json, *, reply_to: Message | None = None) -> Message:
        """Let a person send anything, given as the fields of a Bot API message."""
        self.shared.members.setdefault(person.id, "member")
        return self._tell(person.user, content, reply_to)

    def adds_bot(self, by: Person) -> None:
        """Add the bot."""
        self._state.change_bot_status(self.shared, by.user, "member")
        self._tell(by.user, {"new_chat_members": [self._state.bot.raw()]}, None)

    def becomes_supergroup(self) -> None:
        """Turn into a supergroup with another id; calls to the old one are refused with the new one."""
        old = self.shared
        new = Chat(-1_000_000_000_000 + old.id, "supergroup", old.title, members=dict(old.members))
        self._state.chats[new.id] = new
        old.moved_to = new.id
        self._note(old, {"migrate_to_chat_id": new.id})
        self.shared = new
        self._note(new, {"migrate_from_chat_id": old.id})

    def _tell(self, sender: User, content: Json, reply_to: Message | None) -> Message:
        message = self._state.post(self.shared, sender, content, reply_to=reply_to)
        self._state.deliver(message)
        return message

    def _note(self, chat: Chat, content: Json) -> None:
        message = self._state.post(chat, None, content)
        self._state.notify("message", chat, message.raw())


class Channel(_Shared):
    """A channel; the bot sees its posts as an administrator."""

    def posts(self, text: str) -> Message:
        """Let an editor post."""
        message = self._state.post(self.shared, None, self._state.typed(text))
        self._state.deliver(message)
        return message

    def adds_bot(self, by: Person) -> None:
        """Make the bot an administrator."""
        self.promotes_bot(by)
