"""Deliveries: what became of everything said about a training, for its organisers. Never imports storage.

Nothing is decided here: every right is checked where the data is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.deliveries import Deliveries, UnheardPage
from handlers.changing.managing import refused
from handlers.replies import deliveries as replies

if TYPE_CHECKING:
    from handlers.buttons import ShowDeliveries, ShowUnheard
    from handlers.context import Context


async def show(context: Context, press: ShowDeliveries) -> None:
    """Show a page of what became of everything said about a training."""
    seen = await context.office.deliveries.picture(context.official, press.training)
    if isinstance(seen, Deliveries):
        context.show(replies.picture(context.words, seen, press.page))
    else:
        await refused(context, seen)


async def show_unheard(context: Context, press: ShowUnheard) -> None:
    """Show a page of those to telephone."""
    seen = await context.office.deliveries.unheard(context.official, press.training, press.page, replies.PEOPLE_A_PAGE)
    if isinstance(seen, UnheardPage):
        context.show(replies.unheard(context.words, seen))
    else:
        await refused(context, seen)
