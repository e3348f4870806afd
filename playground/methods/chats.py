"""Methods about chats and who is in them."""

from playground.answers import Json, bad_request
from playground.chats import OWNERS, member
from playground.methods import access
from playground.parameters import Parameters
from playground.state import State

_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_chat(state: State, call: Parameters) -> Json:
    """Describe a chat in full."""
    chat = access.present(state, call)
    gifts = dict.fromkeys(_GIFTS, False)
    pinned = chat.last_pinned()
    shown = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return chat.raw() | shown | ({} if pinned is None else {"pinned_message": pinned.raw(with_reply=False)})


def get_chat_member(state: State, call: Parameters) -> Json:
    """Tell someone's place in a chat; strangers who left are described too."""
    if call.integer("user_id") <= 0:
        raise bad_request("invalid user_id specified")
    chat = access.present(state, call)
    user_id = call.integer("user_id")
    user = state.bot if user_id == state.bot.id else state.people.get(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    here = chat.person is user
    return member(user, "member" if here else chat.status(user.id), mute=chat.mute and user is state.bot)


def get_chat_administrators(state: State, call: Parameters) -> list[Json]:
    """List who runs a group or a channel, without bots other than the bot itself."""
    chat = access.present(state, call)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    if chat.type == "channel" and chat.status(state.bot.id) != "administrator":
        raise bad_request("member list is inaccessible")
    running = {user_id: status for user_id, status in chat.members.items() if status in OWNERS}
    people = state.people | {state.bot.id: state.bot}
    return [member(people[user_id], status) for user_id, status in running.items()]


def get_chat_member_count(state: State, call: Parameters) -> int:
    """Count who is in a chat, the bot too."""
    chat = access.present(state, call)
    if chat.type == "private":
        return 2
    return sum(status not in {"left", "kicked"} for status in chat.members.values())


def leave_chat(state: State, call: Parameters) -> bool:
    """Leave a group or a channel."""
    if access.chat_of(state, call).type == "private":
        raise bad_request("chat not found")
    chat = access.present(state, call)
    state.change_bot_status(chat, state.bot, "left")
    return True
