"""One message as whoever shows the stage is told of it, as plain data. Imports no HTTP."""

import re
from collections.abc import Mapping
from dataclasses import asdict
from urllib.parse import quote

from playground.answers import Json
from playground.chats import Message

_START = re.compile(r"^(/start) [\w-]+$")
"""What a deep link sends; Telegram shows the command alone."""

_FILES = ("document", "photo")
_NOTES = {
    "new_chat_members": "joined",
    "left_chat_member": "left",
    "migrate_to_chat_id": "supergroup",
    "migrate_from_chat_id": "supergroup",
    "chat_shared": "shared",
}


def message(said: Message) -> Json:
    """Describe a message: `sender` is 0 for the bot, null where nobody in particular speaks.

    As in Telegram's own apps, what a bot edits is not marked as edited.
    """
    return {
        "chat": said.chat.id,
        "id": said.id,
        "sender": _sender(said),
        "name": _name(said),
        "at": round(said.at.timestamp() * 1000),
        "edited": said.edited_at is not None and not said.from_bot,
        "text": _START.sub(r"\1", said.text) if said.chat.person is said.sender else said.text,
        "entities": said.entities,
        "rows": [[asdict(button) for button in row] for row in said.buttons],
        "reply": _reply(said.reply_to),
        "forwarded": _origin(said.content.get("forward_origin")),
        "file": _file(said),
        "note": _note(said),
    }


def _sender(said: Message) -> int | None:
    if said.from_bot:
        return 0
    return None if said.sender is None else said.sender.id


def _name(said: Message) -> str:
    if said.sender is None or said.chat.type == "channel":
        return said.chat.title
    return f"{said.sender.first_name} {said.sender.last_name}".strip()


def _reply(to: Message | None) -> Json | None:
    return None if to is None else {"id": to.id, "name": _name(to), "text": to.text}


def _origin(origin: Json | None) -> str | None:
    match origin:
        case None:
            return None
        case {"sender_user_name": str(name)} | {"chat": {"title": str(name)}}:
            return name
        case {"sender_user": user}:
            return _full_name(user)
        case _:
            return ""


def _full_name(user: Mapping[str, str]) -> str:
    return f"{user['first_name']} {user.get('last_name', '')}".strip()


def _file(said: Message) -> Json | None:
    if (stored := said.document) is None:
        return None
    address = f"page/files/{quote(stored.file_id)}"
    return {"name": stored.name, "size": stored.claimed_size, "address": address, "picture": "photo" in said.content}


def _note(said: Message) -> Json | None:
    """Describe what Telegram itself tells in a chat; anything without words that the page cannot draw is "other"."""
    for field, kind in _NOTES.items():
        if field in said.content:
            return {"kind": kind, "names": _named(said.content[field])}
    drawn = {"text", "caption", *_FILES} & said.content.keys()
    return None if drawn else {"kind": "other", "names": []}


def _named(subject: object) -> list[str]:
    match subject:
        case list(users):
            return [_full_name(user) for user in users]
        case {"first_name": str(first), **rest}:
            return [f"{first} {rest.get('last_name', '')}".strip()]
        case {"title": str(title)}:
            return [title]
        case _:
            return []
