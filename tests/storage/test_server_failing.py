"""A PostgreSQL server that fails: it is known to be to blame, and its lock is never lost unnoticed."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest

from domain.ports import Storage
from storage import postgres
from storage.database import StorageRefused, open_storage
from storage.vitals import heartbeats

HELD = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
END_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
WITHIN = 20.0


@asynccontextmanager
async def opened(url: str, *, exclusive: bool = False) -> AsyncIterator[Storage]:
    storage = await open_storage(url, exclusive=exclusive)
    try:
        yield storage
    finally:
        await storage.close()


@asynccontextmanager
async def connected(url: str) -> AsyncIterator["asyncpg.Connection[asyncpg.Record]"]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


async def lose_lock(by_hand: "asyncpg.Connection[asyncpg.Record]") -> int:
    """End the connection that holds the instance lock and return its number."""
    pid = int(await by_hand.fetchval(HELD))
    await by_hand.execute(f"SELECT pg_terminate_backend({pid})")
    return pid


async def test_instance_lock_that_was_lost_is_taken_again(empty_postgres: str) -> None:
    async with opened(empty_postgres, exclusive=True) as storage, connected(empty_postgres) as by_hand:
        async with asyncio.TaskGroup() as tasks:
            holding = tasks.create_task(storage.held())
            former = await lose_lock(by_hand)
            async with asyncio.timeout(WITHIN):
                while await by_hand.fetchval(HELD) in {None, former}:
                    await by_hand.execute("SELECT pg_sleep(0.01)")
            with pytest.raises(StorageRefused, match="another instance"):
                await open_storage(empty_postgres, exclusive=True)
            holding.cancel()
        assert holding.cancelled(), "it held the database for as long as it was asked to"


async def test_instance_whose_lock_another_one_took_is_told(empty_postgres: str) -> None:
    async with (
        opened(empty_postgres, exclusive=True) as storage,
        connected(empty_postgres) as by_hand,
        connected(empty_postgres) as other,
        asyncio.TaskGroup() as tasks,
    ):
        taking = tasks.create_task(other.execute("SELECT pg_advisory_lock(8367946)"))
        await lose_lock(by_hand)
        async with asyncio.timeout(WITHIN):
            await taking
            with pytest.raises(StorageRefused, match="another instance"):
                await storage.held()


async def test_table_that_is_locked_for_long_is_to_blame(empty_postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_LOCKED", "10ms")
    async with opened(empty_postgres) as storage, connected(empty_postgres) as other, other.transaction():
        await other.execute("LOCK TABLE official IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(asyncpg.PostgresError) as raised:
            async with storage.transaction() as transaction:
                await transaction.officials.get(1)
        assert storage.to_blame(raised.value)


async def test_health_that_is_locked_is_not_waited_for(empty_postgres: str) -> None:
    await (await open_storage(empty_postgres)).close()
    async with connected(empty_postgres) as other, other.transaction():
        await other.execute("LOCK TABLE heartbeat IN ACCESS EXCLUSIVE MODE")
        async with asyncio.timeout(WITHIN):
            with pytest.raises(StorageRefused, match="lock timeout"):
                await heartbeats(empty_postgres)


@asynccontextmanager
async def roundabout(url: str) -> AsyncIterator[tuple[str, Callable[[], None]]]:
    """Lead to a server by way of a port on this machine, until it is told to hang up and say nothing any more."""
    ways: list[asyncio.StreamWriter] = []
    silent = asyncio.Event()

    def hang_up() -> None:
        silent.set()
        for way in ways:
            way.close()

    async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while some := await reader.read(65536):
                writer.write(some)
        writer.close()

    async def led(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if silent.is_set():
            await reader.read()
            writer.close()
            return
        there, back = await asyncio.open_unix_connection(socket)
        ways.extend((writer, back))
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(pass_on(reader, back))
            tasks.create_task(pass_on(there, writer))

    address = urlsplit(url)
    socket = parse_qs(address.query)["host"][0] + "/.s.PGSQL.5432"
    async with await asyncio.start_server(led, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        yield f"postgresql://postgres@127.0.0.1:{port}{address.path}", hang_up


async def test_server_that_does_not_answer_is_to_blame(empty_postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_WAIT", 0.5)
    async with roundabout(empty_postgres) as (url, hang_up), opened(url) as storage:
        hang_up()
        for _ in range(2):  # the first may only find out that its connection is gone
            with pytest.raises((OSError, asyncpg.PostgresError, asyncpg.InterfaceError)) as raised:
                await storage.unfinished()
            assert storage.to_blame(raised.value)


async def test_connections_that_a_server_ends_at_any_moment_are_to_blame(empty_postgres: str) -> None:
    async def write(storage: Storage) -> None:
        async with storage.transaction() as transaction:
            await transaction.officials.get(1)

    async with opened(empty_postgres, exclusive=True) as storage, connected(empty_postgres) as by_hand:
        async with asyncio.TaskGroup() as tasks:
            holding = tasks.create_task(storage.held())
            ended = [
                each
                for _ in range(40)
                for each in await asyncio.gather(
                    *(write(storage) for _ in range(8)), by_hand.execute(END_OTHERS), return_exceptions=True
                )
                if isinstance(each, Exception)
            ]
            async with asyncio.timeout(WITHIN):
                while not await by_hand.fetchval(HELD):
                    await by_hand.execute("SELECT pg_sleep(0.01)")
            holding.cancel()
        assert ended, "nothing was ended in the middle"
        assert [each for each in ended if not storage.to_blame(each)] == []
