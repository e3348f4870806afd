"""Files, pictures and recordings from an organiser: not read, with what to do instead. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.announcing.sheet import organises
from handlers.replies.announcing import paste as replies

if TYPE_CHECKING:
    from telegram import Message

    from handlers.context import Context


async def refused(context: Context, message: Message | None) -> bool:
    """Tell an organiser who sent a file or a recording to paste its text; ``False`` for anything else."""
    if message is None:
        return False
    recording = bool(message.voice or message.audio or message.video or message.video_note)
    if not (recording or message.document or message.photo) or not await organises(context):
        return False
    context.reply(replies.no_file(context.words, recording=recording))
    return True
