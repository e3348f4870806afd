"""Reminders, worded when they are sent: "tomorrow" and "in an hour" are counted from that moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.registration import State
from handlers.buttons import Attend, SendCalendar, ShowCard, ShowSettings, Withdraw
from handlers.replies import addresses, facts
from handlers.replies.acts import map_of, reminding
from handlers.replies.reminded import ahead, capital
from handlers.replies.rows import does, grid, opens
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from domain.notice import Claimed
    from domain.training import Training
    from handlers.reply import Button
    from handlers.texts import Words


def standing(claimed: Claimed) -> State | None:
    """Return the state of the person's registration, ``None`` for people signed up elsewhere or no more."""
    mine = claimed.registration
    return mine.state if mine and mine.state is not State.WITHDRAWN else None


def listed(claimed: Claimed) -> bool:
    """Tell whether the person has a seat here."""
    return standing(claimed) is State.SEATED


def reminder_of_day(words: Words, claimed: Claimed, training: Training) -> Reply:
    """Return the reminder of a week or a working day before."""
    start, now = training.details.start.day, dates.today(words, training.zone)
    on = dates.on_day(words, start, now)
    near = (start - now).days < dates.A_WEEK
    head = words("reminder.day", day=capital(on)) if near else words("reminder.date", day=on)
    return Reply(
        paragraphs(
            lines(head, facts.summary(words, training)),
            _plans(words, claimed) if listed(claimed) else None,
        ),
        grid(
            _answers(words, claimed, training),
            [
                does(words, "button.details", ShowCard(training.id)),
                does(words, "button.calendar", SendCalendar(training.id)),
            ],
            [does(words, "button.reminders", ShowSettings())],
        ),
    )


def reminder_of_hour(words: Words, claimed: Claimed, training: Training) -> Reply:
    """Return the reminder right before the start, with the way there."""
    at = training.details.start.hour
    when = dates.clock(at) if at else Markup()
    where = words("reminder.online") if facts.online(training) else facts.where(words, training)
    link = training.details.online_url if listed(claimed) else None
    return Reply(
        lines(
            words("reminder.hour", ahead=ahead(words, training), title=facts.title(training)),
            words("reminder.at", hour=when, where=where),
            words("card.link", link=link) if link else None,
        ),
        grid(
            [opens(words, "button.join", addresses.safe(link))],
            [map_of(words, training), does(words, "button.details", ShowCard(training.id))],
            [_away(words, claimed, training)],
        ),
    )


def _plans(words: Words, claimed: Claimed) -> Markup:
    if claimed.registration and claimed.registration.confirmed:
        return words("reminder.confirmed")
    return words.plural("reminder.waiting", claimed.waiting) if claimed.waiting else words("reminder.plans")


def _answers(words: Words, claimed: Claimed, training: Training) -> tuple[Button | None, ...]:
    asked = listed(claimed) and claimed.registration is not None and not claimed.registration.confirmed
    return does(words, "button.attend", Attend(training.id)) if asked else None, _away(words, claimed, training)


def _away(words: Words, claimed: Claimed, training: Training) -> Button:
    if listed(claimed):
        return does(words, "button.not_coming", Withdraw(training.id))
    return reminding(words, training, following=True)
