"""PostgreSQL: a pool of connections, for a town that runs a server anyway."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import TypeAlias, TypeVar

import asyncpg
from aiosql.queries import Queries

from storage import migrations, statements
from storage.ending import to_the_end
from storage.inbox import Intake
from storage.postgres_lock import InstanceLock
from storage.postgres_session import GONE, READ_ONLY, Connection, Session, drive, refusing
from storage.statements import Script, value
from storage.transaction import Transaction

Result = TypeVar("Result")
Pool: TypeAlias = "asyncpg.Pool[asyncpg.Record]"

_CONNECTIONS = 10
_WAIT = 10.0
_WAIT_TO_READ = 1.0
_LOCKED = "10s"
"""How long a statement waits for a lock: less than a turn may take, so that it is known that the lock was to blame."""
_PASSING = (
    ConnectionError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.LockNotAvailableError,
    asyncpg.TransactionRollbackError,
    asyncpg.InternalClientError,  # what the driver says of a connection that ended just now
)


async def open_postgres(url: str, *, exclusive: bool, migrate: bool) -> "PostgresStorage":
    """Open a database on a server; raises ``StorageRefused``."""
    queries = statements.load("postgres", "asyncpg")
    async with AsyncExitStack() as opened:
        with refusing():
            first = await asyncpg.connect(url, timeout=_WAIT)
            opened.push_async_callback(first.close)
            lock = InstanceLock(url, queries)
            opened.push_async_callback(lock.close)
            if exclusive:
                await lock.take(first)
            await prepare(first, queries, migrate=migrate)
            pool = asyncpg.create_pool(
                url, min_size=1, max_size=_CONNECTIONS, timeout=_WAIT, server_settings={"lock_timeout": _LOCKED}
            )
            await opened.enter_async_context(pool)
        return PostgresStorage(pool, queries, opened.pop_all(), lock)


async def open_postgres_for_reading(url: str) -> "PostgresStorage":
    """Open a database on a server, leaving it as it is; raises ``StorageRefused``."""
    queries = statements.load("postgres", "asyncpg")
    async with AsyncExitStack() as opened:
        with refusing():
            pool = asyncpg.create_pool(url, min_size=1, max_size=1, timeout=_WAIT_TO_READ, server_settings=READ_ONLY)
            await opened.enter_async_context(pool)
            async with pool.acquire() as connection:
                await prepare(connection, queries, migrate=False)
        return PostgresStorage(pool, queries, opened.pop_all(), InstanceLock(url, queries))


async def prepare(
    connection: Connection, queries: Queries, *, migrate: bool, folder: Path = migrations.FOLDER / "postgres"
) -> None:
    """Bring the schema up to date; the copy before that is the server's affair."""
    version = await drive(queries, connection, migrations.version())
    for step in migrations.pending(migrations.read(folder), version, wanted=migrate):
        async with connection.transaction():
            await drive(queries, connection, value("wait_for_migrations"))
            # Another process may have applied it while this one waited.
            if await drive(queries, connection, migrations.version()) < step.number:
                await connection.execute(step.sql)
                await drive(queries, connection, migrations.note(step))


class PostgresStorage(Intake):
    """The memory on a server."""

    def __init__(self, pool: Pool, queries: Queries, opened: AsyncExitStack, lock: InstanceLock) -> None:
        super().__init__(self._run_alone)
        self._lock = lock
        self._pool = pool
        self._queries = queries
        self._opened = opened

    @asynccontextmanager
    async def transaction(self, *, long: bool = False) -> AsyncIterator[Transaction]:  # noqa: ARG002 - nobody waits here
        """Open a writing transaction: commits at the end of the block, rolls back on any exception."""
        async with self._session() as session:
            yield Transaction(session.run)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Open a consistent read; writing in it fails."""
        async with (
            self._connected() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            yield Transaction(Session(connection, self._queries).run)

    @staticmethod
    def to_blame(error: BaseException) -> bool:
        """Tell whether an error is the server's, or of the way to it, and not of what was asked."""
        gone = isinstance(error, asyncpg.InterfaceError) and "closed" in str(error)
        return gone or isinstance(error, _PASSING)

    async def held(self) -> None:
        """Hold the database for this instance for ever; raises ``StorageRefused`` when another one took it."""
        await self._lock.keep()

    async def close(self) -> None:
        """Close every connection once it is idle, and give the instance lock back."""
        await self._opened.aclose()

    async def _run_alone(self, script: Script[Result], *, last: bool = True) -> Result:  # noqa: ARG002 - it always is
        async with self._session() as session:
            return await session.run(script)

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[Session]:
        async with self._connected() as connection:
            transaction = connection.transaction()
            await transaction.start()
            session = Session(connection, self._queries)
            try:
                yield session
                session.check()
            except BaseException:
                await to_the_end(transaction.rollback())
                raise
            await to_the_end(transaction.commit())

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Connection]:
        """Take a connection; one that cannot be had is the server's fault, in whatever way that is told."""
        try:
            connection = await self._pool.acquire()
        except OSError as error:
            raise ConnectionError("The database server cannot be reached.") from error
        try:
            yield connection
        finally:
            with suppress(*GONE):  # it is closed then, and what was done in it is done
                await self._pool.release(connection)
