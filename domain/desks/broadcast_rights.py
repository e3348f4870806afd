"""Rights to broadcasts: whose affair a message to many is, looked up anew for every act; deny by default.

One that does not exist is refused like one that is somebody else's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.announced import Act, Deed
from domain.broadcast import ON_ITS_WAY, Broadcast, Phase, Settled, Turned
from domain.desks.organisers import Denial
from domain.desks.rights import scope_of

if TYPE_CHECKING:
    from datetime import datetime

    from domain.broadcast import Turning
    from domain.official import Official
    from domain.ports import Transaction
    from domain.scope import Scope


@dataclass(frozen=True, slots=True)
class BroadcastRights:
    """What both desks of broadcasts ask first and do last."""

    transaction: Transaction
    now: datetime

    async def scope(self, organiser: Official) -> Scope:
        """Return the programmes whose messages are a person's affair."""
        return await scope_of(self.transaction, organiser.id)

    async def theirs(self, organiser: Official, broadcast_id: int) -> Broadcast | Denial:
        """Return a message, if it is this organiser's affair."""
        rights = await self.scope(organiser)
        found = await self.transaction.broadcasts.get(broadcast_id)
        return found if found and rights.covers(found.programme) else Denial.NO_RIGHTS

    async def turned(self, broadcast: Broadcast, phase: Phase, look_at: datetime | None) -> Turning:
        """Put a message into another phase, unless somebody else has."""
        ended_at = None if phase in ON_ITS_WAY else self.now
        if await self.transaction.broadcasts.turn(broadcast, phase, look_at, ended_at):
            return Turned(replace(broadcast, phase=phase, ended_at=ended_at))
        return Settled(await self.transaction.broadcasts.get(broadcast.id) or broadcast)

    async def note(
        self, deed: Deed, organiser: Official, broadcast: Broadcast, args: dict[str, str] | None = None
    ) -> None:
        """Keep in the trail what an organiser did."""
        done = Act(deed, organiser, self.now, broadcast.programme, broadcast.training, args=args or {})
        await self.transaction.acts.note(done)
