"""Reconciling: the records looked through while the bot serves, mended where that is safe, and told of otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.desks.alarms import raise_alarm
from domain.finding import DAMAGE, LATE, Invariant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.finding import Finding
    from domain.ports import Storage

KEEP_INBOX = timedelta(days=6)
"""How long what came in and what was replied is kept, so that none of it is taken in twice."""
ROUTINE = tuple(each for each in Invariant if each not in DAMAGE)
"""What is looked for every time; reading the whole file for damage would take too long beside people."""


@dataclass(frozen=True, slots=True)
class Reconciling:
    """Looks through the records."""

    storage: Storage

    async def reconcile(self, now: datetime, *, reachable: bool) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """Return what was mended and what is still wrong, once administrators were told of both.

        What is late while Telegram is not ``reachable`` needs nobody: it goes out when that is over.
        """
        found = await self._found(now)
        repairs = [each for each in found if each.invariant in {Invariant.LEASES_OVER, Invariant.TEXTS_KEPT}]
        if repairs:
            await self._mend(repairs, now)
            found = await self._found(now)
        still = {each.invariant for each in found}
        mended = [each for each in repairs if each.invariant not in still]
        late = [each for each in found if each.invariant in LATE and reachable]
        wrong = [each for each in found if each.invariant not in LATE]
        async with self.storage.transaction() as transaction:
            for what, findings in (("records_mended", mended), ("records_late", late), ("records_wrong", wrong)):
                if findings:
                    detail = ", ".join(sorted(each.invariant for each in findings))
                    await raise_alarm(transaction, now, what, detail)
        return mended, [*late, *wrong]

    async def _found(self, now: datetime) -> Sequence[Finding]:
        """Look for one thing after another, so that nobody waits long for a connection to read with."""
        found: list[Finding] = []
        for invariant in ROUTINE:
            async with self.storage.reading() as transaction:
                found += await transaction.audit.findings(now, (invariant,))
        return found

    async def _mend(self, repairs: Sequence[Finding], now: datetime) -> None:
        if any(each.invariant is Invariant.LEASES_OVER for each in repairs):
            async with self.storage.transaction() as transaction:
                await transaction.audit.mend(now)
        if any(each.invariant is Invariant.TEXTS_KEPT for each in repairs):
            await self.storage.forget(now)
            await self.storage.purge(now - KEEP_INBOX)
