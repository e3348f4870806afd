"""Reach: when a change or a cancellation is out and did not reach everybody, its organisers hear so, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.desks.alarms import alert
from domain.notice import UNREACHED

if TYPE_CHECKING:
    from datetime import datetime

    from domain.deliveries import Unreached
    from domain.ports import Storage, Transaction

LATELY = timedelta(days=14)
"""What was lost longer ago is no news to anybody; longer than any quiet time keeps part of a change back."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A lane of the courier: follows what it did, in rows that it settled."""

    storage: Storage

    async def report_due(self, now: datetime) -> int:
        """Tell organisers whom changes and cancellations did not reach, each once; return how many were told of."""
        async with self.storage.reading() as transaction:
            if not await transaction.ledger.unreached(now - LATELY):
                return 0
        async with self.storage.transaction() as transaction:
            found = await transaction.ledger.unreached(now - LATELY)
            for each in found:
                await reached(transaction, each, now)
        return len(found)


async def reached(transaction: Transaction, unreached: Unreached, now: datetime) -> None:
    """Tell the organisers of a programme whom a change or a cancellation did not reach, unless they know already."""
    stored = await transaction.trainings.get(unreached.training_id)
    if stored and await transaction.ledger.note_unreached(unreached):
        training = stored.training
        await alert(
            transaction,
            now,
            [training.programme],
            UNREACHED,
            training.title,
            training=str(training.id),
            kind=unreached.kind,
            count=str(unreached.people),
        )
