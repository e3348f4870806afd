"""Answers on their way out: written under a lease with the effect they tell of, forgotten once they arrived."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import orjson

from domain.notice import Fate
from domain.ports import Outgoing
from storage import codec
from storage.instants import micros
from storage.notices import LONGEST_LEASE, fresh_lease
from storage.statements import Script, Scripted, many, scripted, value

LONGEST_DELAY = timedelta(hours=1)
"""A reply that waits for longer was put off by a clock that has been set back since."""


def _add(replies: Sequence[Outgoing], now: datetime, lease_until: datetime) -> Script[Sequence[Outgoing]]:
    lease = fresh_lease()
    added = []
    for reply in replies:
        number = yield from value(
            "add_reply",
            chat_id=reply.chat_id,
            method=reply.method,
            body=codec.dump(dict(reply.body)),
            due_at=micros(now),
            attempts=int(reply.begun is not None),
            lease=lease,
            lease_until=micros(lease_until),
        )
        added.append(replace(reply, id=number, lease=lease))
    return added


def _claim(now: datetime, limit: int, lease_until: datetime) -> Script[Sequence[Outgoing]]:
    lease = fresh_lease()
    found = yield from many(
        "claim_replies",
        now=micros(now),
        limit=limit,
        lease=lease,
        lease_until=micros(lease_until),
        longest=micros(now + LONGEST_LEASE),
        latest=micros(now + LONGEST_DELAY),
    )
    return [
        Outgoing(row["chat_id"], row["method"], orjson.loads(row["body"]), row["reply_id"], lease, row["attempts"])
        for row in sorted(found, key=lambda row: (row["due_at"], row["reply_id"]))
    ]


def _begin(reply: Outgoing) -> Script[bool]:
    begun = yield from value("begin_reply", reply_id=reply.id, lease=reply.lease, uncounted=int(reply.begun is None))
    return begun is not None


def _settle(reply: Outgoing, fate: Fate, now: datetime, reason: str = "") -> Script[bool]:
    settled = yield from value(
        "settle_reply", reply_id=reply.id, lease=reply.lease, fate=fate, reason=reason, now=micros(now)
    )
    return settled is not None


def _postpone(reply: Outgoing, due_at: datetime, *, attempted: bool) -> Script[bool]:
    postponed = yield from value(
        "postpone_reply",
        reply_id=reply.id,
        lease=reply.lease,
        due_at=micros(due_at),
        uncounted=int(not attempted),
    )
    return postponed is not None


def _readdress(reply: Outgoing, chat_id: int, now: datetime) -> Script[bool]:
    readdressed = yield from value(
        "readdress_reply",
        reply_id=reply.id,
        lease=reply.lease,
        chat_id=chat_id,
        body=codec.dump({**reply.body, "chat_id": chat_id}),
        now=micros(now),
    )
    return readdressed is not None


class Replies(Scripted):
    """Answers on their way out."""

    add = scripted(_add)
    claim = scripted(_claim)
    begin = scripted(_begin)
    settle = scripted(_settle)
    postpone = scripted(_postpone)
    readdress = scripted(_readdress)
