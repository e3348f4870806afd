"""Ends of transactions, which cancelling the task that waits for them does not stop; knows no engine."""

import asyncio
from collections.abc import Coroutine
from typing import Any


async def to_the_end(work: Coroutine[Any, Any, None]) -> None:
    """Await a COMMIT or ROLLBACK to its end even when the waiting task is cancelled, and only then be cancelled."""
    running = asyncio.ensure_future(work)  # noqa: TID251 - it must outlive the task that asks for it
    try:
        await asyncio.shield(running)
    except asyncio.CancelledError:
        await running
        raise
