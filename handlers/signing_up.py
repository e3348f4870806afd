"""Signing up, waiting, withdrawing, following: each a tap or a command, each answered with what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from domain import outcome
from domain.official import clean_name
from handlers import asking, finding
from handlers.replies import listing, signup
from handlers.routing import number

if TYPE_CHECKING:
    from handlers.buttons import (
        Attend,
        ConfirmHold,
        DeclineHold,
        Follow,
        JoinQueue,
        SignUp,
        TakeSeat,
        Undo,
        Unfollow,
        Withdraw,
    )
    from handlers.context import Context
    from handlers.reply import Reply


async def sign_up_command(context: Context, argument: str) -> None:
    """Answer /zapisz: with a training's number sign up, without one show what is open."""
    training = number(argument)
    if training is None:
        context.reply(listing.open_for_signup(context.words, await context.office.information.upcoming()))
    else:
        await _sign_up(context, training)


async def withdraw_command(context: Context, argument: str) -> None:
    """Answer /wypisz: with a training's number withdraw, without one show one's places."""
    training = number(argument)
    if training is None:
        context.reply(listing.withdrawable(context.words, await context.office.information.places(context.official)))
    else:
        await _withdraw(context, training)


async def sign_up(context: Context, press: SignUp) -> None:
    """Ask for a seat."""
    await _sign_up(context, press.training, despite_overlap=press.despite_overlap)


async def join_queue(context: Context, press: JoinQueue) -> None:
    """Ask for a seat or a place in the queue."""
    await _sign_up(context, press.training, waits=True, despite_overlap=press.despite_overlap)


async def go_on(context: Context, training_id: int) -> None:
    """Sign up after the institution that was needed for it is known."""
    await _sign_up(context, training_id)


async def _sign_up(context: Context, training_id: int, *, waits: bool = False, despite_overlap: bool = False) -> None:
    became = await context.office.registration.sign_up(
        context.official, training_id, waits=waits, despite_overlap=despite_overlap
    )
    match became:
        case None:
            await finding.missing(context)
        case outcome.NeedsInstitution():
            await asking.require_institution(context, training_id)
        case outcome.Held() if clean_name(context.exchange.display_name) is None:
            await asking.wait_for_name(context, training_id)
            await _answer(context, became)
        case _:
            await _answer(context, became, joining=waits)


async def confirm_hold(context: Context, press: ConfirmHold) -> None:
    """Confirm the first sign-up under the name that Telegram shows."""
    name = context.official.name or clean_name(context.exchange.display_name)
    if name is None:
        await asking.ask_name(context, press.training)
    else:
        await confirm_as(context, press.training, name)


async def confirm_as(context: Context, training_id: int, name: str) -> None:
    """Turn the hold into a place, store the name unless that was refused, and ask for the institution once."""
    await context.office.profile.answered(context.official)
    became = await context.office.registration.confirm(replace(context.official, name=name), training_id)
    if became is None:
        await finding.missing(context)
        return
    if context.official.name != name and not isinstance(became, outcome.Refusal):
        context.official = await context.office.profile.name(context.official, name)
    await _answer(context, became)
    new = isinstance(became, outcome.Seated | outcome.Waiting) and not became.again
    if new and context.official.institution is None:
        await asking.offer_institution(context)


async def take_seat(context: Context, press: TakeSeat) -> None:
    """Take an offered or open seat."""
    became = await context.office.registration.take(context.official, press.training)
    await _tell(context, became, signup.acceptance(context.words, became) if became else None)


async def decline_hold(context: Context, press: DeclineHold) -> None:
    """Give a hold back, and wait for no name any more."""
    await context.office.profile.answered(context.official)
    await _withdraw(context, press.training)


async def withdraw(context: Context, press: Withdraw) -> None:
    """Give a place up."""
    await _withdraw(context, press.training)


async def _withdraw(context: Context, training_id: int) -> None:
    became = await context.office.registration.withdraw(context.official, training_id)
    await _tell(context, became, signup.withdrawal(context.words, became) if became else None)


async def undo(context: Context, press: Undo) -> None:
    """Take a withdrawal back."""
    became = await context.office.registration.undo(context.official, press.training)
    await _tell(context, became, signup.returned(context.words, became) if became else None)


async def attend(context: Context, press: Attend) -> None:
    """Promise to come."""
    became = await context.office.registration.attend(context.official, press.training)
    await _tell(context, became, signup.attending(context.words, became) if became else None)


async def follow(context: Context, press: Follow) -> None:
    """Ask to be reminded of a training signed up for elsewhere."""
    became = await context.office.registration.follow(context.official, press.training)
    match became:
        case None:
            await finding.missing(context)
        case outcome.Followed(training, new):
            context.show(signup.followed(context.words, training, new=new))
        case _:
            await _answer(context, became)


async def unfollow(context: Context, press: Unfollow) -> None:
    """Ask not to be reminded any more."""
    await context.office.registration.unfollow(context.official, press.training)
    stored = await context.office.information.training(press.training)
    if stored is None:
        await finding.missing(context)
    else:
        context.show(signup.unfollowed(context.words, stored.training))


async def _answer(context: Context, became: outcome.Signup, *, joining: bool = False) -> None:
    context.toast(signup.toast(context.words, became))
    context.show(
        signup.signup(
            context.words, became, context.service, context.official, context.exchange.display_name, joining=joining
        )
    )


async def _tell(
    context: Context,
    became: outcome.Acceptance | outcome.Withdrawal | outcome.Return | outcome.Confirmed | None,
    reply: Reply | None,
) -> None:
    if became is None or reply is None:
        await finding.missing(context)
    else:
        context.toast(signup.toast(context.words, became))
        context.show(reply)
