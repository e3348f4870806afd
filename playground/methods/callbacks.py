"""The answer to a press on an inline button."""

from playground.answers import bad_request
from playground.entities import units
from playground.parameters import Parameters
from playground.state import State

LONGEST_TOAST = 200


def answer_callback_query(state: State, call: Parameters) -> bool:
    """Take the waiting sign off the button, with a toast, an alert or a link into the bot's own chat."""
    text, url = call.text("text"), call.text("url")
    if units(text) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    if url and not url.startswith((f"https://t.me/{state.bot.username}", f"t.me/{state.bot.username}")):
        raise bad_request("URL_INVALID")
    query = state.queries.answer(call.text("callback_query_id"), text, url, alert=call.flag("show_alert"))
    state.happened("toast", query.person.id, query.toast)
    return True
