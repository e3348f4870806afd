"""Keyboards under messages: checked as strictly as Telegram checks them.

One rule is stricter: a button with two actions is refused, where Telegram silently takes one of them.
"""

from dataclasses import dataclass

from playground import links
from playground.answers import Json, bad_request

_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
_MAY_BE_EMPTY = ("switch_inline_query", "switch_inline_query_current_chat")
_FLAGS = ("force_reply", "remove_keyboard", "selective", "one_time_keyboard", "is_persistent", "resize_keyboard")
_LONGEST_DATA = 64
_LONGEST_COPY = 256
_MOST_BUTTONS = 100


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button as a person sees it."""

    label: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None


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
        rows = [[_checked(button) for button in row if _has_text(button)] for row in _rows(given, "inline_keyboard")]
        rows = [row for row in rows if row]
        if sum(map(len, rows)) > _MOST_BUTTONS:
            raise bad_request("reply markup is too long")
        return Markup(inline={"inline_keyboard": rows} if rows else None)
    if "keyboard" in given:
        _rows(given, "keyboard")
    return Markup(below=given)


def buttons(markup: Json | None) -> list[list[Button]]:
    """List the rows of an inline keyboard as a person sees them."""
    rows = (markup or {}).get("inline_keyboard", [])
    return [[_seen(button) for button in row] for row in rows]


def _seen(button: Json) -> Button:
    copies = button.get("copy_text", {}).get("text")
    return Button(button["text"], button.get("callback_data"), button.get("url"), copies)


def _rows(given: Json, name: str) -> list[list[Json]]:
    rows = given[name]
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return rows


def _has_text(button: object) -> bool:
    """Tell whether a button is shown at all: Telegram drops those without words."""
    if not isinstance(button, dict):
        raise _unparsable("Object expected")
    if "text" not in button:
        raise _unparsable('Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise _unparsable('Field "text" must be of type String')
    return bool(button["text"].strip())


def _checked(button: Json) -> Json:
    actions = [name for name in _ACTIONS if button.get(name) or (name in _MAY_BE_EMPTY and name in button)]
    if not actions:
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsable("Exactly one of the optional fields must be used")
    return button | _checked_action(actions[0], button)


def _checked_action(action: str, button: Json) -> Json:
    match action:
        case "url":
            return {"url": _link(button["url"], "URL")}
        case "web_app":
            _link(button["web_app"].get("url", ""), "Web App URL", only_https=True)
        case "callback_data":
            if not isinstance(button["callback_data"], str) or len(button["callback_data"].encode()) > _LONGEST_DATA:
                raise bad_request("BUTTON_DATA_INVALID")
        case "copy_text":
            if not 1 <= len(button["copy_text"].get("text", "")) <= _LONGEST_COPY:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")
        case "callback_game" | "pay":
            raise bad_request("BUTTON_TYPE_INVALID")
    return {}


def _link(link: str, kind: str, *, only_https: bool = False) -> str:
    try:
        return links.checked(link, only_https=only_https)
    except links.WrongLinkError as error:
        raise bad_request(f"inline keyboard button {kind} '{link}' is invalid: {error}") from None


def _unparsable(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")
