"""Methods that remove messages: the bot's own anywhere, others' where it may, within 48 hours."""

from datetime import timedelta

from playground.answers import bad_request
from playground.chats import Chat, Message
from playground.methods import access
from playground.parameters import Parameters
from playground.state import State

DELETABLE_FOR = timedelta(hours=48)
MOST_AT_ONCE = 100


def delete_message(state: State, call: Parameters) -> bool:
    """Remove one message."""
    if not call.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    if call.integer("message_id") == 0:
        raise bad_request("message identifier is not specified")
    chat = access.writable(state, call)
    message = access.message_of(chat, call, "delete")
    _check(state, chat, message)
    _delete(state, message)
    return True


def delete_messages(state: State, call: Parameters) -> bool:
    """Remove up to a hundred messages; those that are not there are passed over."""
    ids = call.json("message_ids", called="message identifiers") or []
    if not isinstance(ids, list):
        raise bad_request("expected an Array of message identifiers")
    if len(ids) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    if not ids:
        raise bad_request("message identifiers are not specified")
    chat = access.writable(state, call)
    chosen = [message for message in chat.visible() if message.id in ids]
    for message in chosen:
        _check(state, chat, message)
    for message in chosen:
        _delete(state, message)
    return True


def _check(state: State, chat: Chat, message: Message) -> None:
    own = message.sender is state.bot
    if not own and chat.type != "private" and chat.status(state.bot.id) != "administrator":
        raise bad_request("message can't be deleted")
    if state.clock.now() - message.at > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")


def _delete(state: State, message: Message) -> None:
    message.deleted = True
    state.happened("deleted", message.chat.id, message)
