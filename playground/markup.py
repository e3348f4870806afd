"""Telegram's HTML: read strictly, with its errors and byte offsets, into text and entities.

Offsets and lengths of entities count UTF-16 units. The grammar is that of the Bot API's "HTML style".
"""

import re
from dataclasses import dataclass, field

from playground import links
from playground.answers import Json, bad_request
from playground.entities import MOST_ENTITIES, Formatted, is_emoji, units

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "tg-spoiler": "spoiler", "span": "spoiler", "blockquote": "blockquote", "a": "text_link",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(?P<decimal>[0-9]{1,9})|#x(?P<hex>[0-9a-fA-F]{1,8})|(?P<name>[a-zA-Z]+));?")
_PLAIN = re.compile(r"[^<&]+")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"[^\s=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_LAST_CODE_POINT = 0x10FFFF


def parse(html: str) -> Formatted:
    """Read HTML into plain text and entities, or refuse it with Telegram's "can't parse entities: …"."""
    return _Reading(html).read()


def decoded(text: str) -> str:
    """Resolve the character references Telegram knows; the rest stay as they are."""
    return _REFERENCE.sub(lambda match: _referred(match) or match[0], text)


def _referred(match: re.Match[str]) -> str:
    if match["name"]:
        return _NAMED.get(match["name"], "")
    code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
    return chr(code) if 0 < code < _LAST_CODE_POINT else ""


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    tag: str
    attributes: dict[str, str]
    offset: int
    order: int
    text_from: int


@dataclass(slots=True)
class _Reading:
    """One pass over one text."""

    html: str
    at: int = 0
    length: int = 0
    order: int = 0
    text: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    found: list[tuple[int, Json]] = field(default_factory=list)

    def read(self) -> Formatted:
        while self.at < len(self.html):
            if self.html.startswith("</", self.at):
                self._end_tag()
            elif self.html[self.at] == "<":
                self._start_tag()
            else:
                self._text()
        if self.open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return Formatted(self._whole_text(), self._sorted())

    def _text(self) -> None:
        if plain := _PLAIN.match(self.html, self.at):
            self._add(plain[0], plain.end())
        elif (reference := _REFERENCE.match(self.html, self.at)) and (character := _referred(reference)):
            self._add(character, reference.end())
        else:
            self._add("&", self.at + 1)

    def _add(self, text: str, upto: int) -> None:
        self.text.append(text)
        self.length += units(text)
        self.at = upto

    def _start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self._take(_WORD).lower()
        if self._ended():
            raise self._fault("Unclosed start tag", begin)
        if tag not in _TYPES:
            raise self._fault(f'Unsupported start tag "{tag}"', begin)
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._fault('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(tag, attributes, self.length, self.order, len(self.text)))
        self.order += 1

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._take(_SPACE)
            if self.html.startswith(">", self.at):
                self.at += 1
                return found
            name = self._take(_ATTRIBUTE)
            if not name:
                raise self._fault(f'Empty attribute name in the tag "{tag}"', begin)
            found[name] = self._attribute_value(tag, name, begin)

    def _attribute_value(self, tag: str, name: str, begin: int) -> str:
        self._take(_SPACE)
        if not self.html.startswith("=", self.at):
            if (tag, name) == ("blockquote", "expandable") and not self._ended():
                return ""
            raise self._fault(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
        self.at += 1
        self._take(_SPACE)
        if self._ended():
            raise self._fault(f'Unclosed start tag "{tag}"', begin)
        value = self._quoted(begin) if self.html[self.at] in "'\"" else self._name_token()
        if self._ended():
            raise self._fault("Unclosed start tag", begin)
        return value

    def _quoted(self, begin: int) -> str:
        end = self.html.find(self.html[self.at], self.at + 1)
        if end < 0:
            raise self._fault("Unclosed start tag", begin)
        value = decoded(self.html[self.at + 1 : end])
        self.at = end + 1
        return value

    def _name_token(self) -> str:
        begin = self.at
        value = self._take(_TOKEN).lower()
        if not self._ended() and not (self.html[self.at].isspace() or self.html[self.at] == ">"):
            raise self._fault("Unexpected end of name token", begin)
        return value

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._fault("Unexpected end tag", begin)
        self.at += 2
        tag = self._take(_WORD).lower()
        self._take(_SPACE)
        if not self.html.startswith(">", self.at):
            raise self._fault("Unclosed end tag", begin)
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise self._fault("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{tag}>"')
        if self.length > opened.offset:
            self._found(opened)

    def _found(self, opened: _Open) -> None:
        entity: Json = {"type": _TYPES[opened.tag], "offset": opened.offset, "length": self.length - opened.offset}
        match opened.tag:
            case "a":
                entity = self._link(opened, entity)
            case "blockquote" if "expandable" in opened.attributes:
                entity["type"] = "expandable_blockquote"
            case "tg-emoji":
                entity["custom_emoji_id"] = _emoji_id(opened)
            case "code":
                entity["language"] = opened.attributes.get("class", "").removeprefix("language-")
            case "pre":
                entity |= self._language_inside(entity)
        if entity:
            self.found.append((opened.order, entity))

    def _link(self, opened: _Open, entity: Json) -> Json:
        target = opened.attributes.get("href") or "".join(self.text[opened.text_from :])
        if person := links.mentioned_user(target):
            return entity | {"type": "text_mention", "user": {"id": person}}
        try:
            return entity | {"url": links.checked(target)}
        except links.WrongLinkError:
            return {}  # Telegram shows the words and drops the link

    def _language_inside(self, entity: Json) -> Json:
        """Take over the language of a `code` that fills the whole `pre`."""
        order, last = self.found[-1] if self.found else (0, {})
        if last.get("language") and (last["offset"], last["length"]) == (entity["offset"], entity["length"]):
            self.found.remove((order, last))
            return {"language": last["language"]}
        return {}

    def _sorted(self) -> list[Json]:
        for _, entity in self.found:
            if entity["type"] == "code":
                del entity["language"]
        return [entity for _, entity in sorted(self.found, key=lambda each: (each[1]["offset"], each[0]))][
            :MOST_ENTITIES
        ]

    def _whole_text(self) -> str:
        # A surrogate half may have come from a reference; two of them make one character.
        try:
            return "".join(self.text).encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            raise _unparsable(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            ) from None

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.html, self.at)
        taken = match[0] if match else ""
        self.at += len(taken)
        return taken

    def _ended(self) -> bool:
        return self.at >= len(self.html)

    def _fault(self, what: str, begin: int, more: str = "") -> Exception:
        offset = len(self.html[:begin].encode("utf-8", "surrogatepass"))
        return _unparsable(f"{what} at byte offset {offset}{more}")


def _emoji_id(opened: _Open) -> str:
    identifier = opened.attributes.get("emoji-id", "")
    if not is_emoji(identifier):
        raise _unparsable("Invalid custom emoji identifier specified")
    return identifier


def _unparsable(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")
