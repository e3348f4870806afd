"""Phrases that mean the same: organisers list, add and remove them. Never imports storage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.desks.organisers import Denial
from handlers.answering import refuse
from handlers.buttons import ShowSynonyms
from handlers.replies import synonyms as replies

if TYPE_CHECKING:
    from handlers.buttons import DropSynonym
    from handlers.context import Context


async def command(context: Context, argument: str) -> None:
    """Answer /synonimy: with ``cuw = centrum usług wspólnych`` add a group, without one show them."""
    if not argument:
        await show(context, ShowSynonyms())
        return
    outcome = await context.office.knowledge.equate(context.official, argument)
    if isinstance(outcome, Denial):
        refuse(context, outcome)
    else:
        context.reply(replies.equating(context.words, outcome))


async def show(context: Context, press: ShowSynonyms) -> None:
    """Show a page of them."""
    groups = await context.office.knowledge.synonyms(context.official)
    if isinstance(groups, Denial):
        refuse(context, groups)
    else:
        context.show(replies.synonyms(context.words, groups, press.page))


async def drop(context: Context, press: DropSynonym) -> None:
    """Remove a group and show those that are left."""
    outcome = await context.office.knowledge.part(context.official, press.synonym)
    if isinstance(outcome, Denial):
        refuse(context, outcome)
    else:
        await show(context, ShowSynonyms())
