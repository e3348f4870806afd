"""Methods by which updates leave: getUpdates, and the webhook that excludes it."""

import logging

from playground import webhook
from playground.answers import Json, bad_request, conflict
from playground.parameters import Parameters
from playground.state import State
from playground.tokens import blotted

_log = logging.getLogger(__name__)


async def get_updates(state: State, call: Parameters) -> list[Json]:
    """Hand over what waits, after confirming everything below `offset`."""
    if state.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(state, call)
    state.happened("poll", 0, None)
    timeout = call.number("timeout")
    return await state.updates.poll(call.integer("offset"), call.integer("limit"), timeout if timeout > 0 else 0.0)


def set_webhook(state: State, call: Parameters) -> bool:
    """Have updates posted to an address; an empty one removes it."""
    if not (url := call.text("url")):
        return delete_webhook(state, call)
    made = webhook.checked(url, call.text("secret_token"), call.integer("max_connections"))
    if not made.is_here:
        _log.warning(
            "The playground posts updates to this machine only; it will post nothing to %s.", blotted(made.host)
        )
    _allow(state, call)
    _drop(state, call)
    state.set_webhook(made)
    state.updates.interrupt(conflict("terminated by setWebhook request"))
    return True


def delete_webhook(state: State, call: Parameters) -> bool:
    """Post no more updates."""
    _drop(state, call)
    state.set_webhook(None)
    return True


def get_webhook_info(state: State, _call: Parameters) -> Json:
    """Tell the address, how much waits and how posting last failed."""
    shown: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(state.updates.pending)}
    if state.webhook is not None:
        shown |= state.webhook.raw()
    if state.updates.allowed:
        shown["allowed_updates"] = sorted(state.updates.allowed)
    return shown


def _allow(state: State, call: Parameters) -> None:
    if call.has("allowed_updates"):
        kinds = call.json("allowed_updates", called="allowed updates") or []
        if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
            raise bad_request("expected an Array of String as allowed updates")
        state.updates.allow(kinds)


def _drop(state: State, call: Parameters) -> None:
    if call.flag("drop_pending_updates"):
        state.updates.clear()
