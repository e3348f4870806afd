"""The questions' desk: what was asked, passed on to organisers, answered by one; deny by default, as with roles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.asked import FOLLOWED_UP_WITHIN, KEPT_UNPASSED, Asked, Standing
from domain.dates import micros
from domain.desks.organisers import Denial
from domain.desks.rights import scope_of
from domain.handed_over import (
    Closed,
    Ended,
    Forgotten,
    NobodyThere,
    NotAllowed,
    Noted,
    Overview,
    Passed,
    Shown,
    Told,
    TooLong,
    TooMany,
)
from domain.notice import Kind, Planned
from domain.question.masking import mask
from domain.scope import scope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.handed_over import Answering, Closing, Passing, Showing
    from domain.official import Grant, Official
    from domain.ports import Transaction
    from domain.question.answer import Answer
    from domain.scope import Scope
    from domain.training import Programme

MOST_RECENT = 4
MOST_A_DAY = 10
MOST_WAITING = 10
LONGEST_QUESTION = 1000
LONGEST_ANSWER = 2000
ONE_DAY = timedelta(days=1)
COUNTED = timedelta(days=30)
QUIET_IN_GROUP = timedelta(seconds=10)


def tidy(text: str) -> str:
    """Return a text without signs that nobody sees, its lines kept, fit for every database and file."""
    lines = ("".join(filter(str.isprintable, " ".join(line.split()))) for line in text.splitlines())
    return "\n".join(lines).strip()


@dataclass(frozen=True, slots=True)
class QuestionsDesk:
    """Keeps questions and hands them over; ``controller_named`` tells whether anybody answers for personal data."""

    transaction: Transaction
    now: datetime
    controller_named: bool

    async def note(self, official: Official, chat_id: int, text: str, answer: Answer) -> int:
        """Keep a question beside how it was answered, without anybody's numbers and addresses; return its id."""
        return await self.transaction.questions.note(self._kept(official, text, answer), chat_id)

    async def take(self, official: Official, chat_id: int, text: str, answer: Answer) -> Noted:
        """Note a question and return what is shown with its answer."""
        asked, world = self._kept(official, text, answer), self.transaction
        noting, everyone = world.questions.note(asked, chat_id), world.organisers.everyone()
        place = None
        if asked.training:
            reading = world.rosters.mine(official.id, asked.training.id)
            number, grants, place = await world.together(noting, everyone, reading)
            programme: Programme | None = asked.training.programme
        else:
            number, grants, programmes = await world.together(noting, everyone, world.trainings.programmes())
            programme = _only(programmes)
        heard = self.controller_named and bool(_told_of(grants, programme, official))
        return Noted(number if heard else None, place)

    async def count(self, answer: Answer) -> None:
        """Count a question and how it was answered, without what was asked and by whom."""
        await self.transaction.questions.note(self._counted(answer), None)

    async def speak_in(self, group_id: int) -> bool:
        """Tell whether the bot may speak in a group now, once in ten seconds, and note that it does."""
        return await self.transaction.questions.speak_in(group_id, self.now, self.now - QUIET_IN_GROUP)

    async def recent(self, official: Official, chat_id: int) -> Sequence[str]:
        """Return what the person asked in this chat a few minutes ago, oldest first: what a follow-up refers to."""
        since = self.now - FOLLOWED_UP_WITHIN
        return await self.transaction.questions.recent(official.id, chat_id, since, MOST_RECENT)

    async def kept(self, official: Official) -> int:
        """Return how many questions of this person are kept."""
        return await self.transaction.questions.kept(official.id)

    async def pass_on(self, official: Official, question_id: int) -> Passing:
        """Tell the organisers of a question, once; only whoever asked it may."""
        asked = await self.transaction.questions.get(question_id)
        if asked is None or asked.asker is None or asked.asker.id != official.id:
            return Forgotten()
        if asked.standing is not Standing.ASKED:
            return Passed(again=True) if asked.open else Ended(asked)
        if asked.asked_at < self.now - KEPT_UNPASSED:
            return Forgotten()
        if not self.controller_named:
            return NotAllowed()
        if await self.transaction.questions.passed_since(official.id, self.now - ONE_DAY) >= MOST_A_DAY:
            return TooMany(MOST_A_DAY)
        programme = asked.programme or _only(await self.transaction.trainings.programmes())
        return await self._hand_over(official, asked, programme)

    async def _hand_over(self, official: Official, asked: Asked, programme: Programme | None) -> Passing:
        organisers = _told_of(await self.transaction.organisers.everyone(), programme, official)
        if not organisers:
            coordinator = programme.coordinator if programme else None
            return NobodyThere(asked.training.contact if asked.training else coordinator)
        if not await self.transaction.questions.pass_on(asked.id, programme.id if programme else None, self.now):
            return Passed(again=True)
        # The answer is to find the person, in the person's language; whoever writes can be reached again.
        newcomer = await self.transaction.officials.get(official.id) is None
        await self.transaction.officials.save(replace(official, unreachable=None))
        await self.transaction.notices.plan(
            [self._told(Kind.QUESTION, asked, each, f"question:{asked.id}:{each}") for each in organisers]
        )
        return Passed(newcomer=newcomer)

    async def replied_to(self, organiser: Official, message_id: int) -> Asked | None:
        """Return the question that a message told this person of."""
        return await self.transaction.questions.told_in(organiser.id, message_id)

    async def answer(self, organiser: Official, question_id: int, text: str) -> Answering | Denial:
        """Answer the asker; what comes after the first answer is passed on as an addition to it."""
        asked = await self._theirs(organiser, question_id)
        if isinstance(asked, Denial | Forgotten):
            return asked
        answer = tidy(text)
        if len(answer) > LONGEST_ANSWER:
            return TooLong(LONGEST_ANSWER)
        if await self.transaction.questions.answer(asked.id, organiser.id, answer, self.now):
            await self._tell(asked, organiser, {"answer": answer}, 0)
            return Told(asked)
        before = await self.transaction.questions.get(asked.id) or asked
        await self.transaction.questions.add(asked.id, f"\n\n{answer}")
        await self._tell(asked, organiser, {"answer": answer, "more": "yes"}, len(before.answer or ""))
        return Told(before, before.ended_by_name or "")

    async def close(self, organiser: Official, question_id: int) -> Closing | Denial:
        """Let a question wait no longer, without an answer."""
        asked = await self._theirs(organiser, question_id)
        if isinstance(asked, Denial | Forgotten):
            return asked
        if await self.transaction.questions.close(asked.id, organiser.id, self.now):
            return Closed(asked)
        return Ended(asked)

    async def show(self, organiser: Official, question_id: int) -> Showing | Denial:
        """Tell an organiser of a question once more, at once, so that there is a message to reply to."""
        asked = await self._theirs(organiser, question_id)
        if isinstance(asked, Denial | Forgotten):
            return asked
        if not asked.open:
            return Ended(asked)
        key = f"question:{asked.id}:{organiser.id}:{micros(self.now)}"
        await self.transaction.notices.plan(
            [replace(self._told(Kind.QUESTION, asked, organiser.id, key), args={"wanted": "yes"})]
        )
        return Shown()

    async def overview(self, organiser: Official) -> Overview | Denial:
        """Return what waits for an organiser, and how much could not be answered in the last 30 days."""
        rights = await self._scope(organiser)
        if not rights:
            return Denial.NO_RIGHTS
        return Overview(
            await self.transaction.questions.waiting(rights.programmes, MOST_WAITING),
            await self.transaction.questions.missed(rights.programmes, self.now - COUNTED),
        )

    def _kept(self, official: Official, text: str, answer: Answer) -> Asked:
        return replace(self._counted(answer), asker=official, text=mask(tidy(text))[:LONGEST_QUESTION])

    def _counted(self, answer: Answer) -> Asked:
        programmes = [stored.training.programme for stored in answer.about] or answer.programmes
        whose = {programme.id: programme for programme in programmes}
        return Asked(
            id=0,
            asker=None,
            text=None,
            asked_at=self.now,
            intent=answer.intent,
            behaviour=answer.behaviour,
            training=answer.about[0].training if len(answer.about) == 1 else None,
            programme=next(iter(whose.values())) if len(whose) == 1 else None,
        )

    async def _theirs(self, organiser: Official, question_id: int) -> Asked | Forgotten | Denial:
        """Return a question that was passed on, if it is this organiser's affair."""
        rights = await self._scope(organiser)
        asked = await self.transaction.questions.get(question_id)
        if not rights or (asked and not rights.covers(asked.programme)):
            return Denial.NO_RIGHTS
        if asked is None or asked.text is None or asked.standing is Standing.ASKED:
            return Forgotten()
        return asked

    async def _scope(self, organiser: Official) -> Scope:
        return await scope_of(self.transaction, organiser.id)

    async def _tell(self, asked: Asked, organiser: Official, args: dict[str, str], said: int) -> None:
        """Plan the answer; ``said`` is how many characters were answered before, so that no two are the same."""
        if asked.asker:
            key = f"answer:{asked.id}:{organiser.id}:{said}"
            told = self._told(Kind.ANSWER, asked, asked.asker.id, key)
            await self.transaction.notices.plan([replace(told, args=args)])

    def _told(self, kind: Kind, asked: Asked, official_id: int, key: str) -> Planned:
        training_id = asked.training.id if asked.training else None
        return Planned(kind, official_id, key, self.now, training_id, question_id=asked.id)


def _told_of(everyone: Sequence[tuple[Grant, Official]], programme: Programme | None, asker: Official) -> Sequence[int]:
    """Return whom to tell: who can be reached, not the asker, nobody twice."""
    told = {
        official.id: None
        for grant, official in everyone
        if scope([grant]).covers(programme) and official.unreachable is None and official.id != asker.id
    }
    return list(told)


def _only(programmes: Sequence[Programme]) -> Programme | None:
    return programmes[0] if len(programmes) == 1 else None
