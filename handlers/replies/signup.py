"""Signing up, in words: what a person gets, or why not and what else may be done. Never decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from domain import outcome as became
from domain.official import clean_name
from handlers.buttons import ChangeName, ConfirmHold, DeclineHold, JoinQueue, ShowCard, SignUp, TakeSeat, Undo, Withdraw
from handlers.replies import facts, refusals
from handlers.replies.acts import getting_there
from handlers.replies.attending import attending, followed, unfollowed
from handlers.replies.leaving import returned, withdrawal
from handlers.replies.reminded import reminded, whole_minutes
from handlers.replies.rows import dates_and_menu, does, grid, mine_and_menu
from handlers.replies.toasts import toast
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import lines, paragraphs

if TYPE_CHECKING:
    from domain.official import Official
    from domain.outcome import Acceptance, Signup
    from handlers.service import Service
    from handlers.texts import Words

__all__ = ["acceptance", "attending", "followed", "returned", "signup", "toast", "unfollowed", "withdrawal"]

MOST_OTHERS: Final = 3


def signup(
    words: Words,
    outcome: Signup,
    service: Service,
    official: Official | None,
    display_name: str,
    *,
    joining: bool = False,
) -> Reply:
    """Return the answer to a sign-up; ``joining`` tells that the person asked for the queue, not for a seat."""
    match outcome:
        case became.Seated():
            return seated(words, outcome)
        case became.Held():
            return _held(words, outcome, service, official, display_name)
        case became.Waiting():
            return _waiting(words, outcome)
        case became.Offered():
            return _offered(words, outcome)
        case became.Leaving():
            return _leaving(words, outcome)
        case became.Full():
            return _full(words, outcome)
        case became.Overlaps():
            return _overlaps(words, outcome, joining=joining)
        case _:
            return refusals.refusal(words, outcome)


def acceptance(words: Words, outcome: Acceptance) -> Reply:
    """Return the answer to taking an offered or an open seat."""
    match outcome:
        case became.Seated():
            return seated(words, outcome)
        case became.SeatGone():
            return _seat_gone(words, outcome)
        case became.NotOnList():
            return refusals.not_on_list(words, outcome.training)
        case became.Started() | became.CalledOff():
            return refusals.refusal(words, outcome)
        case _:
            assert_never(outcome)


def seated(words: Words, outcome: became.Seated) -> Reply:
    """Return the confirmation of a seat, with the reminders to come."""
    training = outcome.training
    head = words("signup.again" if outcome.again else "signup.seated")
    return Reply(
        paragraphs(lines(head, facts.summary(words, training)), reminded(words, training, outcome.reminders)),
        (
            *getting_there(words, training, listed=True),
            *grid([does(words, "button.withdraw", Withdraw(training.id))]),
            mine_and_menu(words),
        ),
    )


def _held(words: Words, outcome: became.Held, service: Service, official: Official | None, display_name: str) -> Reply:
    training = outcome.training
    known = official.name if official else None
    name = known or clean_name(display_name)
    head = words.plural("hold.seat" if outcome.seat else "hold.queue", whole_minutes(outcome.until - words.now))
    asked = words("hold.known_name" if known else "hold.name" if name else "hold.type_name", name=name)
    confirm = does(words, "button.confirm_hold", ConfirmHold(training.id)) if name else None
    change = does(words, "button.change_name", ChangeName(training.id)) if name else None
    return Reply(
        paragraphs(
            lines(head, facts.brief(words, training)),
            asked,
            words("hold.clause", controller=service.controller.name),
        ),
        grid([confirm], [change, does(words, "button.not_now", DeclineHold(training.id))]),
    )


def _waiting(words: Words, outcome: became.Waiting) -> Reply:
    number = outcome.training.id
    head = words("waiting.again" if outcome.again else "waiting.joined", position=outcome.position)
    then = words("waiting.open_seat" if outcome.open_seat else "waiting.then")
    take = does(words, "button.take", TakeSeat(number)) if outcome.open_seat else None
    return Reply(
        lines(head, facts.brief(words, outcome.training), then),
        grid([take], [does(words, "button.leave_queue", Withdraw(number))], dates_and_menu(words)),
    )


def _offered(words: Words, outcome: became.Offered) -> Reply:
    number = outcome.training.id
    kept = None
    if outcome.until:
        kept = words("offer.until", until=dates.until(words, outcome.until, outcome.training.zone))
    return Reply(
        lines(words("offer.head"), facts.brief(words, outcome.training), kept),
        grid(
            [does(words, "button.take", TakeSeat(number))],
            [does(words, "button.refuse", Withdraw(number))],
            [does(words, "button.details", ShowCard(number))],
        ),
    )


def _leaving(words: Words, outcome: became.Leaving) -> Reply:
    undo = does(words, "button.undo", Undo(outcome.training.id))
    return Reply(
        lines(words("leaving.still"), facts.brief(words, outcome.training)), grid([undo], dates_and_menu(words))
    )


def _full(words: Words, outcome: became.Full) -> Reply:
    training = outcome.training
    head = lines(words("full.head"), facts.brief(words, training))
    if not outcome.queue:
        return Reply(lines(head, words("full.no_queue"), facts.ask(words, training)), grid(dates_and_menu(words)))
    queue = does(words, "button.queue", JoinQueue(training.id))
    waiting = words.plural("full.waiting", outcome.waiting) if outcome.waiting else None
    return Reply(lines(head, waiting, words("full.queue")), grid([queue], dates_and_menu(words)))


def _overlaps(words: Words, outcome: became.Overlaps, *, joining: bool) -> Reply:
    number = outcome.training.id
    others = [facts.brief(words, each) for each in outcome.others[:MOST_OTHERS]]
    anyway = JoinQueue(number, despite_overlap=True) if joining else SignUp(number, despite_overlap=True)
    return Reply(
        lines(words("overlap.head"), *others, words("overlap.anyway")),
        grid(
            [does(words, "button.back", ShowCard(number))],
            [does(words, "button.sign_up_anyway", anyway)],
        ),
    )


def _seat_gone(words: Words, outcome: became.SeatGone) -> Reply:
    number = outcome.training.id
    place = words("waiting.position", position=outcome.position) if outcome.position else None
    leave = does(words, "button.leave_queue", Withdraw(number)) if outcome.position else None
    return Reply(
        lines(words("seat_gone.head"), facts.brief(words, outcome.training), place),
        grid([leave], dates_and_menu(words)),
    )
