"""Buttons and keys as the Bot API takes them. Never imports telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from domain.chats import Venue
from handlers.buttons import encode

if TYPE_CHECKING:
    from handlers.reply import Button, Key, Reply

REQUESTS = {Venue.GROUP: 1, Venue.CHANNEL: 2}
"""The numbers by which an answer tells what was asked for."""
_POSTING = {
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": False,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": False,
    "can_invite_users": False,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_post_messages": True,
    "can_edit_messages": True,
}


def markup(reply: Reply) -> dict[str, Any]:
    """Return the parameter that shows a reply's buttons or keys, or takes the keys away; empty when it has none."""
    if reply.rows:
        return {"reply_markup": {"inline_keyboard": [[_button(button) for button in row] for row in reply.rows]}}
    if reply.keys:
        keys = [[_key(key)] for key in reply.keys]
        return {"reply_markup": {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": True}}
    return {"reply_markup": {"remove_keyboard": True}} if reply.lowered else {}


def _button(button: Button) -> dict[str, Any]:
    if button.url is not None:
        return {"text": button.label, "url": button.url}
    if button.copy is not None:
        return {"text": button.label, "copy_text": {"text": button.copy}}
    if button.press is None:
        raise ValueError(f"The button {button.label!r} does nothing.")
    return {"text": button.label, "callback_data": encode(button.press)}


def _key(key: Key) -> dict[str, Any]:
    if key.asks is None:
        return {"text": key.label}
    asked: dict[str, Any] = {"request_id": REQUESTS[key.asks], "request_title": True}
    if key.asks is Venue.GROUP:
        return {"text": key.label, "request_chat": {**asked, "chat_is_channel": False, "bot_is_member": True}}
    rights = {"user_administrator_rights": _POSTING, "bot_administrator_rights": _POSTING}
    return {"text": key.label, "request_chat": {**asked, "chat_is_channel": True, **rights}}
