"""The ledger of everything said unasked: claimed under a fresh lease, which every later write has to show."""

import secrets
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

import orjson

from domain.notice import Claimed, Fate, Kind, Lane, Planned
from domain.ports import ANYBODY
from storage import codec, leased
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, Value, act, each, many, scripted, value

LONGEST_LEASE = timedelta(minutes=10)
"""A lease that lasts longer was taken before the clock was set back."""


def plan(notices: Collection[Planned]) -> Script[None]:
    """Write notices; those told already, or live for that person and training, change nothing."""
    alike: dict[tuple[Value, ...], list[Planned]] = {}
    for notice in notices:
        alike.setdefault(tuple(_common(notice).values()), []).append(notice)
    yield from each("plan", [_written(group[0]) for group in alike.values() if len(group) == 1])
    for group in alike.values():
        if len(group) > 1:
            people = codec.dump([{"id": notice.official_id, "key": notice.key} for notice in group])
            yield from act("plan_alike", people=people, **_common(group[0]))


def _gather(notices: Collection[Planned]) -> Script[None]:
    yield from each("gather", [_written(notice) for notice in notices])


def _written(notice: Planned) -> dict[str, Value]:
    return {**_common(notice), "official_id": notice.official_id, "key": notice.key}


def _common(notice: Planned) -> dict[str, Value]:
    """Return all that is written of a notice but to whom it is."""
    return {
        "kind": notice.kind,
        "training_id": notice.training_id,
        "question_id": notice.question_id,
        "args": codec.dump(dict(notice.args)),
        "due_at": micros(notice.due_at),
        "useful_until": micros(notice.useful_until),
    }


def drop(
    official_id: int, training_id: int | None, kinds: Collection[Kind], reason: str, now: datetime
) -> Script[None]:
    """Drop pending and claimed notices of these kinds; ``training_id`` ``None`` = of every training."""
    if training_id is None:
        told: dict[str, Value] = {"kinds": codec.dump(list(kinds)), "reason": reason, "now": micros(now)}
        yield from act("drop_notices_everywhere", official_id=official_id, **told)
    else:
        yield from _drop_all([official_id], training_id, kinds, reason, now)


def _drop_all(
    officials: Collection[int], training_id: int, kinds: Collection[Kind], reason: str, now: datetime
) -> Script[None]:
    yield from act(
        "drop_notices",
        officials=codec.dump(list(officials)),
        training_id=training_id,
        kinds=codec.dump(list(kinds)),
        reason=reason,
        now=micros(now),
    )


def _drop_of(training_id: int, kinds: Collection[Kind], reason: str, now: datetime) -> Script[None]:
    named = codec.dump(list(kinds))
    yield from act("drop_notices_of_training", training_id=training_id, kinds=named, reason=reason, now=micros(now))


def _recall(official_id: int, kinds: Collection[Kind], reason: str, now: datetime) -> Script[Sequence[Planned]]:
    dropped = yield from many(
        "recall_notices", official_id=official_id, kinds=codec.dump(list(kinds)), reason=reason, now=micros(now)
    )
    return [_planned(row) for row in dropped]


def _pending(training_id: int, kind: Kind, among: tuple[int, int] = ANYBODY) -> Script[Sequence[Planned]]:
    first, last = among
    found = yield from many("pending_notices", training_id=training_id, kind=kind, first=first, last=last)
    return [_planned(row) for row in found]


def _told(training_id: int, kinds: Collection[Kind], among: tuple[int, int] = ANYBODY) -> Script[Sequence[Planned]]:
    first, last = among
    named = codec.dump(list(kinds))
    found = yield from many("told_of_training", training_id=training_id, kinds=named, first=first, last=last)
    return [_planned(row) for row in found]


def _planned(row: Row) -> Planned:
    return Planned(
        kind=Kind(row["kind"]),
        official_id=row["official_id"],
        key=row["key"],
        due_at=instant(row["due_at"]),
        training_id=row["training_id"],
        useful_until=instant(row["useful_until"]),
        args=orjson.loads(row["args"]),
    )


def _said_since(training_id: int, kind: Kind, since: datetime) -> Script[bool]:
    said = yield from value("said_since", training_id=training_id, kind=kind, since=micros(since))
    return bool(said)


def fresh_lease() -> str:
    """Return a token that nobody else has."""
    return secrets.token_hex(8)


_CLAIMS = {Lane.TIMELY: "claim_timely", Lane.ANNOUNCEMENTS: "claim_announced"}


def _claim(lane: Lane, now: datetime, limit: int, lease_until: datetime) -> Script[Sequence[Claimed]]:
    lease = fresh_lease()
    yield from act(
        _CLAIMS[lane],
        now=micros(now),
        limit=limit,
        lease=lease,
        lease_until=micros(lease_until),
        longest=micros(now + LONGEST_LEASE),
    )
    return (yield from leased.read(lease, now))


def _begin(notices: Collection[Claimed]) -> Script[AbstractSet[int]]:
    leased: dict[str, list[int]] = {}
    for notice in notices:
        leased.setdefault(notice.lease, []).append(notice.id)
    begun: set[int] = set()
    for lease, ids in leased.items():
        begun.update(row["id"] for row in (yield from many("begin_notices", ids=codec.dump(ids), lease=lease)))
    return begun


def _delivered(told: Sequence[tuple[Claimed, int | None]], now: datetime) -> Script[None]:
    leased: dict[str, list[dict[str, int | None]]] = {}
    for notice, message_id in told:
        leased.setdefault(notice.lease, []).append({"id": notice.id, "message_id": message_id})
    for lease, arrived in leased.items():
        yield from act("deliver_notices", told=codec.dump(arrived), lease=lease, now=micros(now))


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
    drop_all = scripted(_drop_all)
    drop_of = scripted(_drop_of)
    gather = scripted(_gather)
    recall = scripted(_recall)
    pending = scripted(_pending)
    told = scripted(_told)
    said_since = scripted(_said_since)
    claim = scripted(_claim)
    begin = scripted(_begin)
    delivered = scripted(_delivered)
    settle = scripted(_settle)
    postpone = scripted(_postpone)
