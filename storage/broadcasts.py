"""Messages to many: composed, sent as notices, held, and watched."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from domain.broadcast import KEPT, Audience, Broadcast, Phase, Progress, Segment, Totals
from domain.entry import Unheard
from domain.fan_out import CHUNK, FanOut
from domain.notice import Kind
from domain.official import Language
from storage import addressing, codec, fan_outs, removing, rows
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, act, many, scripted, value


def read(ids: Collection[int]) -> Script[Mapping[int, Broadcast]]:
    """Return messages by their ids."""
    if not ids:
        return {}
    found = yield from many("broadcasts", ids=codec.dump(list(ids)))
    return {row["broadcast_id"]: _broadcast(row) for row in found}


def _broadcast(row: Row) -> Broadcast:
    return Broadcast(
        id=row["broadcast_id"],
        programme=rows.programme(row),
        phase=Phase(row["phase"]),
        text=row["text"],
        segment=_segment(row) if row["audience"] else None,
        training=None if row["training_id"] is None else rows.training(row),
        institution=row["institution"],
        people=row["people"] or 0,
        begun_at=instant(row["begun_at"]),
        ended_at=instant(row["ended_at"]),
        removed_at=instant(row["removed_at"]),
        chat_id=row["chat_id"],
        message_id=row["message_id"],
        shown_at=instant(row["shown_at"]),
    )


def _segment(row: Row) -> Segment:
    return Segment(Audience(row["audience"]), row["training_id"], row["addressed_id"], row["topic"])


def _watched(ids: Sequence[int]) -> Script[Sequence[Progress]]:
    """Return messages with their progress, in the order of the ids."""
    if not ids:
        return []
    found = {row["broadcast_id"]: row for row in (yield from many("broadcasts", ids=codec.dump(list(ids))))}
    counted: dict[int, dict[str, Row]] = {number: {} for number in ids}
    for row in (yield from many("broadcast_counts", ids=codec.dump(list(ids)))):
        counted[row["broadcast_id"]][row["fate"]] = row
    return [
        Progress(
            _broadcast(found[number]),
            _totals(counted[number], dropping=bool(found[number]["dropping"])),
            Language(found[number]["language"] or Language.POLISH),
            found[number]["shown"],
        )
        for number in ids
        if number in found
    ]


def _totals(counted: Mapping[str, Row], *, dropping: bool) -> Totals:
    people = {fate: row["people"] for fate, row in counted.items()}
    if dropping:
        people["given up"] = people.get("given up", 0) + people.pop("pending", 0)
    unreachable = people.get("unreachable", 0)
    return Totals(
        delivered=people.get("delivered", 0),
        refused=people.get("refused", 0) + unreachable,
        uncertain=people.get("uncertain", 0),
        missed=people.get("missed", 0),
        dropped=people.get("dropped", 0) - unreachable + people.get("given up", 0),
        left=people.get("pending", 0) + people.get("sending", 0) + people.get("addressed", 0),
        next_at=instant(counted["pending"]["next_at"]) if "pending" in people else None,
    )


def _add(programme_id: int, official_id: int, now: datetime) -> Script[int]:
    number: int = yield from value("add_broadcast", programme_id=programme_id, official_id=official_id, now=micros(now))
    return number


def _get(broadcast_id: int) -> Script[Broadcast | None]:
    found = yield from read([broadcast_id])
    return found.get(broadcast_id)


def _write(broadcast_id: int, text: str) -> Script[bool]:
    written = yield from value("write_broadcast", broadcast_id=broadcast_id, text=text)
    return written is not None


def _address(broadcast_id: int, segment: Segment) -> Script[bool]:
    addressed = yield from value(
        "address_broadcast",
        broadcast_id=broadcast_id,
        audience=segment.audience,
        training_id=segment.training_id,
        institution_id=segment.institution_id,
        topic=segment.topic,
    )
    return addressed is not None


def _begin(
    broadcast: Broadcast, expected: int, due_at: datetime, now: datetime, message_id: int | None
) -> Script[int | None]:
    number = yield from fan_outs.begin(_told(broadcast, due_at), now)
    people = yield from _addressed(number, broadcast, now)
    if people != expected:
        yield from fan_outs.take_back(number)
        return people
    begun = yield from value(
        "begin_broadcast",
        broadcast_id=broadcast.id,
        people=people,
        now=micros(now),
        chat_id=broadcast.chat_id,
        message_id=message_id,
    )
    yield from fan_outs.take_back(number) if begun is None else fan_outs.let_go(number, people)
    return None if begun is None else people


def _told(broadcast: Broadcast, due_at: datetime) -> FanOut:
    about = broadcast.training
    return FanOut(
        Kind.MESSAGE,
        str(broadcast.id),
        due_at,
        training_id=about.id if about else None,
        useful_until=about.ends_at if about else None,
        broadcast_id=broadcast.id,
    )


def _addressed(fan_out_id: int, broadcast: Broadcast, now: datetime) -> Script[int]:
    if broadcast.segment is None:
        return 0
    return (yield from addressing.address(fan_out_id, broadcast.programme.id, broadcast.segment, now))


def _turn(
    broadcast: Broadcast, phase: Phase, look_at: datetime | None, ended_at: datetime | None = None
) -> Script[bool]:
    turned = yield from value(
        "turn_broadcast",
        broadcast_id=broadcast.id,
        was=broadcast.phase,
        becomes=phase,
        ended_at=micros(ended_at),
        look_at=micros(look_at),
    )
    return turned is not None


def _hold(broadcast_id: int) -> Script[None]:
    yield from act("give_back", broadcast_id=broadcast_id)


def _drop(broadcast_id: int, now: datetime) -> Script[None]:
    yield from act("drop_claimed", broadcast_id=broadcast_id, now=micros(now))
    yield from act("begin_dropping", broadcast_id=broadcast_id)
    yield from fan_outs.drop(broadcast_id, CHUNK)


def _remove(broadcast_id: int, since: datetime, now: datetime) -> Script[int | None]:
    people = yield from removing.begin(broadcast_id, since, now)
    if people is not None:
        yield from removing.write_next(CHUNK)
    return people


def _progress(broadcast_id: int) -> Script[Progress | None]:
    found = yield from _watched([broadcast_id])
    return found[0] if found else None


def _newest(programmes: Collection[int] | None, limit: int) -> Script[Sequence[Progress]]:
    found = yield from many("begun_broadcasts", limit=limit, **codec.scope(programmes))
    return (yield from _watched([row["id"] for row in found]))


def _unreached(broadcast_id: int, limit: int, offset: int = 0) -> Script[Sequence[Unheard]]:
    found = yield from many("unreached", broadcast_id=broadcast_id, limit=limit, offset=offset)
    return [rows.unheard(row) for row in found]


def _to_look_at(now: datetime, limit: int) -> Script[Sequence[Progress]]:
    found = yield from many("broadcasts_to_look_at", now=micros(now), limit=limit)
    return (yield from _watched([row["id"] for row in found]))


def _look_again(broadcast_id: int, at: datetime | None) -> Script[None]:
    yield from act("look_again", broadcast_id=broadcast_id, look_at=micros(at))


def _shown(progress: Progress, now: datetime, look_at: datetime, *, message_id: int | None = None) -> Script[None]:
    yield from act(
        "progress_shown",
        broadcast_id=progress.broadcast.id,
        shown=progress.mark,
        now=micros(now),
        look_at=micros(look_at),
        message_id=message_id,
    )


def forget(now: datetime) -> Script[None]:
    """Forget the texts of messages that ended long ago, and discard those that were never sent."""
    yield from act("discard_stale_broadcasts", before=micros(now - KEPT))
    yield from act("forget_broadcasts", before=micros(now - KEPT))


class Broadcasts(Scripted):
    """Messages to many."""

    add = scripted(_add)
    get = scripted(_get)
    write = scripted(_write)
    address = scripted(_address)
    count = scripted(addressing.count)
    institutions = scripted(addressing.institutions)
    begin = scripted(_begin)
    turn = scripted(_turn)
    hold = scripted(_hold)
    drop = scripted(_drop)
    remove = scripted(_remove)
    progress = scripted(_progress)
    newest = scripted(_newest)
    unreached = scripted(_unreached)
    to_look_at = scripted(_to_look_at)
    look_again = scripted(_look_again)
    shown = scripted(_shown)
