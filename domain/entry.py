"""Entries of the ledger as they are explained: what became of a notice, what becomes of one that waits, and why.

Whatever the ledger keeps as a reason has its cause here, and every cause has its words in the catalogues.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from domain import reminders, verdict
from domain.broadcast import Phase
from domain.notice import OF_WHAT_IS_NEW, REMINDERS, Claimed, Fate, Kind
from domain.registration import State
from domain.verdict import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from domain.official import Official
    from domain.training import Training

LIVE: Final = (Fate.PENDING, Fate.SENDING)


class Cause(StrEnum):
    """Why a notice came, comes later, or never does: what people read."""

    DAY_BEFORE = "day_before"
    WEEK_BEFORE = "week_before"
    SHORTLY_BEFORE = "shortly_before"
    OUT_OF_QUIET = "out_of_quiet"
    """A reminder whose usual moment is quiet."""
    ARRANGED = "arranged"
    """A reminder that an organiser moved to another hour."""
    QUIET = "quiet"
    WORKING_HOURS = "working_hours"
    MERGING = "merging"
    PATIENCE = "patience"
    AGAIN = "again"
    UNDO = "undo"
    SOON = "soon"
    HELD = "held"
    BLOCKED = "blocked"
    REJECTED = "rejected"
    UNSURE = "unsure"
    UNREACHABLE = "unreachable"
    TOO_LATE = "too_late"
    CALLED_OFF = "called_off"
    TAKEN_BACK = "taken_back"
    WITHDRAWN = "withdrawn"
    REMOVED = "removed"
    NO_SEAT = "no_seat"
    OFFER_ENDED = "offer_ended"
    LEFT_QUEUE = "left_queue"
    HAS_SEAT = "has_seat"
    BEGUN = "begun"
    NOT_WANTED = "not_wanted"
    SETTINGS = "settings"
    UNFOLLOWED = "unfollowed"
    RE_DATED = "re_dated"
    POSTPONED = "postponed"
    SUPERSEDED = "superseded"
    MERGED = "merged"
    NOTHING_DIFFERS = "nothing_differs"
    ENDED = "ended"
    STOPPED = "stopped"
    NOTHING_NEW = "nothing_new"
    NO_ORGANISER = "no_organiser"
    OUTDATED = "outdated"
    """Nothing more is known than that it was not true any more."""


_UNREACHABLE: Final = ("blocked", "deactivated", "can't initiate", "kicked", "forbidden", "moved")
"""What the ledger keeps of a refusal that is the person's or the chat's affair."""

DROPPED: Final[Mapping[str, Cause]] = {
    Reason.UNREACHABLE: Cause.UNREACHABLE,
    Reason.CANCELLED: Cause.CALLED_OFF,
    Reason.TAKES_PLACE: Cause.TAKEN_BACK,
    "taken back": Cause.TAKEN_BACK,
    Reason.WITHDRAWN: Cause.WITHDRAWN,
    "removed": Cause.REMOVED,
    Reason.NOT_SEATED: Cause.NO_SEAT,
    Reason.NOT_OFFERED: Cause.OFFER_ENDED,
    Reason.NOT_WAITING: Cause.LEFT_QUEUE,
    Reason.HAS_SEAT: Cause.HAS_SEAT,
    "seated": Cause.HAS_SEAT,
    Reason.BEGUN: Cause.BEGUN,
    Reason.NOT_WANTED: Cause.NOT_WANTED,
    "settings changed": Cause.SETTINGS,
    "unfollowed": Cause.UNFOLLOWED,
    Reason.RE_DATED: Cause.RE_DATED,
    "postponed": Cause.POSTPONED,
    Reason.SUPERSEDED: Cause.SUPERSEDED,
    "merged": Cause.MERGED,
    "nothing differs any more": Cause.NOTHING_DIFFERS,
    Reason.ENDED: Cause.ENDED,
    "stopped": Cause.STOPPED,
    Reason.NOTHING_NEW: Cause.NOTHING_NEW,
    Reason.NO_ORGANISER: Cause.NO_ORGANISER,
    Reason.TOO_LATE: Cause.TOO_LATE,
    "held": Cause.HELD,
}
"""Why a notice was dropped or missed, by what the ledger keeps."""

_USUAL: Final = {
    Kind.REMINDER_WEEK: Cause.WEEK_BEFORE,
    Kind.REMINDER_DAY: Cause.DAY_BEFORE,
    Kind.REMINDER_HOUR: Cause.SHORTLY_BEFORE,
    Kind.CHANGE: Cause.MERGING,
    Kind.CANCELLATION: Cause.PATIENCE,
}
_IN_WORKING_HOURS: Final = (*OF_WHAT_IS_NEW, Kind.MESSAGE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A notice as the ledger keeps it, with the world as it is now; ``settled_at`` is ``None`` while it is live.

    ``named`` are the new trainings that it tells of, those on which the person has a place by now among them.
    """

    notice: Claimed
    fate: Fate
    reason: str = ""
    settled_at: datetime | None = None
    held: bool = False
    named: tuple[Training, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """It arrived, or it may have: then there is a cause why nobody knows."""

    at: datetime
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class Underway:
    """It is being sent."""


@dataclass(frozen=True, slots=True)
class Coming:
    """It comes at an instant, as things stand."""

    at: datetime
    cause: Cause


@dataclass(frozen=True, slots=True)
class Halted:
    """It waits until somebody lets it go on."""


@dataclass(frozen=True, slots=True)
class Untold:
    """It never came: Telegram ``refused`` it, or it was not sent at all."""

    cause: Cause
    at: datetime
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Idle:
    """It will not come, as things stand."""

    cause: Cause


Explanation = Told | Underway | Coming | Halted | Untold | Idle


@dataclass(frozen=True, slots=True)
class Unheard:
    """Somebody whom something did not reach for certain; no ``kind`` = nothing reaches them at all."""

    official: Official
    kind: Kind | None = None
    cause: Cause = Cause.UNREACHABLE


def ended_by(fate: Fate, reason: str) -> Cause:
    """Return why a notice ended as it did, unless it was delivered."""
    if fate is Fate.REFUSED:
        return Cause.BLOCKED if reason in _UNREACHABLE else Cause.REJECTED
    if fate is Fate.UNCERTAIN:
        return Cause.UNSURE
    return DROPPED.get(reason, Cause.TOO_LATE if fate is Fate.MISSED else Cause.OUTDATED)


def explain(entry: Entry, now: datetime) -> Explanation:
    """Return what became of a notice; of one that waits, what becomes of it as the world is now."""
    at = entry.settled_at or entry.notice.due_at
    match entry.fate:
        case Fate.DELIVERED:
            return Told(at)
        case Fate.UNCERTAIN:
            return Told(at, Cause.UNSURE)
        case Fate.REFUSED | Fate.MISSED | Fate.DROPPED:
            return Untold(ended_by(entry.fate, entry.reason), at, refused=entry.fate is Fate.REFUSED)
        case Fate.SENDING:
            return Halted() if _held(entry) else Underway()
        case Fate.PENDING:
            return Halted() if _held(entry) else _expect(entry.notice, now)


def _held(entry: Entry) -> bool:
    broadcast = entry.notice.broadcast
    return entry.held or (broadcast is not None and broadcast.phase is Phase.PAUSED)


def _expect(notice: Claimed, now: datetime) -> Coming | Idle:
    """Return when a notice that waits comes, by the rule that will be asked then."""
    due = max(notice.due_at, now)
    match verdict.judge(notice, due):
        case verdict.Drop(reason) | verdict.Miss(reason):
            return Idle(DROPPED[reason])
        case verdict.Later(at):
            return Coming(at, _delayed(notice))
        case verdict.Say():
            return Coming(due, _meant(notice, due, now))


def _delayed(notice: Claimed) -> Cause:
    """Return why a notice that is due waits."""
    mine = notice.registration
    if notice.training and mine and mine.state is State.LEAVING:
        return Cause.UNDO
    return Cause.WORKING_HOURS if notice.kind in _IN_WORKING_HOURS else Cause.QUIET


def _meant(notice: Claimed, due: datetime, now: datetime) -> Cause:
    """Return why a notice is due when it is."""
    if due <= now:
        return Cause.SOON
    if notice.attempts:
        return Cause.AGAIN
    if notice.kind in REMINDERS and notice.training:
        return _reminded(notice, notice.training)
    waits = isinstance(verdict.judge(notice, now), verdict.Later)
    return _delayed(notice) if waits else _USUAL.get(notice.kind, Cause.SOON)


def _reminded(notice: Claimed, training: Training) -> Cause:
    """Return why a reminder comes when it does: at its usual moment, at one out of quiet time, or at neither."""
    if notice.due_at == reminders.usual(notice.kind, training):
        return _USUAL[notice.kind]
    meant = reminders.moment(notice.kind, training, notice.official.preferences)
    return Cause.OUT_OF_QUIET if notice.due_at == meant else Cause.ARRANGED
