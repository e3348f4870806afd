"""Broadcasts: a message to many, whom it is for and how far it has come; never how it is worded or sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.registration import State

if TYPE_CHECKING:
    from datetime import datetime

    from domain.official import Language
    from domain.registration import Registration
    from domain.training import Programme, Training

LONGEST_TEXT = 3500
"""Characters, counted as Telegram counts them: with a heading it takes no more in one message."""
LATELY = timedelta(days=90)
KEPT = timedelta(days=90)
DELETABLE_FOR = timedelta(hours=48)
"""How long Telegram lets a bot delete what it sent."""


class Audience(StrEnum):
    """The kinds of people a message can be for; the last four are on the list of one training."""

    EVERYONE = "everyone"
    """Who has a place on a training of the programme, also one that ended lately, or wants to hear of new trainings."""
    TOPIC = "topic"
    """Who wants to hear of new trainings about a topic, or of all."""
    INSTITUTION = "institution"
    LISTED = "listed"
    SEATED = "seated"
    WAITING = "waiting"
    UNCONFIRMED = "unconfirmed"
    """Who has a seat and has not said yet whether they come."""


STATES = {
    Audience.EVERYONE: (State.SEATED, State.WAITING, State.OFFERED),
    Audience.INSTITUTION: (State.SEATED, State.WAITING, State.OFFERED),
    Audience.LISTED: (State.SEATED, State.WAITING, State.OFFERED),
    Audience.SEATED: (State.SEATED,),
    Audience.WAITING: (State.WAITING, State.OFFERED),
    Audience.UNCONFIRMED: (State.SEATED,),
}
"""Which registrations count: neither one that was not confirmed at sign-up, nor one that is being given up."""
OF_A_TRAINING = (Audience.LISTED, Audience.SEATED, Audience.WAITING, Audience.UNCONFIRMED)


@dataclass(frozen=True, slots=True)
class Segment:
    """For whom a message is; ``topic`` as it is written. Each kind of audience has what it needs, and nothing else."""

    audience: Audience
    training_id: int | None = None
    institution_id: int | None = None
    topic: str | None = None

    def holds(self, registration: Registration | None) -> bool:
        """Tell whether somebody who was in it still is, as far as the list of a training goes."""
        if self.audience not in OF_A_TRAINING:
            return True
        if registration is None or registration.state not in STATES[self.audience]:
            return False
        return not (self.audience is Audience.UNCONFIRMED and registration.confirmed)


class Phase(StrEnum):
    """Where a broadcast stands."""

    COMPOSING = "composing"
    SENDING = "sending"
    PAUSED = "paused"
    DONE = "done"
    DISCARDED = "discarded"


ON_ITS_WAY = (Phase.SENDING, Phase.PAUSED)


@dataclass(frozen=True, slots=True)
class Broadcast:
    """A message to many; ``text`` is safe markup, ``None`` while it is not written and after it was forgotten.

    ``training`` is what it is about, ``institution`` and ``topic`` name the segment; ``people`` were counted when it
    began, ``removed_at`` is when it was deleted at the recipients, ``shown_at`` when its progress was last shown.
    """

    id: int
    programme: Programme
    phase: Phase = Phase.COMPOSING
    text: str | None = None
    segment: Segment | None = None
    training: Training | None = None
    institution: str | None = None
    people: int = 0
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    removed_at: datetime | None = None
    chat_id: int | None = None
    message_id: int | None = None
    shown_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """What became of a broadcast's notices so far; ``left`` are still to be sent, from ``next_at`` on."""

    delivered: int = 0
    refused: int = 0
    uncertain: int = 0
    missed: int = 0
    dropped: int = 0
    left: int = 0
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """A broadcast and how far it has come, in the language of who watches; ``shown`` is the mark shown last."""

    broadcast: Broadcast
    totals: Totals
    language: Language
    shown: str = ""

    @property
    def erased(self) -> int:
        """How many recipients had their data deleted before or after it reached them."""
        totals = self.totals
        ended = totals.delivered + totals.refused + totals.uncertain + totals.missed + totals.dropped
        return max(0, self.broadcast.people - ended - totals.left)

    @property
    def ended(self) -> int:
        """How many of the people it is over for."""
        return self.broadcast.people - self.totals.left

    @property
    def mark(self) -> str:
        """Everything that the message about it shows; the same mark needs no new edit."""
        totals = self.totals
        counts = (totals.delivered, totals.refused, totals.uncertain, totals.missed, totals.dropped, totals.left)
        return ":".join([self.broadcast.phase, *map(str, counts)])

    def deletable(self, now: datetime) -> bool:
        """Tell whether Telegram would still delete what was delivered."""
        ended_at = self.broadcast.ended_at
        fresh = ended_at is not None and now < ended_at + DELETABLE_FOR
        return fresh and self.broadcast.removed_at is None and self.totals.delivered > 0


@dataclass(frozen=True, slots=True)
class Composed:
    """A broadcast as it stands before it is sent: to how many people it would go, and when the first would get it."""

    broadcast: Broadcast
    people: int
    goes_at: datetime


@dataclass(frozen=True, slots=True)
class Unfit:
    """A text that cannot be sent: it is empty, or it has more characters than ``LONGEST_TEXT``."""

    length: int


@dataclass(frozen=True, slots=True)
class Settled:
    """It is not being composed any more, or not on its way: somebody sent, ended or discarded it before."""

    broadcast: Broadcast


@dataclass(frozen=True, slots=True)
class Begun:
    """It goes out to so many people, the first of them at an instant."""

    broadcast: Broadcast
    people: int
    goes_at: datetime


@dataclass(frozen=True, slots=True)
class Recounted:
    """There are not as many people as the button said; nothing was sent."""

    composed: Composed


@dataclass(frozen=True, slots=True)
class Turned:
    """It was paused, goes on, was ended, is being deleted at so many ``people``, as was asked."""

    broadcast: Broadcast
    people: int = 0


Composing = Composed | Settled
Writing = Composed | Unfit | Settled
Sending = Begun | Recounted | Settled
Turning = Turned | Settled
