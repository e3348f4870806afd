"""Giving a place up and taking it back, in words. No reason is ever asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from domain import outcome as became
from domain.registration import State
from handlers.buttons import JoinQueue, ShowCard, SignUp, TakeSeat, Undo
from handlers.replies import facts, refusals, seats
from handlers.replies.rows import dates_and_menu, does, grid, mine_and_menu
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import lines

if TYPE_CHECKING:
    from domain.outcome import Return, Withdrawal
    from handlers.texts import Words


def withdrawal(words: Words, outcome: Withdrawal) -> Reply:
    """Return the answer to a withdrawal, with the way back while there is one."""
    match outcome:
        case became.Leaving():
            return _leaving(words, outcome)
        case became.Declined(training):
            text = lines(words("declined.head"), facts.brief(words, training), words("declined.kept"))
            return Reply(text, grid(dates_and_menu(words)))
        case became.Started():
            return refusals.refusal(words, outcome)
        case became.NotOnList(training):
            return refusals.not_on_list(words, training)
        case _:
            assert_never(outcome)


def returned(words: Words, outcome: Return) -> Reply:
    """Return the answer to an undo, honest when it comes too late."""
    match outcome:
        case became.Undone():
            return _undone(words, outcome)
        case became.TooLate():
            return _too_late(words, outcome)
        case became.NotOnList(training):
            return refusals.not_on_list(words, training)
        case became.CalledOff():
            return refusals.refusal(words, outcome)
        case _:
            assert_never(outcome)


def _leaving(words: Words, outcome: became.Leaving) -> Reply:
    queued = outcome.former is State.WAITING
    return Reply(
        lines(
            words("leaving.queue" if queued else "leaving.seat"),
            facts.brief(words, outcome.training),
            words("leaving.queue_undo" if queued else "leaving.seat_undo"),
        ),
        grid([does(words, "button.undo", Undo(outcome.training.id))], dates_and_menu(words)),
    )


def _undone(words: Words, outcome: became.Undone) -> Reply:
    training = outcome.training
    when = dates.start(words, training)
    match outcome.state:
        case State.WAITING if outcome.position:
            then = words("undone.waiting", position=outcome.position)
        case State.OFFERED:
            then = words("undone.offered")
        case State.SEATED:
            then = words("undone.seated", when=when)
        case _:
            then = words("undone.other")
    offered = outcome.state is State.OFFERED
    take = does(words, "button.take", TakeSeat(training.id)) if offered else None
    card = does(words, "button.details", ShowCard(training.id))
    return Reply(lines(then, facts.title(training)), grid([take], [card], mine_and_menu(words)))


def _too_late(words: Words, outcome: became.TooLate) -> Reply:
    training = outcome.training
    if outcome.free:
        text, act = words("too_late.free"), does(words, "button.sign_up", SignUp(training.id))
    elif seats.queues(training):
        text = words("too_late.queue", position=outcome.waiting + 1)
        act = does(words, "button.queue", JoinQueue(training.id))
    else:
        text, act = words("too_late.full"), None
    possible = seats.accepts(training, words.now)
    return Reply(
        lines(text if possible else words("too_late.closed"), facts.brief(words, training)),
        grid([act if possible else None], dates_and_menu(words)),
    )
