"""One inline button, checked as strictly as Telegram checks it.

One rule is stricter: a button with two actions is refused, where Telegram silently takes one of them.
"""

from playground import links
from playground.answers import Json, Refusal, bad_request
from playground.reading import WrongFieldError, field

STYLES = ("danger", "success", "primary")
LONGEST_DATA = 64
LONGEST_COPY = 256
_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
_KINDS: dict[str, type] = {
    "url": str, "callback_data": str, "web_app": dict, "login_url": dict, "switch_inline_query": str,
    "switch_inline_query_current_chat": str, "switch_inline_query_chosen_chat": dict, "copy_text": dict, "style": str,
}  # fmt: skip
_MAY_BE_EMPTY = ("switch_inline_query", "switch_inline_query_current_chat")


def has_words(button: object) -> bool:
    """Tell whether a button is shown at all: Telegram drops those without words."""
    if not isinstance(button, dict):
        raise _unparsable("InlineKeyboardButton must be an Object")
    try:
        return bool(field(button, "text", str).strip())
    except WrongFieldError as wrong:
        raise _unparsable(str(wrong)) from None


def checked(given: Json) -> Json:
    """Take a button as Telegram stores it, or refuse it."""
    button = {name: value for name, value in given.items() if value is not None}
    try:
        for name, kind in _KINDS.items():
            if name in button:
                field(button, name, kind)
        action = _action(button)
        return button | _checked_action(action, button)
    except WrongFieldError as wrong:
        raise _unparsable(str(wrong)) from None


def _action(button: Json) -> str:
    # The style came with Bot API 9.4, and these are the words bots of that time met.
    if button.get("style") and button["style"] not in STYLES:
        raise _unparsable("invalid button style specified")
    actions = [name for name in _ACTIONS if button.get(name) or (name in _MAY_BE_EMPTY and name in button)]
    if not actions:
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsable("Exactly one of the optional fields must be used")
    return actions[0]


def _checked_action(action: str, button: Json) -> Json:
    match action:
        case "url":
            return {"url": _link(button["url"], "URL")}
        case "web_app":
            _link(field(button["web_app"], "url", str), "Web App URL", only_https=True)
        case "callback_data" if len(button["callback_data"].encode()) > LONGEST_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
        case "copy_text" if not 1 <= len(field(button["copy_text"], "text", str)) <= LONGEST_COPY:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
        case "callback_game" | "pay":
            raise bad_request("BUTTON_TYPE_INVALID")
    return {}


def _link(link: str, kind: str, *, only_https: bool = False) -> str:
    try:
        return links.checked(link, only_https=only_https)
    except links.WrongLinkError as error:
        raise bad_request(f"inline keyboard button {kind} '{link}' is invalid: {error}") from None


def _unparsable(reason: str) -> Refusal:
    return bad_request(f"can't parse inline keyboard button: {reason}")
