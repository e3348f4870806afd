"""One inline button, checked as strictly as Telegram checks it.

One rule is stricter: a button with two actions is refused, where Telegram silently takes one of them.
"""

from playground import links
from playground.answers import Json, Refusal, bad_request

STYLES = ("danger", "success", "primary")
LONGEST_DATA = 64
LONGEST_COPY = 256
_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
_MAY_BE_EMPTY = ("switch_inline_query", "switch_inline_query_current_chat")


def has_words(button: object) -> bool:
    """Tell whether a button is shown at all: Telegram drops those without words."""
    if not isinstance(button, dict):
        raise _unparsable("InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise _unparsable('Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise _unparsable('Field "text" must be of type String')
    return bool(button["text"].strip())


def checked(button: Json) -> Json:
    """Take a button as Telegram stores it, or refuse it."""
    # The style came with Bot API 9.4, and these are the words bots of that time met.
    if button.get("style") and button["style"] not in STYLES:
        raise _unparsable("invalid button style specified")
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
            if not isinstance(button["callback_data"], str) or len(button["callback_data"].encode()) > LONGEST_DATA:
                raise bad_request("BUTTON_DATA_INVALID")
        case "copy_text":
            if not 1 <= len(button["copy_text"].get("text", "")) <= LONGEST_COPY:
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
