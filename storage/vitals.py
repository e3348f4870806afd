"""Vital signs: how the parts of a running bot are, read beside it without opening the memory as a whole.

Whoever asks for them asks often and briefly, so nothing is loaded here that they do not need.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing

from domain.health import Beat
from storage import heartbeats as told
from storage import migrations, sqlite_file, sqlite_schema, statements
from storage.sqlite_session import drive as drive_sqlite

_SQLITE = "sqlite:///"
_SECONDS = 0.5
_CONNECTING = 1.0
_IMPATIENT = {"lock_timeout": "1s"}
"""What a server is told by whoever cannot wait until a table is free."""


async def heartbeats(url: str) -> Sequence[Beat]:
    """Return how each part was when it told last; raises ``StorageRefused``."""
    if not url.startswith(_SQLITE):
        return await _on_a_server(url)
    path, queries = url.removeprefix(_SQLITE), statements.load("sqlite", "sqlite3")
    with (
        sqlite_file.refusing(path),
        closing(sqlite3.connect(sqlite_file.for_reading(path), timeout=_SECONDS, uri=True)) as connection,
    ):
        connection.row_factory = sqlite3.Row
        sqlite_schema.refuse_other(connection, queries)
        return drive_sqlite(queries, connection, told.told())


async def _on_a_server(url: str) -> Sequence[Beat]:
    import asyncpg  # noqa: PLC0415 - an extra that few install

    from storage.postgres_session import READ_ONLY, drive, refusing  # noqa: PLC0415 - it needs the extra

    queries = statements.load("postgres", "asyncpg")
    with refusing():
        connection = await asyncpg.connect(url, timeout=_CONNECTING, server_settings=READ_ONLY | _IMPATIENT)
        try:
            version = await drive(queries, connection, migrations.version())
            migrations.pending(migrations.read(migrations.FOLDER / "postgres"), version, wanted=False)
            return await drive(queries, connection, told.told())
        finally:
            await connection.close()
