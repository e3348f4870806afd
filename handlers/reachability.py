"""Whether a person can be reached: the bot blocked, and unblocked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import ChatMember

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def changed(update: Update, context: Context) -> None:
    """Note that a private chat was closed to the bot; opening it again is noted for every update alike."""
    member = update.my_chat_member
    if member and member.chat.type == member.chat.PRIVATE and member.new_chat_member.status == ChatMember.BANNED:
        await context.office.profile.lost(context.official, "blocked")
