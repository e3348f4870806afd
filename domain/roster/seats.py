"""Giving the seat itself, with the reminders that come with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain import offer, outcome, reminders
from domain.notice import Kind
from domain.registration import Registration, State
from domain.roster.ledger import Decision, Drop, Effect, Plan, Roster, Write

if TYPE_CHECKING:
    from datetime import datetime

    from domain.official import Official

ABOUT_SEATS = (Kind.OFFER, Kind.OFFER_LAPSED, Kind.SEAT_OPEN)


def seat(roster: Roster, registration: Registration, official: Official, now: datetime) -> Decision[outcome.Seated]:
    """Seat the person and plan the reminders that the person wants."""
    seated = replace(
        registration, state=State.SEATED, seat=True, queue=None, until=None, former=None, former_until=None
    )
    planned = reminders.plan(roster.training, official.id, official.preferences, now)
    effects: tuple[Effect, ...] = (Write(seated), Drop(official.id, ABOUT_SEATS, "seated"), *map(Plan, planned))
    return Decision(outcome.Seated(roster.training, planned), effects)


def open_seat(roster: Roster, now: datetime) -> bool:
    """Tell whether a seat goes to the first who takes it."""
    return roster.free and offer.first_to_answer(now, roster.training)
