"""Binding: in which groups and channels trainings are posted, chosen in the private chat or in the group itself.

Nothing is decided here: every right is checked where the act is done. Never imports storage.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from telegram import ChatMember

from domain.chats import BoundChat, Loss, Spot, Venue
from domain.desks.chats import Bound, Choose
from domain.desks.organisers import Denial
from domain.official import Language
from handlers import groups
from handlers.answering import refuse
from handlers.buttons import ShowChats
from handlers.keyboard import REQUESTS
from handlers.replies import binding as replies
from handlers.replies import groups as group_replies
from handlers.texts import Words

if TYPE_CHECKING:
    from telegram import ChatMemberUpdated, ChatShared, Update

    from handlers.buttons import AddChat, AskUnbind, BindChat, PauseChat, ShowChat, SpeakInChat, Unbind
    from handlers.context import Context
    from handlers.reply import Reply

ASKS = {number: venue for venue, number in REQUESTS.items()}


def choosing_none() -> list[str]:
    """Return the words of the key that chooses no chat, in every language."""
    return [Words(language, datetime.now(UTC)).plain("button.choose_none") for language in Language]


async def command(context: Context, _: str) -> None:
    """Answer /kanaly."""
    await show_chats(context, ShowChats())


async def show_chats(context: Context, press: ShowChats) -> None:
    """Show an organiser where trainings are posted."""
    bound = await context.office.chats.overview(context.official)
    if isinstance(bound, Denial):
        refuse(context, bound)
    else:
        context.show(replies.chats(context.words, bound, press.page))


async def show_chat(context: Context, press: ShowChat) -> None:
    """Show what a bound chat is set to."""
    _show(context, await context.office.chats.get(context.official, press.chat))


async def pause(context: Context, press: PauseChat) -> None:
    """Post nothing new in a chat, or begin again."""
    _show(context, await context.office.chats.pause(context.official, press.chat, paused=press.paused))


async def speak(context: Context, press: SpeakInChat) -> None:
    """Change the language of a chat's posts."""
    _show(context, await context.office.chats.speak(context.official, press.chat, press.language))


async def ask_unbind(context: Context, press: AskUnbind) -> None:
    """Ask before a chat is unbound."""
    chat = await context.office.chats.get(context.official, press.chat)
    _show(context, chat, replies.ask_unbind(context.words, chat) if isinstance(chat, BoundChat) else None)


async def unbind(context: Context, press: Unbind) -> None:
    """Post in a chat no longer."""
    chat = await context.office.chats.unbind(context.official, press.chat)
    _show(context, chat, replies.unbound(context.words, chat) if isinstance(chat, BoundChat) else None)


async def add(context: Context, press: AddChat) -> None:
    """Let an organiser choose a chat."""
    bound = await context.office.chats.overview(context.official)
    if isinstance(bound, Denial):
        refuse(context, bound)
    else:
        context.reply(replies.choose_chat(context.words, press.venue))


async def put_away(_: Update, context: Context) -> None:
    """Answer the key that chooses no chat."""
    context.reply(replies.put_away(context.words))
    await show_chats(context, ShowChats())


async def shared(update: Update, context: Context) -> None:
    """Bind the chat that an organiser has chosen, or ask for which programme it is."""
    told = update.message.chat_shared if update.message else None
    if told is None or told.request_id not in ASKS:
        return
    taken = await context.office.chats.take(context.official, _spot(told))
    if not isinstance(taken, Denial):
        context.reply(replies.chosen(context.words))
    _tell(context, taken)


async def bind(context: Context, press: BindChat) -> None:
    """Bind a chat to the programme that was chosen for it."""
    taken = await context.office.chats.bind(context.official, press.shown, press.programme)
    if taken is None:
        context.show(replies.gone(context.words))
    elif isinstance(taken, Denial):
        refuse(context, taken)
    else:
        context.show(replies.bound(context.words, taken.chat))


async def here(context: Context, _: str) -> None:
    """Answer /tutaj in a group: bind it, or the topic in which this is written, if an organiser writes it."""
    spot = context.exchange.spot
    taken = await context.office.chats.take(context.official, spot) if spot else Denial.NO_RIGHTS
    if isinstance(taken, Denial):
        await groups.say(context, group_replies.hint(context.words, context.service))
    elif isinstance(taken, Bound):
        context.reply(replies.bound_here(context.words, taken.chat, context.service))
    else:
        context.tell(replies.choose_programme(context.words, taken.shown, taken.programmes))
        context.reply(replies.choose_in_private(context.words, context.service))


async def here_in_private(context: Context, _: str) -> None:
    """Answer /tutaj in the private chat: tell where to write it."""
    bound = await context.office.chats.overview(context.official)
    if isinstance(bound, Denial):
        refuse(context, bound)
    else:
        context.reply(replies.here_in_private(context.words))


async def moved(update: Update, context: Context) -> None:
    """Follow a group that became a supergroup, whichever of its two notes comes first."""
    message = update.message
    if message and message.migrate_to_chat_id:
        await context.office.chats.moved(message.chat.id, message.migrate_to_chat_id)
    elif message and message.migrate_from_chat_id:
        await context.office.chats.moved(message.migrate_from_chat_id, message.chat.id)


async def standing(changed: ChatMemberUpdated, context: Context) -> None:
    """Note that the bot may write in a group or a channel, or may not; offer to bind a channel it was let into."""
    spot = context.exchange.spot
    if spot is None:
        return
    loss = _loss(changed.new_chat_member, spot)
    if loss:
        await context.office.chats.lost(spot, loss)
        return
    known = await context.office.chats.known(spot.telegram_id)
    await context.office.chats.regained(spot)
    was_lost = next((chat for chat in known if chat.lost), None)
    if was_lost and not isinstance(await context.office.chats.get(context.official, was_lost.id), Denial):
        context.tell(replies.regained(context.words, was_lost))
    elif not known and spot.venue is Venue.CHANNEL:
        await _offer(context, spot)


async def _offer(context: Context, spot: Spot) -> None:
    """Offer, in the private chat, to post in a channel; only to an organiser."""
    asked = await context.office.chats.ask(context.official, spot)
    if isinstance(asked, Choose):
        context.tell(replies.choose_programme(context.words, asked.shown, asked.programmes))


def _loss(member: ChatMember, spot: Spot) -> Loss | None:
    """Return why the bot cannot write where its place has become this one."""
    if member.status in {ChatMember.LEFT, ChatMember.BANNED}:
        return Loss.REMOVED
    if spot.venue is Venue.CHANNEL:
        return None if getattr(member, "can_post_messages", False) else Loss.RIGHTS
    restricted = member.status == ChatMember.RESTRICTED and not getattr(member, "can_send_messages", False)
    return Loss.RIGHTS if restricted else None


def _spot(told: ChatShared) -> Spot:
    return Spot(told.chat_id, ASKS[told.request_id], told.title or str(told.chat_id))


def _show(context: Context, chat: BoundChat | Denial | None, said: Reply | None = None) -> None:
    if isinstance(chat, Denial):
        refuse(context, chat)
    elif chat is None:
        context.show(replies.gone(context.words))
    else:
        context.show(said or replies.chat(context.words, chat))


def _tell(context: Context, taken: Bound | Choose | Denial) -> None:
    if isinstance(taken, Denial):
        refuse(context, taken)
    elif isinstance(taken, Bound):
        context.reply(replies.bound(context.words, taken.chat))
    else:
        context.reply(replies.choose_programme(context.words, taken.shown, taken.programmes))
