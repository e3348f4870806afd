"""What everybody goes by who takes rows under a lease and sends them: for how long, and when again."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from domain.ports import Storage, Transaction

Written = TypeVar("Written")
Row = TypeVar("Row")

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


async def send_all(
    claim: Callable[[], Awaitable[Sequence[Row]]],
    send: Callable[[Row], Awaitable[None]],
    *,
    most: int,
    rung: asyncio.Event,
) -> int:
    """Send what is claimed, ``most`` rows at a time, and what falls due meanwhile; return how many there were.

    One that hangs keeps no other from being claimed and sent; ``rung`` is set when there may be more to claim. After a
    failure nothing more is claimed; it is raised when all that is on its way has ended.
    """
    handled, flying, room = 0, 0, asyncio.Semaphore(most)
    failures: list[Exception] = []

    async def sent(row: Row) -> None:
        nonlocal flying
        try:
            await send(row)
        except Exception as error:  # noqa: BLE001 - raised when nothing is on its way any more
            failures.append(error)
        flying -= 1
        room.release()
        rung.set()

    async with asyncio.TaskGroup() as tasks:
        try:
            while not failures:
                rung.clear()
                for row in (claimed := await claim()):
                    await room.acquire()
                    flying += 1
                    tasks.create_task(sent(row))
                handled += len(claimed)
                if not claimed and not flying:
                    break
                if not claimed:
                    await rung.wait()
        except Exception as error:  # noqa: BLE001 - the same
            failures.append(error)
    if failures:
        raise ExceptionGroup("not all was sent", failures)
    return handled


async def _written(storage: Storage, write: Callable[[Transaction], Awaitable[Written]]) -> Written:
    async with storage.transaction() as transaction:
        return await write(transaction)
