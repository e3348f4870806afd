"""Groups and channels in which a programme's trainings are posted, and what is to be done with a post; never its words.

Knows nothing of Telegram's refusals: a chat is lost for one of four reasons, and a message may be gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain import news, quiet
from domain.notice import Delivered, Moved, NotSent, Pointless, Refused, Uncertain
from domain.official import Language

if TYPE_CHECKING:
    from domain.training import Programme, Training

BETWEEN_POSTS = timedelta(seconds=3)
"""Twenty messages a minute are all that Telegram lets into a group."""
BETWEEN_EDITS = timedelta(minutes=1)
LONGEST_REST = timedelta(hours=6)
"""After this long a lost chat is tried again: rights may have come back unheard. Whatever rests longer was put to rest
by a clock that has been set back since."""


class Venue(StrEnum):
    """What kind of chat it is."""

    GROUP = "group"
    CHANNEL = "channel"


class Loss(StrEnum):
    """Why the bot cannot post in a chat."""

    REMOVED = "removed"
    RIGHTS = "rights"
    TOPIC = "topic"
    """The topic of the forum was closed or deleted."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Spot:
    """A group or a channel by Telegram's id; ``thread`` is a topic of a forum, 0 = none."""

    telegram_id: int
    venue: Venue
    title: str
    thread: int = 0


@dataclass(frozen=True, slots=True)
class BoundChat:
    """A chat in which a programme's trainings are posted; while ``paused``, nothing new is."""

    id: int
    spot: Spot
    programme: Programme
    language: Language = Language.POLISH
    paused: bool = False
    lost: Loss | None = None


@dataclass(frozen=True, slots=True)
class ShownChat:
    """A chat that a person has shown to the bot and that is for one of several programmes."""

    id: int
    official_id: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody deleted the message."""


@dataclass(frozen=True, slots=True)
class Shut:
    """The bot may not write in the chat."""

    loss: Loss


Posted = Delivered | Pointless | Gone | Shut | Refused | Uncertain | NotSent | Moved


class Ended(StrEnum):
    """Why a post is not looked at any more."""

    OVER = "over"
    TOO_LATE = "too late"
    CANCELLED = "cancelled"
    DELETED = "deleted"
    UNCERTAIN = "uncertain"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Put:
    """Post it, or bring it up to date."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Look at it again at this instant."""

    until: datetime


@dataclass(frozen=True, slots=True)
class End:
    """Leave it alone for good."""

    why: Ended


def judge(training: Training, now: datetime, *, new: bool) -> Put | Wait | End:
    """Decide about a post that is due: a new one waits for its hours, an edit for nothing."""
    if not new:
        return Put()
    if training.cancelled:
        return End(Ended.CANCELLED)
    if training.begun(now):
        return End(Ended.TOO_LATE)
    opens = opening(training.programme, now)
    return Put() if opens <= now else Wait(opens)


def opening(programme: Programme, now: datetime) -> datetime:
    """Return the first instant, from now on, at which something new may be posted."""
    return quiet.next_loud(now, news.HOURS, programme.zone)


def next_turn(training: Training, now: datetime) -> datetime | None:
    """Return the next instant at which a post reads otherwise though nobody does anything: it closes, begins, ends."""
    turns = (training.deadline, training.begins_at, training.ends_at)
    return min((turn for turn in turns if turn is not None and turn > now), default=None)
