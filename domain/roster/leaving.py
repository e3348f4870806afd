"""Leaving a roster: withdrawing with a minute of undo, and everything else that frees a seat."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain import offer, outcome
from domain.dates import micros
from domain.notice import REMINDERS, Kind, Planned
from domain.registration import Registration, State
from domain.roster.ledger import Decision, Drop, Effect, Erase, Plan, Roster, Write
from domain.roster.promotion import promote
from domain.roster.seats import ABOUT_SEATS, seat

if TYPE_CHECKING:
    from datetime import datetime

    from domain.official import Official

UNDO = timedelta(seconds=60)


def withdraw(roster: Roster, now: datetime) -> Decision[outcome.Withdrawal]:
    """Give a place up; it is passed on only after the minute of undo, a mere hold at once."""
    training, mine = roster.training, roster.active
    if mine is None:
        return Decision(outcome.NotOnList(training))
    if mine.state is State.HELD:
        return Decision(outcome.Declined(training), (Erase(mine), *promote(roster.put(_gone(mine)), now)))
    if mine.state is State.LEAVING:
        return Decision(outcome.Leaving(training, mine.until or now, mine.former or State.SEATED))
    if training.begun(now):
        return Decision(outcome.Started(training))
    leaving = replace(mine, state=State.LEAVING, until=now + UNDO, former=mine.state, former_until=mine.until)
    return Decision(outcome.Leaving(training, now + UNDO, mine.state), (Write(leaving),))


def undo(roster: Roster, official: Official, now: datetime) -> Decision[outcome.Return]:
    """Return a leaving registration to its former state and queue place, as long as nobody else could get it."""
    training, mine = roster.training, roster.mine
    if mine is None:
        return Decision(outcome.NotOnList(training))
    if training.cancelled:
        return Decision(outcome.CalledOff(training))
    if mine.state is State.WITHDRAWN:
        return Decision(outcome.TooLate(training, roster.free and not roster.waiting, roster.waiting))
    if mine.state is not State.LEAVING:
        return Decision(outcome.Undone(training, mine.state, roster.ahead + 1))
    former = mine.former or State.SEATED
    answer = outcome.Undone(training, former, roster.ahead + 1 if former is State.WAITING else None)
    if former is State.SEATED:
        return Decision(answer, seat(roster, mine, official, now).effects)
    return Decision(answer, _restored(roster, _as_before(roster, mine, official, now), now))


def resume(roster: Roster, mine: Registration, official: Official, now: datetime) -> Decision[outcome.Signup]:
    """Undo a withdrawal because the person signs up again within the minute."""
    former = mine.former or State.SEATED
    if former is State.SEATED:
        seated = seat(roster, mine, official, now)
        return Decision(seated.outcome, seated.effects)
    before = _as_before(roster, mine, official, now)
    restored = _restored(roster, before, now)
    if former is State.OFFERED:
        return Decision(outcome.Offered(roster.training, before.until), restored)
    return Decision(outcome.Waiting(roster.training, roster.ahead + 1), restored)


def _restored(roster: Roster, before: Registration, now: datetime) -> tuple[Effect, ...]:
    """Put a registration back; a seat that came free while its owner was leaving the queue is offered now."""
    return (Write(before), *promote(roster.put(before), now))


def lapse(roster: Roster, now: datetime) -> Decision[None]:
    """End the hold, offer or minute of undo whose time has come, and pass the seat on."""
    mine = roster.active
    if mine is None or mine.until is None or now < mine.until:
        return Decision(None)
    match mine.state:
        case State.HELD:
            gone: tuple[Effect, ...] = (Erase(mine),)
        case State.OFFERED:
            gone = (Write(_gone(mine)), Plan(_lapsed(roster, mine, now)))
        case _:  # only now: a reminder that fell due within the minute must be there after undo
            gone = (Write(_gone(mine)), Drop(mine.official_id, (*REMINDERS, *ABOUT_SEATS), "withdrawn"))
    return Decision(None, (*gone, *promote(roster.put(_gone(mine)), now)))


def pass_on(roster: Roster, now: datetime) -> Decision[None]:
    """Pass an offered seat on at once, because the offer cannot reach the person."""
    if roster.active is None or roster.active.state is not State.OFFERED:
        return Decision(None)
    return remove(roster, now)


def remove(roster: Roster, now: datetime) -> Decision[None]:
    """Take a person off the list without a minute of undo: erased, or removed by an organiser."""
    mine = roster.active
    if mine is None:
        return Decision(None)
    hushed = Drop(mine.official_id, (*REMINDERS, *ABOUT_SEATS, Kind.CHANGE, Kind.CANCELLATION), "removed")
    return Decision(None, (Write(_gone(mine)), hushed, *promote(roster.put(_gone(mine)), now)))


def _gone(mine: Registration) -> Registration:
    return Registration(mine.training_id, mine.official_id, State.WITHDRAWN, id=mine.id)


def _as_before(roster: Roster, mine: Registration, official: Official, now: datetime) -> Registration:
    """Return the registration as it was; an offer that had not arrived has been seen by now, so its time runs."""
    until = mine.former_until
    if mine.former is State.OFFERED and until is None:
        until = offer.answer_by(now, roster.training, official.preferences)
    return replace(mine, state=mine.former or State.SEATED, until=until, former=None, former_until=None)


def _lapsed(roster: Roster, mine: Registration, now: datetime) -> Planned:
    return Planned(
        kind=Kind.OFFER_LAPSED,
        official_id=mine.official_id,
        training_id=roster.training.id,
        key=f"{Kind.OFFER_LAPSED}:{roster.training.id}:{mine.official_id}:{micros(now)}",
        due_at=now,
        useful_until=roster.training.begins_at,
    )
