"""The sheet of an announcement: shown, put away, given up, taken back. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from domain.announced import Stage
from domain.desks.organisers import Denial
from domain.drafting import Gone, Incomplete, Overtaken, Sheet
from domain.scope import scope
from handlers.answering import refuse
from handlers.replies.announcing import publishing
from handlers.replies.announcing import sheet as replies
from handlers.replies.announcing import unfinished as waiting
from handlers.reply import Toast

if TYPE_CHECKING:
    from handlers.buttons import Discard, KeepSheet, ShowSheet, ShowUnfinished, TakeBack
    from handlers.context import Context
    from handlers.texts.markup import Markup

Outcome = Sheet | Incomplete | Overtaken | Gone | Denial


async def organises(context: Context) -> bool:
    """Tell whether announcements are this person's affair at all; every act is checked where it is done."""
    return bool(scope(await context.office.organisers.grants(context.official)))


async def show(context: Context, announcement_id: int, page: int = 1, said: Markup | None = None) -> None:
    """Show an announcement, in place of the message whose button was pressed or in one of its own."""
    tell(context, await context.office.drafts.sheet(context.official, announcement_id), page, said)


def tell(context: Context, outcome: Outcome, page: int = 1, said: Markup | None = None) -> None:
    """Show what became of an act on an announcement: the announcement as it is now, or why there is none."""
    match outcome:
        case Denial():
            refuse(context, outcome)
        case Gone():
            context.show(replies.gone(context.words))
        case Overtaken(sheet):
            context.show(replies.sheet(context.words, sheet, page, publishing.overtaken(context.words)))
        case Incomplete(sheet):
            context.show(replies.sheet(context.words, sheet, page, publishing.incomplete(context.words, sheet)))
        case Sheet():
            context.show(replies.sheet(context.words, outcome, page, said))
        case _:
            assert_never(outcome)


async def opened(context: Context, press: ShowSheet) -> None:
    """Show a page of an announcement; what the bot waited for, it waits for no longer."""
    await context.office.profile.answered(context.official)
    await show(context, press.announcement, press.page)


async def keep(context: Context, press: KeepSheet) -> None:
    """Tell that the drafts wait."""
    seen = await context.office.drafts.sheet(context.official, press.announcement)
    if isinstance(seen, Sheet) and seen.announcement.stage in {Stage.OPEN, Stage.SCHEDULED}:
        await context.office.profile.answered(context.official)
        context.show(replies.kept(context.words, seen))
    else:
        tell(context, seen)


async def discard(context: Context, press: Discard) -> None:
    """Give an announcement up."""
    await context.office.profile.answered(context.official)
    tell(context, await context.office.drafts.discard(context.official, press.announcement))


async def take_back(context: Context, press: TakeBack) -> None:
    """Go on with an announcement that was given up."""
    outcome = await context.office.drafts.take_back(context.official, press.announcement)
    if isinstance(outcome, Sheet):
        context.toast(Toast(context.words.plain("toast.taken_back")))
    tell(context, outcome)


async def unfinished(context: Context, press: ShowUnfinished) -> None:
    """Show the announcements that wait to be published."""
    if not await organises(context):
        refuse(context, Denial.NO_RIGHTS)
        return
    found = await context.office.drafts.unfinished(context.official)
    shown, page, pages = waiting.on_page(found, press.page)
    seen = [await context.office.drafts.sheet(context.official, each.id) for each in shown]
    sheets = [each for each in seen if isinstance(each, Sheet)]
    context.show(waiting.unfinished(context.words, sheets, page, pages))
