"""SQLite: one writer behind one lock, and readers beside it that see what was committed."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import aiosqlite
from aiosql.queries import Queries

from storage import sqlite_file, sqlite_schema, statements
from storage.inbox import Intake
from storage.refusal import StorageRefused
from storage.sqlite_group import Group, Groups, Part
from storage.sqlite_session import Session, in_thread, never_idle
from storage.statements import Script
from storage.transaction import Transaction

Result = TypeVar("Result")

IN_MEMORY = ":memory:"
_READERS = 2
_MILLISECONDS_TO_READ = 500


async def open_sqlite(path: str, *, exclusive: bool, migrate: bool) -> "SqliteStorage":
    """Open a database file, or one in memory; raises ``StorageRefused``."""
    queries = statements.load("sqlite", "sqlite3")
    file = None if path == IN_MEMORY else Path(path)
    async with AsyncExitStack() as opened:
        if file:
            sqlite_file.make(file)
        if file and exclusive:
            opened.enter_context(sqlite_file.instance_lock(file))
        with sqlite_file.refusing(path):
            writer = await _connect(path, opened)
            await in_thread(writer, sqlite_schema.prepare, writer._conn, queries, file, migrate=migrate)  # noqa: SLF001
            if file and exclusive:
                sqlite_file.note_use(file)
            readers = [await _reader(path, opened) for _ in range(_READERS if file else 0)]
        return SqliteStorage(writer, readers, queries, opened.pop_all())


async def open_sqlite_for_reading(path: str) -> "SqliteStorage":
    """Open a database file that is there, leaving it as it is; raises ``StorageRefused``."""
    if path == IN_MEMORY:
        raise StorageRefused("A database in memory is known to its own process alone.")
    queries = statements.load("sqlite", "sqlite3")
    async with AsyncExitStack() as opened:
        with sqlite_file.refusing(path):
            address = sqlite_file.for_reading(path)
            only = await opened.enter_async_context(aiosqlite.connect(address, isolation_level=None, uri=True))
            only.row_factory = aiosqlite.Row
            await only.execute_fetchall(f"PRAGMA busy_timeout = {_MILLISECONDS_TO_READ}")
            await in_thread(only, sqlite_schema.look_at, only._conn, queries, Path(path))  # noqa: SLF001 - on its own thread
        return SqliteStorage(only, [only], queries, opened.pop_all())


async def _connect(path: str, opened: AsyncExitStack) -> aiosqlite.Connection:
    connection = await opened.enter_async_context(aiosqlite.connect(path, isolation_level=None))
    for pragma in sqlite_schema.PRAGMAS:
        await connection.execute_fetchall(pragma)
    connection.row_factory = aiosqlite.Row
    return connection


async def _reader(path: str, opened: AsyncExitStack) -> aiosqlite.Connection:
    connection = await _connect(path, opened)
    await connection.execute_fetchall("PRAGMA query_only = ON")
    return connection


class SqliteStorage(Intake):
    """The memory in a file, or in this process when there are no readers."""

    def __init__(
        self,
        writer: aiosqlite.Connection,
        readers: Sequence[aiosqlite.Connection],
        queries: Queries,
        opened: AsyncExitStack,
    ) -> None:
        super().__init__(self._run_alone)
        self._writer = writer
        self._queries = queries
        self._opened = opened
        self._groups = Groups(writer._conn)  # noqa: SLF001 - used on its own thread only
        self._turn = asyncio.Lock()
        self._readers = len(readers)
        self._idle: asyncio.LifoQueue[aiosqlite.Connection] = asyncio.LifoQueue()
        for reader in readers:
            self._idle.put_nowait(reader)

    @asynccontextmanager
    async def transaction(self, *, long: bool = False) -> AsyncIterator[Transaction]:
        """Open a writing transaction: commits at the end of the block, rolls back on any exception.

        Raises ``TimeoutError`` in one that hangs, so that it hangs alone.
        """
        part = Part(self._writer, self._queries, self._groups)
        async with self._in_turn():
            if long:
                await self._commit()
            try:
                async with never_idle(part.run) as run:
                    transaction = Transaction(run)
                    yield transaction
            except BaseException:
                await part.roll_back()
                raise
            erased = transaction.officials.erased
            await part.end(last=erased or long)
            if erased:
                await self._empty_log()
        await self._committed(part)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Open a consistent read; writing in it fails."""
        async with self._idle_reader() if self._readers else self._writer_as_reader() as connection:
            session = Session(connection, self._queries)
            try:
                yield Transaction(session.run)
            finally:
                await session.roll_back()

    async def purge(self, before: datetime) -> None:
        """Forget what ended before this instant, and what was erased while a reader kept the log."""
        await super().purge(before)
        async with self._turn:
            await self._empty_log()

    @staticmethod
    def to_blame(error: BaseException) -> bool:
        """Tell whether an error is the file's own, and not of what was asked of it."""
        return sqlite_file.in_trouble(error)

    @staticmethod
    async def held() -> None:
        """Hold the database for ever: a lock on a file is lost with the process alone."""
        await asyncio.Event().wait()

    async def close(self) -> None:
        """Close every connection once it is idle, and give the instance lock back."""
        async with self._turn:
            while self._readers:
                await self._idle.get()
                self._readers -= 1
            await self._commit()
            await self._opened.aclose()

    async def _empty_log(self) -> None:
        await self._commit()
        await in_thread(self._writer, sqlite_file.empty_log, self._writer._conn)  # noqa: SLF001 - on its own thread

    async def _run_alone(self, script: Script[Result], *, last: bool = True) -> Result:  # noqa: ARG002 - it always is
        part = Part(self._writer, self._queries, self._groups)
        async with self._in_turn():
            try:
                result = await part.run(script, last=True)
            except BaseException:
                await part.roll_back()
                raise
        await self._committed(part)
        return result

    @asynccontextmanager
    async def _in_turn(self) -> AsyncIterator[None]:
        """Hold the writer, after everybody who came before."""
        self._groups.in_line += 1
        try:
            await self._turn.acquire()
        finally:
            self._groups.in_line -= 1
        try:
            yield
        finally:
            self._turn.release()

    async def _committed(self, part: Part) -> None:
        """Return once a transaction lasts, or raise why it does not.

        Whoever is left to the group stands in line once more, behind all who then waited: whichever of them comes first
        to find the group open commits it, so that none of them depends on another that may be cancelled.
        """
        group = part.group
        if group and not group.ended:
            group.over = group.over or asyncio.get_running_loop().create_future()
            in_turn = asyncio.ensure_future(self._commit_in_turn(group))  # noqa: TID251 - it must outlive who is cancelled
            await asyncio.wait((in_turn, group.over), return_when=asyncio.FIRST_COMPLETED)
        if group:
            group.tell()
            if group.failure:
                raise group.failure

    async def _commit_in_turn(self, group: Group) -> None:
        async with self._turn:
            if not group.ended:
                await self._commit()

    async def _commit(self) -> None:
        """Leave no group open."""
        if group := self._groups.open:
            await in_thread(self._writer, group.commit)
            group.tell()

    @asynccontextmanager
    async def _idle_reader(self) -> AsyncIterator[aiosqlite.Connection]:
        reader = await self._idle.get()
        try:
            yield reader
        finally:
            self._idle.put_nowait(reader)

    @asynccontextmanager
    async def _writer_as_reader(self) -> AsyncIterator[aiosqlite.Connection]:
        """Lend the writer: a second connection would not see what is in memory."""
        async with self._turn:
            await self._commit()
            try:
                await self._writer.execute_fetchall("PRAGMA query_only = ON")
                yield self._writer
            finally:
                await self._writer.execute_fetchall("PRAGMA query_only = OFF")
