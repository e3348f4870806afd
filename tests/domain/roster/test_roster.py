from datetime import timedelta

from domain import outcome, roster
from domain.institution import Institution
from domain.notice import Kind
from domain.official import Official
from domain.registration import State
from domain.training import Admission, Eligibility
from domain.wall import Wall
from tests.domain.roster.ledger_model import NOW, Book, official, training

MINUTE = timedelta(minutes=1)


def test_place_seats_a_known_person_with_reminders() -> None:
    book = Book(training())
    became = book.place(1)
    assert isinstance(became, outcome.Seated)
    assert [notice.kind for notice in book.notices] == [Kind.REMINDER_DAY, Kind.REMINDER_HOUR]
    assert became.reminders == tuple(book.notices)


def test_place_holds_a_seat_for_a_stranger_without_reminders() -> None:
    book = Book(training(seats=1))
    assert book.place(1, known=False) == outcome.Held(book.training, NOW + timedelta(minutes=15), seat=True)
    assert book.notices == []
    assert book.place(2, waits=False) == outcome.Full(book.training, waiting=0, queue=True)


def test_confirm_turns_a_hold_into_the_seat() -> None:
    book = Book(training(seats=1))
    book.place(1, known=False)
    became = book.decide(1, lambda seen: roster.confirm(seen, official(1), NOW))
    assert isinstance(became, outcome.Seated)
    assert book.states() == {1: State.SEATED}


def test_confirm_after_the_hold_ran_out_signs_up_anew() -> None:
    book = Book(training(seats=1))
    book.place(1, known=False)
    book.lapse(1, NOW + timedelta(minutes=15))
    assert book.rows == {}
    book.place(2)
    became = book.decide(1, lambda seen: roster.confirm(seen, official(1), NOW))
    assert became == outcome.Full(book.training, waiting=0, queue=True)


def test_hold_in_the_queue_keeps_its_ticket() -> None:
    book = Book(training(seats=1))
    book.place(1)
    assert book.place(2, known=False) == outcome.Held(book.training, NOW + timedelta(minutes=15), seat=False)
    book.place(3)
    became = book.decide(2, lambda seen: roster.confirm(seen, official(2), NOW))
    assert became == outcome.Waiting(book.training, 1)


def test_place_twice_changes_nothing_and_says_so() -> None:
    book = Book(training(seats=1))
    book.place(1)
    before = dict(book.rows)
    assert book.place(1) == outcome.Seated(book.training, again=True)
    assert book.rows == before


def test_place_never_overtakes_the_queue() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    book.leave(1)
    assert book.states()[2] is State.OFFERED
    assert book.place(3) == outcome.Waiting(book.training, 1)


def test_full_without_a_queue_refuses_to_wait() -> None:
    book = Book(training(seats=1, waiting_list=False))
    book.place(1)
    assert book.place(2, waits=True) == outcome.Full(book.training, waiting=0, queue=False)


def test_withdrawal_keeps_the_seat_for_a_minute() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    assert book.withdraw(1) == outcome.Leaving(book.training, NOW + MINUTE, State.SEATED)
    book.lapse(1, NOW + timedelta(seconds=59))
    assert book.states() == {1: State.LEAVING, 2: State.WAITING}
    assert [drop.reason for drop in book.dropped] == ["seated"]
    book.lapse(1, NOW + MINUTE)
    assert book.states() == {1: State.WITHDRAWN, 2: State.OFFERED}
    assert [drop.reason for drop in book.dropped] == ["seated", "withdrawn"]


def test_undo_returns_the_seat_and_the_reminders() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.withdraw(1)
    book.notices.clear()
    became = book.decide(1, lambda seen: roster.undo(seen, official(1), NOW))
    assert became == outcome.Undone(book.training, State.SEATED)
    assert [notice.kind for notice in book.notices] == [Kind.REMINDER_DAY, Kind.REMINDER_HOUR]


def test_undo_returns_the_place_in_the_queue() -> None:
    book = Book(training(seats=1))
    for person in (1, 2, 3):
        book.place(person)
    book.withdraw(2)
    assert book.decide(2, lambda seen: roster.undo(seen, official(2), NOW)) == outcome.Undone(
        book.training, State.WAITING, 1
    )
    assert book.rows[2].queue == 1


def test_undo_in_the_queue_takes_up_a_seat_freed_meanwhile() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    book.withdraw(1)
    book.withdraw(2, NOW + MINUTE / 2)
    book.lapse(1, NOW + MINUTE)
    assert book.states() == {1: State.WITHDRAWN, 2: State.LEAVING}
    book.decide(2, lambda seen: roster.undo(seen, official(2), NOW + MINUTE))
    assert book.states()[2] is State.OFFERED


def test_recalled_offer_goes_back_to_its_place_in_the_queue() -> None:
    book = Book(training(seats=1))
    for person in (1, 2, 3):
        book.place(person)
    book.leave(1)
    book.decide(0, roster.recall)
    assert (book.states()[2], book.rows[2].queue) == (State.WAITING, 1)
    book.decide(0, lambda seen: roster.refill(seen, NOW))
    assert book.states()[2] is State.OFFERED


