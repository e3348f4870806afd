"""Managing: what an organiser can do with a published training. Every right is checked where the act is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from domain.desks.organisers import Denial
from domain.desks.profile import INSTITUTION, NAME
from domain.drafting import Gone, Managed
from handlers import finding
from handlers.answering import refuse
from handlers.replies.announcing.sheet import gone
from handlers.replies.changing import managed as replies
from handlers.reply import Toast

if TYPE_CHECKING:
    from handlers.buttons import Manage
    from handlers.context import Context
    from handlers.texts.markup import Markup

REASON: Final = "call_off"
DAYS: Final = "series"
STEP: Final = "step"
"""What is waited for: why a training is called off, on which days it is repeated, the answer to a step of the form."""


async def show(context: Context, press: Manage) -> None:
    """Show what can be done with a training."""
    await open_training(context, press.training)


async def open_training(context: Context, training_id: int, *, lead: Markup | None = None) -> None:
    """Show what can be done with a training, under a ``lead`` line if there is one."""
    await stop_waiting(context)
    seen = await context.office.trainings.managed(context.official, training_id)
    if isinstance(seen, Managed):
        context.show(replies.managed(context.words, seen).led_by(lead))
    else:
        await refused(context, seen)


async def refused(context: Context, outcome: Gone | Denial) -> None:
    """Tell that an act is for organisers, or that there is no such training."""
    if isinstance(outcome, Denial):
        await stop_waiting(context)
        refuse(context, outcome)
    else:
        await finding.missing(context)


def over(context: Context) -> None:
    """Tell that what was to be changed was published or given up; the message of a button is left as it is."""
    if context.exchange.pressed is None:
        context.reply(gone(context.words))
    else:
        context.toast(Toast(context.words.plain("toast.edit_gone")))


async def stop_waiting(context: Context) -> None:
    """Wait no longer for what an organiser was to write; a name for a list is still waited for."""
    prompt = await context.office.profile.awaited(context.official)
    if prompt and prompt.awaits not in {NAME, INSTITUTION}:
        await context.office.profile.answered(context.official)
