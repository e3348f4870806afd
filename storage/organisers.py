"""Roles and the invitations that give them."""

from collections.abc import Sequence
from datetime import datetime

from domain.official import Grant, Official, Role
from domain.ports import Invitation
from storage import rows
from storage.instants import instant, micros
from storage.statements import Row, Script, Scripted, act, many, one, scripted


def _grant_of(row: Row) -> Grant:
    return Grant(row["official_id"], Role(row["role"]), row["programme_id"])


def _lock() -> Script[None]:
    yield from act("lock_roles")


def _grants(official_id: int) -> Script[Sequence[Grant]]:
    found = yield from many("grants", official_id=official_id)
    return [_grant_of(row) for row in found]


def _everyone() -> Script[Sequence[tuple[Grant, Official]]]:
    found = yield from many("organisers")
    return [(_grant_of(row), rows.official(row)) for row in found]


def _grant(grant: Grant) -> Script[None]:
    yield from act("grant_role", official_id=grant.official_id, role=grant.role, programme_id=grant.programme_id)


def _revoke(grant: Grant) -> Script[None]:
    yield from act("revoke_role", official_id=grant.official_id, role=grant.role, programme_id=grant.programme_id)
    yield from act("void_invitations", official_id=grant.official_id)


def _invite(invitation: Invitation) -> Script[None]:
    if invitation.created_by is None:
        yield from act("withdraw_first_invitations", role=invitation.role, programme_id=invitation.programme_id)
    yield from act(
        "invite",
        token_hash=invitation.token_hash,
        role=invitation.role,
        programme_id=invitation.programme_id,
        created_by=invitation.created_by,
        expires_at=micros(invitation.expires_at),
    )


def _open(row: Row | None) -> Invitation | None:
    if row is None:
        return None
    return Invitation(
        token_hash=row["token_hash"],
        role=Role(row["role"]),
        expires_at=instant(row["expires_at"]),
        programme_id=row["programme_id"],
        created_by=row["created_by"],
    )


def _invitation(token_hash: str, now: datetime) -> Script[Invitation | None]:
    row = yield from one("invitation", token_hash=token_hash, now=micros(now))
    return _open(row)


def _redeem(token_hash: str, official_id: int, now: datetime) -> Script[Invitation | None]:
    row = yield from one("redeem", token_hash=token_hash, official_id=official_id, now=micros(now))
    return _open(row)


class Organisers(Scripted):
    """Roles and invitations."""

    lock = scripted(_lock)
    grants = scripted(_grants)
    everyone = scripted(_everyone)
    grant = scripted(_grant)
    revoke = scripted(_revoke)
    invite = scripted(_invite)
    invitation = scripted(_invitation)
    redeem = scripted(_redeem)
