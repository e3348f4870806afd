"""Methods that hang a message at the top of its chat, and take it down."""

from playground.answers import bad_request
from playground.chats import GROUPS, Chat
from playground.methods import access
from playground.parameters import Parameters
from playground.state import State


def pin_chat_message(state: State, call: Parameters) -> bool:
    """Pin a message, which a note tells all; the bot hears its own note, too."""
    chat = access.writable(state, call)
    message = access.message_of(chat, call, "pin")
    _check_rights(state, chat)
    if message not in chat.pinned:
        chat.pinned.append(message)
        note = state.post(chat, state.bot, {"pinned_message": message.raw(with_reply=False)})
        state.deliver(note)
    return True


def unpin_chat_message(state: State, call: Parameters) -> bool:
    """Take down a message, or the newest of those pinned when none is named."""
    chat = access.writable(state, call)
    message = access.message_of(chat, call, "unpin") if call.integer("message_id") else chat.last_pinned()
    if message is None:
        raise bad_request("message to unpin not found")
    _check_rights(state, chat)
    if message in chat.pinned:
        chat.pinned.remove(message)
    return True


def _check_rights(state: State, chat: Chat) -> None:
    if chat.type in GROUPS and chat.status(state.bot.id) != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
