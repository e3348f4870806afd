"""Groups: transactions that stand in line for the one writer share a COMMIT, and with it one wait for the disk.

The first of a group opens it, each of the others is a savepoint in it, and what one of them undoes takes nothing of the
others along. All of them last, or none. All of this runs on the database's thread except what is awaited or told.
"""

import asyncio
import sqlite3
from typing import TypeVar

import aiosqlite
from aiosql.queries import Queries

from storage.sqlite_session import Session, in_thread
from storage.statements import Script

Result = TypeVar("Result")

MOST = 32
"""Transactions in a group: whoever was the first waits for the work of so many others before it is told."""


class Group:
    """Transactions that last once they are committed together; ``failure`` tells why they did not."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._saved = False
        self.size = 0
        self.ended = False
        self.failure: BaseException | None = None
        self.over: asyncio.Future[None] | None = None

    def tell(self) -> None:
        """Tell those who wait on the loop that it has ended."""
        if self.ended and self.over and not self.over.done():
            self.over.set_result(None)

    def begin(self) -> None:
        """Begin one more transaction, after the work of the one before it."""
        if not self.size:
            self._roll_back()
            self._connection.execute("BEGIN IMMEDIATE")
        else:
            if self._saved:
                self._connection.execute("RELEASE part")
                self._saved = False
            self._connection.execute("SAVEPOINT part")
            self._saved = True
        self.size += 1

    def undo(self, failure: BaseException | None) -> None:
        """Undo the latest transaction; all of them, when SQLite has undone them already because of this failure."""
        if self.ended:
            return
        if not self._saved:
            self.ended = True
            self._roll_back()
        elif self._connection.in_transaction:
            self._attempt("ROLLBACK TO part")
        else:
            self._fail(failure or sqlite3.OperationalError("SQLite has rolled the transaction back"))

    def commit(self) -> None:
        """Make all of them last; no error is raised here, but by each of them."""
        if not self.ended:
            self._attempt("COMMIT")
            self.ended = True

    def _attempt(self, sql: str) -> None:
        try:
            self._connection.execute(sql)
        except (sqlite3.Error, MemoryError) as failure:
            self._fail(failure)

    def _fail(self, failure: BaseException) -> None:
        self.failure = failure
        self.ended = True
        self._roll_back()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


class Groups:
    """The groups of the writer, one after another; ``in_line`` is how many wait for it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.in_line = 0
        self._connection = connection
        self._latest = Group(connection)

    def join(self) -> Group:
        """Begin a transaction in the group that is open, or in a new one."""
        if self._latest.ended:
            self._latest = Group(self._connection)
        self._latest.begin()
        return self._latest

    @property
    def open(self) -> Group | None:
        """The group that somebody is still to commit."""
        return self._latest if self._latest.size and not self._latest.ended else None


class Part(Session):
    """A transaction that shares its COMMIT; it joins a group with its first script."""

    def __init__(self, connection: aiosqlite.Connection, queries: Queries, groups: Groups) -> None:
        super().__init__(connection, queries)
        self._groups = groups
        self.group: Group | None = None

    async def run(self, script: Script[Result], *, last: bool = False) -> Result:
        """Run a script; with the ``last`` of a transaction commit the group, when nobody is left to do so."""
        if not last:
            return await super().run(script)
        return await in_thread(self._connection, self._run_and_end, script, last=not self._groups.in_line)

    async def end(self, *, last: bool) -> None:
        """Leave the work to the group, and commit that when it is the last of it; raise what went wrong before."""
        if self._failure or (self._is_open() and (last or not self._groups.in_line or self._is_full())):
            await in_thread(self._connection, self._end, last=True)

    def _run_and_end(self, script: Script[Result], *, last: bool) -> Result:
        result = self._run(script)
        self._end(last=last)
        return result

    def _end(self, *, last: bool) -> None:
        if self._failure:
            self._roll_back()
            raise self._failure
        if self.group and (last or self._is_full()):
            self.group.commit()

    def _is_full(self) -> bool:
        return self.group is not None and self.group.size >= MOST

    def _is_open(self) -> bool:
        return self.group is not None and not self.group.ended

    def _begin(self) -> None:
        self.group = self.group or self._groups.join()
        if not self._is_open():
            raise RuntimeError("Something follows what was to be the last of its transaction.")

    def _roll_back(self) -> None:
        if self.group:
            self.group.undo(self._failure)
