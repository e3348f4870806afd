"""Publishing an announcement: now or at an hour, and what became of it. Never imports storage."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from domain import dates, stating
from domain.announced import Stage
from domain.drafting import Prospect, Published, Sheet
from domain.stating import Unclear
from handlers.announcing import sheet, unanswered
from handlers.announcing.waiting import HOUR
from handlers.replies.announcing import publishing as replies
from handlers.reply import Toast
from handlers.texts.dates import moment

if TYPE_CHECKING:
    from domain.ports import Prompt
    from handlers.buttons import ChooseHour, Publish, Schedule, ShowPublish, Unschedule
    from handlers.context import Context

MORNING: Final = time(8)
A_WEEK: Final = 7


async def show(context: Context, press: ShowPublish) -> None:
    """Show what publishing would do."""
    await context.office.profile.answered(context.official)
    seen = await context.office.drafts.sheet(context.official, press.announcement)
    if not isinstance(seen, Sheet) or not seen.open or not seen.drafts:
        sheet.tell(context, seen)
    elif seen.incomplete:
        sheet.tell(context, seen, said=replies.incomplete(context.words, seen))
    elif seen.outdated:
        sheet.tell(context, seen, said=replies.overtaken(context.words))
    else:
        coming = await context.office.drafts.prospect(context.official, press.announcement)
        if isinstance(coming, Prospect):
            context.show(replies.prospect(context.words, coming))
        else:
            sheet.tell(context, coming)


async def publish(context: Context, press: Publish) -> None:
    """Publish it as it was seen."""
    outcome = await context.office.drafts.publish(
        context.official, press.announcement, press.version, silent=press.silent
    )
    if isinstance(outcome, Published):
        context.show(replies.published(context.words, outcome, context.service))
        if links := replies.links(context.words, outcome, context.service):
            context.reply(links)
    elif not await _published_already(context, press.announcement):
        sheet.tell(context, outcome)


async def _published_already(context: Context, announcement_id: int) -> bool:
    """Flash that it is public, so that a second tap leaves the links of the first in the chat."""
    seen = await context.office.drafts.sheet(context.official, announcement_id)
    done = isinstance(seen, Sheet) and seen.announcement.stage is Stage.PUBLISHED
    if done:
        context.toast(Toast(context.words.plain("toast.published_already")))
    return done


async def choose_hour(context: Context, press: ChooseHour) -> None:
    """Wait for the hour at which to publish."""
    await _ask_hour(context, press.announcement, press.version)


async def _ask_hour(context: Context, announcement_id: int, version: int, unclear: Unclear | None = None) -> None:
    seen = await context.office.drafts.sheet(context.official, announcement_id)
    if not isinstance(seen, Sheet) or not seen.open:
        sheet.tell(context, seen)
        return
    await context.office.profile.ask(context.official, HOUR, None, f"{announcement_id} {version}")
    context.show(replies.choose_hour(context.words, announcement_id, version, _hours(context, seen), unclear))


def _hours(context: Context, seen: Sheet) -> list[replies.Hour]:
    """Return the likely hours: the next morning, and that of Monday unless it is the same or a week away."""
    zone = seen.announcement.programme.zone
    now = dates.local(context.office.now, zone)
    morning = now.date() + timedelta(days=int(now.time() >= MORNING))
    ahead = -morning.weekday() % A_WEEK
    days = [morning, morning + timedelta(days=ahead)] if ahead and ahead < A_WEEK - 1 else [morning]
    instants = [dates.instant(day, MORNING, zone) for day in days]
    return [replies.Hour(moment(context.words, each, zone), each) for each in instants]


async def hour_answered(context: Context, prompt: Prompt, text: str) -> None:
    """Take a typed hour at which to publish."""
    announcement_id, version = map(int, prompt.data.split())
    seen = await context.office.drafts.sheet(context.official, announcement_id)
    if not isinstance(seen, Sheet) or not seen.open:
        await context.office.profile.answered(context.official)
        sheet.tell(context, seen)
        return
    at = stating.moment(text, context.office.now, seen.announcement.programme.zone)
    if isinstance(at, Unclear):
        hours = _hours(context, seen)
        await unanswered.refuse(context, text, replies.choose_hour(context.words, announcement_id, version, hours, at))
    else:
        await _schedule(context, announcement_id, version, at)


async def schedule(context: Context, press: Schedule) -> None:
    """Publish it at the hour of a button."""
    try:
        at = datetime.fromtimestamp(press.minute * 60, UTC)
    except (ValueError, OverflowError, OSError):
        at = context.office.now
    if not context.office.now < at <= context.office.now + timedelta(days=366):
        await _ask_hour(context, press.announcement, press.version, Unclear(stating.Misfit.PAST))
    else:
        await _schedule(context, press.announcement, press.version, at)


async def _schedule(context: Context, announcement_id: int, version: int, at: datetime) -> None:
    await context.office.profile.answered(context.official)
    sheet.tell(
        context,
        await context.office.drafts.schedule(context.official, announcement_id, version, at, silent=False),
    )


async def unschedule(context: Context, press: Unschedule) -> None:
    """Publish it at no hour any more."""
    sheet.tell(context, await context.office.drafts.unschedule(context.official, press.announcement))
