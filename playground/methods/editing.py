"""Methods that change what the bot sent."""

from playground import keyboards
from playground.answers import Json, bad_request
from playground.chats import Message
from playground.methods import access
from playground.methods.words import caption_content, text_content
from playground.parameters import Parameters
from playground.state import State

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(state: State, call: Parameters) -> Json:
    """Replace the text and the buttons; buttons not given are removed."""
    content = text_content(call, too_long="MESSAGE_TOO_LONG")
    message = _editable(state, call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _edit(state, call, message, content)


def edit_message_caption(state: State, call: Parameters) -> Json:
    """Replace the caption and the buttons of a file."""
    caption = caption_content(call)
    message = _editable(state, call)
    if not {"document", "photo"} & message.content.keys():
        raise bad_request("there is no caption in the message to edit")
    rest = {name: value for name, value in message.content.items() if not name.startswith("caption")}
    return _edit(state, call, message, rest | caption)


def edit_message_reply_markup(state: State, call: Parameters) -> Json:
    """Replace the buttons alone; none given removes them."""
    message = _editable(state, call)
    return _edit(state, call, message, message.content)


def _editable(state: State, call: Parameters) -> Message:
    if not call.text("chat_id") and not call.integer("message_id"):
        raise bad_request("message identifier is not specified")
    chat = access.writable(state, call)
    message = access.message_of(chat, call, "edit")
    if message.sender is not state.bot or (chat.mute and chat.type == "channel"):
        raise bad_request("message can't be edited")
    return message


def _edit(state: State, call: Parameters, message: Message, content: Json) -> Json:
    markup = keyboards.parse(call.json("reply_markup", called="reply keyboard markup"))
    if markup.below is not None:
        raise bad_request("inline keyboard expected")
    if (content, markup.inline) == (message.content, message.keyboard):
        raise bad_request(_NOT_MODIFIED)
    state.pace.admit(message.chat, paid=False)
    message.content, message.keyboard = content, markup.inline
    message.edited_at = state.clock.now()
    state.happened("edited", message.chat.id, message)
    return message.raw()
