"""What the bot says unasked, worded at the moment it is sent. Never decides whether it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from domain.notice import UNREACHED, Kind
from domain.registration import State
from handlers.buttons import HearOfNewDate, ShowCard, ShowList, ShowMenu, ShowSimilar, SignUp, TakeSeat, Withdraw
from handlers.replies import broadcasts, deliveries, facts, handed_over, news, seats
from handlers.replies.changes import change
from handlers.replies.reminders import reminder_of_day, reminder_of_hour, standing
from handlers.replies.rows import dates_and_menu, does, grid, to_menu
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import escape, lines, paragraphs

if TYPE_CHECKING:
    from datetime import datetime

    from domain.notice import Claimed
    from domain.training import Training
    from handlers.service import Service
    from handlers.texts import Words

LONGEST_TITLE: Final = 120
_ALARMS: Final = {
    "reply_refused": "alarm.reply_refused",
    "notice_refused": "alarm.notice_refused",
    "update_set_aside": "alarm.update_set_aside",
    "polling": "alarm.polling",
    "not_published": "alarm.not_published",
    "post_refused": "alarm.post_refused",
    "paid_refused": "alarm.paid_refused",
    "chat_removed": "alarm.chat_removed",
    "chat_rights": "alarm.chat_rights",
    "chat_topic": "alarm.chat_topic",
    "chat_missing": "alarm.chat_missing",
    "records_mended": "alarm.records_mended",
    "records_late": "alarm.records_late",
    "records_wrong": "alarm.records_wrong",
    "space_low": "alarm.space_low",
    "space_scarce": "alarm.space_scarce",
    "restarted": "alarm.restarted",
}
_REPORTS: Final = {"published": "publish.done", "published_changes": "publish.done_changing"}
_CANCELLED: Final[dict[State | None, str]] = {
    None: "cancelled.followed",
    State.HELD: "cancelled.held",
    State.WAITING: "cancelled.waiting",
    State.OFFERED: "cancelled.waiting",
}


def notice(words: Words, claimed: Claimed, service: Service, until: datetime | None = None) -> Reply | None:
    """Return the message of a notice, or ``None`` when there is nothing left to say.

    ``until`` is the instant by which an offer must be answered, as it is stored once the offer is delivered.
    """
    match claimed.kind:
        case Kind.ALARM:
            return _report(words, claimed) or _alarm(words, claimed, service)
        case Kind.QUESTION:
            return handed_over.question(words, claimed.question) if claimed.question else None
        case Kind.ANSWER:
            return handed_over.answer(words, claimed)
        case Kind.NEWS | Kind.DIGEST:
            return news.notice(words, claimed)
        case Kind.MESSAGE:
            return broadcasts.message(words, claimed.broadcast) if claimed.broadcast else None
    return _news(words, claimed, claimed.training, until) if claimed.training else None


def _news(words: Words, claimed: Claimed, training: Training, until: datetime | None) -> Reply | None:
    match claimed.kind:
        case Kind.REMINDER_WEEK | Kind.REMINDER_DAY:
            return reminder_of_day(words, claimed, training)
        case Kind.REMINDER_HOUR:
            return reminder_of_hour(words, claimed, training)
        case Kind.OFFER:
            return _offer(words, training, until)
        case Kind.OFFER_LAPSED:
            return _lapsed(words, training)
        case Kind.SEAT_OPEN:
            return _seat_open(words, training)
        case Kind.CHANGE:
            return change(words, claimed, training)
        case Kind.CANCELLATION:
            return _cancellation(words, claimed, training)
        case Kind.ALARM | Kind.QUESTION | Kind.ANSWER | Kind.NEWS | Kind.DIGEST | Kind.MESSAGE:
            return None
        case _:
            assert_never(claimed.kind)


def _offer(words: Words, training: Training, until: datetime | None) -> Reply:
    kept = words("offer.until", until=dates.until(words, until, training.zone)) if until else None
    return Reply(
        lines(words("offer.head"), facts.summary(words, training), kept),
        grid(
            [does(words, "button.take", TakeSeat(training.id))],
            [does(words, "button.refuse", Withdraw(training.id))],
            [does(words, "button.details", ShowCard(training.id))],
        ),
    )


def _lapsed(words: Words, training: Training) -> Reply:
    again = seats.accepts(training, words.now)
    sign_up = does(words, "button.sign_up", SignUp(training.id)) if again else None
    return Reply(
        lines(words("lapsed.head"), facts.brief(words, training), words("lapsed.again") if again else None),
        grid([sign_up], dates_and_menu(words)),
    )


def _seat_open(words: Words, training: Training) -> Reply:
    return Reply(
        lines(words("open_seat.head"), facts.summary(words, training), words("open_seat.first")),
        grid(
            [does(words, "button.take", TakeSeat(training.id))],
            [does(words, "button.details", ShowCard(training.id))],
            [does(words, "button.leave_queue", Withdraw(training.id))],
        ),
    )


def _cancellation(words: Words, claimed: Claimed, training: Training) -> Reply:
    reason = claimed.args.get("reason")
    return Reply(
        paragraphs(
            lines(
                words("cancelled.head"),
                facts.brief(words, training),
                words("cancelled.reason", reason=reason) if reason else None,
            ),
            words(_CANCELLED.get(standing(claimed), "cancelled.seated")),
        ),
        grid(
            [does(words, "button.similar", ShowSimilar(training.id))],
            [does(words, "button.new_date", HearOfNewDate(training.id))],
            [does(words, "button.details", ShowCard(training.id)), to_menu(words)],
        ),
    )


def _report(words: Words, claimed: Claimed) -> Reply | None:
    """Return what was done in somebody's name, ``None`` for an alarm."""
    done = _REPORTS.get(claimed.args.get("what", ""))
    if done is None:
        return None
    count = int(claimed.args.get("count", "1"))
    return Reply(
        paragraphs(
            words.plural(done, count),
            words("publish.as_planned"),
            lines(
                escape(claimed.args.get("detail", ""), LONGEST_TITLE),
                words.plural("announcement.more_dates", count - 1) if count > 1 else None,
            ),
        ),
        grid([does(words, "button.upcoming", ShowList())], [to_menu(words)]),
    )


def _alarm(words: Words, claimed: Claimed, service: Service) -> Reply:
    if claimed.args.get("what") == UNREACHED:
        return deliveries.unreached(words, claimed)
    what = words(_ALARMS.get(claimed.args.get("what", ""), "alarm.other"))
    detail = claimed.args.get("detail", "")
    return Reply(
        lines(
            words("alarm.head", service=service.name), what, words("alarm.detail", detail=detail) if detail else None
        ),
        grid([does(words, "button.menu", ShowMenu())]),
    )
