"""Whether the bot can reach people and chats: blocked and unblocked, let in, promoted and thrown out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import ChatMember

from handlers import binding

if TYPE_CHECKING:
    from telegram import Update

    from handlers.context import Context


async def changed(update: Update, context: Context) -> None:
    """Note that a chat was closed to the bot; that a private one was opened again is noted for every update alike."""
    member = update.my_chat_member
    if member is None:
        return
    if member.chat.type != member.chat.PRIVATE:
        await binding.standing(member, context)
    elif member.new_chat_member.status == ChatMember.BANNED:
        await context.office.profile.lost(context.official, "blocked")
