"""Methods about the bot itself and its files."""

from playground.answers import Json, bad_request
from playground.files import LARGEST_DOWNLOAD
from playground.parameters import Parameters
from playground.state import State


def get_me(state: State, _call: Parameters) -> Json:
    """Describe the bot."""
    return state.bot.raw() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not state.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_file(state: State, call: Parameters) -> Json:
    """Tell where a file can be downloaded, up to 20 MB."""
    file_id = call.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = state.files.known(file_id)
    if stored is None:
        raise bad_request("invalid file_id")
    if stored.claimed_size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return stored.raw() | {"file_path": stored.path}
