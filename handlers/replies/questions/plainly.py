"""Texts of the chat without their markup, for where there is none: the command line. Never imports telegram."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handlers.reply import Reply

_TAG = re.compile("<[^>]*>")


def plain(reply: Reply) -> str:
    """Return the text of a reply as people see it, without its buttons."""
    return unmarked(reply.text)


def unmarked(text: str) -> str:
    """Return HTML without tags and entities; every ``<`` in it opens a tag, as values are escaped."""
    return html.unescape(_TAG.sub("", text))
