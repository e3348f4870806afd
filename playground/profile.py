"""What a bot shows of itself: command lists by scope and language, name, descriptions, menu buttons."""

import json
from dataclasses import dataclass, field

from playground.answers import Json
from playground.chats import OWNERS, Chat, User

DEFAULT_SCOPE: Json = {"type": "default"}


@dataclass(slots=True)
class Profile:
    """Everything by language; the empty language is for all who have none of their own."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    def commands_seen(self, person: User, chat: Chat) -> list[Json]:
        """List the commands a person is offered in a chat: the narrowest scope wins, then the person's language."""
        for scope in _scopes(person, chat):
            for language in (person.language_code, ""):
                if found := self.commands.get((scope_key(scope), language)):
                    return found
        return []


def scope_key(scope: Json) -> str:
    """Write a scope so that equal ones are equal."""
    return json.dumps(scope, sort_keys=True)


def _scopes(person: User, chat: Chat) -> list[Json]:
    here = {"type": "chat", "chat_id": chat.id}
    if chat.type == "private":
        return [here, {"type": "all_private_chats"}, DEFAULT_SCOPE]
    member = {"type": "chat_member", "chat_id": chat.id, "user_id": person.id}
    groups: list[Json] = [{"type": "all_group_chats"}, DEFAULT_SCOPE]
    if chat.status(person.id) in OWNERS:
        admins = {"type": "chat_administrators", "chat_id": chat.id}
        return [member, admins, here, {"type": "all_chat_administrators"}, *groups]
    return [member, here, *groups]
