"""Which chat and message a call means, and whether the bot may write there; refusals in Telegram's words."""

from playground.answers import Refusal, bad_request, forbidden, moved
from playground.chats import GROUPS, Chat, Message
from playground.parameters import Parameters
from playground.reading import WrongFieldError, field
from playground.state import State

_NO_EDITOR = "need administrator rights in the channel chat"


def chat_of(state: State, call: Parameters) -> Chat:
    """Find the chat a call names by id or by @name."""
    given = call.text("chat_id")
    if not given:
        raise bad_request("chat_id is empty")
    if given.startswith("@"):
        found = next((chat for chat in state.chats.values() if f"@{chat.username}".lower() == given.lower()), None)
    else:
        found = state.chats.get(call.integer("chat_id"))
    if found is None:
        raise bad_request("chat not found")
    return found


def writable(state: State, call: Parameters) -> Chat:
    """Find the chat a call names, and refuse where the bot must not write."""
    chat = chat_of(state, call)
    if chat.moved_to is not None:
        raise moved(chat.moved_to)
    refusal = _private(state, chat) if chat.type == "private" else _shared(state, chat)
    if refusal is not None:
        raise refusal
    return chat


def speakable(state: State, call: Parameters, what: str = "text messages") -> Chat:
    """Find the chat a call names, and refuse where the bot has no right to send such a thing."""
    chat = writable(state, call)
    if chat.mute and chat.type not in GROUPS:
        raise bad_request(_NO_EDITOR)
    if chat.mute:
        raise bad_request(f"not enough rights to send {what} to the chat")
    return chat


def present(state: State, call: Parameters) -> Chat:
    """Find the chat a call names, and refuse where the bot is not in it."""
    chat = chat_of(state, call)
    refusal = None if chat.type == "private" else _absent(state, chat)
    if refusal is not None:
        raise refusal
    return chat


def message_of(chat: Chat, call: Parameters, purpose: str) -> Message:
    """Find the message a call names, or refuse with "message to edit not found" and the like."""
    message = chat.message(call.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message


def replied_to(chat: Chat, call: Parameters) -> Message | None:
    """Find the message a call replies to."""
    reply = call.json("reply_parameters", called="reply parameters")
    if reply is None:
        message_id, optional = call.integer("reply_to_message_id"), call.flag("allow_sending_without_reply")
    else:
        message_id, optional = _reply_of(reply)
    found = chat.message(message_id) if message_id else None
    if message_id and found is None and not optional:
        raise bad_request("message to be replied not found")
    return found


def thread_of(chat: Chat, call: Parameters, reply_to: Message | None) -> int:
    """Find the topic a call names, or else that of the message it replies to; 0 for none."""
    thread = call.integer("message_thread_id")
    if thread <= 0:
        return 0 if reply_to is None else reply_to.thread
    if thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread


def _reply_of(parameters: object) -> tuple[int, bool]:
    if not isinstance(parameters, dict):
        raise bad_request("object expected as reply parameters")
    try:
        return field(parameters, "message_id", int), bool(parameters.get("allow_sending_without_reply"))
    except WrongFieldError as wrong:
        words = str(wrong)
        raise bad_request(words[0].lower() + words[1:]) from None


def _private(state: State, chat: Chat) -> Refusal | None:
    if chat.person is not None and chat.person.deactivated:
        return forbidden("user is deactivated")
    match chat.status(state.bot.id):
        case "kicked":
            return forbidden("bot was blocked by the user")
        case "left":
            return forbidden("bot can't initiate conversation with a user")
        case _:
            return None


def _shared(state: State, chat: Chat) -> Refusal | None:
    if chat.type not in GROUPS and chat.status(state.bot.id) == "member":
        return bad_request(_NO_EDITOR)
    return _absent(state, chat)


def _absent(state: State, chat: Chat) -> Refusal | None:
    match chat.status(state.bot.id):
        case "kicked":
            return forbidden(f"bot was kicked from the {chat.kind}")
        case "left":
            return forbidden(f"bot is not a member of the {chat.kind}")
        case _:
            return None
