"""The forecast: an organiser sees what will go out, holds it, lets it go, moves it, sends it now.

Nothing is decided here: every right is checked where the act is done. Never imports storage.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, assert_never

from domain import calendar, dates, stating
from domain.dates import EPOCH
from domain.desks.organisers import Denial
from domain.drafting import Gone
from domain.forecast import MINUTE, Arranged, Coming, Forecast, Unarranged, Which
from domain.notice import Kind
from domain.stating import Unclear
from domain.wall import Wall
from handlers.announcing import unanswered
from handlers.answering import refuse
from handlers.buttons import ShowForecast
from handlers.replies import coming as replies
from handlers.replies.forecast import forecast
from handlers.texts.dates import brief_day

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from domain.forecast import Arranging
    from domain.ports import Prompt
    from handlers.buttons import (
        AskHasten,
        AskMove,
        HastenComing,
        HoldComing,
        LetComingGo,
        MoveComing,
        ShowComing,
        ShowWording,
    )
    from handlers.context import Context

HOUR: Final = "coming_hour"
LATER: Final = (timedelta(days=1), timedelta(days=7))
"""Likely moves, beside the working day before: a day later, a week later, each at the same hour."""


async def command(context: Context, _: str) -> None:
    """Answer /prognoza."""
    await show(context, ShowForecast())


async def show(context: Context, press: ShowForecast) -> None:
    """Show a page of what will go out; an hour is waited for no longer."""
    seen = await context.office.forecast.ahead(context.official, press.page)
    if isinstance(seen, Forecast):
        await _wait_no_longer(context)
        context.show(forecast(context.words, seen))
    else:
        refuse(context, seen)


async def opened(context: Context, press: ShowComing) -> None:
    """Show a group; an hour is waited for no longer."""
    await _wait_no_longer(context)
    if seen := await _seen(context, press.which):
        context.show(replies.coming(context.words, seen, context.office.rules.rate))


async def show_wording(context: Context, press: ShowWording) -> None:
    """Show what a group will say."""
    if seen := await _seen(context, press.which):
        context.show(replies.wording(context.words, seen, context.service))


async def hold(context: Context, press: HoldComing) -> None:
    """Hold a group."""
    _tell(context, await context.office.forecast.hold(context.official, press.which))


async def let_go(context: Context, press: LetComingGo) -> None:
    """Hold a group no longer."""
    _tell(context, await context.office.forecast.let_go(context.official, press.which))


async def ask_hasten(context: Context, press: AskHasten) -> None:
    """Ask before a group is sent now."""
    if seen := await _seen(context, press.which):
        context.show(replies.ask_hasten(context.words, seen))


async def hasten(context: Context, press: HastenComing) -> None:
    """Send a group now."""
    _tell(context, await context.office.forecast.hasten(context.official, press.which, press.people))


async def ask_move(context: Context, press: AskMove) -> None:
    """Wait for the hour to which a group is moved."""
    if seen := await _seen(context, press.which):
        which = seen.which
        data = f"{which.kind} {which.number} {which.minute} {int(which.held)}"
        await context.office.profile.ask(context.official, HOUR, None, data)
        context.show(replies.ask_hour(context.words, seen, _hours(context, seen)))


async def move(context: Context, press: MoveComing) -> None:
    """Move a group to the hour of a button."""
    await _move(context, press.which, EPOCH + press.to * MINUTE)


async def hour_answered(context: Context, prompt: Prompt, text: str) -> None:
    """Take a typed hour to which a group is moved."""
    kind, number, minute, held = prompt.data.split()
    which = Which(Kind(kind), int(number), int(minute), held == "1")
    seen = await _seen(context, which)
    if seen is None:
        await _wait_no_longer(context)
        return
    at = stating.moment(text, context.office.now, seen.programme.zone)
    if isinstance(at, Unclear):
        asked = replies.ask_hour(context.words, seen, _hours(context, seen), at)
        await unanswered.refuse(context, text, asked)
    else:
        await _move(context, which, at)


async def _move(context: Context, which: Which, at: datetime) -> None:
    await _wait_no_longer(context)
    _tell(context, await context.office.forecast.move(context.official, which, at))


def _hours(context: Context, seen: Coming) -> list[replies.Hour]:
    zone, now = seen.programme.zone, context.office.now
    local = dates.local(seen.which.due, zone)
    days = [calendar.last_working_day_before(local.date()), *((local + shift).date() for shift in LATER)]
    moved = [dates.instant(day, local.time(), zone) for day in days if calendar.is_working(day)]
    return [replies.Hour(_label(context, at, zone), at) for at in moved if now < at < seen.useful_until]


def _label(context: Context, at: datetime, zone: ZoneInfo) -> str:
    local = dates.local(at, zone)
    return brief_day(context.words, Wall(local.date(), local.time()))


async def _seen(context: Context, which: Which) -> Coming | None:
    """Return a group, or tell why there is none."""
    seen = await context.office.forecast.look(context.official, which)
    if isinstance(seen, Coming):
        return seen
    _tell(context, seen)
    return None


def _tell(context: Context, outcome: Arranging | Gone | Denial) -> None:
    words, rate = context.words, context.office.rules.rate
    match outcome:
        case Arranged():
            context.show(replies.arranged(words, outcome, rate))
        case Unarranged():
            context.show(replies.unarranged(words, outcome, rate))
        case Gone():
            context.show(replies.gone(words))
        case Denial():
            refuse(context, outcome)
        case _:
            assert_never(outcome)


async def _wait_no_longer(context: Context) -> None:
    prompt = await context.office.profile.awaited(context.official)
    if prompt and prompt.awaits == HOUR:
        await context.office.profile.answered(context.official)
