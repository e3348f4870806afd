"""The composing desk: messages to many, written, addressed and sent by organisers; deny by default."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.announced import Deed
from domain.broadcast import (
    LATELY,
    LONGEST_TEXT,
    Audience,
    Begun,
    Broadcast,
    Composed,
    Phase,
    Recounted,
    Segment,
    Settled,
    Unfit,
)
from domain.dates import MIDNIGHT
from domain.desks.broadcast_rights import BroadcastRights
from domain.desks.organisers import Denial
from domain.news import distinct
from domain.official import Preferences
from domain.verdict import to_many

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.broadcast import Composing, Sending, Turning, Writing
    from domain.official import Official
    from domain.training import Programme, Training

NEVER_QUIET = Preferences(quiet_from=MIDNIGHT, quiet_until=MIDNIGHT)


@dataclass(frozen=True, slots=True)
class ComposingDesk(BroadcastRights):
    """Composes messages to many and lets them go out; every act asks for the right to it anew."""

    async def programmes(self, organiser: Official) -> Sequence[Programme] | Denial:
        """Return the programmes whose people a person may write to."""
        rights = await self.scope(organiser)
        if not rights:
            return Denial.NO_RIGHTS
        return [each for each in await self.transaction.trainings.programmes() if rights.covers(each)]

    async def compose(self, organiser: Official, programme_id: int) -> Broadcast | Denial:
        """Begin a message to people of a programme."""
        programmes = await self.programmes(organiser)
        if isinstance(programmes, Denial):
            return programmes
        programme = next((each for each in programmes if each.id == programme_id), None)
        if programme is None:
            return Denial.NO_RIGHTS
        return Broadcast(await self.transaction.broadcasts.add(programme.id, organiser.id, self.now), programme)

    async def look(self, organiser: Official, broadcast_id: int) -> Composing | Denial:
        """Return a message that is being composed, to how many people it would go, and when."""
        found = await self._open(organiser, broadcast_id)
        return await self._composed(found) if isinstance(found, Broadcast) else found

    async def write(self, organiser: Official, broadcast_id: int, text: str, length: int) -> Writing | Denial:
        """Give it its text, safe markup that shows so many characters."""
        found = await self._open(organiser, broadcast_id)
        if not isinstance(found, Broadcast):
            return found
        if not 0 < length <= LONGEST_TEXT:
            return Unfit(length)
        await self.transaction.broadcasts.write(found.id, text)
        return await self._composed(replace(found, text=text))

    async def address(self, organiser: Official, broadcast_id: int, segment: Segment) -> Composing | Denial:
        """Say for whom it is; a training, an institution or a topic that is not the programme's is refused."""
        found = await self._open(organiser, broadcast_id)
        if not isinstance(found, Broadcast):
            return found
        if not await self._belongs(segment, found.programme):
            return Denial.NO_RIGHTS
        await self.transaction.broadcasts.address(found.id, segment)
        return await self.look(organiser, broadcast_id)

    async def send(
        self, organiser: Official, broadcast_id: int, expected: int, chat_id: int, message_id: int | None
    ) -> Sending | Denial:
        """Let it go out, once, to as many people as the organiser was told; its progress is shown in that message."""
        found = await self._open(organiser, broadcast_id)
        if not isinstance(found, Broadcast):
            return found
        if found.text is None or found.segment is None or not expected:
            return Recounted(await self._composed(found))
        goes_at = self._first_at(found)
        watched = replace(found, chat_id=chat_id)
        people = await self.transaction.broadcasts.begin(watched, expected, goes_at, self.now, message_id)
        if people is None:
            return Settled(await self.transaction.broadcasts.get(found.id) or found)
        if people != expected:
            return Recounted(Composed(found, people, goes_at))
        later = {"at": goes_at.isoformat()} if goes_at > self.now else {}
        await self.note(Deed.MESSAGED, organiser, found, {"people": str(people), **later})
        return Begun(found, people, goes_at)

    async def discard(self, organiser: Official, broadcast_id: int) -> Turning | Denial:
        """Never send it."""
        found = await self._open(organiser, broadcast_id)
        if not isinstance(found, Broadcast):
            return found
        return await self.turned(found, Phase.DISCARDED, None)

    async def count(self, broadcast: Broadcast, segment: Segment) -> int:
        """Return how many people of the message's programme are in a segment."""
        return await self.transaction.broadcasts.count(broadcast.programme.id, segment, self.now)

    async def trainings(self, broadcast: Broadcast) -> Sequence[Training]:
        """Return the trainings that can be written about: those to come by start, then those over lately."""
        stored = [each.training for each in await self.transaction.trainings.of_programme(broadcast.programme.id)]
        ahead = sorted((each for each in stored if not each.over(self.now)), key=lambda each: each.starts_at)
        behind = [each for each in stored if each.over(self.now) and each.ends_at > self.now - LATELY]
        return [*ahead, *sorted(behind, key=lambda each: each.starts_at, reverse=True)]

    async def institutions(self, broadcast: Broadcast) -> Sequence[tuple[int, str, int]]:
        """Return the institutions with people in the programme by name: id, name, how many people."""
        return await self.transaction.broadcasts.institutions(broadcast.programme.id, self.now)

    async def topics(self, broadcast: Broadcast) -> Sequence[str]:
        """Return the topics of the programme."""
        stored = await self.transaction.trainings.of_programme(broadcast.programme.id)
        return distinct(topic for each in stored for topic in each.training.details.topics or ())

    async def _belongs(self, segment: Segment, programme: Programme) -> bool:
        if segment.training_id is not None:
            stored = await self.transaction.trainings.get(segment.training_id)
            return stored is not None and stored.training.programme.id == programme.id
        if segment.audience is Audience.INSTITUTION:
            known = await self.transaction.broadcasts.institutions(programme.id, self.now)
            return segment.institution_id in {number for number, _, _ in known}
        return True

    async def _composed(self, broadcast: Broadcast) -> Composed:
        people = await self.count(broadcast, broadcast.segment) if broadcast.segment else 0
        return Composed(broadcast, people, self._first_at(broadcast))

    def _first_at(self, broadcast: Broadcast) -> datetime:
        """Return when the first people get it: those who have no quiet time of their own then."""
        return to_many(self.now, NEVER_QUIET, broadcast.programme.zone, broadcast.training)

    async def _open(self, organiser: Official, broadcast_id: int) -> Broadcast | Settled | Denial:
        """Return a message that is still being composed, if it is this organiser's affair."""
        found = await self.theirs(organiser, broadcast_id)
        return Settled(found) if isinstance(found, Broadcast) and found.phase is not Phase.COMPOSING else found
