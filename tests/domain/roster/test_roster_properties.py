"""Whatever people do in whatever order: no overbooking, no seat idle while someone waits, the queue in order."""

from datetime import datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from domain import roster
from domain.registration import ACTIVE, State
from tests.domain.roster.ledger_model import NOW, Book, official, training

PEOPLE = st.integers(1, 8)


class RosterMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.book = Book(training(seats=2, start="2026-05-20T09:00"))
        self.now: datetime = NOW
        self.largest = 2

    @rule(person=PEOPLE, known=st.booleans(), waits=st.booleans())
    def place(self, *, person: int, known: bool, waits: bool) -> None:
        self.book.place(person, self.now, known=known, waits=waits)

    @rule(person=PEOPLE)
    def confirm(self, person: int) -> None:
        self.book.decide(person, lambda seen: roster.confirm(seen, official(person), self.now))

    @rule(person=PEOPLE)
    def take(self, person: int) -> None:
        self.book.decide(person, lambda seen: roster.take(seen, official(person), self.now))

    @rule(person=PEOPLE)
    def withdraw(self, person: int) -> None:
        self.book.withdraw(person, self.now)

    @rule(person=PEOPLE)
    def undo(self, person: int) -> None:
        self.book.decide(person, lambda seen: roster.undo(seen, official(person), self.now))

    @rule(person=PEOPLE)
    def deliver_offer(self, person: int) -> None:
        until = self.now + timedelta(hours=3)
        self.book.decide(person, lambda seen: roster.begin_offer(seen, until))

    @rule(person=PEOPLE)
    def pass_on(self, person: int) -> None:
        self.book.decide(person, lambda seen: roster.pass_on(seen, self.now))

    @rule(person=PEOPLE)
    def remove(self, person: int) -> None:
        self.book.decide(person, lambda seen: roster.remove(seen, self.now))

    @rule(seats=st.integers(1, 5))
    def resize(self, seats: int) -> None:
        self.book.resize(seats)
        self.largest = max(self.largest, seats)
        self.book.decide(0, lambda seen: roster.refill(seen, self.now))

    @rule(minutes=st.sampled_from([1, 5, 15, 181]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        for person in sorted(self.book.rows):
            self.book.lapse(person, self.now)

    @invariant()
    def never_more_people_than_seats(self) -> None:
        seen = self.book.as_seen_by(0)
        assert seen.taken <= self.largest

    @invariant()
    def no_seat_idle_while_somebody_waits(self) -> None:
        seen = self.book.as_seen_by(0)
        assert not (seen.free and seen.waiting), self.book.states()

    @invariant()
    def rows_are_possible(self) -> None:
        for row in self.book.rows.values():
            assert row.seat or row.state not in {State.SEATED, State.OFFERED}
            assert not row.seat or row.state in ACTIVE
            assert row.state is not State.WAITING or (row.queue is not None and not row.seat)
            assert (row.state is State.LEAVING) == (row.former is not None)

    @invariant()
    def every_offer_went_to_the_head_of_the_queue_as_it_was(self) -> None:
        assert all(offered == first for offered, first in self.book.offers)


RosterMachine.TestCase.settings = settings(max_examples=300, stateful_step_count=40, deadline=None)
TestRoster = RosterMachine.TestCase
