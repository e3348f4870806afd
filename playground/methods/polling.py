"""Methods by which updates leave: getUpdates, and the webhook that excludes it.

A webhook is stored and makes getUpdates fail; the world posts nothing to it.
"""

from playground.answers import Json, bad_request, conflict
from playground.parameters import Parameters
from playground.state import State


async def get_updates(state: State, call: Parameters) -> list[Json]:
    """Hand over what waits, after confirming everything below `offset`."""
    if state.webhook:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(state, call)
    state.happened("poll", 0, None)
    return await state.updates.poll(call.integer("offset"), call.integer("limit"), call.number("timeout"))


def set_webhook(state: State, call: Parameters) -> bool:
    """Remember an HTTPS address; an empty one removes it."""
    url = call.text("url")
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    _allow(state, call)
    _drop(state, call)
    state.webhook = url
    if url:
        state.updates.interrupt(conflict("terminated by setWebhook request"))
    return True


def delete_webhook(state: State, call: Parameters) -> bool:
    """Forget the address."""
    _drop(state, call)
    state.webhook = ""
    return True


def get_webhook_info(state: State, _call: Parameters) -> Json:
    """Tell the address and how much waits."""
    waiting = len(state.updates.pending)
    shown: Json = {"url": state.webhook, "has_custom_certificate": False, "pending_update_count": waiting}
    if state.webhook:
        shown |= {"max_connections": 40, "ip_address": "127.0.0.1"}
    if state.updates.allowed:
        shown["allowed_updates"] = sorted(state.updates.allowed)
    return shown


def _allow(state: State, call: Parameters) -> None:
    if call.has("allowed_updates"):
        state.updates.allow(call.json("allowed_updates", called="allowed updates") or [])


def _drop(state: State, call: Parameters) -> None:
    if call.flag("drop_pending_updates"):
        state.updates.clear()
