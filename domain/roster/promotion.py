"""The one promotion rule: whatever frees a seat, the next person in the queue is offered it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain import offer
from domain.dates import micros
from domain.notice import Kind, Planned
from domain.registration import State
from domain.roster.ledger import Decision, Effect, Plan, Roster, Summon, Write

if TYPE_CHECKING:
    from datetime import datetime

    from domain.registration import Registration


def promote(roster: Roster, now: datetime) -> tuple[Effect, ...]:
    """Return the offers that free seats allow, in the order of the queue.

    Shortly before the start nobody is offered anything alone: all who wait are told, and the first to answer is seated.
    """
    training = roster.training
    if training.cancelled or training.begun(now):
        return ()
    if offer.first_to_answer(now, training):
        summon = Summon(occasion=str(micros(now)), due_at=now, useful_until=training.begins_at)
        return (summon,) if roster.free and roster.line else ()
    effects: list[Effect] = []
    while roster.free and roster.line:
        offered = replace(roster.line[0], state=State.OFFERED, seat=True, until=None)
        roster = roster.put(offered)
        effects += [Write(offered), Plan(_offer(roster, offered, now))]
    return tuple(effects)


def refill(roster: Roster, now: datetime) -> Decision[None]:
    """Offer whatever seats are free, after the number of seats was raised."""
    return Decision(None, promote(roster, now))


def _offer(roster: Roster, offered: Registration, now: datetime) -> Planned:
    training = roster.training
    return Planned(
        kind=Kind.OFFER,
        official_id=offered.official_id,
        training_id=training.id,
        key=f"{Kind.OFFER}:{training.id}:{offered.official_id}:{micros(now)}",
        due_at=now,
        useful_until=training.begins_at,
    )
