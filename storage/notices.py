"""The ledger of everything said unasked: claimed under a fresh lease, which every later write has to show."""

import secrets
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import orjson

from domain.asked import Asked
from domain.notice import Claimed, Fate, Kind, Planned
from storage import codec, questions, rows
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, Value, act, each, many, scripted, value

LONGEST_LEASE = timedelta(minutes=10)
"""A lease that lasts longer was taken before the clock was set back."""


def plan(notices: Collection[Planned]) -> Script[None]:
    """Write notices; those told already, or live for that person and training, change nothing."""
    planned = [
        {
            "kind": notice.kind,
            "official_id": notice.official_id,
            "training_id": notice.training_id,
            "question_id": notice.question_id,
            "key": notice.key,
            "args": codec.dump(dict(notice.args)),
            "due_at": micros(notice.due_at),
            "useful_until": micros(notice.useful_until),
        }
        for notice in notices
    ]
    yield from each("plan", planned)


def drop(
    official_id: int, training_id: int | None, kinds: Collection[Kind], reason: str, now: datetime | None = None
) -> Script[None]:
    """Drop pending and claimed notices of these kinds; ``training_id`` ``None`` = of every training."""
    told: dict[str, Value] = {
        "official_id": official_id,
        "kinds": codec.dump(list(kinds)),
        "reason": reason,
        "now": micros(now),
    }
    if training_id is None:
        yield from act("drop_notices_everywhere", **told)
    else:
        yield from act("drop_notices", training_id=training_id, **told)


def _pending(training_id: int, kind: Kind) -> Script[Sequence[Planned]]:
    found = yield from many("pending_notices", training_id=training_id, kind=kind)
    return [
        Planned(
            kind=Kind(row["kind"]),
            official_id=row["official_id"],
            key=row["key"],
            due_at=instant(row["due_at"]),
            training_id=row["training_id"],
            useful_until=instant(row["useful_until"]),
            args=orjson.loads(row["args"]),
        )
        for row in found
    ]


def fresh_lease() -> str:
    """Return a token that nobody else has."""
    return secrets.token_hex(8)


def _claim(now: datetime, limit: int, lease_until: datetime) -> Script[Sequence[Claimed]]:
    lease = fresh_lease()
    yield from act(
        "claim_notices",
        now=micros(now),
        limit=limit,
        lease=lease,
        lease_until=micros(lease_until),
        longest=micros(now + LONGEST_LEASE),
    )
    found = yield from many("leased_notices", lease=lease, now=micros(now))
    asked = yield from questions.read([row["question_id"] for row in found if row["question_id"]])
    return [_claimed(row, asked.get(row["question_id"])) for row in found]


def _claimed(row: Row, question: Asked | None) -> Claimed:
    return Claimed(
        id=row["notice_id"],
        lease=row["lease"],
        kind=Kind(row["kind"]),
        official=rows.official(row),
        due_at=instant(row["due_at"]),
        useful_until=instant(row["useful_until"]),
        attempts=row["attempts"],
        args=orjson.loads(row["args"]),
        training=None if row["training_id"] is None else rows.training(row),
        registration=rows.registration(row) if row["registration_id"] else None,
        following=bool(row["following"]),
        superseded=bool(row["superseded"]),
        waiting=row["waiting"],
        question=question,
        organises=bool(row["organises"]),
    )


def _begin(notice: Claimed) -> Script[bool]:
    begun = yield from value("begin_notice", notice_id=notice.id, lease=notice.lease)
    return begun is not None


def _settle(
    notice: Claimed, fate: Fate, now: datetime, reason: str = "", message_id: int | None = None
) -> Script[bool]:
    settled = yield from value(
        "settle_notice",
        notice_id=notice.id,
        lease=notice.lease,
        fate=fate,
        reason=reason,
        message_id=message_id,
        now=micros(now),
    )
    return settled is not None


def _postpone(notice: Claimed, due_at: datetime, *, attempted: bool) -> Script[bool]:
    postponed = yield from value(
        "postpone_notice",
        notice_id=notice.id,
        lease=notice.lease,
        due_at=micros(due_at),
        uncounted=int(not attempted),
    )
    return postponed is not None


def next_due() -> Script[datetime | None]:
    """Return the next instant at which a notice, a reply or a registration falls due."""
    due: int | None = yield from value("next_due")
    return instant(due)


def latest() -> Script[datetime | None]:
    """Return the newest instant that was noted: an update came, or a notice or a reply ended."""
    noted: int | None = yield from value("latest")
    return instant(noted)


class Notices(Scripted):
    """The ledger of everything said unasked."""

    plan = scripted(plan)
    drop = scripted(drop)
    pending = scripted(_pending)
    claim = scripted(_claim)
    begin = scripted(_begin)
    settle = scripted(_settle)
    postpone = scripted(_postpone)
