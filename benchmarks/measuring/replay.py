"""Statements noted as the port does them, to be done once more by sqlite3 alone: without rules, values and hops."""

import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from storage import sqlite_schema, statements
from storage.sqlite_session import drive
from storage.statements import Result, Script, Statement, Value
from storage.transaction import Transaction

PRAGMAS: tuple[str, ...] = sqlite_schema.PRAGMAS
Call = tuple[str, Mapping[str, Value] | Sequence[Mapping[str, Value]]]


def pragmas(synchronous: str) -> tuple[str, ...]:
    """Return what the product tells SQLite, with another word for when to sync."""
    return tuple(f"PRAGMA synchronous = {synchronous}" if "synchronous" in each else each for each in PRAGMAS)


def opened(file: Path, synchronous: str = "FULL") -> sqlite3.Connection:
    """Open a database as the product does."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for pragma in pragmas(synchronous):
        connection.execute(pragma)
    return connection


class Noting:
    """Does transactions on a connection and notes their statements in ``noted``, those of each in a list of its own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.noted: list[list[Call]] = []
        self._connection = connection
        self._queries = statements.load("sqlite", "sqlite3")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """Open a transaction; commits at the end of the block."""
        calls: list[Call] = []
        self.noted.append(calls)

        async def run(script: Script[Result], *, last: bool = False) -> Result:  # noqa: ARG001 - COMMIT comes apart
            return drive(self._queries, self._connection, self._noted(script, calls))

        self._connection.execute("BEGIN IMMEDIATE")
        yield Transaction(run)
        self._connection.execute("COMMIT")

    def _noted(self, script: Script[Result], calls: list[Call]) -> Script[Result]:
        found = None
        try:
            while True:
                statement: Statement = script.send(found)
                sql = getattr(self._queries, statement.query).sql
                calls.append((sql, statement.parameters if statement.batch is None else statement.batch))
                found = yield statement
        except StopIteration as end:
            result: Result = end.value
            return result


def replay(connection: sqlite3.Connection, calls: Sequence[Call]) -> None:
    """Do the statements of a transaction once more."""
    connection.execute("BEGIN IMMEDIATE")
    for sql, told in calls:
        if isinstance(told, Mapping):
            connection.execute(sql, told).fetchall()
        else:
            connection.executemany(sql, told)
    connection.execute("COMMIT")
