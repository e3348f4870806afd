"""Methods about chats and who is in them."""

from playground.answers import Json, bad_request, forbidden
from playground.chats import Chat, member
from playground.methods import access
from playground.parameters import Parameters
from playground.state import State

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(state: State, call: Parameters) -> Json:
    """Describe a chat in full."""
    chat = access.chat_of(state, call)
    _check_present(state, chat)
    gifts = dict.fromkeys(_GIFTS, False)
    return chat.raw() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def get_chat_member(state: State, call: Parameters) -> Json:
    """Tell someone's place in a chat; strangers who left are described too."""
    chat = access.chat_of(state, call)
    if call.integer("user_id") <= 0:
        raise bad_request("invalid user_id specified")
    _check_present(state, chat)
    user_id = call.integer("user_id")
    user = state.bot if user_id == state.bot.id else state.people.get(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    here = chat.person is user
    return member(user, "member" if here else chat.status(user.id))


def leave_chat(state: State, call: Parameters) -> bool:
    """Leave a group or a channel."""
    chat = access.chat_of(state, call)
    if chat.type == "private":
        raise bad_request("chat not found")
    _check_present(state, chat)
    state.change_bot_status(chat, state.bot, "left")
    return True


def _check_present(state: State, chat: Chat) -> None:
    status = chat.status(state.bot.id)
    if chat.type == "private":
        return
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind}")
    if status == "left":
        raise forbidden(f"bot is not a member of the {chat.kind}")
