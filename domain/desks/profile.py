"""The profile desk: name, institution, language, reminders, and forgetting a person altogether."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.desks.registration import RegistrationDesk
from domain.folding import fold
from domain.institution import Institution
from domain.ports import Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.official import Language, Official, Preferences
    from domain.ports import Transaction

PATIENCE = timedelta(hours=24)
SUGGESTIONS = 4
NAME = "name"
INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class ProfileDesk:
    """Keeps what is known of one person; ``notice_version`` names the information clause in force."""

    transaction: Transaction
    now: datetime
    notice_version: str

    async def name(self, official: Official, name: str) -> Official:
        """Store the name for lists; the first datum, so the clause shown with it is recorded."""
        return await self._save_datum(replace(official, name=name))

    async def belong(self, official: Official, institution: Institution) -> Official:
        """Store the institution, adding it when nobody named it before."""
        stored = institution if institution.id else await self.transaction.officials.add_institution(institution)
        return await self._save_datum(replace(official, institution=stored))

    async def speak(self, official: Official, language: Language) -> Official:
        """Change the language."""
        changed = replace(official, language=language)
        await self.transaction.officials.save(changed)
        return changed

    async def prefer(self, official: Official, preferences: Preferences, desk: RegistrationDesk) -> Official:
        """Change reminders or quiet hours, and plan what is still to come accordingly."""
        changed = replace(official, preferences=preferences)
        await self.transaction.officials.save(changed)
        await desk.replan(changed)
        return changed

    async def ask(self, official: Official, awaits: str, training_id: int | None = None, data: str = "") -> None:
        """Wait a day for a typed answer; a training that does not exist is left out."""
        if training_id is not None and await self.transaction.trainings.get(training_id) is None:
            training_id = None
        await self.transaction.officials.ask(Prompt(official.id, awaits, self.now + PATIENCE, training_id, data))

    async def awaited(self, official: Official) -> Prompt | None:
        """Return what the bot waits for from this person."""
        return await self.transaction.officials.prompt(official.id, self.now)

    async def answered(self, official: Official) -> None:
        """Wait for nothing any more."""
        await self.transaction.officials.answered(official.id)

    async def institution(self, institution_id: int) -> Institution | None:
        """Return the institution with this id."""
        known = await self.transaction.officials.institutions()
        return next((each for each in known if each.id == institution_id), None)

    @staticmethod
    def names(institution: Institution, text: str) -> bool:
        """Tell whether the text is the institution's name or one of its aliases, accents and case apart."""
        return fold(text) in {fold(name) for name in (institution.name, *institution.aliases)}

    async def suggest(self, text: str) -> Sequence[Institution]:
        """Return up to four listed institutions whose name or alias has these letters; an exact one comes alone.

        An empty text returns the first four by name. What somebody else typed is never suggested, only recognised.
        """
        sought = fold(text)
        matches: list[Institution] = []
        for each in await self.transaction.officials.institutions():
            if self.names(each, text):
                return [each]
            if each.listed and any(sought in fold(name) for name in (each.name, *each.aliases)):
                matches.append(each)
        return matches[:SUGGESTIONS]

    async def keeps(self, official: Official) -> bool:
        """Tell whether anything of a person is stored: a profile, a place or a role; a mere reader leaves nothing."""
        return (
            await self.transaction.officials.get(official.id) is not None
            or bool(await self.transaction.rosters.places(official.id))
            or bool(await self.transaction.organisers.grants(official.id))
            or await self.transaction.questions.kept(official.id) > 0
        )

    async def lost(self, official: Official, reason: str) -> None:
        """Note that the person cannot be reached any more."""
        await self.transaction.officials.lost(official.id, reason)

    async def forget(self, official: Official, desk: RegistrationDesk) -> int:
        """Free the person's places, drop what was to be said and delete everything known; return the places freed."""
        freed = await desk.leave_all(official.id)
        await self.transaction.officials.erase(official.id)
        return freed

    async def _save_datum(self, official: Official) -> Official:
        if official.notice_version is None:
            official = replace(official, notice_version=self.notice_version, notice_seen_at=self.now)
        await self.transaction.officials.save(official)
        return official
