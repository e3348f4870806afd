"""What will go out, counted in groups, and what organisers decided about it: held, moved, hastened."""

from collections.abc import Sequence
from datetime import datetime

import orjson

from domain.forecast import MINUTE, Coming, Counted
from domain.notice import Kind
from domain.official import Preferences
from storage import codec
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, Value, act, many, one, scripted, value


def _counted(row: Row) -> Counted:
    return Counted(
        kind=Kind(row["kind"]),
        training_id=row["training_id"],
        args=orjson.loads(row["args"]),
        due_at=instant(row["due_at"]),
        useful_until=instant(row["useful_until"]),
        held=bool(row["held"]),
        preferences=codec.load(Preferences, row["preferences"]) if row["preferences"] else Preferences(),
        people=row["people"],
    )


def _coming(until: datetime) -> Script[Sequence[Counted]]:
    return [_counted(row) for row in (yield from many("coming_notices", until=micros(until)))]


def _of_training(kind: Kind, training_id: int) -> Script[Sequence[Counted]]:
    found = yield from many("coming_of_training", kind=kind, training_id=training_id)
    return [_counted(row) for row in found]


def _of_minute(kind: Kind, since: datetime) -> Script[Sequence[Counted]]:
    found = yield from many("coming_news", kind=kind, since=micros(since), before=micros(since + MINUTE))
    return [_counted(row) for row in found]


def _posts(until: datetime) -> Script[Sequence[tuple[int, datetime, int]]]:
    found = yield from many("coming_posts", until=micros(until))
    return [(row["training_id"], instant(row["due_at"]), row["chats"]) for row in found]


def _lock(training_id: int) -> Script[None]:
    yield from one("roster_training", training_id=training_id)


def _hold(coming: Coming) -> Script[None]:
    if not coming.which.of_what_is_new:
        yield from act("hold_dispatch", **_named(coming))
    yield from _rearrange(coming, held=True)


def _let_go(coming: Coming) -> Script[None]:
    if not coming.which.of_what_is_new:
        yield from act("forget_hold", **_named(coming))
        yield from act("release_dispatch", **_named(coming))
    yield from _rearrange(coming, held=False)


def _move(coming: Coming, at: datetime) -> Script[None]:
    if not coming.which.of_what_is_new:
        moved: dict[str, Value] = {"moved_to": micros(at), "useful_until": micros(coming.useful_until)}
        yield from act("move_dispatch", **_named(coming), **moved)
    yield from _rearrange(coming, held=False, due_at=at)


def _hasten(coming: Coming, now: datetime) -> Script[None]:
    if not coming.which.of_what_is_new:
        yield from act("forget_dispatch", **_named(coming))
    yield from _rearrange(coming, held=False, due_at=now)


def _named(coming: Coming) -> dict[str, Value]:
    return {"training_id": coming.which.number, "kind": coming.which.kind}


def _rearrange(coming: Coming, *, held: bool, due_at: datetime | None = None) -> Script[None]:
    which = coming.which
    becomes: dict[str, Value] = {"was": int(which.held), "held": int(held), "due_at": micros(due_at)}
    if which.of_what_is_new:
        yield from act(
            "rearrange_news",
            kind=which.kind,
            since=micros(which.due),
            before=micros(which.due + MINUTE),
            told=codec.dump([codec.dump(dict(args)) for args in coming.told]),
            useful_until=micros(coming.useful_until),
            **becomes,
        )
    else:
        yield from act("rearrange_reminders", **_named(coming), **becomes)


def _ending(now: datetime) -> Script[bool]:
    return bool((yield from value("dispatches_end", now=micros(now))))


def _end(now: datetime) -> Script[int]:
    ended = 0
    for query in ("miss_held", "forget_moves", "forget_held_moves"):
        ended += len((yield from many(query, now=micros(now))))
    yield from act("forget_dispatches", now=micros(now))
    return ended


class Dispatches(Scripted):
    """Groups of notices that go out together."""

    coming = scripted(_coming)
    posts = scripted(_posts)
    of_training = scripted(_of_training)
    of_minute = scripted(_of_minute)
    lock = scripted(_lock)
    hold = scripted(_hold)
    let_go = scripted(_let_go)
    move = scripted(_move)
    hasten = scripted(_hasten)
    end = scripted(_end)
    ending = scripted(_ending)
