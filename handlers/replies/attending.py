"""Promising to come, and being reminded of a training signed up for elsewhere, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from domain import outcome as became
from handlers.buttons import SendCalendar, ShowCard, Unfollow, Withdraw
from handlers.replies import facts, refusals
from handlers.replies.rows import dates_and_menu, does, grid, mine_and_menu
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import lines

if TYPE_CHECKING:
    from domain.training import Training
    from handlers.texts import Words


def attending(words: Words, outcome: became.Attendance) -> Reply:
    """Return the answer to "I will be there"."""
    match outcome:
        case became.Confirmed(training):
            return _confirmed(words, training)
        case became.Started() | became.CalledOff():
            return refusals.refusal(words, outcome)
        case became.NotOnList(training):
            return refusals.not_on_list(words, training)
        case _:
            assert_never(outcome)


def _confirmed(words: Words, training: Training) -> Reply:
    when = dates.start(words, training)
    return Reply(
        lines(words("attending.head", when=when), facts.title(training), words("attending.change")),
        grid(
            [
                does(words, "button.details", ShowCard(training.id)),
                does(words, "button.calendar", SendCalendar(training.id)),
            ],
            [does(words, "button.withdraw", Withdraw(training.id))],
            mine_and_menu(words),
        ),
    )


def followed(words: Words, training: Training, *, new: bool) -> Reply:
    """Return the answer to "remind me"; ``new`` = it was not asked before."""
    return Reply(
        lines(words("followed.new" if new else "followed.again"), facts.brief(words, training), words("followed.then")),
        grid(
            [
                does(words, "button.details", ShowCard(training.id)),
                does(words, "button.calendar", SendCalendar(training.id)),
            ],
            [does(words, "button.unfollow", Unfollow(training.id))],
            mine_and_menu(words),
        ),
    )


def unfollowed(words: Words, training: Training) -> Reply:
    """Return the answer to "remind me no longer"."""
    card = does(words, "button.details", ShowCard(training.id))
    return Reply(lines(words("unfollowed"), facts.brief(words, training)), grid([card], dates_and_menu(words)))
