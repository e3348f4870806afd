"""The programmes desk: a programme file in, whole or not at all, and out again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import programme
from domain.announced import Act, Deed
from domain.desks.announcing import Announcing
from domain.desks.telling import tell
from domain.institution import Institution
from domain.training import Admission

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from domain.faq import Faq
    from domain.ports import Stored, Transaction
    from domain.programme import Listed, ProgrammeFile


@dataclass(frozen=True, slots=True)
class Imported:
    """How many trainings a file added, changed and left as they were."""

    added: int
    changed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class ProgrammesDesk:
    """Takes programme files in and writes them; every write raises the programmes' version."""

    transaction: Transaction
    now: datetime

    async def take_in(
        self, file: ProgrammeFile, *, silent: bool, progress: Callable[[int, int], None] | None = None
    ) -> Imported:
        """Add or change what the file lists, by id; trainings it does not list stay as they are.

        What is new is told to those who want to hear of it, a changed date, place or status to the people concerned,
        unless ``silent``.
        """
        programme_id = await self.transaction.trainings.add_programme(
            file.name, file.organiser, file.timezone, file.entry
        )
        await self.transaction.knowledge.list_faqs(programme_id, file.faq)
        await self._know_institutions(file)
        known = {stored.training.key: stored for stored in await self.transaction.trainings.of_programme(programme_id)}
        counts = {"added": 0, "changed": 0, "unchanged": 0}
        for done, listed in enumerate(file.trainings, start=1):
            counts[await self._take(programme_id, listed, known.get(listed.key), silent=silent)] += 1
            if progress:
                progress(done, len(file.trainings))
        if counts["added"] and not silent:
            await self._announce(programme_id, known)
        imported = Imported(**counts)
        await self._note(programme_id, imported)
        return imported

    async def write(self, programme_id: int) -> str:
        """Return a programme as a file, with the seats that are free now."""
        entry = await self.transaction.trainings.programme_entry(programme_id)
        listed = await self.transaction.trainings.of_programme(programme_id)
        return programme.write(
            entry,
            [
                (
                    each.training.key,
                    each.training.details,
                    programme.free_seats(each.training.seats, each.occupancy.taken),
                )
                for each in listed
            ],
            [faq for faq in await self.transaction.knowledge.faqs() if _everybodys(faq, programme_id)],
        )

    async def _announce(self, programme_id: int, known: Collection[str]) -> None:
        """Make known what a programme has that was not there before."""
        listed = await self.transaction.trainings.of_programme(programme_id)
        new = [stored.training for stored in listed if stored.training.key not in known]
        await tell(self.transaction, self.now, new)

    async def _take(self, programme_id: int, listed: Listed, stored: Stored | None, *, silent: bool) -> str:
        taken = stored.occupancy.taken if stored else 0
        present = stored.training if stored else None
        seats = programme.seats(listed.details, listed.free_seats, taken, present)
        if stored is None:
            await self.transaction.trainings.add(programme_id, listed.key, listed.details, seats)
            return "added"
        before = stored.training
        if (before.details, before.seats) == (listed.details, seats):
            return "unchanged"
        await self.transaction.trainings.change(before, listed.details, seats)
        after = await self.transaction.trainings.get(before.id)
        if after:
            await Announcing(self.transaction, self.now).changed(before, after.training, silent=silent)
        return "changed"

    async def _note(self, programme_id: int, imported: Imported) -> None:
        """Keep that trainings were imported; a file that told nothing new was no act."""
        if not imported.added and not imported.changed:
            return
        programmes = await self.transaction.trainings.programmes()
        owner = next(each for each in programmes if each.id == programme_id)
        args = {"added": str(imported.added), "changed": str(imported.changed)}
        await self.transaction.acts.note(Act(Deed.IMPORTED, None, self.now, owner, args=args))

    async def _know_institutions(self, file: ProgrammeFile) -> None:
        """Make the institutions a file names choosable, so that their people are recognised."""
        for listed in file.trainings:
            rule = listed.details.eligibility
            for name in rule.institutions if rule else ():
                member = rule is not None and rule.who is Admission.MEMBERS
                await self.transaction.officials.add_institution(Institution(0, name, (), member, listed=True))


def _everybodys(faq: Faq, programme_id: int) -> bool:
    """Tell whether a file can hold an answer: it has no place for one that is true of a single training only."""
    return faq.programme_id == programme_id and faq.training_id is None
