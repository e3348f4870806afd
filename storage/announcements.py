"""Announcements and their drafts; two who write at once do not overwrite each other."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from domain import dates
from domain.announced import Announcement, Drafted, Origin, Stage
from domain.announcement import Found
from domain.training import Training
from storage import codec, rows
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, Value, act, each, many, one, scripted, value


def _begin(announcement: Announcement) -> Script[int]:
    number: int = yield from value(
        "begin_announcement",
        programme_id=announcement.programme.id,
        origin=announcement.origin,
        text=announcement.text,
        dated_on=announcement.dated_on.isoformat() if announcement.dated_on else None,
        made_by=announcement.made_by,
        made_at=micros(announcement.made_at),
    )
    return number


def _announcement(row: Row) -> Announcement:
    return Announcement(
        id=row["announcement_id"],
        programme=rows.programme(row),
        origin=Origin(row["origin"]),
        made_by=row["made_by"],
        made_at=instant(row["made_at"]),
        text=row["text"],
        dated_on=date.fromisoformat(row["dated_on"]) if row["dated_on"] else None,
        stage=Stage(row["state"]),
        silent=bool(row["silent"]),
        publish_at=instant(row["publish_at"]),
        ended_at=instant(row["ended_at"]),
        version=row["announcement_version"],
    )


def _get(announcement_id: int) -> Script[Announcement | None]:
    row = yield from one("announcement", announcement_id=announcement_id)
    return _announcement(row) if row else None


def _unfinished(programmes: Collection[int] | None) -> Script[Sequence[Announcement]]:
    found = yield from many("unfinished_announcements", **codec.scope(programmes))
    return [_announcement(row) for row in found]


def _due(now: datetime, limit: int) -> Script[Sequence[Announcement]]:
    found = yield from many("due_announcements", now=micros(now), limit=limit)
    return [_announcement(row) for row in found]


def _of_training(training_id: int) -> Script[Announcement | None]:
    row = yield from one("announcement_of_training", training_id=training_id)
    return _announcement(row) if row else None


def _edit_of(training_id: int, official_id: int) -> Script[int | None]:
    number: int | None = yield from value("edit_of_training", training_id=training_id, official_id=official_id)
    return number


def _drafted(row: Row) -> Drafted:
    return Drafted(
        id=row["draft_id"],
        announcement_id=row["announcement_id"],
        found=codec.load(Found, row["found"]),
        training=None if row["training_id"] is None else rows.training(row),
        base_version=row["base_version"],
        base=rows.details(row["base"]) if row["base"] else None,
        version=row["draft_version"],
    )


def _drafts(announcement_id: int) -> Script[Sequence[Drafted]]:
    found = yield from many("drafts", announcement_id=announcement_id)
    return [_drafted(row) for row in found]


def _draft(draft_id: int) -> Script[Drafted | None]:
    row = yield from one("draft", draft_id=draft_id)
    return _drafted(row) if row else None


def _add_draft(announcement_id: int, found: Found, training: Training | None = None) -> Script[int]:
    number: int = yield from value(
        "add_draft",
        announcement_id=announcement_id,
        found=codec.dump(found),
        training_id=training.id if training else None,
        base_version=training.version if training else None,
        base=codec.dump(training.details) if training else None,
    )
    yield from act("touch_announcement", announcement_id=announcement_id)
    return number


def _hold(announcement_id: int) -> Script[None]:
    yield from act("touch_announcement", announcement_id=announcement_id)


def _restate(drafted: Drafted, found: Found) -> Script[bool]:
    yield from _touch(drafted)
    restated = yield from value("restate_draft", draft_id=drafted.id, version=drafted.version, found=codec.dump(found))
    return restated is not None


def _rebase(drafted: Drafted, found: Found) -> Script[bool]:
    yield from _touch(drafted)
    rebased = yield from value("rebase_draft", draft_id=drafted.id, version=drafted.version, found=codec.dump(found))
    return rebased is not None


def _drop_draft(drafted: Drafted) -> Script[bool]:
    yield from _touch(drafted)
    dropped = yield from value("drop_draft", draft_id=drafted.id, version=drafted.version)
    return dropped is not None


def _touch(drafted: Drafted) -> Script[None]:
    yield from act(
        "touch_for_draft",
        announcement_id=drafted.announcement_id,
        draft_id=drafted.id,
        version=drafted.version,
    )


def _settle(announcement: Announcement, stage: Stage, now: datetime) -> Script[bool]:
    settled = yield from value(
        "settle_announcement",
        announcement_id=announcement.id,
        version=announcement.version,
        state=stage,
        made_by=announcement.made_by,
        silent=int(announcement.silent),
        publish_at=micros(announcement.publish_at) if stage is Stage.SCHEDULED else None,
        ended_at=micros(now) if stage in {Stage.PUBLISHED, Stage.DISCARDED} else None,
    )
    if settled is not None and stage is Stage.PUBLISHED:
        yield from act("drop_drafts", announcement_id=announcement.id)
    return settled is not None


def _announce(announcement: Announcement, training_ids: Collection[int], now: datetime) -> Script[None]:
    day = announcement.dated_on or dates.local(now, announcement.programme.zone).date()
    told: dict[str, Value] = {"announcement_id": announcement.id, "announced_on": day.isoformat()}
    yield from each("announce_training", [{"training_id": number, **told} for number in training_ids])
    yield from act("raise_programme_version")


def purge(before: datetime) -> Script[None]:
    """Forget announcements that were discarded before this instant, and their drafts."""
    yield from act("purge_drafts", before=micros(before))
    yield from act("purge_announcements", before=micros(before))


class Announcements(Scripted):
    """Announcements and their drafts."""

    begin = scripted(_begin)
    get = scripted(_get)
    unfinished = scripted(_unfinished)
    drafts = scripted(_drafts)
    draft = scripted(_draft)
    add_draft = scripted(_add_draft)
    hold = scripted(_hold)
    restate = scripted(_restate)
    rebase = scripted(_rebase)
    drop_draft = scripted(_drop_draft)
    settle = scripted(_settle)
    due = scripted(_due)
    announce = scripted(_announce)
    of_training = scripted(_of_training)
    edit_of = scripted(_edit_of)
