"""The commands that change and call off: with a training's number at once, without one after a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.desks.organisers import Denial
from handlers.answering import refuse
from handlers.buttons import AskCallOff, EditTraining
from handlers.changing import calling, editing
from handlers.replies.changing.managed import choose
from handlers.routing import number

if TYPE_CHECKING:
    from handlers.context import Context


async def edit(context: Context, argument: str) -> None:
    """Answer /zmien."""
    training = number(argument)
    if training is None:
        await _choose(context, EditTraining, "edit")
    else:
        await editing.begin(context, training)


async def call_off(context: Context, argument: str) -> None:
    """Answer /odwolaj."""
    training = number(argument)
    if training is None:
        await _choose(context, AskCallOff, "call_off", cancelled=False)
    else:
        await calling.begin(context, training)


async def _choose(
    context: Context, press: type[EditTraining | AskCallOff], act: str, *, cancelled: bool = True
) -> None:
    """Show the upcoming trainings of the person's programmes to choose one, ``cancelled`` ones too or not."""
    programmes = {each.id for each in await context.office.drafts.programmes(context.official)}
    if not programmes:
        refuse(context, Denial.NO_RIGHTS)
        return
    upcoming = await context.office.information.upcoming()
    own = [each.training for each in upcoming if each.training.programme.id in programmes]
    shown = [each for each in own if cancelled or not each.cancelled]
    context.reply(choose(context.words, shown, press, act))
