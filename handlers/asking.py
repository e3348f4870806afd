"""Asking: the name and the institution. What is waited for is a row with an expiry, so a restart strands nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.desks.profile import INSTITUTION, NAME
from handlers.replies import profile as replies

if TYPE_CHECKING:
    from handlers.context import Context


async def ask_name(context: Context, training_id: int) -> None:
    """Wait for a first name and surname."""
    await context.office.profile.ask(context.official, NAME, training_id or None)
    context.show(replies.ask_name(context.words, context.exchange.display_name, training_id))


async def offer_institution(context: Context) -> None:
    """Ask for the institution after a first sign-up; it may be skipped."""
    await wait_for_institution(context, 0)
    suggested = await context.office.profile.suggest("")
    context.reply(replies.ask_institution(context.words, suggested, 0, required=False))


async def require_institution(context: Context, training_id: int) -> None:
    """Ask for the institution before a sign-up that depends on it."""
    await wait_for_institution(context, training_id)
    suggested = await context.office.profile.suggest("")
    context.show(replies.ask_institution(context.words, suggested, training_id, required=True))


async def wait_for_institution(context: Context, training_id: int) -> None:
    """Take the next typed text as an institution."""
    await context.office.profile.ask(context.official, INSTITUTION, training_id or None)
