"""A transaction on an SQLite connection: a whole script is one function on the database's thread."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any, ParamSpec, TypeVar

import aiosqlite
from aiosql.queries import Queries
from aiosql.types import SQLOperationType

from storage.statements import Run, Script, Statement

Result = TypeVar("Result")
Arguments = ParamSpec("Arguments")

LONGEST_IDLE = 2.0
"""Seconds that a transaction may go on without asking anything of the database."""


async def in_thread(
    connection: aiosqlite.Connection,
    function: Callable[Arguments, Result],
    *args: Arguments.args,
    **kwargs: Arguments.kwargs,
) -> Result:
    """Run a function on the connection's thread.

    The hop is what costs: one stands in for the three that aiosqlite's public calls take for every statement.
    """
    result: Result = await connection._execute(function, *args, **kwargs)  # type: ignore[no-untyped-call]  # noqa: SLF001
    return result


class Session:
    """A connection during one transaction, which opens with its first script.

    What is queued for the database's thread runs there to its end and in order, whatever becomes of the task that waits
    for it: so neither COMMIT nor ROLLBACK can be cancelled, and the next BEGIN comes after them.
    """

    def __init__(self, connection: aiosqlite.Connection, queries: Queries) -> None:
        self._connection = connection
        self._raw: sqlite3.Connection = connection._conn  # noqa: SLF001 - used on the connection's thread only
        self._queries = queries
        self._failure: BaseException | None = None

    async def run(self, script: Script[Result], *, last: bool = False) -> Result:  # noqa: ARG002 - nothing to commit
        """Run a script within the transaction; after a failure nothing more can be done in it."""
        return await in_thread(self._connection, self._run, script)

    async def roll_back(self) -> None:
        """Undo it, unless it lasts already."""
        await in_thread(self._connection, self._roll_back)

    def _run(self, script: Script[Result]) -> Result:
        if self._failure:
            raise self._failure
        try:
            self._begin()
            return drive(self._queries, self._raw, script)
        except BaseException as failure:
            self._failure = failure
            raise

    def _begin(self) -> None:
        if not self._raw.in_transaction:
            self._raw.execute("BEGIN")

    def _roll_back(self) -> None:
        if self._raw.in_transaction:
            self._raw.execute("ROLLBACK")


@asynccontextmanager
async def never_idle(run: Run) -> AsyncIterator[Run]:
    """Raise ``TimeoutError`` in a transaction in which nothing happens for too long: it keeps all others from writing.

    What runs on the database's thread may take as long as it needs. One timer looks after it all: to set one for each
    script would cost as much as the script.
    """
    loop = asyncio.get_running_loop()
    asked, since = 0, loop.time()
    timer: asyncio.TimerHandle

    async def busy(script: Script[Result], *, last: bool = False) -> Result:
        nonlocal asked, since
        asked += 1
        try:
            return await run(script, last=last)
        finally:
            asked, since = asked - 1, loop.time()

    def look() -> None:
        nonlocal timer
        now = loop.time()
        ends = (now if asked else since) + LONGEST_IDLE
        if now < ends:
            timer = loop.call_at(ends, look)
        else:
            idle.reschedule(now)

    async with asyncio.timeout(None) as idle:
        timer = loop.call_later(LONGEST_IDLE, look)
        try:
            yield busy
        finally:
            timer.cancel()


def drive(queries: Queries, connection: sqlite3.Connection, script: Script[Result]) -> Result:
    """Run a script to its end."""
    found = None
    try:
        while True:
            found = _answer(queries, connection, script.send(found))
    except StopIteration as end:
        result: Result = end.value
        return result
    finally:
        script.close()


def _answer(queries: Queries, connection: sqlite3.Connection, statement: Statement) -> Any:  # noqa: ANN401 - see Row
    query = getattr(queries, statement.query)
    if statement.batch is not None:
        return query(connection, statement.batch)
    found = query(connection, **statement.parameters)
    return _named(found) if query.operation is SQLOperationType.SELECT else found


def _named(rows: Iterable[sqlite3.Row]) -> list[dict[str, Any]]:
    """Return rows by the names of their columns: a row of SQLite's compares all names each time one is looked up."""
    found = list(rows)
    names = found[0].keys() if found else []
    return [dict(zip(names, row, strict=True)) for row in found]
