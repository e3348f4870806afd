"""A change of date, hour, place or link: old beside new; what becomes known is good news. Detects nothing by itself.

The former values are texts: ``was_start``, ``was_end`` as the programme file writes them, ``was_city``, ``was_place``,
``was_room``, ``was_online_url``; empty = not stated before, absent = unchanged. ``was_status`` = what people were told
last: it was called off, or put off; ``postponed`` = the day that does not hold any more, while there is no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from domain.notice import Kind
from domain.registration import State
from domain.training import Place, Status
from domain.wall import Wall
from handlers.buttons import Attend, ConfirmHold, DeclineHold, SendCalendar, ShowCard, TakeSeat, Withdraw
from handlers.replies import addresses, facts
from handlers.replies.acts import reminding
from handlers.replies.reminders import listed, standing
from handlers.replies.rows import does, grid, opens
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from domain.notice import Claimed
    from domain.training import Training
    from handlers.reply import Rows
    from handlers.texts import Words

_KEYS: Final = ("was_start", "was_end", "was_city", "was_place", "was_room", "was_online_url")


@dataclass(frozen=True, slots=True)
class Changed:
    """What differs between what was told before and what is stated now."""

    time: bool
    place: bool
    link: bool
    news: bool
    """Nothing that was known became untrue."""


UNCHANGED: Final = Changed(time=False, place=False, link=False, news=True)


def differing(training: Training, args: Mapping[str, str], *, seated: bool) -> Changed | None:
    """Return what differs now from the former values, or ``None`` when nothing does; the link concerns the seated."""
    now, was = _now(training), _was(args)
    differs = {key for key, value in was.items() if value != now[key] and (seated or key != "online_url")}
    if not differs:
        return None
    added = all(not was[key] or _hour_added(was[key], now[key]) for key in differs)
    return Changed(
        time=bool(differs & {"start", "end"}),
        place=bool(differs & {"city", "place", "room"}),
        link="online_url" in differs,
        news=added,
    )


def _now(training: Training) -> dict[str, str]:
    details = training.details
    place = details.place or Place()
    return {
        "start": str(details.start),
        "end": str(details.end or ""),
        "city": place.city or "",
        "place": place.name or "",
        "room": place.room or "",
        "online_url": details.online_url or "",
    }


def _was(args: Mapping[str, str]) -> dict[str, str]:
    return {key.removeprefix("was_"): value for key, value in args.items() if key in _KEYS}


def _hour_added(was: str, now: str) -> bool:
    """Tell whether only the hour of a known day became known."""
    return "T" in now and now.partition("T")[0] == was


def change(words: Words, claimed: Claimed, training: Training) -> Reply | None:
    """Return the notice of a change, or ``None`` when everything is again as it was."""
    differs = differing(training, claimed.args, seated=listed(claimed))
    head = _head(claimed, training, differs)
    if head is None:
        return None
    changed = differs or UNCHANGED
    return Reply(
        paragraphs(
            lines(words(head), facts.title(training)),
            lines(
                *_time(words, training, claimed.args, changed),
                *_place(words, training, claimed.args, changed),
                words("change.new_link") if changed.link else None,
            ),
            _valid(words, claimed, training),
        ),
        _answers(words, claimed, training, changed),
    )


def brings_calendar(claimed: Claimed) -> bool:
    """Tell whether the calendar file comes with the notice: to people with a seat, unless the new date is unknown."""
    training = claimed.training
    if training is None or not listed(claimed) or claimed.kind not in {Kind.CHANGE, Kind.CANCELLATION}:
        return False
    return not _postponed(training, claimed.args)


def _head(claimed: Claimed, training: Training, changed: Changed | None) -> str | None:
    """Return the first line's key: what people believed of the training comes first, then that it is put off."""
    believed = claimed.args.get("was_status")
    if believed == Status.CANCELLED:
        return "change.revived"
    if _postponed(training, claimed.args):
        return "change.postponed"
    if believed == Status.MOVED and not (changed and changed.time):
        return "change.kept"
    return _what(changed) if changed else None


