"""From words to Bot API calls: replies and notices as rows, ready to send. Never imports telegram."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from domain.ports import Outgoing
from handlers.buttons import encode
from handlers.replies import notices
from handlers.texts import Words

if TYPE_CHECKING:
    from datetime import datetime

    from domain.notice import Claimed
    from handlers.reply import Button, Document, Reply, Rows
    from handlers.service import Service

LONGEST_CAPTION = 1024


@dataclass(frozen=True, slots=True)
class Messages:
    """Notices as messages, in each person's language."""

    service: Service

    def render(self, notice: Claimed, now: datetime, until: datetime | None) -> Outgoing | None:
        """Return the message for a claimed notice, or ``None`` when there is nothing left to say."""
        words = Words(notice.official.language, now)
        reply = notices.notice(words, notice, self.service, until)
        return message(notice.official.id, reply) if reply else None


def message(chat_id: int, reply: Reply, quoted: int | None = None) -> Outgoing:
    """Return the call that sends a reply; a document carries the text as its caption; ``quoted`` is answered."""
    answered = {"message_id": quoted, "allow_sending_without_reply": True}
    head = {"chat_id": chat_id, **({"reply_parameters": answered} if quoted is not None else {})}
    if reply.document:
        body = {**head, "document": _file(reply.document), "caption": reply.text, "parse_mode": "HTML"}
        return Outgoing(chat_id, "sendDocument", {**body, **_keyboard(reply.rows)})
    return Outgoing(chat_id, "sendMessage", {**head, **_text(reply)})


def edit(chat_id: int, message_id: int, reply: Reply) -> Outgoing:
    """Return the call that puts a reply in place of a message."""
    return Outgoing(chat_id, "editMessageText", {"chat_id": chat_id, "message_id": message_id, **_text(reply)})


def _text(reply: Reply) -> dict[str, Any]:
    preview = {"link_preview_options": {"is_disabled": True}}
    return {"text": reply.text, "parse_mode": "HTML", **preview, **_keyboard(reply.rows)}


def _keyboard(rows: Rows) -> dict[str, Any]:
    if not rows:
        return {}
    return {"reply_markup": {"inline_keyboard": [[_button(button) for button in row] for row in rows]}}


def _button(button: Button) -> dict[str, Any]:
    if button.url is not None:
        return {"text": button.label, "url": button.url}
    if button.copy is not None:
        return {"text": button.label, "copy_text": {"text": button.copy}}
    if button.press is None:
        raise ValueError(f"The button {button.label!r} does nothing.")
    return {"text": button.label, "callback_data": encode(button.press)}


def _file(document: Document) -> dict[str, str]:
    content = base64.b64encode(document.content).decode()
    return {"name": document.name, "mime": document.mime, "base64": content}
