"""Posts about trainings: claimed under a fresh lease like notices, and due again whenever what they show may differ."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.chats import BETWEEN_EDITS, LONGEST_REST, Ended
from domain.ports import DuePost
from storage import chats, trainings
from storage.instants import instant, micros
from storage.notices import LONGEST_LEASE, fresh_lease
from storage.statements import Row, Script, Scripted, act, many, scripted, value


def _add(bound_chat_id: int, training_id: int, due_at: datetime) -> Script[bool]:
    added = yield from value("add_post", bound_chat_id=bound_chat_id, training_id=training_id, due_at=micros(due_at))
    return added is not None


def touch(training_id: int, now: datetime) -> Script[None]:
    """Let the posts about a training be looked at soon."""
    between = BETWEEN_EDITS // timedelta(microseconds=1)
    yield from act("touch_posts", training_id=training_id, now=micros(now), between=between)


def _claim(now: datetime, limit: int, lease_until: datetime) -> Script[Sequence[DuePost]]:
    lease = fresh_lease()
    yield from act(
        "claim_posts",
        now=micros(now),
        limit=limit,
        lease=lease,
        lease_until=micros(lease_until),
        longest=micros(now + LONGEST_LEASE),
        latest=micros(now + LONGEST_REST),
    )
    found = yield from many("leased_posts", lease=lease)
    return [_due(row) for row in found]


def _due(row: Row) -> DuePost:
    return DuePost(
        id=row["post_id"],
        lease=row["lease"],
        revision=row["revision"],
        chat=chats.chat(row),
        stored=trainings.stored(row),
        due_at=instant(row["due_at"]),
        message_id=row["message_id"],
        looks=row["looks"],
        attempts=row["attempts"],
    )


def _begin(post: DuePost) -> Script[bool]:
    begun = yield from value("begin_post", post_id=post.id, lease=post.lease)
    return begun is not None


def _settle(
    post: DuePost, now: datetime, *, looks: str, turn: datetime | None, message_id: int | None, told: bool
) -> Script[bool]:
    settled = yield from value(
        "settle_post",
        post_id=post.id,
        lease=post.lease,
        revision=post.revision,
        message_id=message_id,
        looks=looks,
        told_at=micros(now) if told else None,
        soon=micros(now + BETWEEN_EDITS),
        turn=micros(turn),
    )
    return settled is not None


def _end(post: DuePost, why: Ended) -> Script[bool]:
    ended = yield from value("end_post", post_id=post.id, lease=post.lease, ended=why)
    return ended is not None


def _release(post: DuePost, due_at: datetime, *, attempted: bool) -> Script[bool]:
    released = yield from value(
        "release_post", post_id=post.id, lease=post.lease, due_at=micros(due_at), uncounted=int(not attempted)
    )
    return released is not None


class Posts(Scripted):
    """Posts about trainings."""

    add = scripted(_add)
    touch = scripted(touch)
    claim = scripted(_claim)
    begin = scripted(_begin)
    settle = scripted(_settle)
    end = scripted(_end)
    release = scripted(_release)
