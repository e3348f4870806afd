"""Messages to many that are deleted at those who got them: the calls for it are written a chunk at a time."""

from datetime import datetime

from storage.instants import micros
from storage.statements import Script, act, one, value


def begin(broadcast_id: int, since: datetime, now: datetime) -> Script[int | None]:
    """Begin to delete a message at those who got it after an instant; return how many, ``None`` if it was before."""
    after = yield from value("remove_broadcast", broadcast_id=broadcast_id, since=micros(since), now=micros(now))
    if after is None:
        return None
    people: int = yield from value("count_removed", broadcast_id=broadcast_id, since=micros(since))
    return people


def write_next(chunk: int) -> Script[int | None]:
    """Write the calls for the next of all notices, at most so many; return how many, ``None`` = there are none."""
    removing = yield from one("next_removing")
    if removing is None:
        return None
    coming = yield from one("next_removed", after=removing["removing_after"], limit=chunk)
    last, notices = (coming["last"], coming["notices"]) if coming else (None, 0)
    if last is not None:
        yield from act("delete_delivered", broadcast_id=removing["id"], after=removing["removing_after"], last=last)
    yield from act("removed_up_to", broadcast_id=removing["id"], last=last if notices == chunk else None)
    return int(notices)
