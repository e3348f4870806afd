"""Asking: the name and the institution. What is waited for is a row with an expiry, so a restart strands nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.desks.profile import INSTITUTION, NAME
from handlers.replies import profile as replies

if TYPE_CHECKING:
    from handlers.context import Context
    from handlers.reply import Reply


async def ask_name(context: Context, training_id: int) -> None:
    """Wait for a first name and surname."""
    await wait_for_name(context, training_id)
    unseen = None if context.official.notice_version else context.service
    context.show(replies.ask_name(context.words, context.exchange.display_name, training_id, service=unseen))


async def wait_for_name(context: Context, training_id: int) -> None:
    """Take the next typed text as a name."""
    await context.office.profile.ask(context.official, NAME, training_id or None)


async def offer_institution(context: Context) -> None:
    """Ask for the institution after a first sign-up; it may be skipped."""
    context.reply(await institution_question(context, 0, required=False))


async def require_institution(context: Context, training_id: int) -> None:
    """Ask for the institution before a sign-up that depends on it; the clause comes before the first datum."""
    context.show(await institution_question(context, training_id, required=True))


async def institution_question(context: Context, training_id: int, *, required: bool) -> Reply:
    """Wait for an institution and return the question for it."""
    await wait_for_institution(context, training_id)
    suggested = await context.office.profile.suggest("")
    unseen = context.service if required and context.official.notice_version is None else None
    return replies.ask_institution(context.words, suggested, training_id, required=required, service=unseen)


async def wait_for_institution(context: Context, training_id: int) -> None:
    """Take the next typed text as an institution."""
    await context.office.profile.ask(context.official, INSTITUTION, training_id or None)
