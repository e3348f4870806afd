"""What everybody goes by who takes rows under a lease and sends them: for how long, and when again."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from domain.ports import Storage, Transaction

Written = TypeVar("Written")

LEASE: Final = timedelta(minutes=3)
"""For how long a row is nobody else's: longer than a call can take."""
AGAIN_AFTER = timedelta(seconds=30)
"""When to try again what may have arrived."""
LOST: Final = "the process ended while it was on its way"
TRIES, PAUSE = 60, 2.0
"""How often, and after how many seconds, what became of a row is written down: for about as long as its lease."""


async def insist(storage: Storage, write: Callable[[Transaction], Awaitable[Written]]) -> Written:
    """Write in a transaction, again and again while the storage is to blame that it fails; raises what fails at last.

    Unwritten, a row that was sent would be sent anew, and one that was given back would wait for the end of its lease.
    """
    for _ in range(TRIES):
        try:
            return await _written(storage, write)
        except Exception as error:
            if not storage.to_blame(error):
                raise
        await asyncio.sleep(PAUSE)
    return await _written(storage, write)


async def _written(storage: Storage, write: Callable[[Transaction], Awaitable[Written]]) -> Written:
    async with storage.transaction() as transaction:
        return await write(transaction)
