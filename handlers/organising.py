"""Organisers: one-time invitations, who organises, taking a role away."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from domain.desks.organisers import Denial
from domain.official import Grant, Official, clean_name
from domain.scope import scope
from handlers import profile
from handlers.replies import organisers as replies
from handlers.reply import Toast

if TYPE_CHECKING:
    from handlers.buttons import AcceptInvitation, ConfirmRevoke, Invite, Revoke
    from handlers.context import Context

TOKEN_BYTES = 16


async def open_invitation(context: Context, token: str) -> None:
    """Show what an invitation gives; a forged, used or expired one is answered alike."""
    invitation = await context.office.organisers.invitation(token)
    if invitation is None:
        context.reply(replies.invalid_invitation(context.words))
        return
    programme = await _programme(context, invitation.programme_id)
    controller = context.service.controller.name if context.official.notice_version is None else ""
    context.reply(replies.invitation(context.words, invitation.role, programme, token, controller=controller))


async def accept(context: Context, press: AcceptInvitation) -> None:
    """Take the role that an invitation gives, once."""
    invitation = await context.office.organisers.accept(context.official, press.token)
    if invitation is None:
        context.show(replies.invalid_invitation(context.words))
        return
    name = clean_name(context.exchange.display_name)
    if context.official.name is None and name and context.office.rules.controller_named:
        context.official = await context.office.profile.name(context.official, name)
    context.show(replies.welcome(context.words, invitation.role))
    await _offer_commands(context, context.official)


async def command(context: Context, _: str) -> None:
    """Answer /organizatorzy."""
    await show(context)


async def show(context: Context, _: Any = None) -> None:  # noqa: ANN401 - the press says nothing more
    """Show who organises, to an organiser."""
    everyone = await context.office.organisers.everyone(context.official)
    if isinstance(everyone, Denial):
        _refuse(context, everyone)
        return
    programmes = await context.office.information.programmes()
    grants = await context.office.organisers.grants(context.official)
    context.show(replies.organisers(context.words, everyone, programmes, grants))


async def invite(context: Context, press: Invite) -> None:
    """Make a one-time link that gives a role."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    denial = await context.office.organisers.invite(context.official, press.role, press.programme or None, token)
    if denial:
        _refuse(context, denial)
        return
    programme = await _programme(context, press.programme or None)
    context.reply(replies.invited(context.words, f"{context.service.chat}?start=i{token}", press.role, programme))


async def ask_revoke(context: Context, press: Revoke) -> None:
    """Ask before a role is taken away."""
    everyone = await context.office.organisers.everyone(context.official)
    if isinstance(everyone, Denial):
        _refuse(context, everyone)
        return
    person = next((official for _, official in everyone if official.id == press.official), None)
    context.show(replies.ask_revoke(context.words, _grant(press), person))


async def revoke(context: Context, press: ConfirmRevoke) -> None:
    """Take a role away at once."""
    denial = await context.office.organisers.revoke(context.official, _grant(press))
    if denial:
        _refuse(context, denial)
    else:
        await show(context)
        await _offer_commands(context, Official(press.official))


async def _offer_commands(context: Context, official: Official) -> None:
    """Offer a person the commands that their roles are good for."""
    covers = bool(scope(await context.office.organisers.grants(official)))
    offered = profile.organisers(context.words, official.id) if covers else profile.everybody(official.id)
    context.exchange.said.append(offered)


def _grant(press: Revoke | ConfirmRevoke) -> Grant:
    return Grant(press.official, press.role, press.programme or None)


def _refuse(context: Context, denial: Denial) -> None:
    if context.exchange.pressed is not None:
        context.toast(Toast(context.words.plain(f"toast.{denial}"), alert=True))
    else:
        context.reply(replies.denied(context.words, denial))


async def _programme(context: Context, programme_id: int | None) -> str | None:
    programmes = await context.office.information.programmes()
    return next((each.name for each in programmes if each.id == programme_id), None)