def test_offer_ends_no_later_than_a_start_moved_earlier() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    now = book.leave(1)
    book.decide(2, lambda seen: roster.begin_offer(seen, now + timedelta(hours=24)))
    book.decide(2, lambda seen: roster.shorten_offer(seen, now + timedelta(hours=3)))
    assert book.rows[2].until == now + timedelta(hours=3)
    book.decide(2, lambda seen: roster.shorten_offer(seen, now + timedelta(hours=9)))
    assert book.rows[2].until == now + timedelta(hours=3)


def test_undo_after_the_minute_says_whether_a_seat_is_free() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    later = book.leave(1)
    assert book.decide(1, lambda seen: roster.undo(seen, official(1), later)) == outcome.TooLate(
        book.training, free=False, waiting=0
    )


def test_signing_up_again_within_the_minute_is_undo() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.withdraw(1)
    assert isinstance(book.place(1), outcome.Seated)
    assert book.states() == {1: State.SEATED}


def test_silence_passes_the_offer_on_with_a_note() -> None:
    book = Book(training(seats=1))
    for person in (1, 2, 3):
        book.place(person)
    now = book.leave(1)
    until = now + timedelta(hours=24)
    book.decide(2, lambda seen: roster.begin_offer(seen, until))
    book.lapse(2, until)
    assert book.states() == {1: State.WITHDRAWN, 2: State.WITHDRAWN, 3: State.OFFERED}
    assert [notice.kind for notice in book.notices][-2:] == [Kind.OFFER_LAPSED, Kind.OFFER]


def test_offer_does_not_end_before_it_was_delivered() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    book.leave(1)
    book.lapse(2, NOW + timedelta(days=5))
    assert book.states()[2] is State.OFFERED


def test_undelivered_offer_left_and_restored_has_an_end() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    now = book.leave(1)
    book.withdraw(2, now)
    book.decide(2, lambda seen: roster.undo(seen, official(2), now))
    assert book.states()[2] is State.OFFERED
    assert book.rows[2].until is not None


def test_taking_the_offered_seat_seats() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    now = book.leave(1)
    assert isinstance(book.decide(2, lambda seen: roster.take(seen, official(2), now)), outcome.Seated)
    assert book.states()[2] is State.SEATED


def test_taking_without_an_offer_tells_the_position() -> None:
    book = Book(training(seats=1))
    for person in (1, 2, 3):
        book.place(person)
    assert book.decide(3, lambda seen: roster.take(seen, official(3), NOW)) == outcome.SeatGone(book.training, 2)


def test_last_three_hours_summon_everybody_and_the_first_to_answer_is_seated() -> None:
    book = Book(training(seats=1))
    for person in (1, 2, 3):
        book.place(person)
    late = book.training.starts_at - timedelta(hours=2)
    now = book.leave(1, late)
    assert len(book.summons) == 1
    assert book.states() == {1: State.WITHDRAWN, 2: State.WAITING, 3: State.WAITING}
    assert isinstance(book.decide(3, lambda seen: roster.take(seen, official(3), now)), outcome.Seated)
    assert book.decide(2, lambda seen: roster.take(seen, official(2), now)) == outcome.SeatGone(book.training, 1)


def test_raised_capacity_offers_in_order_and_lowered_removes_nobody() -> None:
    book = Book(training(seats=1))
    for person in (1, 2, 3, 4):
        book.place(person)
    book.resize(3)
    book.decide(0, lambda seen: roster.refill(seen, NOW))
    assert book.states() == {1: State.SEATED, 2: State.OFFERED, 3: State.OFFERED, 4: State.WAITING}
    book.resize(1)
    book.leave(3)
    assert book.states() == {1: State.SEATED, 2: State.OFFERED, 3: State.WITHDRAWN, 4: State.WAITING}


def test_no_offers_for_a_cancelled_or_begun_training() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    begun = book.training.begins_at
    book.withdraw(1, begun - timedelta(seconds=30))
    book.lapse(1, begun + MINUTE)
    assert book.states() == {1: State.WITHDRAWN, 2: State.WAITING}


def test_removal_frees_the_seat_at_once() -> None:
    book = Book(training(seats=1))
    book.place(1)
    book.place(2)
    book.decide(1, lambda seen: roster.remove(seen, NOW))
    assert book.states() == {1: State.WITHDRAWN, 2: State.OFFERED}


def test_closed_started_cancelled_and_external_are_refused() -> None:
    closed = training(signup_deadline=Wall.parse("2026-04-26"))
    assert Book(closed).place(1) == outcome.Closed(closed, closed.deadline or NOW)
    started = training(start="2026-04-27T08:00")
    assert Book(started).place(1) == outcome.Started(started)
    form = training(signup_url="https://zapisy.example.org")
    assert Book(form).place(1) == outcome.External(form, "https://zapisy.example.org")


def test_members_only_asks_for_the_institution_then_decides() -> None:
    rule = Eligibility(Admission.MEMBERS, ("UM Gdynia",))
    closed = training(eligibility=rule)

    def place(institution: Institution | None) -> object:
        person = Official(1, name="Anna Nowak", institution=institution)
        return Book(closed).decide(1, lambda seen: roster.place(seen, person, NOW))

    assert place(None) == outcome.NeedsInstitution(closed)
    assert place(Institution(1, "Urząd Gminy Puck")) == outcome.NotEligible(closed, Admission.MEMBERS, ("UM Gdynia",))
    assert isinstance(place(Institution(2, "Urząd Miasta Gdyni", ("um gdynia",))), outcome.Seated)
    assert isinstance(place(Institution(3, "Urząd Miasta Sopotu", member=True)), outcome.Seated)
