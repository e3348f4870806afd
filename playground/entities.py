"""Texts with entities: measured in UTF-16 units, trimmed, searched for links and commands, written as HTML."""

import re
from dataclasses import dataclass, field
from html import escape

from playground import links, reading
from playground.answers import Json, bad_request

MOST_ENTITIES = 100

_PLAIN_TYPES = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
    "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre",
}  # fmt: skip
_NEEDED: dict[str, dict[str, type]] = {
    "text_link": {"url": str}, "text_mention": {"user": dict}, "custom_emoji": {"custom_emoji_id": str},
}  # fmt: skip
_HTML_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler", "code": "code",
    "pre": "pre", "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
_DETECTED = {
    "url": re.compile(r"(?<![\w@./])(?:https?://|www\.|t\.me/(?=\w))[^\s<>\"]*[^\s<>\".,:;!?)\]'”]"),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "mention": re.compile(r"(?<![\w@/.])@[a-zA-Z0-9_]{3,32}(?!\w)"),
    "bot_command": re.compile(r"(?<![\w@/.<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])"),
    "hashtag": re.compile(r"(?<![\w&])#\w*[^\W\d]\w*"),
}
_OPAQUE = {"code", "pre", "text_link", "text_mention", "url", "email", "mention", "bot_command", "custom_emoji"}


@dataclass(frozen=True, slots=True)
class Formatted:
    """Plain text with the entities that lie on it."""

    text: str
    entities: list[Json] = field(default_factory=list)

    def trimmed(self) -> "Formatted":
        """Drop white space at both ends, as Telegram does, and shift what lies on the text."""
        kept = self.text.strip()
        start = units(self.text[: len(self.text) - len(self.text.lstrip())])
        size = units(kept)
        entities = (_clipped(entity, start, size) for entity in self.entities)
        return Formatted(kept, [entity for entity in entities if entity["length"] > 0])

    def detected(self) -> "Formatted":
        """Add the links, addresses, mentions, commands and hashtags that Telegram finds by itself."""
        taken = [_span(entity) for entity in self.entities if entity["type"] in _OPAQUE]
        found = list(self.entities)
        for kind, pattern in _DETECTED.items():
            for match in pattern.finditer(self.text):
                span = units(self.text[: match.start()]), units(self.text[: match.end()])
                if not any(span[0] < end and start < span[1] for start, end in taken):
                    taken.append(span)
                    found.append({"type": kind, "offset": span[0], "length": span[1] - span[0]})
        return Formatted(self.text, most(found))


def units(text: str) -> int:
    """Count UTF-16 units, as Telegram counts characters."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def checked(text: str, given: object) -> list[Json]:
    """Take entities as a caller gave them, or refuse them as Telegram does."""
    if not isinstance(given, list):
        return []
    return most([_checked_one(entity, units(text)) for entity in given])


def most(entities: list[Json]) -> list[Json]:
    """Keep the first of so many entities, in the order they begin, the wider before the narrower."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))[:MOST_ENTITIES]


def _checked_one(entity: object, size: int) -> Json:
    if not isinstance(entity, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    try:
        taken = _typed(entity)
    except reading.WrongFieldError as wrong:
        raise bad_request(f"can't parse MessageEntity: {wrong}") from None
    _check_span(taken["offset"], taken["length"], size)
    match taken:
        case {"type": "text_link", "url": url}:
            try:
                taken["url"] = links.checked(url)
            except links.WrongLinkError as error:
                raise bad_request(f"entity URL '{url}' is invalid: {error}") from None
        case {"type": "custom_emoji", "custom_emoji_id": identifier} if not is_emoji(identifier):
            raise bad_request("invalid custom emoji identifier specified")
    return taken


def _typed(entity: Json) -> Json:
    kind = reading.field(entity, "type", str)
    if kind not in _PLAIN_TYPES and kind not in _NEEDED:
        raise reading.WrongFieldError("Unsupported type specified")
    needed: Json = {name: reading.field(entity, name, of) for name, of in _NEEDED.get(kind, {}).items()}
    if kind == "text_mention":
        reading.field(entity["user"], "id", int)
    if kind == "pre" and entity.get("language") is not None:
        needed["language"] = reading.field(entity, "language", str)
    return {
        "type": kind,
        "offset": reading.field(entity, "offset", int),
        "length": reading.field(entity, "length", int),
        **needed,
    }


def _check_span(offset: int, length: int, size: int) -> None:
    if offset < 0:
        raise bad_request(f"receive an entity with incorrect offset {offset}")
    if length < 0:
        raise bad_request(f"receive an entity with incorrect length {length}")
    if offset >= size:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {offset}")
    if offset + length > size:
        end = offset + length
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {end}"
        )


def is_emoji(identifier: str) -> bool:
    """Tell whether a text can be the id of a custom emoji: a positive number of 64 bits."""
    return re.fullmatch(r"[0-9]{1,19}", identifier) is not None and 0 < int(identifier) < 1 << 63


def as_html(formatted: Formatted) -> str:
    """Write text and entities as Telegram's HTML; what clients find by themselves stays plain."""
    starts = sorted(formatted.entities, key=lambda entity: (entity["offset"], -entity["length"]))
    pieces: list[str] = []
    open_: list[tuple[int, str]] = []
    at = 0
    for character in [*formatted.text, ""]:
        while open_ and open_[-1][0] <= at:
            pieces.append(open_.pop()[1])
        while starts and starts[0]["offset"] <= at:
            _open_tag(starts.pop(0), pieces, open_)
        pieces.append(escape(character, quote=False))
        at += units(character)
    return "".join(pieces)


def _open_tag(entity: Json, pieces: list[str], open_: list[tuple[int, str]]) -> None:
    start, end = _tags(entity)
    if start:
        until = entity["offset"] + entity["length"]
        pieces.append(start)
        open_.append((min(until, open_[-1][0]) if open_ else until, end))


def _tags(entity: Json) -> tuple[str, str]:
    match entity["type"]:
        case "text_link":
            return f'<a href="{escape(entity["url"])}">', "</a>"
        case "text_mention":
            return f'<a href="tg://user?id={entity["user"]["id"]}">', "</a>"
        case "custom_emoji":
            return f'<tg-emoji emoji-id="{entity["custom_emoji_id"]}">', "</tg-emoji>"
        case "expandable_blockquote":
            return "<blockquote expandable>", "</blockquote>"
        case "pre" if entity.get("language"):
            return f'<pre><code class="language-{escape(entity["language"])}">', "</code></pre>"
        case kind:
            tag = _HTML_TAGS.get(kind)
            return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


def _span(entity: Json) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _clipped(entity: Json, start: int, size: int) -> Json:
    first = max(entity["offset"] - start, 0)
    last = min(entity["offset"] + entity["length"] - start, size)
    return entity | {"offset": first, "length": last - first}
