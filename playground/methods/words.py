"""The words of a call: text or caption, parsed, trimmed and measured as Telegram does."""

from playground import markup
from playground.answers import Json, bad_request
from playground.entities import Formatted, checked, units
from playground.parameters import Parameters

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def text_content(call: Parameters, *, too_long: str = "message is too long") -> Json:
    """Read the content of a text message."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    formatted = _formatted(call, "text", "entities")
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if units(formatted.text) > LONGEST_TEXT:
        raise bad_request(too_long)
    return _content(formatted, "text", "entities")


def caption_content(call: Parameters) -> Json:
    """Read the caption of a file; nothing when it has none."""
    formatted = _formatted(call, "caption", "caption_entities")
    if units(formatted.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return _content(formatted, "caption", "caption_entities") if formatted.text else {}


def _formatted(call: Parameters, text_name: str, entities_name: str) -> Formatted:
    text = call.text(text_name)
    match call.text("parse_mode").lower():
        case "":
            given = call.json(entities_name, called="entities")
            return Formatted(text, checked(text, given)).trimmed()
        case "html":
            return markup.parse(text).trimmed()
        case _:
            # Telegram knows two Markdown modes as well; a bot that needs them here should say so loudly.
            raise bad_request("unsupported parse_mode")


def _content(formatted: Formatted, text_name: str, entities_name: str) -> Json:
    entities = formatted.detected().entities
    return {text_name: formatted.text} | ({entities_name: entities} if entities else {})
