"""The ledger of a case: what Telegram really delivered, and what the database says about it, row by row."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from domain.notice import ANNOUNCED, Fate, Kind
from playground.tokens import blotted
from playground.world import World
from tests.faults.recorder import Seen

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LIVE = (Fate.PENDING, Fate.SENDING)
MOST: Mapping[Kind, int] = {Kind.CHANGE: 5, Kind.CANCELLATION: 5, Kind.ANSWER: 5, **dict.fromkeys(ANNOUNCED, 1)}
"""How many calls a notice may cost while nobody knows whether one arrived; `USUALLY`, if it is not named."""
USUALLY = 2
DEATHS = 5
"""How many deaths of the process a reply outlives."""

Key = tuple[str, int, str, str]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that Telegram delivered or changed, whatever it answered."""

    chat: int
    message: int
    text: str
    at: datetime
    key: Key


@dataclass(frozen=True, slots=True)
class Row:
    """A notice or a reply in its last state; ``due`` is when it was due at its first call, ``next`` when it is due
    if it has not ended, ``gone`` that it is erased.

    ``most`` is how many copies there may be of it, ``least`` how many there must be.
    """

    id: int
    what: str
    chat: int
    fate: Fate
    attempts: int
    message: int | None
    training: int | None
    due: datetime | None
    next: datetime
    until: datetime | None
    gone: bool
    allowed: int

    @property
    def most(self) -> int:
        made = self.attempts - (self.fate is Fate.REFUSED)
        return max(0, min(made, self.allowed))

    @property
    def least(self) -> int:
        return int(self.fate is Fate.DELIVERED)


def deliveries(world: World) -> list[Delivery]:
    """Return all that reached a chat, oldest first."""
    found = [
        Delivery(call.chat_id, call.done["message_id"], _words(call.done), call.at, key_of(call.method, call.params))
        for call in world.calls
        if call.method.startswith(("send", "edit")) and isinstance(call.done, Mapping) and "message_id" in call.done
    ]
    return [_homed(world, each) for each in found]


def key_of(method: str, body: Mapping[str, Any]) -> Key:
    """Return what tells a call from others, but not from its copies."""
    said = str(body.get("text", body.get("caption", "")))
    return method, int(body.get("chat_id", 0)), str(blotted(said)), str(body.get("message_id", ""))


def sent_anew(key: Key) -> Key:
    """Return the key of the message that takes the place of an edit of one that is gone."""
    return "sendMessage", key[1], key[2], ""


def notices(seen: Sequence[Seen], there: frozenset[int]) -> list[Row]:
    """Return all notices there ever were."""
    return [_notice(states, there) for states in _rows(seen, "notice").values()]


def replies(seen: Sequence[Seen], there: frozenset[int], kills: int) -> dict[int, tuple[Row, Key, str]]:
    """Return all replies there ever were by id, each with its key and its method."""
    found = {}
    for number, states in _rows(seen, "reply").items():
        full = [state for state in states if state["body"] is not None][-1]
        last = states[-1]
        row = Row(
            id=number,
            what="reply",
            chat=full["chat_id"],
            fate=Fate(last["fate"]),
            attempts=last["attempts"],
            message=None,
            training=None,
            due=None,
            next=instant(last["due_at"]),
            until=None,
            gone=number not in there,
            allowed=min(DEATHS, USUALLY + kills),
        )
        found[number] = row, key_of(full["method"], _json(full["body"])), full["method"]
    return found


def instant(micros: int) -> datetime:
    """Return the moment that a row tells."""
    return EPOCH + timedelta(microseconds=micros)


def _rows(seen: Sequence[Seen], table: str) -> dict[int, list[Mapping[str, Any]]]:
    found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for each in seen:
        if each.table == table:
            found[each.id].append(each.facts)
    return found


def _notice(states: Sequence[Mapping[str, Any]], there: frozenset[int]) -> Row:
    last = states[-1]
    called = next((state for state in states if state["attempts"]), None)
    return Row(
        id=last["id"],
        what=last["kind"],
        chat=last["official_id"],
        fate=Fate(last["fate"]),
        attempts=last["attempts"],
        message=last["message_id"],
        training=last["training_id"],
        due=instant(called["due_at"]) if called else None,
        next=instant(last["due_at"]),
        until=None if last["useful_until"] is None else instant(last["useful_until"]),
        gone=last["id"] not in there,
        allowed=MOST.get(Kind(last["kind"]), USUALLY),
    )


def _homed(world: World, delivery: Delivery) -> Delivery:
    """Return a delivery under the present id of its chat: a group may have become a supergroup on the way."""
    chat = world.chats.get(delivery.chat)
    if chat is None or chat.moved_to is None:
        return delivery
    return Delivery(chat.moved_to, delivery.message, delivery.text, delivery.at, delivery.key)


def _words(message: Mapping[str, Any]) -> str:
    return str(message.get("text", message.get("caption", ""))).replace("\xa0", " ")


def _json(text: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = orjson.loads(text)
    return found
