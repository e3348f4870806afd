"""What is told to many: whom it is for as rows of the act, then their notices, a chunk a transaction."""

from datetime import datetime

from domain.fan_out import CHUNK, FanOut
from storage import codec, removing
from storage.instants import micros
from storage.statements import Script, Scripted, act, counted, many, scripted, sole, value


def begin(fan_out: FanOut, now: datetime) -> Script[int]:
    """Begin to tell something to many, whose addressees are added next, and return its id."""
    number: int = yield from value(
        "begin_fan_out",
        kind=fan_out.kind,
        occasion=fan_out.occasion,
        training_id=fan_out.training_id,
        broadcast_id=fan_out.broadcast_id,
        args=codec.dump(dict(fan_out.args)),
        due_at=micros(fan_out.due_at),
        useful_until=micros(fan_out.useful_until),
        now=micros(now),
    )
    return number


def take_back(fan_out_id: int) -> Script[None]:
    """Tell it to nobody."""
    yield from act("drop_addressees", fan_out_id=fan_out_id)
    yield from act("end_fan_out", fan_out_id=fan_out_id)


def let_go(fan_out_id: int, people: int) -> Script[None]:
    """Write it at once if it is for few people; otherwise that is left to who writes chunks."""
    if people < CHUNK:
        yield from _write(fan_out_id, CHUNK)


def _write(fan_out_id: int, chunk: int) -> Script[int]:
    """Write the notices of the next addressees and end it with the last of them; return how many they were."""
    coming = yield from sole("next_addressees", fan_out_id=fan_out_id, limit=chunk)
    if coming["people"]:
        yield from _write_between(fan_out_id, coming["first"], coming["last"])
    if coming["people"] < chunk:
        yield from act("end_fan_out", fan_out_id=fan_out_id)
    written: int = coming["people"]
    return written


def _write_between(fan_out_id: int, first: int, last: int) -> Script[None]:
    yield from act("write_addressed", fan_out_id=fan_out_id, first=first, last=last)
    yield from act("drop_addressed", fan_out_id=fan_out_id, first=first, last=last)


def _write_to(official_id: int) -> Script[None]:
    for row in (yield from many("addressing", official_id=official_id)):
        yield from _write_between(row["id"], official_id, official_id)


def _write_next(chunk: int) -> Script[int | None]:
    number: int | None = yield from value("next_fan_out")
    if number is not None:
        return (yield from _write(number, chunk))
    ended: int | None = yield from value("next_dropping")
    return (yield from removing.write_next(chunk)) if ended is None else (yield from drop(ended, chunk))


def drop(broadcast_id: int, chunk: int) -> Script[int]:
    """Drop the next notices of a message that was ended; return how many they were."""
    dropped = yield from counted("drop_unsaid", broadcast_id=broadcast_id, limit=chunk)
    if dropped < chunk:
        yield from act("end_dropping", broadcast_id=broadcast_id)
    return dropped


class FanOuts(Scripted):
    """What is told to many and not wholly written yet."""

    write_next = scripted(_write_next)
    write_to = scripted(_write_to)
