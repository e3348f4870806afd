"""Reading who did what: the trail of all that an organiser may see, and the history of one training."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.drafting import Trail
from handlers.buttons import ShowActs, ShowHistory
from handlers.changing.managing import refused
from handlers.replies.changing import trail as replies
from handlers.routing import number

if TYPE_CHECKING:
    from handlers.context import Context


async def command(context: Context, argument: str) -> None:
    """Answer /zmiany, with a training's number its history."""
    training = number(argument)
    if training is None:
        await show_acts(context, ShowActs())
    else:
        await show_history(context, ShowHistory(training))


async def show_acts(context: Context, press: ShowActs) -> None:
    """Show a page of what organisers did."""
    seen = await context.office.trail.newest(context.official, press.page)
    if isinstance(seen, Trail):
        context.show(replies.trail(context.words, seen))
    else:
        await refused(context, seen)


async def show_history(context: Context, press: ShowHistory) -> None:
    """Show a page of what was done with a training."""
    seen = await context.office.trail.of_training(context.official, press.training, press.page)
    if isinstance(seen, Trail) and seen.training:
        context.show(replies.history(context.words, seen.training, seen))
    elif not isinstance(seen, Trail):
        await refused(context, seen)
