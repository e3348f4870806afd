"""Verdicts: what to do with a notice at the moment of sending; never how it is worded or sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain import dates, news, offer, quiet, reminders
from domain.notice import OF_WHAT_IS_NEW, REMINDERS, Claimed, Kind
from domain.official import Preferences
from domain.registration import ACTIVE, State
from domain.wall import Wall

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from domain.training import Training


class Reason(StrEnum):
    """Why a notice is not said, as the ledger keeps it."""

    UNREACHABLE = "unreachable"
    CANCELLED = "cancelled"
    TAKES_PLACE = "takes place"
    """A cancellation was taken back before it was told."""
    WITHDRAWN = "withdrawn"
    NOT_SEATED = "not seated"
    NOT_OFFERED = "not offered"
    NOT_WAITING = "not waiting"
    HAS_SEAT = "has a seat"
    BEGUN = "begun"
    NOT_WANTED = "not wanted"
    RE_DATED = "re-dated"
    SUPERSEDED = "superseded"
    TOO_LATE = "too late"
    ENDED = "ended"
    """The question was answered or closed meanwhile."""
    NOTHING_NEW = "nothing new"
    """Every training that was to be told of is called off, begun, closed or known to the person by now."""
    NO_ORGANISER = "no organiser"
    """The role that the question was for was taken away meanwhile."""


@dataclass(frozen=True, slots=True)
class Say:
    """Say it now; ``until`` is the instant by which an offer must be answered, to print and to store."""

    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Put it back: it may be said at this instant, not before."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Drop:
    """Never say it: it is not true any more, or not this person's affair."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Miss:
    """Never say it: it is true, but of no use any more."""

    reason: Reason


Verdict = Say | Later | Drop | Miss

OFFICES = ZoneInfo("Europe/Warsaw")
"""The zone of what concerns no programme."""
URGENT = timedelta(hours=24)
PRESSING = timedelta(hours=3)
URGENT_HOURS = Preferences(quiet_from=time(22, 0), quiet_until=time(6, 0))


@dataclass(frozen=True, slots=True)
class _Audience:
    """For whom a kind of notice is: registrations in these states (``None`` = there is none), and followers or not."""

    states: tuple[State | None, ...]
    otherwise: Reason = Reason.WITHDRAWN
    followers: bool = False


_AUDIENCES = {
    **dict.fromkeys(REMINDERS, _Audience((State.SEATED,), Reason.NOT_SEATED, followers=True)),
    **dict.fromkeys((Kind.CHANGE, Kind.CANCELLATION), _Audience(ACTIVE, followers=True)),
    Kind.OFFER: _Audience((State.OFFERED,), Reason.NOT_OFFERED),
    Kind.OFFER_LAPSED: _Audience((None, State.WITHDRAWN, State.WAITING, State.HELD, State.LEAVING), Reason.HAS_SEAT),
    Kind.SEAT_OPEN: _Audience((State.WAITING,), Reason.NOT_WAITING),
}
UNTIL_ASKED_AGAIN = timedelta(hours=1)
"""An answer waits for a person who cannot be reached, and goes within this time once they write again."""
UNTIL_ALTERED = timedelta(seconds=5)
"""What is said of a training that was just changed waits until all that the change means to the person is written."""
_URGENT_KINDS = (Kind.CHANGE, Kind.CANCELLATION, Kind.SEAT_OPEN)


def judge(claimed: Claimed, now: datetime) -> Verdict:
    """Decide about a claimed notice by the world as it is now.

    What is not true any more is dropped; what is true waits for its hour, and is missed when that comes too late.
    Alarms know no hour, and neither does an answer to a person, which waits for one who cannot be reached.
    """
    if claimed.official.unreachable is not None:
        return Later(now + UNTIL_ASKED_AGAIN) if claimed.kind is Kind.ANSWER else Drop(Reason.UNREACHABLE)
    if claimed.kind in {Kind.ALARM, Kind.ANSWER}:
        return Say()
    if claimed.kind is Kind.QUESTION:
        return _asked(claimed, now)
    if claimed.kind in OF_WHAT_IS_NEW:
        return _announced(claimed, now)
    if claimed.kind is Kind.MESSAGE:
        return _to_many(claimed, now)
    if claimed.training is None:
        return Drop(Reason.CANCELLED)
    if claimed.altering:
        return Later(now + UNTIL_ALTERED)
    return _untrue(claimed, claimed.training, now) or _timed(claimed, claimed.training, now)


def _asked(claimed: Claimed, now: datetime) -> Say | Later | Drop:
    """Decide about a question for an organiser: it waits for the end of quiet time, unless the organiser wanted it."""
    question = claimed.question
    if question is None or not question.open:
        return Drop(Reason.ENDED)
    if not claimed.organises:
        return Drop(Reason.NO_ORGANISER)
    zone = question.programme.zone if question.programme else OFFICES
    loud = quiet.next_loud(now, claimed.official.preferences, zone)
    return Say() if loud <= now or claimed.args.get("wanted") else Later(loud)


def _announced(claimed: Claimed, now: datetime) -> Say | Later | Drop:
    """Decide about new trainings: only what is still wanted that way, of use, and in the hours for it."""
    subscription = claimed.subscription
    if subscription is None or not subscription.on or subscription.weekly is not (claimed.kind is Kind.DIGEST):
        return Drop(Reason.NOT_WANTED)
    left = news.fresh(claimed.news, subscription, now)
    if not left:
        return Drop(Reason.NOTHING_NEW)
    at = news.next_hour(now, claimed.official.preferences, left[0].training.zone)
    return Say() if at <= now else Later(at)


