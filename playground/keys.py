"""One key of the keyboard below the writing line, checked as strictly as Telegram checks it."""

from playground.answers import Json, Refusal, bad_request

_ASKED_IN_PRIVATE = {
    "request_contact": "phone number", "request_location": "location", "request_poll": "poll",
    "request_users": "users", "request_chat": "chats",
}  # fmt: skip
_FLAGS_OF_A_CHAT = (
    "chat_is_channel", "chat_is_forum", "chat_has_username", "chat_is_created", "bot_is_member",
    "request_title", "request_username", "request_photo",
)  # fmt: skip


def words(key: str | Json) -> str:
    """Read the words on a key; a key may be nothing but its words."""
    return key if isinstance(key, str) else str(key["text"])


def check(key: object) -> None:
    """Refuse a key that Telegram does not take."""
    if isinstance(key, str):
        return
    if not isinstance(key, dict):
        raise _unparsable("KeyboardButton must be a String or an Object")
    if "text" not in key:
        raise _unparsable('Can\'t find field "text"')
    if not isinstance(key["text"], str):
        raise _unparsable('Field "text" must be of type String')
    if "request_chat" in key:
        _check_chat_request(key["request_chat"])


def check_elsewhere(key: str | Json) -> None:
    """Refuse a key that Telegram takes in private chats alone."""
    for name, what in _ASKED_IN_PRIVATE.items():
        if not isinstance(key, str) and key.get(name):
            raise bad_request(f"{what} can be requested in private chats only")


def _check_chat_request(asked: object) -> None:
    if not isinstance(asked, dict):
        raise _unparsable('Field "request_chat" must be of type Object')
    if "request_id" not in asked:
        raise _unparsable('Can\'t find field "request_id"')
    if isinstance(asked["request_id"], bool) or not isinstance(asked["request_id"], int):
        raise _unparsable('Field "request_id" must be of type Number')
    for name in _FLAGS_OF_A_CHAT:
        if not isinstance(asked.get(name, False), bool):
            raise _unparsable(f'Field "{name}" must be of type Boolean')


def _unparsable(reason: str) -> Refusal:
    return bad_request(f"can't parse keyboard button: {reason}")
