"""Presses about who organises. Never imports telegram."""

from __future__ import annotations

from dataclasses import dataclass

from domain.official import Role
from handlers.buttons.kinds import AboutRole, Number, Plain, Token


@dataclass(frozen=True, slots=True)
class AcceptInvitation(Plain):
    """The role that an invitation gives is accepted."""

    code = "n"

    token: Token


class ShowOrganisers(Plain):
    """Who organises, and inviting others."""

    code = "o"


@dataclass(frozen=True, slots=True)
class Invite(Plain):
    """A one-time link that gives a role."""

    code = "oi"

    role: Role
    programme: Number = 0


class Revoke(AboutRole):
    """Taking a role away, not confirmed yet."""

    code = "or"


class ConfirmRevoke(AboutRole):
    """Taking a role away."""

    code = "oc"


Organising = AcceptInvitation | ShowOrganisers | Invite | Revoke | ConfirmRevoke
