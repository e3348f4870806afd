"""How anything new from the bot gets into a chat: keyboard, chat, reply, topic and rate, in Telegram's order."""

from playground import keyboards
from playground.answers import Json
from playground.chats import Message
from playground.files import StoredFile
from playground.methods import access
from playground.parameters import Parameters
from playground.state import State


def send(state: State, call: Parameters, content: Json, document: StoredFile | None = None) -> Message:
    """Put a content into the chat a call names."""
    markup = keyboards.parse(call.json("reply_markup", called="reply keyboard markup"))
    chat = access.speakable(state, call, _kind(content))
    reply_to = access.replied_to(chat, call)
    thread = access.thread_of(chat, call, reply_to)
    keyboards.check_place(markup, private=chat.type == "private")
    state.pace.admit(chat, paid=call.flag("allow_paid_broadcast"))
    if markup.below is not None:
        state.put_keys(chat, markup.below)
    if call.flag("protect_content"):
        content = content | {"has_protected_content": True}
    return state.post(
        chat, state.bot, content, keyboard=markup.inline, reply_to=reply_to, document=document, thread=thread
    )


def _kind(content: Json) -> str:
    """Name what is sent as Telegram's refusals do."""
    return next((f"{kind}s" for kind in ("document", "photo") if kind in content), "text messages")
