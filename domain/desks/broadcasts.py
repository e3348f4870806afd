"""The broadcasts' desk: messages to many that went out, watched, held, let go on, ended and deleted by organisers.

What was begun goes on when the role of who began it is taken away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.announced import Deed
from domain.broadcast import DELETABLE_FOR, Broadcast, Phase, Settled, Turned
from domain.deliveries import UnreachedPage
from domain.desks.broadcast_rights import BroadcastRights
from domain.desks.organisers import Denial
from domain.desks.progress import EVERY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.broadcast import Progress, Turning
    from domain.official import Official

MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class BroadcastsDesk(BroadcastRights):
    """Holds and ends messages to many; every act asks for the right to it anew."""

    async def newest(self, organiser: Official) -> Sequence[Progress] | Denial:
        """Return the messages that went out last, to be watched, held or let go on."""
        rights = await self.scope(organiser)
        if not rights:
            return Denial.NO_RIGHTS
        return await self.transaction.broadcasts.newest(rights.programmes, MOST_SHOWN)

    async def progress(self, organiser: Official, broadcast_id: int) -> Progress | Denial:
        """Return how far a message has come."""
        found = await self.theirs(organiser, broadcast_id)
        seen = await self.transaction.broadcasts.progress(broadcast_id)
        return found if isinstance(found, Denial) else seen or Denial.NO_RIGHTS

    async def pause(self, organiser: Official, broadcast_id: int) -> Turning | Denial:
        """Hold what is not on its way to Telegram yet."""
        found = await self.theirs(organiser, broadcast_id)
        if not isinstance(found, Broadcast) or found.phase is not Phase.SENDING:
            return found if isinstance(found, Denial) else Settled(found)
        turned = await self.turned(found, Phase.PAUSED, self._soon(found))
        if isinstance(turned, Turned):
            await self.transaction.broadcasts.hold(found.id)
            await self.note(Deed.PAUSED, organiser, found)
        return turned

    async def resume(self, organiser: Official, broadcast_id: int) -> Turning | Denial:
        """Let it go on."""
        found = await self.theirs(organiser, broadcast_id)
        if not isinstance(found, Broadcast) or found.phase is not Phase.PAUSED:
            return found if isinstance(found, Denial) else Settled(found)
        turned = await self.turned(found, Phase.SENDING, self._soon(found))
        if isinstance(turned, Turned):
            await self.note(Deed.RESUMED, organiser, found)
        return turned

    async def stop(self, organiser: Official, broadcast_id: int) -> Turning | Denial:
        """End it where it was held: whoever has not got it never will."""
        found = await self.theirs(organiser, broadcast_id)
        if not isinstance(found, Broadcast) or found.phase is not Phase.PAUSED:
            return found if isinstance(found, Denial) else Settled(found)
        turned = await self.turned(found, Phase.DONE, self._soon(found))
        if isinstance(turned, Turned):
            await self.transaction.broadcasts.drop(found.id, self.now)
            await self.note(Deed.STOPPED, organiser, found)
        return turned

    async def delete(self, organiser: Official, broadcast_id: int) -> Turning | Denial:
        """Have it deleted at everybody who got it in the last 48 hours, once, as far as Telegram does so."""
        seen = await self.progress(organiser, broadcast_id)
        if isinstance(seen, Denial):
            return seen
        since = self.now - DELETABLE_FOR
        people = (
            await self.transaction.broadcasts.remove(broadcast_id, since, self.now)
            if seen.deletable(self.now)
            else None
        )
        if people is None:
            return Settled(seen.broadcast)
        await self.note(Deed.DELETED, organiser, seen.broadcast, {"people": str(people)})
        return Turned(seen.broadcast, people)

    async def unreached(self, organiser: Official, broadcast_id: int, page: int, most: int) -> UnreachedPage | Denial:
        """Return a page, at ``most`` so many, of those whom a message did not reach for certain."""
        seen = await self.progress(organiser, broadcast_id)
        if isinstance(seen, Denial):
            return seen
        count = seen.totals.refused + seen.totals.uncertain + seen.totals.missed
        page = max(1, min(page, -(-count // most)))
        people = await self.transaction.broadcasts.unreached(broadcast_id, most, (page - 1) * most)
        return UnreachedPage(seen.broadcast, people, count, page)

    def _soon(self, broadcast: Broadcast) -> datetime:
        """Return when the progress may be shown next."""
        rested = broadcast.shown_at + EVERY if broadcast.shown_at else self.now
        return min(max(self.now, rested), self.now + EVERY)
