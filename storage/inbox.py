"""The inbox: updates in their turn, one person's in order, their texts forgotten once they took effect."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

import orjson

from domain.asked import KEPT_ENDED, KEPT_UNPASSED
from domain.ports import Incoming, Turn
from storage import announcements, broadcasts, chats, codec
from storage.instants import micros
from storage.statements import Script, Scripted, act, counted, each, many, scripted, value

AFTERMATH = timedelta(seconds=5)
"""How long a notice rests that was on its way when the process died: in a row of deaths, each would cost an attempt."""
PURGED_AT_ONCE = 2_500
"""How many updates, or replies, are forgotten in one transaction."""
_LONGEST_WAIT = timedelta(minutes=1)
"""An update that waits for longer was put off before the clock was set back."""


def _receive(updates: Sequence[Incoming], now: datetime) -> Script[None]:
    rows = [
        {
            "update_id": update.update_id,
            "person_id": update.person_id,
            "turn_of": update.update_id if update.person_id is None else update.person_id,
            "raw": update.raw,
            "received_at": micros(now),
        }
        for update in updates
    ]
    yield from each("receive", rows)


def _next_turns(busy: Collection[int], now: datetime, limit: int) -> Script[Sequence[Turn]]:
    longest = micros(now + _LONGEST_WAIT)
    rows = yield from many("next_turns", busy=codec.dump(list(busy)), now=micros(now), limit=limit, longest=longest)
    turns = [Turn(row["update_id"], row["person_id"], row["raw"], row["attempts"]) for row in rows]
    return sorted(turns, key=lambda turn: turn.update_id)


def _done(update_id: int) -> Script[None]:
    yield from act("done", update_id=update_id)


def _retry(update_id: int, at: datetime, error: str, *, counted: bool = True) -> Script[None]:
    yield from act("retry", update_id=update_id, retry_at=micros(at), error=error, uncounted=int(not counted))


def _set_aside(update_id: int, error: str, now: datetime) -> Script[None]:
    raw = yield from value("text_of_update", update_id=update_id)
    if raw is not None:
        yield from act("set_aside", update_id=update_id, raw=_masked(raw), error=error, now=micros(now))


def _masked(raw: str) -> str:
    """Return an update without anybody's numbers and addresses in its texts, or in all of what is no JSON."""
    from domain.question.masking import mask, mask_texts  # noqa: PLC0415 - seldom wanted, and slow to import

    try:
        return orjson.dumps(mask_texts(orjson.loads(raw))).decode()
    except orjson.JSONDecodeError:
        return mask(raw)


def _unfinished() -> Script[int]:
    count: int = yield from value("unfinished")
    return count


def _in_doubt() -> Script[int]:
    count: int = yield from value("in_doubt")
    return count


def _purge_some(query: str, before: datetime) -> Script[bool]:
    """Forget a part of what ended before this instant; tell whether there may be more."""
    purged = yield from counted(query, before=micros(before), limit=PURGED_AT_ONCE)
    return purged == PURGED_AT_ONCE


def _purge_rest(before: datetime) -> Script[None]:
    yield from chats.purge(before)
    yield from announcements.purge(before)


def _forget(now: datetime) -> Script[None]:
    ended = micros(now - KEPT_ENDED)
    yield from act("forget_unpassed", before=micros(now - KEPT_UNPASSED))
    yield from act("close_stale", before=ended)
    yield from act("forget_ended", before=ended)
    yield from act("forget_answers")
    yield from broadcasts.forget(now)


def _recover(now: datetime) -> Script[None]:
    yield from act("release_notices", now=micros(now), later=micros(now + AFTERMATH))
    yield from act("release_replies", now=micros(now))
    yield from act("release_posts", now=micros(now))


class Inbox(Scripted):
    """What a turn does with its update."""

    done = scripted(_done)


class Intake(Scripted):
    """What happens to updates outside of their turns, each in a transaction of its own."""

    receive = scripted(_receive)
    next_turns = scripted(_next_turns)
    retry = scripted(_retry)
    set_aside = scripted(_set_aside)
    unfinished = scripted(_unfinished)
    in_doubt = scripted(_in_doubt)
    forget = scripted(_forget)
    recover = scripted(_recover)

    async def purge(self, before: datetime) -> None:
        """Forget what ended before this instant, in transactions so short that nobody waits."""
        for query in ("purge_updates", "purge_replies"):
            while await self.run(_purge_some(query, before)):
                pass
        await self.run(_purge_rest(before))
