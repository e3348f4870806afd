"""What organisers did: the audit trail."""

from collections.abc import Collection, Sequence

import orjson

from domain.announced import Act, Deed
from storage import codec, rows
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, many, scripted, value


def _note(done: Act) -> Script[int]:
    number: int = yield from value(
        "note_act",
        deed=done.deed,
        official_id=done.official.id if done.official else None,
        programme_id=done.programme.id if done.programme else None,
        training_id=done.training.id if done.training else None,
        args=codec.dump(dict(done.args)),
        before=codec.dump(done.before) if done.before else None,
        after=codec.dump(done.after) if done.after else None,
        left_version=done.left_version,
        done_at=micros(done.done_at),
    )
    return number


def _act(row: Row) -> Act:
    return Act(
        deed=Deed(row["deed"]),
        official=None if row["official_id"] is None else rows.official(row),
        done_at=instant(row["done_at"]),
        programme=None if row["programme_id"] is None else rows.programme(row),
        training=None if row["training_id"] is None else rows.training(row),
        args=orjson.loads(row["args"]),
        before=rows.details(row["before"]) if row["before"] else None,
        after=rows.details(row["after"]) if row["after"] else None,
        left_version=row["left_version"],
        id=row["act_id"],
    )


def _read(ids: Collection[int]) -> Script[Sequence[Act]]:
    found = yield from many("acts", ids=codec.dump(list(ids)))
    return [_act(row) for row in found]


def _get(act_id: int) -> Script[Act | None]:
    found = yield from _read([act_id])
    return found[0] if found else None


def _newest(programmes: Collection[int] | None, limit: int, offset: int = 0) -> Script[Sequence[Act]]:
    found = yield from many("newest_acts", limit=limit, offset=offset, **codec.scope(programmes))
    return (yield from _read([row["id"] for row in found]))


def _on_training(training_id: int, limit: int, offset: int = 0) -> Script[Sequence[Act]]:
    found = yield from many("acts_on_training", training_id=training_id, limit=limit, offset=offset)
    return (yield from _read([row["id"] for row in found]))


class Acts(Scripted):
    """What organisers did."""

    note = scripted(_note)
    get = scripted(_get)
    newest = scripted(_newest)
    on_training = scripted(_on_training)
