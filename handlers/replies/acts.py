"""Which buttons a training's card offers: the one likely act first, by the person's state and the training's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.registration import State
from handlers.buttons import (
    Attend,
    ConfirmHold,
    DeclineHold,
    Follow,
    JoinQueue,
    SendCalendar,
    SignUp,
    TakeSeat,
    Undo,
    Unfollow,
    Withdraw,
)
from handlers.replies import addresses, facts, seats
from handlers.replies.rows import does, grid, opens
from handlers.reply import Button

if TYPE_CHECKING:
    from domain.ports import Place, Stored
    from domain.training import Training
    from handlers.reply import Rows
    from handlers.texts import Words


def acts(words: Words, stored: Stored, mine: Place | None, *, following: bool) -> Rows:
    """Return the rows with the likely act; none when the training is past, running or called off."""
    training = stored.training
    if training.cancelled or training.begun(words.now):
        return ()
    if mine and (rows := _of_mine(words, stored, mine)):
        return rows
    if training.details.signup_url:
        return _elsewhere(words, training, following=following)
    if not seats.accepts(training, words.now):
        return ()
    if seats.has_seat(stored.occupancy):
        return grid([does(words, "button.sign_up", SignUp(training.id))])
    return grid([does(words, "button.queue", JoinQueue(training.id))]) if seats.queues(training) else ()


def _of_mine(words: Words, stored: Stored, mine: Place) -> Rows:
    number = stored.training.id
    match mine.registration.state:
        case State.HELD:
            confirm = does(words, "button.confirm_hold", ConfirmHold(number))
            return grid([confirm], [does(words, "button.not_now", DeclineHold(number))])
        case State.SEATED:
            attend = None if mine.registration.confirmed else does(words, "button.attend", Attend(number))
            return grid([attend, does(words, "button.withdraw", Withdraw(number))])
        case State.WAITING:
            take = does(words, "button.take", TakeSeat(number)) if stored.occupancy.free else None
            return grid([take], [does(words, "button.leave_queue", Withdraw(number))])
        case State.OFFERED:
            take = does(words, "button.take", TakeSeat(number))
            return grid([take], [does(words, "button.refuse", Withdraw(number))])
        case State.LEAVING:
            return grid([does(words, "button.undo", Undo(number))])
        case State.WITHDRAWN:
            return ()


def _elsewhere(words: Words, training: Training, *, following: bool) -> Rows:
    form = None
    if seats.accepts(training, words.now):
        form = opens(words, "button.form", addresses.safe(training.details.signup_url))
    return grid([form], [reminding(words, training, following=following)])


def reminding(words: Words, training: Training, *, following: bool) -> Button:
    """Return the button that follows a training, or follows it no longer."""
    if following:
        return does(words, "button.unfollow", Unfollow(training.id))
    return does(words, "button.follow", Follow(training.id))


def getting_there(words: Words, training: Training, *, listed: bool) -> Rows:
    """Return the rows with calendar and map, and for people on the list the link of an online meeting."""
    link = addresses.safe(training.details.online_url) if listed else None
    return grid(
        [opens(words, "button.join", link)],
        [copied(words, link)],
        [does(words, "button.calendar", SendCalendar(training.id)), map_of(words, training)],
    )


def map_of(words: Words, training: Training) -> Button | None:
    """Return the button that shows the place on a map, where there is one."""
    return None if facts.online(training) else opens(words, "button.map", addresses.on_map(training))


def copied(words: Words, link: str | None) -> Button | None:
    """Return the button that copies a link, if it is short enough for Telegram."""
    fits = link is not None and len(link) <= addresses.LONGEST_COPY
    return Button(words.plain("button.copy"), copy=link) if fits else None
