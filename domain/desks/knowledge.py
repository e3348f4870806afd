"""The desk of what is known: answers that organisers keep for everybody, and phrases that mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

from domain.desks.organisers import Denial
from domain.desks.questions import tidy
from domain.desks.rights import scope_of
from domain.faq import FEWEST_PHRASES, LONGEST_PHRASE, MOST_PHRASES, MOST_SYNONYMS, Faq, Synonym
from domain.folding import fold
from domain.handed_over import Added, Forgotten, Kept, Malformed, TooMany, Unanswered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.asked import Asked
    from domain.handed_over import Equating, Keeping
    from domain.official import Official
    from domain.ports import Transaction
    from domain.scope import Scope
    from domain.training import Programme

LONGEST_KEPT = 4000
"""As long as a text of a programme file may be."""


@dataclass(frozen=True, slots=True)
class KnowledgeDesk:
    """Lets administrators and coordinators keep and remove; every write is seen by whoever answers."""

    transaction: Transaction
    now: datetime

    async def keep(self, organiser: Official, question_id: int) -> Keeping | Denial:
        """Keep an answered question for everybody who asks the same, once."""
        rights = await self._scope(organiser)
        asked = await self.transaction.questions.get(question_id)
        if not rights or (asked and not rights.covers(asked.programme)):
            return Denial.NO_RIGHTS
        if known := await self.transaction.knowledge.faq_of(question_id):
            return Kept(known, again=True)
        if asked is None or asked.text is None:
            return Forgotten()
        if not asked.answer:
            return Unanswered()
        programmes = await self.transaction.trainings.programmes()
        programme = asked.programme or next(iter(programmes), None)
        if programme is None:
            return Forgotten()
        faq = await self._faq(asked, programme, asked.text, asked.answer)
        kept = await self.transaction.knowledge.keep(faq, asked.id)
        return Kept(kept) if kept else Forgotten()

    async def drop(self, organiser: Official, faq_id: int) -> bool | Denial:
        """Remove an answer that was kept in the chat; ``False`` when there is none such."""
        rights = await self._scope(organiser)
        known = {faq.id: faq.programme_id for faq in await self.transaction.knowledge.faqs()}
        if not rights or not (rights.everywhere or known.get(faq_id) in {None, *rights.coordinated}):
            return Denial.NO_RIGHTS
        return await self.transaction.knowledge.drop_faq(faq_id)

    async def synonyms(self, organiser: Official) -> Sequence[Synonym] | Denial:
        """Return the groups of equal phrases that organisers added."""
        return await self.transaction.knowledge.synonyms() if await self._scope(organiser) else Denial.NO_RIGHTS

    async def equate(self, organiser: Official, text: str) -> Equating | Denial:
        """Let phrases mean the same from now on: ``cuw = centrum usług wspólnych = shared services``."""
        if not await self._scope(organiser):
            return Denial.NO_RIGHTS
        if len(await self.transaction.knowledge.synonyms()) >= MOST_SYNONYMS:
            return TooMany(MOST_SYNONYMS)
        phrases = tuple({fold(phrase): phrase for phrase in map(tidy, text.split("=")) if _says(phrase)}.values())
        if not FEWEST_PHRASES <= len(phrases) <= MOST_PHRASES or max(map(len, phrases)) > LONGEST_PHRASE:
            return Malformed()
        number = await self.transaction.knowledge.add_synonym(phrases, organiser.id, self.now)
        return Added(Synonym(number, phrases, organiser.id, self.now))

    async def part(self, organiser: Official, synonym_id: int) -> bool | Denial:
        """Let phrases mean the same no longer; ``False`` when they did not."""
        if not await self._scope(organiser):
            return Denial.NO_RIGHTS
        return await self.transaction.knowledge.drop_synonym(synonym_id)

    async def _scope(self, organiser: Official) -> Scope:
        return await scope_of(self.transaction, organiser.id)

    async def _faq(self, asked: Asked, programme: Programme, text: str, answer: str) -> Faq:
        """Return the answer as it is kept; what concerns no programme goes to the first one, whose file lists it.

        Its key is made of its words, so that two databases never mean different answers by one key.
        """
        taken = {faq.key for faq in await self.transaction.knowledge.faqs() if faq.programme_id == programme.id}
        name = f"chat-{sha256(f'{text}={answer}'.encode()).hexdigest()[:12]}"
        keys = (name + (f"-{number}" if number > 1 else "") for number in count(1))
        return Faq(
            id=0,
            programme_id=programme.id,
            key=next(key for key in keys if key not in taken),
            question=text,
            answer=answer[:LONGEST_KEPT],
            phrases=(text,),
            training_id=asked.training.id if asked.training else None,
        )


def _says(phrase: str) -> bool:
    """Tell whether a phrase has a letter or a figure: signs alone mean nothing."""
    return any(sign.isalnum() for sign in fold(phrase))
