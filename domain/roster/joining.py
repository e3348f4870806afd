"""Coming onto a roster: signing up, confirming a hold, taking an offered or an open seat."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain import outcome
from domain.registration import Registration, State
from domain.roster import admission, leaving
from domain.roster.ledger import Decision, Roster, Write
from domain.roster.seats import open_seat, seat

if TYPE_CHECKING:
    from datetime import datetime

    from domain.official import Official

HOLD = timedelta(minutes=15)


def place(
    roster: Roster, official: Official, now: datetime, *, waits: bool = False, despite_overlap: bool = False
) -> Decision[outcome.Signup]:
    """Give a seat or a place in the queue, or say why not.

    A person whose name is not on record yet gets a hold of fifteen minutes in place of either. ``waits`` tells that the
    person accepts the queue, ``despite_overlap`` that the warning about another training at that time was read.
    """
    if roster.training.cancelled:
        return Decision(outcome.CalledOff(roster.training))
    if roster.active:
        return _already(roster, roster.active, official, now)
    if refused := admission.refusal(roster, official, now):
        return Decision(refused)
    if roster.clashes and not despite_overlap:
        return Decision(outcome.Overlaps(roster.training, roster.clashes))
    has_seat = roster.free and roster.waiting == 0
    queue = roster.training.details.waiting_list is not False
    if not has_seat and not (waits and queue):
        return Decision(outcome.Full(roster.training, roster.waiting, queue))
    new = Registration(
        training_id=roster.training.id,
        official_id=official.id,
        state=State.HELD,
        seat=has_seat,
        queue=None if has_seat else roster.next_ticket,
        until=now + HOLD,
        id=roster.mine.id if roster.mine else 0,
    )
    if official.name is None:
        return Decision(outcome.Held(roster.training, now + HOLD, seat=has_seat), (Write(new),))
    return _settle(roster, new, official, now)


def confirm(roster: Roster, official: Official, now: datetime) -> Decision[outcome.Signup]:
    """Turn a hold into a seat or a place in the queue; a hold that ran out is a sign-up anew."""
    if roster.active is None or roster.active.state is not State.HELD:
        return place(roster, official, now)
    if roster.training.cancelled:
        return Decision(outcome.CalledOff(roster.training))
    if roster.training.begun(now):
        return Decision(outcome.Started(roster.training))
    return _settle(roster, roster.active, official, now)


def take(roster: Roster, official: Official, now: datetime) -> Decision[outcome.Acceptance]:
    """Seat a person who was offered a seat, or who waits while one is open to the first to answer."""
    training, mine = roster.training, roster.active
    if mine is None or mine.state in (State.HELD, State.LEAVING):
        return Decision(outcome.NotOnList(training))
    if training.cancelled:
        return Decision(outcome.CalledOff(training))
    if mine.state is State.SEATED:
        return Decision(outcome.Seated(training, again=True))
    if training.begun(now):
        return Decision(outcome.Started(training))
    if mine.state is State.OFFERED or open_seat(roster, now):
        return seat(roster, mine, official, now)
    return Decision(outcome.SeatGone(training, roster.ahead + 1))


def _settle(roster: Roster, held: Registration, official: Official, now: datetime) -> Decision[outcome.Signup]:
    if held.seat or (roster.free and roster.waiting == 0):
        seated = seat(roster, held, official, now)
        return Decision(seated.outcome, seated.effects)
    waiting = replace(held, state=State.WAITING, until=None)
    return Decision(
        outcome.Waiting(roster.training, _position(roster, held), open_seat=open_seat(roster, now)), (Write(waiting),)
    )


def _position(roster: Roster, held: Registration) -> int:
    return 1 + (roster.ahead if roster.mine is held else roster.waiting)


def _already(roster: Roster, mine: Registration, official: Official, now: datetime) -> Decision[outcome.Signup]:
    training = roster.training
    match mine.state:
        case State.HELD:
            return Decision(outcome.Held(training, mine.until or now, seat=mine.seat))
        case State.WAITING:
            return Decision(outcome.Waiting(training, roster.ahead + 1, again=True, open_seat=open_seat(roster, now)))
        case State.OFFERED:
            return Decision(outcome.Offered(training, mine.until))
        case State.LEAVING:
            return leaving.resume(roster, mine, official, now)
        case _:
            return Decision(outcome.Seated(training, again=True))
