"""What a person wrote with its bold words, links and quotations, as safe HTML. Never imports storage."""

from __future__ import annotations

from html import escape

from telegram import Message

from handlers.texts.markup import Markup, visible


def formatted(message: Message) -> Markup:
    """Return the text of a message as markup, without characters that cannot be seen; empty where there is no text.

    PTB escapes everything but the addresses of links.
    """
    if not message.text:
        return Markup()
    raw = message.to_dict()
    for entity in raw.get("entities", ()):
        if "url" in entity:
            entity["url"] = escape(entity["url"])
    return visible(Markup(Message.de_json(raw).text_html))
