"""What changes on a roster without anybody coming or leaving: a promise to come, an offer that arrived."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain import outcome
from domain.registration import State
from domain.roster.ledger import Decision, Recall, Roster, Write

if TYPE_CHECKING:
    from datetime import datetime


def attend(roster: Roster, now: datetime) -> Decision[outcome.Attendance]:
    """Note that a seated person will come."""
    if roster.training.cancelled:
        return Decision(outcome.CalledOff(roster.training))
    if roster.active is None or roster.active.state is not State.SEATED:
        return Decision(outcome.NotOnList(roster.training))
    if roster.training.over(now):
        return Decision(outcome.Started(roster.training))
    return Decision(outcome.Confirmed(roster.training), (Write(replace(roster.active, confirmed=True)),))


def recall(_: Roster) -> Decision[None]:
    """Take every offer back because the training is called off."""
    return Decision(None, (Recall(),))


def shorten_offer(roster: Roster, until: datetime) -> Decision[None]:
    """End an offer no later than this, because the training was moved."""
    mine = roster.active
    if mine is None or mine.state is not State.OFFERED or mine.until is None or mine.until <= until:
        return Decision(None)
    return Decision(None, (Write(replace(mine, until=until)),))


def begin_offer(roster: Roster, until: datetime) -> Decision[None]:
    """Start the time of an offer that was delivered; one that was answered meanwhile is left alone."""
    mine = roster.active
    if mine is None or mine.state is not State.OFFERED or mine.until is not None:
        return Decision(None)
    return Decision(None, (Write(replace(mine, until=until)),))
