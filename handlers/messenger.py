"""From words to Bot API calls: replies, notices and posts, ready to send. Never imports telegram."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from domain.ports import Outgoing
from handlers import calendar_file, keyboard
from handlers.replies import broadcast_progress, changes, notices, posts
from handlers.texts import Words
from handlers.texts.markup import units

if TYPE_CHECKING:
    from datetime import datetime

    from domain.broadcast import Broadcast, Progress
    from domain.notice import Claimed
    from domain.official import Language
    from domain.ports import DuePost
    from handlers.reply import Document, Reply
    from handlers.service import Service

LONGEST_CAPTION = 1024


@dataclass(frozen=True, slots=True)
class Messages:
    """Notices as messages in each person's language, and posts in each chat's."""

    service: Service
    _compiled: dict[tuple[int, Language], tuple[Broadcast, Outgoing | None]] = field(default_factory=dict)

    def render(self, notice: Claimed, now: datetime, until: datetime | None) -> Outgoing | None:
        """Return the message for a claimed notice, or ``None`` when there is nothing left to say."""
        if notice.broadcast:
            return self._to_many(notice, notice.broadcast, now)
        words = Words(notice.official.language, now)
        reply = notices.notice(words, notice, self.service, until)
        return message(notice.official.id, self._with_calendar(reply, notice, now)) if reply else None

    def _to_many(self, notice: Claimed, broadcast: Broadcast, now: datetime) -> Outgoing | None:
        """Return one of many alike: worded once a batch and language, the chat put in."""
        person = notice.official
        key = broadcast.id, person.language
        worded, pattern = self._compiled.get(key, (None, None))
        if worded is not broadcast:
            reply = notices.notice(Words(person.language, now), notice, self.service)
            pattern = message(person.id, reply) if reply else None
            self._compiled[key] = broadcast, pattern
        return pattern and Outgoing(person.id, pattern.method, {**pattern.body, "chat_id": person.id})

    def _with_calendar(self, reply: Reply, notice: Claimed, now: datetime) -> Reply:
        """Return what is said of a change with the calendar file as it is now, if its text can be a caption."""
        training = notice.training
        if training is None or not changes.brings_calendar(notice) or units(reply.text) > LONGEST_CAPTION:
            return reply
        document = calendar_file.event_file(training, self.service, now, with_link=not training.cancelled)
        return replace(reply, document=document)

    def progress(self, progress: Progress, now: datetime) -> Outgoing:
        """Return the call that shows an organiser how far a message to many has come; in its own chat."""
        reply = broadcast_progress.progress(Words(progress.language, now), progress)
        shown_in, shown = progress.broadcast.chat_id or 0, progress.broadcast.message_id
        return message(shown_in, reply) if shown is None else edit(shown_in, shown, reply)

    def post(self, post: DuePost, now: datetime) -> tuple[Outgoing, str]:
        """Return the call that sends or edits a post, and a short text that stands for what it will show."""
        reply = posts.post(Words(post.chat.language, now), post.stored, self.service)
        chat_id = post.chat.spot.telegram_id
        if post.message_id is not None:
            call = edit(chat_id, post.message_id, reply)
        else:
            call = message(chat_id, reply, thread=post.chat.spot.thread)
        return call, hashlib.sha256(f"{reply.text}{reply.rows}".encode(errors="replace")).hexdigest()[:16]


def message(chat_id: int, reply: Reply, quoted: int | None = None, *, thread: int = 0) -> Outgoing:
    """Return the call that sends a reply; a document carries the text as its caption.

    ``quoted`` is the message that is answered, ``thread`` the topic of a forum.
    """
    answered = {"message_id": quoted, "allow_sending_without_reply": True}
    head: dict[str, Any] = {"chat_id": chat_id}
    if thread:
        head["message_thread_id"] = thread
    if quoted is not None:
        head["reply_parameters"] = answered
    if reply.document:
        body = {**head, "document": _file(reply.document), "caption": reply.text, "parse_mode": "HTML"}
        return Outgoing(chat_id, "sendDocument", {**body, **keyboard.markup(reply)})
    return Outgoing(chat_id, "sendMessage", {**head, **_text(reply)})


def edit(chat_id: int, message_id: int, reply: Reply) -> Outgoing:
    """Return the call that puts a reply in place of a message."""
    return Outgoing(chat_id, "editMessageText", {"chat_id": chat_id, "message_id": message_id, **_text(reply)})


def _text(reply: Reply) -> dict[str, Any]:
    preview = {"link_preview_options": {"is_disabled": True}}
    return {"text": reply.text, "parse_mode": "HTML", **preview, **keyboard.markup(reply)}


def _file(document: Document) -> dict[str, str]:
    content = base64.b64encode(document.content).decode()
    return {"name": document.name, "mime": document.mime, "base64": content}
