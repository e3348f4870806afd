"""The instance lock on a server: held by a connection of its own, and taken again when that connection is lost."""

import asyncio
from typing import TypeAlias

import asyncpg
from aiosql.queries import Queries

from storage.postgres_session import GONE, drive
from storage.refusal import TAKEN, StorageRefused
from storage.statements import value

Direct: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

AGAIN_AFTER = 1.0
"""Seconds between two attempts to reach a server that is gone."""
_WAIT = 10.0


class InstanceLock:
    """Keeps other instances of the bot away from a database for as long as its connection lives."""

    def __init__(self, url: str, queries: Queries) -> None:
        self._url = url
        self._queries = queries
        self._connection: Direct | None = None
        self._lost = asyncio.Event()

    async def take(self, connection: Direct) -> None:
        """Take the lock with a connection that is this lock's from now on; raises ``StorageRefused``."""
        await self.close()
        self._lost.clear()
        self._connection = connection
        connection.add_termination_listener(self._note_loss)
        if not await drive(self._queries, connection, value("take_instance_lock")):
            raise StorageRefused(f"The database cannot be used: {TAKEN}")

    async def keep(self) -> None:
        """Take the lock again whenever it was lost; raises ``StorageRefused`` when somebody else has it."""
        while True:
            await self._lost.wait()
            try:
                await self.take(await asyncpg.connect(self._url, timeout=_WAIT))
            except GONE:
                self._lost.set()
                await asyncio.sleep(AGAIN_AFTER)

    async def close(self) -> None:
        """Give the lock back."""
        connection, self._connection = self._connection, None
        if connection:
            await connection.close()

    def _note_loss(self, connection: object) -> None:
        if connection is self._connection:
            self._lost.set()
