"""What a message is once it has been forwarded or copied: its content, and where it came from."""

from playground.answers import Json
from playground.chats import Message

CONTENTS = frozenset(
    {"text", "photo", "document", "sticker", "voice", "location", "venue", "contact", "dice", "audio", "video", "poll"}
)
"""The fields that make a message one somebody wrote; without any of them it is a note about the chat."""


_NOT_COPIED = frozenset({"forward_origin", "has_protected_content"})


def may_be_copied(message: Message) -> bool:
    """Tell whether a bot can copy a message: anything but a note."""
    return not CONTENTS.isdisjoint(message.content)


def may_be_forwarded(message: Message) -> bool:
    """Tell whether a message can be forwarded: neither a note nor protected."""
    return may_be_copied(message) and not message.content.get("has_protected_content")


def forwarded(message: Message) -> Json:
    """Make the content of a forward; one forwarded before keeps its first origin."""
    return {"forward_origin": _origin(message), **message.content}


def copied(message: Message) -> Json:
    """Make the content of a copy, which tells nothing of its origin and is protected only if the call says so."""
    return {name: value for name, value in message.content.items() if name not in _NOT_COPIED}


def _origin(message: Message) -> Json:
    at = {"date": int(message.at.timestamp())}
    if message.sender is None:
        return {"type": "channel", **at, "chat": message.chat.raw(), "message_id": message.id}
    if message.sender.hidden:
        name = f"{message.sender.first_name} {message.sender.last_name}".strip()
        return {"type": "hidden_user", **at, "sender_user_name": name}
    return {"type": "user", **at, "sender_user": message.sender.raw()}
