"""What is said back to a person: a text in HTML, rows of buttons, a document. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.chats import Venue
    from handlers.buttons import Press


@dataclass(frozen=True, slots=True)
class Button:
    """A button that does exactly one thing: sends a press back, opens an address or copies a text."""

    label: str
    press: Press | None = None
    url: str | None = None
    copy: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A key below the writing line: it sends its words, or lets a person choose a group or a channel (``asks``)."""

    label: str
    asks: Venue | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file made for one person."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A message: ``text`` in Telegram's HTML, ``rows`` of buttons under it, a document whose caption the text is.

    In place of buttons it may bring ``keys`` below the writing line, or take them away (``lowered``).
    """

    text: str
    rows: Rows = ()
    document: Document | None = None
    keys: tuple[Key, ...] = ()
    lowered: bool = False

    def led_by(self, line: str | None) -> Reply:
        """Return the same reply under a line of HTML, if there is one."""
        return replace(self, text=f"{line}\n\n{self.text}") if line else self


@dataclass(frozen=True, slots=True)
class Toast:
    """A line that flashes over the chat after a press; plain text; an ``alert`` waits for OK."""

    text: str
    alert: bool = False
