"""Keyboards: inline buttons under a message, and the keys below the writing line, as a person sees them.

Whether Telegram would take them, `playground.buttons` and `playground.keys` decide, button by button.
"""

from dataclasses import dataclass

from playground import buttons as inline
from playground import keys as below
from playground.answers import Json, bad_request

_FLAGS = ("force_reply", "remove_keyboard", "selective", "one_time_keyboard", "is_persistent", "resize_keyboard")
_MOST_BUTTONS = 100


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button as a person sees it; `style` is danger, success, primary or nothing."""

    label: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """What kind of chat a key asks for; None in `forum` and `named` (has a username) means either."""

    id: int
    channel: bool
    forum: bool | None = None
    named: bool | None = None
    owned: bool = False
    administered: bool = False
    with_bot: bool = False
    promotes_bot: bool = False
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """One key below the writing line: it sends its words, or a chat when it asks for one."""

    text: str
    request: ChatRequest | None = None


@dataclass(frozen=True, slots=True)
class Markup:
    """What a call asked to show: inline buttons with the message, or another keyboard in the chat."""

    inline: Json | None = None
    below: Json | None = None


def parse(given: object) -> Markup:
    """Check a `reply_markup` and keep what would be shown."""
    if given is None or given == {}:
        return Markup()
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    for name in _FLAGS:
        if not isinstance(given.get(name, False), bool):
            raise bad_request(f'field "{name}" must be of type Boolean')
    if "inline_keyboard" in given:
        return Markup(inline=_inline(given))
    if "keyboard" in given:
        for row in _rows(given, "keyboard", 'field "keyboard" must be an Array of Arrays'):
            for key in row:
                below.check(key)
    return Markup(below=given)


def check_place(markup: Markup, *, private: bool) -> None:
    """Refuse keys that Telegram shows in private chats alone."""
    for row in () if private else (markup.below or {}).get("keyboard", []):
        for key in row:
            below.check_elsewhere(key)


def buttons(markup: Json | None) -> list[list[Button]]:
    """List the rows of an inline keyboard as a person sees them."""
    rows = (markup or {}).get("inline_keyboard", [])
    return [[_seen(button) for button in row] for row in rows]


def keys(markup: Json | None) -> list[list[Key]]:
    """List the rows of a keyboard below the writing line as a person sees them."""
    rows = (markup or {}).get("keyboard", [])
    return [row for row in ([_key(key) for key in row if below.words(key)] for row in rows) if row]


def _inline(given: Json) -> Json | None:
    wrong = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    rows = [
        [inline.checked(button) for button in row if inline.has_words(button)]
        for row in _rows(given, "inline_keyboard", wrong)
    ]
    rows = [row for row in rows if row]
    if sum(map(len, rows)) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _rows(given: Json, name: str, wrong: str) -> list[list[Json]]:
    rows = given[name]
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(wrong)
    return rows


def _seen(button: Json) -> Button:
    copies = button.get("copy_text", {}).get("text")
    return Button(button["text"], button.get("callback_data"), button.get("url"), copies, button.get("style", ""))


def _key(key: str | Json) -> Key:
    if isinstance(key, str) or "request_chat" not in key:
        return Key(below.words(key))
    asked = key["request_chat"]
    tells = tuple(name for name in ("title", "username") if asked.get(f"request_{name}"))
    return Key(
        below.words(key),
        ChatRequest(
            asked["request_id"],
            bool(asked.get("chat_is_channel")),
            asked.get("chat_is_forum"),
            asked.get("chat_has_username"),
            owned=bool(asked.get("chat_is_created")),
            administered="user_administrator_rights" in asked,
            with_bot=bool(asked.get("bot_is_member")),
            promotes_bot="bot_administrator_rights" in asked,
            tells=tells,
        ),
    )
