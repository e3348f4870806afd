"""A transaction on a PostgreSQL connection: a script runs statement by statement."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias, TypeVar

import asyncpg
from aiosql.queries import Queries
from aiosql.types import SQLOperationType
from asyncpg.pool import PoolConnectionProxy

from storage.refusal import StorageRefused
from storage.statements import Script, Statement

Result = TypeVar("Result")
Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record] | PoolConnectionProxy[asyncpg.Record]"

GONE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What is raised of a connection that has ended, or cannot be had: the driver has many words for it."""
READ_ONLY = {"default_transaction_read_only": "on"}
"""What a server is told by whoever only looks."""


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the driver says about an address into a refusal that does not repeat the address and its password."""
    try:
        yield
    except (ValueError, asyncpg.InterfaceError):
        raise StorageRefused("The address of the database is wrong: postgresql://user:password@host/name.") from None
    except (OSError, TimeoutError):
        raise StorageRefused("The database server cannot be reached: check its address, and that it runs.") from None
    except asyncpg.PostgresError as error:
        raise StorageRefused(f"The database cannot be used: {error}.") from None


class Session:
    """A connection during one transaction."""

    def __init__(self, connection: Connection, queries: Queries) -> None:
        self._connection = connection
        self._queries = queries
        self._failure: BaseException | None = None

    async def run(self, script: Script[Result], *, last: bool = False) -> Result:  # noqa: ARG002 - COMMIT comes apart
        """Run a script within the transaction; after a failure nothing more can be done in it."""
        self.check()
        try:
            return await drive(self._queries, self._connection, script)
        except BaseException as failure:
            self._failure = failure
            raise

    def check(self) -> None:
        """Raise what went wrong, if anything did; PostgreSQL would roll back on COMMIT and say nothing of it."""
        if self._failure:
            raise self._failure


async def drive(queries: Queries, connection: Connection, script: Script[Result]) -> Result:
    """Run a script to its end."""
    found = None
    try:
        while True:
            found = await _answer(queries, connection, script.send(found))
    except StopIteration as end:
        result: Result = end.value
        return result
    finally:
        script.close()


async def _answer(queries: Queries, connection: Connection, statement: Statement) -> Any:  # noqa: ANN401 - see Row
    query = getattr(queries, statement.query)
    if statement.batch is not None:
        return await query(connection, statement.batch)
    if query.operation is SQLOperationType.SELECT:
        return [row async for row in query(connection, **statement.parameters)]
    found = await query(connection, **statement.parameters)
    return _rows(found) if query.operation is SQLOperationType.INSERT_UPDATE_DELETE else found


def _rows(said: str) -> int:
    """Return how many rows were written, by what the server said: ``INSERT 0 3``, ``UPDATE 3``, or ``LOCK TABLE``."""
    *_, last = said.split()
    return int(last) if last.isdecimal() else 0
