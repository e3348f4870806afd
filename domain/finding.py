"""Findings: what is wrong in the records, one for each invariant that does not hold; never how it is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Invariant(StrEnum):
    """What always holds, named by what it looks like when it does not."""

    UPDATES_WAITING = "updates_waiting"
    UPDATES_WITHOUT_INSTANT = "updates_without_instant"
    SEATS_OVER_CAPACITY = "seats_over_capacity"
    SEATS_LEFT_FREE = "seats_left_free"
    QUEUE_OVERTAKEN = "queue_overtaken"
    OFFERS_WITHOUT_END = "offers_without_end"
    OFFERS_CALLED_OFF = "offers_called_off"
    PLACES_OVERDUE = "places_overdue"
    NOTICES_OVERDUE = "notices_overdue"
    REPLIES_OVERDUE = "replies_overdue"
    LEASES_OVER = "leases_over"
    ANNOUNCEMENTS_OVERDUE = "announcements_overdue"
    POSTS_OVERDUE = "posts_overdue"
    NOTICES_WITHOUT_INSTANT = "notices_without_instant"
    NOTICES_INCOMPLETE = "notices_incomplete"
    NOTICES_WITHOUT_PERSON = "notices_without_person"
    CALLS_UNCOUNTED = "calls_uncounted"
    MESSAGES_MISCOUNTED = "messages_miscounted"
    MESSAGES_UNWATCHED = "messages_unwatched"
    POSTS_WITHOUT_TURN = "posts_without_turn"
    REMINDERS_UNTRUE = "reminders_untrue"
    REMINDERS_OF_FORMER_DATES = "reminders_of_former_dates"
    REMINDERS_MISSING = "reminders_missing"
    TRAININGS_MISTIMED = "trainings_mistimed"
    ANSWERS_UNTOLD = "answers_untold"
    ACTS_WITHOUT_RIGHT = "acts_without_right"
    MESSAGES_WITHOUT_ACT = "messages_without_act"
    TEXTS_KEPT = "texts_kept"
    FILE_DAMAGED = "file_damaged"
    REFERENCES_BROKEN = "references_broken"


LATE: Final = frozenset(
    {
        Invariant.UPDATES_WAITING,
        Invariant.PLACES_OVERDUE,
        Invariant.NOTICES_OVERDUE,
        Invariant.REPLIES_OVERDUE,
        Invariant.LEASES_OVER,
        Invariant.ANNOUNCEMENTS_OVERDUE,
        Invariant.POSTS_OVERDUE,
    }
)
"""What is not wrong, but has waited for far too long; where no bot runs, that is no wonder."""

DAMAGE: Final = frozenset({Invariant.FILE_DAMAGED, Invariant.REFERENCES_BROKEN})

SENTENCES: Final = {
    Invariant.UPDATES_WAITING: "updates wait in the inbox and nobody takes them",
    Invariant.UPDATES_WITHOUT_INSTANT: "updates ended at no instant",
    Invariant.SEATS_OVER_CAPACITY: "more people have a seat than there are seats, and nobody took seats away",
    Invariant.SEATS_LEFT_FREE: "a seat is free while somebody waits for one",
    Invariant.QUEUE_OVERTAKEN: "a seat was offered to somebody while an earlier person waited",
    Invariant.OFFERS_WITHOUT_END: "a seat is kept for somebody who is never told",
    Invariant.OFFERS_CALLED_OFF: "a seat is offered on a training that was called off",
    Invariant.PLACES_OVERDUE: "holds, offers and withdrawals have run out and were not ended",
    Invariant.NOTICES_OVERDUE: "notices are overdue and nobody sends them",
    Invariant.REPLIES_OVERDUE: "replies are overdue and nobody sends them",
    Invariant.LEASES_OVER: "leases are long over and were not ended",
    Invariant.ANNOUNCEMENTS_OVERDUE: "announcements are past their hour",
    Invariant.POSTS_OVERDUE: "posts are overdue and nobody sends them",
    Invariant.NOTICES_WITHOUT_INSTANT: "notices ended at no instant",
    Invariant.NOTICES_INCOMPLETE: "notices are of no known kind, or about nothing",
    Invariant.NOTICES_WITHOUT_PERSON: "notices are for people of whom nothing is known",
    Invariant.CALLS_UNCOUNTED: "something was delivered without a counted call",
    Invariant.MESSAGES_MISCOUNTED: "messages to many have not as many notices as people",
    Invariant.MESSAGES_UNWATCHED: "messages to many will never end, or ended too early",
    Invariant.POSTS_WITHOUT_TURN: "posts will never be looked at again, and have not ended",
    Invariant.REMINDERS_UNTRUE: "reminders wait for people without a seat, or of trainings called off",
    Invariant.REMINDERS_OF_FORMER_DATES: "reminders wait for a date that has changed",
    Invariant.REMINDERS_MISSING: "people who want a reminder have none",
    Invariant.TRAININGS_MISTIMED: "trainings are kept at other instants than they state",
    Invariant.ANSWERS_UNTOLD: "questions were answered and the answer was never to be told",
    Invariant.ACTS_WITHOUT_RIGHT: "somebody acted as an organiser without ever having been one",
    Invariant.MESSAGES_WITHOUT_ACT: "messages to many went out without an act",
    Invariant.TEXTS_KEPT: "texts are kept that should have been forgotten",
    Invariant.FILE_DAMAGED: "the database is damaged",
    Invariant.REFERENCES_BROKEN: "rows refer to rows that are not there",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """An invariant that does not hold: how often, and some of the rows, as ``notice 12``; no names, no texts."""

    invariant: Invariant
    count: int
    places: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What it means."""
        return SENTENCES[self.invariant]