def _postponed(training: Training, args: Mapping[str, str]) -> bool:
    """Tell whether the training is still put off without another date."""
    return training.details.status is Status.MOVED and args.get("postponed") == str(training.details.start)


def _what(changed: Changed) -> str:
    if changed.news:
        return "change.known"
    match changed.time, changed.place, changed.link:
        case True, False, False:
            return "change.time"
        case False, True, False:
            return "change.place"
        case False, False, True:
            return "change.link"
        case _:
            return "change.several"


def _time(words: Words, training: Training, args: Mapping[str, str], changed: Changed) -> tuple[Markup, ...]:
    now = dates.full(words, training)
    if _postponed(training, args):
        return words("change.until_now", was=now), words("change.new_date_unknown")
    if not changed.time:
        return (words("change.same_time", now=now),)
    if changed.news:
        return (words("change.new_time", now=now),)
    was = _was(args)
    details = training.details
    start = Wall.parse(was["start"]) if "start" in was else details.start
    end = (Wall.parse(was["end"]) if was["end"] else None) if "end" in was else details.end
    return words("change.was", was=dates.span(words, start, end, training.zone)), words("change.now", now=now)


def _place(words: Words, training: Training, args: Mapping[str, str], changed: Changed) -> tuple[Markup, ...]:
    now = facts.where(words, training)
    if not changed.place:
        return (words("change.same_place", now=now),) if facts.placed(training) else ()
    if changed.news:
        return (words("change.new_place", now=now),)
    place = training.details.place or Place()
    was = {"city": place.city or "", "place": place.name or "", "room": place.room or ""} | _was(args)
    before = facts.spot(words, Place(was["place"] or None, was["city"] or None, was["room"] or None))
    return words("change.was", was=before), words("change.now", now=now)


def _valid(words: Words, claimed: Claimed, training: Training) -> Markup | None:
    """Return what becomes of the person's place; what is kept for a while only says until when."""
    mine = claimed.registration
    until = dates.until(words, mine.until, training.zone) if mine and mine.until else None
    match standing(claimed):
        case State.SEATED:
            return words("change.valid")
        case State.HELD if mine and until:
            return words("change.held" if mine.seat else "change.held_queue", until=until)
        case State.OFFERED:
            return words("change.offered_until", until=until) if until else words("change.offered")
        case State.WAITING:
            return words("change.valid_queue")
        case None:
            return words("change.followed")
        case _:
            return None


def _answers(words: Words, claimed: Claimed, training: Training, changed: Changed) -> Rows:
    number = training.id
    details = does(words, "button.details", ShowCard(number))
    calendar = does(words, "button.calendar", SendCalendar(number))
    match standing(claimed):
        case State.SEATED if _postponed(training, claimed.args):
            return grid([does(words, "button.withdraw", Withdraw(number))], [details])
        case State.SEATED:
            link = training.details.online_url if changed.link else None
            return grid(
                [opens(words, "button.join", addresses.safe(link))],
                [does(words, "button.stay", Attend(number))],
                [does(words, "button.withdraw", Withdraw(number))],
                [details, None if brings_calendar(claimed) else calendar],
            )
        case State.WAITING:
            return grid([details, calendar], [does(words, "button.leave_queue", Withdraw(number))])
        case State.HELD:
            confirm = does(words, "button.confirm_hold", ConfirmHold(number))
            return grid([confirm], [does(words, "button.not_now", DeclineHold(number))], [details])
        case State.OFFERED:
            take = does(words, "button.take", TakeSeat(number))
            return grid([take], [does(words, "button.refuse", Withdraw(number))], [details])
        case None:
            return grid([details, calendar], [reminding(words, training, following=True)])
        case _:
            return grid([details, calendar])
