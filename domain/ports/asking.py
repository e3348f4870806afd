"""Repositories of what people asked, and of what organisers keep for answering."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from domain.asked import Asked, Missed
    from domain.faq import Faq, Synonym


class Questions(Protocol):
    """What people asked. ``programmes`` ``None`` = of every programme, and of none."""

    async def note(self, asked: Asked, chat_id: int | None) -> int:
        """Keep a new question, its text masked already, and return its id; without a person and a text it is a number.

        The chat is ``None`` when the person is.
        """
        ...

    async def recent(self, official_id: int, chat_id: int, since: datetime, limit: int) -> Sequence[str]:
        """Return what the person asked last in this chat after an instant, oldest first."""
        ...

    async def get(self, question_id: int) -> Asked | None:
        """Return the question with this id."""
        ...

    async def told_in(self, official_id: int, message_id: int) -> Asked | None:
        """Return the question that a delivered notice told an organiser of."""
        ...

    async def waiting(self, programmes: Collection[int] | None, limit: int) -> Sequence[Asked]:
        """Return the questions that wait for an organiser, longest first."""
        ...

    async def passed_since(self, official_id: int, since: datetime) -> int:
        """Return how many questions a person has passed on after an instant."""
        ...

    async def kept(self, official_id: int) -> int:
        """Return how many questions of a person are kept."""
        ...

    async def pass_on(self, question_id: int, programme_id: int | None, now: datetime) -> bool:
        """Let it wait for an organiser; ``False`` when it did already, or was forgotten."""
        ...

    async def answer(self, question_id: int, official_id: int, answer: str, now: datetime) -> bool:
        """Keep an organiser's answer; ``False`` when somebody else's is there, or the question was forgotten."""
        ...

    async def add(self, question_id: int, addition: str) -> None:
        """Add to an answer as it is kept."""
        ...

    async def close(self, question_id: int, official_id: int, now: datetime) -> bool:
        """Let it wait no longer; ``False`` when it did not."""
        ...

    async def missed(self, programmes: Collection[int] | None, since: datetime) -> Sequence[Missed]:
        """Return how many questions could not be answered since an instant, most first; those of no programme too."""
        ...

    async def speak_in(self, chat_id: int, now: datetime, before: datetime) -> bool:
        """Note that the bot speaks in a group now; ``False`` when it has spoken there after ``before``."""
        ...


class Knowledge(Protocol):
    """What organisers keep for answering; whatever is written to it raises the programmes' version."""

    async def faqs(self) -> Sequence[Faq]:
        """Return all frequent questions: of each programme those of its file in order, then those of the chat."""
        ...

    async def list_faqs(self, programme_id: int, faqs: Sequence[Faq]) -> None:
        """Make those of a programme's file these, by key; one kept from the chat is changed, but never removed."""
        ...

    async def faq_of(self, question_id: int) -> Faq | None:
        """Return what was kept from a question."""
        ...

    async def keep(self, faq: Faq, question_id: int) -> Faq | None:
        """Keep an answer from the chat; ``None`` when the question's is kept or the key is taken."""
        ...

    async def drop_faq(self, faq_id: int) -> bool:
        """Remove an answer kept from the chat; ``False`` when there is none such."""
        ...

    async def synonyms(self) -> Sequence[Synonym]:
        """Return all groups of equal phrases that organisers added, oldest first."""
        ...

    async def add_synonym(self, phrases: Sequence[str], official_id: int, now: datetime) -> int:
        """Add a group of equal phrases and return its id."""
        ...

    async def drop_synonym(self, synonym_id: int) -> bool:
        """Remove a group of equal phrases; ``False`` when it is not there."""
        ...
