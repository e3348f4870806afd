"""What will go out in the days to come, by day, and the hours and kinds of it. Never imports telegram."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final, assert_never

from domain.broadcast import Phase
from domain.dates import local
from domain.forecast import DAYS, Appearing, Coming, Publication, Under
from handlers.buttons import ShowBroadcast, ShowChats, ShowComing, ShowForecast, ShowSheet
from handlers.replies import facts
from handlers.replies.audiences import who
from handlers.replies.explaining import quoted
from handlers.replies.reminded import capital
from handlers.replies.rows import does, grid, numbers, to_menu
from handlers.reply import Reply
from handlers.texts import dates
from handlers.texts.markup import Markup, escape, lines, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

    from domain.forecast import Entry, Forecast
    from handlers.buttons import Press
    from handlers.reply import Button
    from handlers.texts import Words

A_TITLE: Final = 50
A_QUOTE: Final = 30


def forecast(words: Words, seen: Forecast) -> Reply:
    """Return a page of what will go out, by day, a number button each."""
    numbered = list(enumerate(seen.entries, 1))
    return Reply(
        paragraphs(
            words("forecast.head", days=DAYS),
            *_days(words, seen),
            words("forecast.how" if numbered else "forecast.none"),
        ),
        (
            *numbers([(number, _press(each)) for number, each in numbered]),
            *grid(_turning(words, seen), [to_menu(words)]),
        ),
    )


def _days(words: Words, seen: Forecast) -> Iterator[Markup]:
    numbered = enumerate(seen.entries, 1)
    for day, entries in groupby(numbered, key=lambda each: _day(each[1])):
        rows = [_row(words, number, each) for number, each in entries]
        zone = _zone(seen.entries[0])
        yield lines(words("forecast.day", day=capital(dates.on_day(words, day, dates.today(words, zone)))), *rows)


def _day(entry: Entry) -> date:
    return local(entry.goes_at, _zone(entry)).date()


def _zone(entry: Entry) -> ZoneInfo:
    match entry:
        case Coming():
            return entry.programme.zone
        case Publication():
            return entry.announcement.programme.zone
        case Under():
            return entry.progress.broadcast.programme.zone
        case Appearing():
            return entry.training.zone
        case _:
            assert_never(entry)


def _row(words: Words, number: int, entry: Entry) -> Markup:
    match entry:
        case Coming():
            people = words.plural("broadcast.people", entry.people)
            return words(
                "forecast.row", number=number, hour=_hour(words, entry), what=what(words, entry), people=people
            )
        case Publication():
            title = escape(entry.title, A_TITLE)
            told = words.plural("broadcast.people", entry.people) if entry.people else words("forecast.silently")
            kind = words.plural("forecast.publication", entry.drafts)
            called = words("forecast.what", kind=kind, title=title)
            return words("forecast.row", number=number, hour=_clock(entry), what=called, people=told)
        case Under():
            left = words.plural("broadcast.people", entry.progress.totals.left)
            broadcast = entry.progress.broadcast
            text = quoted(words, broadcast.text or "–", A_QUOTE)
            called = words("forecast.message", text=text, who=who(words, broadcast))
            return words("forecast.row", number=number, hour=_under(words, entry), what=called, people=left)
        case Appearing():
            title = facts.title(entry.training, A_TITLE)
            called = words("forecast.what", kind=words("forecast.post"), title=title)
            chats = words.plural("forecast.chats", entry.chats)
            return words("forecast.row", number=number, hour=_clock(entry), what=called, people=chats)
        case _:
            assert_never(entry)


def _hour(words: Words, coming: Coming) -> Markup:
    if coming.which.held:
        return words("forecast.held")
    hour = _clock(coming)
    return hour if coming.first == coming.last else words("forecast.since", hour=hour)


def _under(words: Words, under: Under) -> Markup:
    if under.progress.broadcast.phase is Phase.PAUSED:
        return words("forecast.held")
    return _clock(under)


def _clock(entry: Entry) -> Markup:
    return dates.clock(local(entry.goes_at, _zone(entry)).time())


def what(words: Words, coming: Coming) -> Markup:
    """Return what a group is about: „przypomnienie w przeddzień: Prawo opcji”."""
    title = facts.title(coming.about[0].training, A_TITLE)
    more = len(coming.about) - 1
    named = words("forecast.what", kind=words(f"forecast.kind.{coming.which.kind}"), title=title)
    return words("forecast.and_more", what=named, n=more) if more else named


def _press(entry: Entry) -> Press:
    match entry:
        case Coming(which=which):
            return ShowComing(which.kind, which.number, which.minute, which.held)
        case Publication(announcement=announcement):
            return ShowSheet(announcement.id)
        case Under(progress=progress):
            return ShowBroadcast(progress.broadcast.id)
        case Appearing():
            return ShowChats()
        case _:
            assert_never(entry)


def _turning(words: Words, seen: Forecast) -> list[Button | None]:
    return [
        does(words, "forecast.button.earlier", ShowForecast(seen.page - 1)) if seen.page > 1 else None,
        does(words, "forecast.button.later", ShowForecast(seen.page + 1)) if seen.page < seen.pages else None,
    ]
