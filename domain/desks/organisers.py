"""The organisers' desk: one-time invitations and roles; deny by default, checked in the transaction of the act."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.announced import Act, Deed
from domain.official import Grant, Role
from domain.ports import Invitation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.official import Official
    from domain.ports import Transaction

VALID_FOR = timedelta(days=7)


class Denial(StrEnum):
    """Why an organiser's act was refused."""

    NO_RIGHTS = "no_rights"
    LAST_ADMINISTRATOR = "last_administrator"


def digest(token: str) -> str:
    """Return the hash under which a one-time token is kept."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class OrganisersDesk:
    """Gives and takes roles; ``acting`` is the person who asks."""

    transaction: Transaction
    now: datetime

    async def may_invite(self, acting: Official, grant: Grant) -> bool:
        """Tell whether a person may give this role: administrators any, coordinators trainers of their programme."""
        for held in await self.transaction.organisers.grants(acting.id):
            if held.role is Role.ADMINISTRATOR:
                return True
            if held.role is Role.COORDINATOR and grant.role is Role.TRAINER and held.programme_id == grant.programme_id:
                return True
        return False

    async def grants(self, official: Official) -> Sequence[Grant]:
        """Return the roles a person holds."""
        return await self.transaction.organisers.grants(official.id)

    async def invite(self, acting: Official, role: Role, programme_id: int | None, token: str) -> Denial | None:
        """Keep an invitation for a token made by the caller (at least 128 random bits), valid for a week."""
        scope = None if role is Role.ADMINISTRATOR else programme_id
        known = {programme.id for programme in await self.transaction.trainings.programmes()}
        if scope is not None and scope not in known:
            return Denial.NO_RIGHTS
        if not await self.may_invite(acting, Grant(0, role, scope)):
            return Denial.NO_RIGHTS
        invitation = Invitation(digest(token), role, self.now + VALID_FOR, scope, acting.id)
        await self.transaction.organisers.invite(invitation)
        await self._note(Deed.INVITED, acting, role, scope)
        return None

    async def invite_first(self, token: str) -> bool:
        """Keep an invitation for the first administrator; ``False`` when there is an administrator already."""
        if await self.administrators():
            return False
        await self.transaction.organisers.invite(Invitation(digest(token), Role.ADMINISTRATOR, self.now + VALID_FOR))
        return True

    async def invitation(self, token: str) -> Invitation | None:
        """Return what a token would give, or ``None`` for a forged, used or expired one alike."""
        return await self.transaction.organisers.invitation(digest(token), self.now)

    async def accept(self, official: Official, token: str) -> Invitation | None:
        """Use a token up and give its role to this person."""
        await self.transaction.organisers.lock()
        invitation = await self.transaction.organisers.redeem(digest(token), official.id, self.now)
        if invitation:
            await self.transaction.organisers.grant(Grant(official.id, invitation.role, invitation.programme_id))
            await self._note(Deed.ACCEPTED, official, invitation.role, invitation.programme_id)
        return invitation

    async def everyone(self, acting: Official) -> Sequence[tuple[Grant, Official]] | Denial:
        """Return all organisers, for an organiser to read."""
        if not await self.transaction.organisers.grants(acting.id):
            return Denial.NO_RIGHTS
        return await self.transaction.organisers.everyone()

    async def administrators(self) -> Sequence[Official]:
        """Return all administrators."""
        everyone = await self.transaction.organisers.everyone()
        return [official for grant, official in everyone if grant.role is Role.ADMINISTRATOR]

    async def revoke(self, acting: Official, grant: Grant) -> Denial | None:
        """Take a role away at once; the last administrator stays."""
        await self.transaction.organisers.lock()
        held = await self.transaction.organisers.grants(acting.id)
        if not any(each.role is Role.ADMINISTRATOR for each in held):
            return Denial.NO_RIGHTS
        if grant.role is Role.ADMINISTRATOR and len(await self.administrators()) == 1:
            return Denial.LAST_ADMINISTRATOR
        await self.transaction.organisers.revoke(grant)
        await self._note(Deed.REVOKED, acting, grant.role, grant.programme_id, whom=str(grant.official_id))
        return None

    async def _note(self, deed: Deed, official: Official, role: Role, programme_id: int | None, **args: str) -> None:
        programmes = await self.transaction.trainings.programmes()
        programme = next((each for each in programmes if each.id == programme_id), None)
        await self.transaction.acts.note(Act(deed, official, self.now, programme, args={"role": role, **args}))
