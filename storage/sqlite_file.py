"""The file of an SQLite database: made for its owner alone, held by one instance, refused in a plain sentence."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from storage.refusal import StorageRefused

_OWNER_ALONE = 0o600
_MILLISECONDS_FOR_READERS = 200
_REASONS = {
    "SQLITE_NOTADB": "it is not a database: name another file.",
    "SQLITE_CORRUPT": "it is damaged: restore a copy.",
    "SQLITE_BUSY": "another program keeps it locked: end that program first.",
    "SQLITE_FULL": "the disk is full.",
}
_WRITABLE = "it cannot be written: check the permissions of the file and of its folder."


def make(file: Path) -> None:
    """Make the file, which only its owner may read, unless it is there; SQLite gives its log the same permissions."""
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, _OWNER_ALONE))
    except (FileNotFoundError, NotADirectoryError):
        raise _refused(file, f"the folder {file.parent} does not exist.") from None
    except IsADirectoryError:
        raise _refused(file, "it is a folder.") from None
    except PermissionError:
        raise _refused(file, _WRITABLE) from None
    except OSError as error:
        raise _refused(file, f"{error.strerror}.") from None


@contextmanager
def instance_lock(file: Path) -> Iterator[None]:
    """Hold the database for one instance; the lock is given back even when the process is killed."""
    descriptor = os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT, _OWNER_ALONE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise _refused(file, "another instance of the bot already runs on it.") from None
    try:
        yield
    finally:
        os.close(descriptor)


def for_reading(path: str | Path) -> str:
    """Return the address under which SQLite opens a file that is there and cannot change it; to be used as a URI."""
    return f"file:{quote(str(path))}?mode=ro"


def empty_log(connection: sqlite3.Connection) -> None:
    """Move the log into the file and leave it empty, so that nothing erased is read in it.

    A reader in the way puts it off until the next time. No error is raised: what was committed is committed.
    """
    (usual,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {_MILLISECONDS_FOR_READERS}")
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute(f"PRAGMA busy_timeout = {usual}")


@contextmanager
def refusing(path: str | Path) -> Iterator[None]:
    """Turn an error of SQLite into a refusal."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_READONLY"):
            raise _refused(path, _WRITABLE) from error
        raise _refused(path, _REASONS.get(name, f"{error}.")) from error


def _refused(path: str | Path, reason: str) -> StorageRefused:
    return StorageRefused(f"The database {path} cannot be used: {reason}")
