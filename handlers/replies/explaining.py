"""Why a message came, comes later or never does, in one line. Never decides; the domain has the cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from domain import entry as became
from domain.notice import Kind
from domain.verdict import OFFICES
from handlers.replies import facts
from handlers.replies.questions.plainly import unmarked
from handlers.texts import dates
from handlers.texts.markup import escape

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from domain.entry import Cause, Entry
    from domain.notice import Claimed
    from domain.reminders import Unplanned
    from handlers.texts import Words
    from handlers.texts.markup import Markup

A_SUBJECT: Final = 40


def explained(words: Words, entry: Entry) -> Markup:
    """Return what became of a notice and why; of one that waits, when it comes and why then."""
    zone = zone_of(entry.notice)

    def at(instant: datetime) -> Markup:
        return dates.moment(words, instant, zone)

    match seen := became.explain(entry, words.now):
        case became.Told(instant, reason):
            why = cause(words, reason) if reason else None
            return words("why.unsure", at=at(instant), why=why) if why else words("why.told", at=at(instant))
        case became.Underway():
            return words("why.underway")
        case became.Coming(instant, reason):
            if reason is became.Cause.SOON:
                return words("why.soon")
            return words("why.coming", at=at(instant), why=cause(words, reason))
        case became.Halted():
            return words("why.halted", why=cause(words, became.Cause.HELD))
        case became.Untold(reason, _, refused):
            return words("why.refused" if refused else "why.untold", why=cause(words, reason))
        case became.Idle(reason):
            return words("why.idle", why=cause(words, reason))
        case _:
            assert_never(seen)


def never_planned(words: Words, kind: Kind, unplanned: Unplanned, zone: ZoneInfo) -> Markup:
    """Return why a reminder was never made."""
    at = dates.moment(words, unplanned.at, zone) if unplanned.at else ""
    why = words(f"lack.{unplanned.lack}", at=at)
    return words("why.item", kind=kind_of(words, kind), explained=words("why.idle", why=why))


def cause(words: Words, reason: Cause) -> Markup:
    """Return a cause as a clause."""
    return words(f"cause.{reason}")


def kind_of(words: Words, kind: Kind) -> Markup:
    """Return what a notice is, as a heading."""
    return words(f"kind.{kind}")


def subject(words: Words, entry: Entry) -> Markup | None:
    """Return what a notice is about beside a training of its own: the new ones it names, or the first words of it."""
    notice = entry.notice
    if entry.named:
        more = len(entry.named) - 1
        title = facts.title(entry.named[0], A_SUBJECT)
        return words("forecast.and_more", what=title, n=more) if more else title
    written = notice.broadcast.text if notice.broadcast else notice.question.text if notice.question else None
    if written:
        return quoted(words, written)
    detail = notice.args.get("detail") if notice.kind is Kind.ALARM else None
    return escape(detail, A_SUBJECT) if detail else None


def quoted(words: Words, written: str, longest: int = A_SUBJECT) -> Markup:
    """Return the first words of something written, in quotation marks and without its markup."""
    return words("why.quoted", text=escape(unmarked(written), longest))


def zone_of(notice: Claimed) -> ZoneInfo:
    """Return the zone by whose clock a notice is told of."""
    if notice.training:
        return notice.training.zone
    if notice.broadcast:
        return notice.broadcast.programme.zone
    return notice.news[0].training.zone if notice.news else OFFICES
