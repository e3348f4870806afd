"""The schema of an SQLite database: checked, copied before it changes, and brought up to date."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from aiosql.queries import Queries

from storage import migrations, sqlite_copies, sqlite_file
from storage.migrations import Migration
from storage.refusal import StorageRefused
from storage.sqlite_session import drive

PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)


def prepare(
    connection: sqlite3.Connection,
    queries: Queries,
    file: Path | None,
    *,
    migrate: bool,
    folder: Path = migrations.FOLDER / "sqlite",
) -> None:
    """Bring the database up to date; an existing one is copied beside itself first."""
    _check(connection, file)
    version = _version(connection, queries)
    missing = migrations.pending(migrations.read(folder), version, wanted=migrate)
    if file and version and missing:
        _copy(connection, sqlite_copies.path_before(file, missing[0].number))
    for step in missing:
        _apply(connection, queries, step)


def look_at(connection: sqlite3.Connection, queries: Queries, file: Path) -> None:
    """Refuse a database that is damaged or of another schema, and leave it as it is."""
    _check(connection, file)
    refuse_other(connection, queries)


def refuse_other(connection: sqlite3.Connection, queries: Queries, folder: Path = migrations.FOLDER / "sqlite") -> None:
    """Refuse a database of another schema, without looking whether it is sound."""
    migrations.pending(migrations.read(folder), _version(connection, queries), wanted=False)


def _version(connection: sqlite3.Connection, queries: Queries) -> int:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table'").fetchone()
    version = drive(queries, connection, migrations.version())
    if tables and not version:
        raise StorageRefused("This file is another program's database: name another, or a new one.")
    return version


def _check(connection: sqlite3.Connection, file: Path | None) -> None:
    if file and not sqlite_copies.is_sound(connection):
        raise sqlite_file.refused(file, f"it is damaged: {sqlite_copies.advice(file)}")


def _copy(connection: sqlite3.Connection, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    sqlite_file.make(copy)
    connection.execute("VACUUM INTO ?", (str(copy),))


def _apply(connection: sqlite3.Connection, queries: Queries, step: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have applied it while this one waited.
        if drive(queries, connection, migrations.version()) < step.number:
            for statement in _statements(step.sql):
                connection.execute(statement)
            drive(queries, connection, migrations.note(step))
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
