"""The library: all that questions are answered from, read whole and built in a thread, never within a turn.

Knows no chat; whoever answers compares an edition's version with the one of the moment.
"""

from __future__ import annotations

import asyncio
import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain import question

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.ports import Storage, Transaction
    from domain.question import Forms, Index, Knowledge


class Outdated(Exception):  # noqa: N818 - it says what happened
    """The programmes are newer than what was built from them: refresh the library and answer anew."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An index and the version of the programmes from which it was built."""

    version: int
    index: Index


class Library:
    """Holds the newest edition, ``None`` before the first; ``forms`` is called in a thread, as it may be slow."""

    def __init__(self, storage: Storage, forms: Callable[[], Forms] = question.available) -> None:
        self.edition: Edition | None = None
        self._storage = storage
        self._forms = forms
        self._building = asyncio.Lock()

    async def refresh(self) -> None:
        """Build a new edition if the programmes have changed; whoever asks meanwhile waits for the same one."""
        async with self._building:
            async with self._storage.reading() as transaction:
                version = await transaction.trainings.version()
                if self.edition and self.edition.version == version:
                    return
                knowledge = await _everything(transaction)
            self.edition = Edition(version, await built(knowledge, self._forms))


async def built(knowledge: Knowledge, forms: Callable[[], Forms]) -> Index:
    """Build an index in a thread, without holding up the loop.

    The collector would look through all of an index again and again while it grows, and stop every thread meanwhile;
    an index has no cycles, so it pauses, and what was built is kept out of its later rounds.
    """
    gc.collect(1)  # what is young and gone is not to be kept with the index
    gc.disable()
    try:
        index = await asyncio.to_thread(lambda: question.build(knowledge, forms()))
        gc.freeze()
    finally:
        gc.enable()
    return index


async def _everything(transaction: Transaction) -> Knowledge:
    trainings = await transaction.trainings.everything()
    faqs = await transaction.knowledge.faqs()
    synonyms = await transaction.knowledge.synonyms()
    return question.Knowledge(
        tuple(stored.training for stored in trainings), tuple(faqs), tuple(group.phrases for group in synonyms)
    )
