"""Repositories of people: profiles, institutions, prompts, roles, invitations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.institution import Institution
    from domain.official import Grant, Official
    from domain.ports.records import Invitation, Prompt


class Officials(Protocol):
    """People, their institutions, what the bot waits for from them."""

    async def get(self, official_id: int) -> Official | None:
        """Return the person, or ``None`` when nothing is stored of them."""
        ...

    async def save(self, official: Official) -> None:
        """Add or replace the person's row."""
        ...

    async def erase(self, official_id: int) -> None:
        """Delete the person: profile, grants, prompts, follows, withdrawn registrations, replies and notices' args."""
        ...

    async def reached(self, official_id: int) -> None:
        """Forget that the person was unreachable: they wrote again."""
        ...

    async def lost(self, official_id: int, reason: str) -> None:
        """Note why the person cannot be reached, until they write again; nothing when nothing is stored of them."""
        ...

    async def institutions(self) -> Sequence[Institution]:
        """Return all institutions with aliases, by name."""
        ...

    async def add_institution(self, institution: Institution) -> Institution:
        """Add an institution, or join aliases and membership to the one whose folded name is the same."""
        ...

    async def prompt(self, official_id: int, now: datetime) -> Prompt | None:
        """Return what the bot waits for from this person, unless that expired."""
        ...

    async def ask(self, prompt: Prompt) -> None:
        """Wait for an answer, in place of any other awaited one."""
        ...

    async def answered(self, official_id: int) -> None:
        """Wait for nothing any more."""
        ...


class Organisers(Protocol):
    """Roles and invitations."""

    async def lock(self) -> None:
        """Serialise changes of roles: nobody else changes any until this transaction ends."""
        ...

    async def grants(self, official_id: int) -> Sequence[Grant]:
        """Return the roles of a person."""
        ...

    async def everyone(self) -> Sequence[tuple[Grant, Official]]:
        """Return all organisers, administrators first."""
        ...

    async def grant(self, grant: Grant) -> None:
        """Give a role; having it already changes nothing."""
        ...

    async def revoke(self, grant: Grant) -> None:
        """Take a role away, and with it every invitation that this person made and nobody has used."""
        ...

    async def invite(self, invitation: Invitation) -> None:
        """Keep a one-time invitation; one without ``created_by`` (the first administrator's) replaces its kind."""
        ...

    async def invitation(self, token_hash: str, now: datetime) -> Invitation | None:
        """Return an invitation that was neither used nor has expired."""
        ...

    async def redeem(self, token_hash: str, official_id: int, now: datetime) -> Invitation | None:
        """Use an invitation up and return it, or ``None`` when it was used, has expired or never was."""
        ...
