"""Methods that send again what is in some chat already: with its origin, or as a copy."""

from playground.answers import Json, bad_request
from playground.chats import Message
from playground.forwards import copied, forwarded, may_be_copied, may_be_forwarded
from playground.methods import access
from playground.methods.outgoing import send
from playground.methods.words import caption_content
from playground.parameters import Parameters
from playground.state import State


def forward_message(state: State, call: Parameters) -> Json:
    """Forward a message, which tells where it came from."""
    message = _chosen(state, call, "forward")
    if not may_be_forwarded(message):
        raise bad_request("the message can't be forwarded")
    return send(state, call, forwarded(message), message.document).raw()


def copy_message(state: State, call: Parameters) -> Json:
    """Copy a message, which tells nothing of its origin; a caption given replaces the old one."""
    message = _chosen(state, call, "copy")
    if not may_be_copied(message):
        raise bad_request("the message can't be copied")
    content = copied(message)
    if call.has("caption") and not {"photo", "document"}.isdisjoint(content):
        content = {name: value for name, value in content.items() if not name.startswith("caption")}
        content |= caption_content(call)
    return {"message_id": send(state, call, content, message.document).id}


def _chosen(state: State, call: Parameters, purpose: str) -> Message:
    source = access.present(state, Parameters({"chat_id": call.values.get("from_chat_id")}))
    return access.message_of(source, call, purpose)
