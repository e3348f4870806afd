"""Losses: Telegram's words for why the bot may not write in a group or a channel. Never imports handlers or storage."""

from collections.abc import Mapping
from typing import Final

from domain.chats import Loss
from domain.notice import Refused

LOSSES: Final[Mapping[str, Loss]] = {
    "chat not found": Loss.MISSING,
    "channel_private": Loss.MISSING,
    "peer_id_invalid": Loss.MISSING,
    "thread not found": Loss.TOPIC,
    "topic_closed": Loss.TOPIC,
    "topic_deleted": Loss.TOPIC,
    "not enough rights": Loss.RIGHTS,
    "need administrator rights": Loss.RIGHTS,
    "have no rights": Loss.RIGHTS,
    "have no write access": Loss.RIGHTS,
    "chat_write_forbidden": Loss.RIGHTS,
    "chat_admin_required": Loss.RIGHTS,
}
"""What a refusal with status 400 says, in small letters."""


def loss_of(refused: Refused) -> Loss | None:
    """Tell why a chat is shut; ``None`` when the refusal is about the message. Whatever is forbidden (403) shuts it."""
    said = refused.reason.lower()
    if not refused.ours:
        return next((loss for phrase, loss in LOSSES.items() if phrase in said), Loss.REMOVED)
    return None
