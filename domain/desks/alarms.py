"""Alarms and reports: what administrators, or those who organise, must hear about; notices like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.dates import micros
from domain.notice import Kind, Planned
from domain.official import Role
from domain.scope import scope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.notice import NotSent
    from domain.ports import Transaction
    from domain.training import Programme


async def raise_alarm(transaction: Transaction, now: datetime, what: str, detail: str) -> None:
    """Tell every administrator, at most once an hour about the same thing.

    ``what`` is a key of the catalogue's alarms, ``detail`` a short technical text without personal data.
    """
    everyone = await transaction.organisers.everyone()
    administrators = [official.id for grant, official in everyone if grant.role is Role.ADMINISTRATOR]
    await _plan(transaction, now, administrators, what, detail, f"{now:%Y%m%d%H}")


async def raise_refused(transaction: Transaction, now: datetime, refused: NotSent) -> None:
    """Tell administrators why something was not sent, where they have to hear of it."""
    if refused.alarm:
        await raise_alarm(transaction, now, refused.alarm, refused.reason)


async def alert(
    transaction: Transaction, now: datetime, programmes: Sequence[Programme], what: str, detail: str, **more: str
) -> None:
    """Tell everybody who organises one of these programmes, each once; ``what`` and ``detail`` as for alarms.

    ``more`` is kept with it for its words.
    """
    everyone = await transaction.organisers.everyone()
    people = {grant.official_id for grant, _ in everyone if any(map(scope([grant]).covers, programmes))}
    await _plan(transaction, now, sorted(people), what, detail, str(micros(now)), **more)


async def report(transaction: Transaction, now: datetime, official_id: int, what: str, detail: str, count: int) -> None:
    """Tell somebody what was done in their name while they were away, and with how many trainings."""
    await _plan(transaction, now, [official_id], what, detail, str(micros(now)), count=str(count))


async def _plan(
    transaction: Transaction,
    now: datetime,
    people: Sequence[int],
    what: str,
    detail: str,
    occasion: str,
    **more: str,
) -> None:
    await transaction.notices.plan(
        [
            Planned(
                kind=Kind.ALARM,
                official_id=official_id,
                key=f"{Kind.ALARM}:{what}:{detail}:{official_id}:{occasion}",
                due_at=now,
                args={"what": what, "detail": detail, **more},
            )
            for official_id in people
        ]
    )