def _to_many(claimed: Claimed, now: datetime) -> Verdict:
    """Decide about a message to many: only to who is still meant by it, in the hours for it."""
    message, mine = claimed.broadcast, claimed.registration
    if message is None or message.text is None or message.segment is None:
        return Drop(Reason.ENDED)
    if not message.segment.holds(mine):
        undo_ends = mine.until if mine and mine.state is State.LEAVING else None
        return Later(undo_ends) if undo_ends and now < undo_ends else Drop(Reason.WITHDRAWN)
    at = to_many(now, claimed.official.preferences, message.programme.zone, claimed.training)
    if claimed.useful_until is not None and at >= claimed.useful_until:
        return Miss(Reason.TOO_LATE)
    return Later(at) if at > now else Say()


def to_many(moment: datetime, preferences: Preferences, zone: ZoneInfo, about: Training | None) -> datetime:
    """Return the first instant, from this moment on, at which a person may get a message to many.

    That is in the hours for what is new, unless it is about a training so near that it is urgent.
    """
    usual = news.next_hour(moment, preferences, zone)
    return min([usual, *_urgent(about.details.start, zone, moment)]) if about else usual


def _untrue(claimed: Claimed, training: Training, now: datetime) -> Drop | None:
    """Return why the notice is not true any more, if so."""
    called_off = claimed.kind is Kind.CANCELLATION
    if training.cancelled is not called_off:
        return Drop(Reason.TAKES_PLACE if called_off else Reason.CANCELLED)
    state = _state(claimed, now)
    audience = _AUDIENCES[claimed.kind]
    if state not in audience.states and not (claimed.following and audience.followers):
        return Drop(Reason.WITHDRAWN if state in {None, State.WITHDRAWN} else audience.otherwise)
    if claimed.kind is Kind.OFFER and training.begun(now):
        return Drop(Reason.BEGUN)
    return _outdated(claimed, training) if claimed.kind in REMINDERS else None


def _outdated(claimed: Claimed, training: Training) -> Drop | None:
    """Return why a reminder is not the one to send, if so."""
    if not reminders.wanted(claimed.kind, claimed.official.preferences):
        return Drop(Reason.NOT_WANTED)
    if claimed.args.get("start") != str(training.details.start):
        return Drop(Reason.RE_DATED)
    return Drop(Reason.SUPERSEDED) if claimed.superseded else None


def _state(claimed: Claimed, now: datetime) -> State | None:
    """Return the state that counts: while a withdrawal can be undone, the former one."""
    if claimed.registration is None:
        return None
    undo_ends = _undo_ends(claimed)
    if undo_ends is None:
        return claimed.registration.state
    return claimed.registration.former if now < undo_ends else State.WITHDRAWN


def _undo_ends(claimed: Claimed) -> datetime | None:
    """Return when a withdrawal can no longer be undone, if the notice has to wait for that."""
    mine, audience = claimed.registration, _AUDIENCES[claimed.kind]
    if mine is None or mine.state is not State.LEAVING or State.LEAVING in audience.states:
        return None
    return None if claimed.following and audience.followers else mine.until


def _timed(claimed: Claimed, training: Training, now: datetime) -> Say | Later | Miss:
    """Return when the notice may be said, or that this is too late."""
    moment = max(now, _undo_ends(claimed) or now)
    at = earliest(claimed.kind, claimed.official.preferences, training, moment, claimed.args)
    if any(at >= end for end in _ends(claimed, training)):
        return Miss(Reason.TOO_LATE)
    if at > now:
        return Later(at)
    return Say(offer.answer_by(now, training, claimed.official.preferences) if claimed.kind is Kind.OFFER else None)


def _ends(claimed: Claimed, training: Training) -> Iterator[datetime]:
    """Yield the instants from which the notice is of no use."""
    if claimed.useful_until is not None:
        yield claimed.useful_until
    if claimed.kind in {*REMINDERS, Kind.OFFER, Kind.SEAT_OPEN}:
        yield training.begins_at
    if claimed.kind is Kind.OFFER_LAPSED:
        yield training.ends_at


def earliest(
    kind: Kind, preferences: Preferences, training: Training, moment: datetime, args: Mapping[str, str]
) -> datetime:
    """Return the first instant, from this moment on, at which the person may be disturbed with this.

    An offer that the quiet would keep until after the start is urgent too: missed, it would cost a place in the queue.
    """
    zone = training.zone
    loud = quiet.next_loud(moment, preferences, zone, days_off=kind is not Kind.REMINDER_HOUR)
    too_late = kind is Kind.OFFER and loud >= training.begins_at
    if kind not in _URGENT_KINDS and not too_late:
        return loud
    starts = {str(training.details.start), args.get("was_start", str(training.details.start))}
    return min([loud, *(at for start in starts for at in _urgent(Wall.parse(start), zone, moment))])


def _urgent(start: Wall, zone: ZoneInfo, moment: datetime) -> Iterator[datetime]:
    """Yield the first instants, from this moment on, at which what concerns a start may break the quiet.

    A day from the start the quiet hours shrink; three hours from it there are none, unless the hour is unknown. Before
    and after alike: whoever stands at the door must hear it too.
    """
    opens, begun = dates.opening(start, zone), dates.begun_by(start, zone)
    if moment < begun + URGENT:
        yield quiet.next_loud(max(moment, opens - URGENT), URGENT_HOURS, zone, days_off=False)
    if start.hour and moment < begun + PRESSING:
        yield max(moment, opens - PRESSING)
