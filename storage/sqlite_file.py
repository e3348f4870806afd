"""The file of an SQLite database: made for its owner alone, held by one instance, refused in a plain sentence."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from storage import sqlite_copies
from storage.refusal import TAKEN, StorageRefused

_OWNER_ALONE = 0o600
_MILLISECONDS_FOR_READERS = 200
_REASONS = {
    "SQLITE_NOTADB": "it is not a database: name another file.",
    "SQLITE_BUSY": "another program keeps it locked: end that program first.",
    "SQLITE_FULL": "the disk is full: make room first.",
}
_PASSING = ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN")
_USED = b"in use\n"
_FOLDER = "it is a folder: name a file in it."
_WRITABLE = "it cannot be written: check the permissions of the file and of its folder."


def make(file: Path) -> None:
    """Make the file, which only its owner may read, unless it is there; SQLite gives its log the same permissions."""
    _refuse_other(file)
    _refuse_emptied(file)
    os.close(_open(file))


def _open(file: Path) -> int:
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT, _OWNER_ALONE)
    except (FileNotFoundError, NotADirectoryError):
        raise refused(file, f"the folder {file.parent} does not exist.") from None
    except PermissionError:
        raise refused(file, _WRITABLE) from None
    except OSError as error:
        raise refused(file, f"{error.strerror}.") from None


@contextmanager
def instance_lock(file: Path) -> Iterator[None]:
    """Hold the database for one instance; the lock is given back even when the process is killed."""
    descriptor = _open(_lock(file))
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise refused(file, TAKEN) from None
    try:
        yield
    finally:
        os.close(descriptor)


def for_reading(path: str | Path) -> str:
    """Return the address under which SQLite opens a file that is there and cannot change it; to be used as a URI."""
    with suppress(PermissionError):  # SQLite says so
        if not Path(path).exists():
            raise refused(path, "there is no such file yet: run the bot or import a programme first.")
    _refuse_other(Path(path))
    return f"file:{quote(str(path))}?mode=ro"


def note_use(file: Path) -> None:
    """Note, where the lock is, that there is a database: should the file be empty one day, something has cut it off."""
    with suppress(OSError):  # a note that cannot be written is missed on the worst of days only
        if not _is_used(file):
            _lock(file).write_bytes(_USED)


def _refuse_other(file: Path) -> None:
    """Refuse what is there and no file: SQLite would wait for a pipe for ever."""
    with suppress(OSError):  # what cannot be looked at is refused when it is opened
        if file.exists() and not file.is_file():
            raise refused(file, _FOLDER if file.is_dir() else "it is no file: name another one.")


def _refuse_emptied(file: Path) -> None:
    with suppress(OSError):  # what cannot be looked at is refused when it is opened
        if file.stat().st_size == 0 and _is_used(file):
            raise refused(file, f"it has been emptied: remove it to begin anew, or {sqlite_copies.advice(file)}")


def _is_used(file: Path) -> bool:
    lock = _lock(file)
    return lock.exists() and lock.read_bytes() == _USED


def _lock(file: Path) -> Path:
    return file.with_name(f"{file.name}.lock")


def empty_log(connection: sqlite3.Connection) -> None:
    """Move the log into the file and leave it empty, so that nothing erased is read in it.

    A reader in the way puts it off until the next time. No error is raised: what was committed is committed.
    """
    (usual,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {_MILLISECONDS_FOR_READERS}")
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute(f"PRAGMA busy_timeout = {usual}")


def in_trouble(error: BaseException) -> bool:
    """Tell whether SQLite could not do what it was asked for now: the file is locked, the disk full or out of reach."""
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorname", "").startswith(_PASSING)


@contextmanager
def refusing(path: str | Path) -> Iterator[None]:
    """Turn an error of SQLite into a refusal."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise refused(path, _WRITABLE) from error
        if name.startswith("SQLITE_CORRUPT") or (name == "SQLITE_NOTADB" and _is_used(Path(path))):
            raise refused(path, f"it is damaged: {sqlite_copies.advice(Path(path))}") from error
        raise refused(path, _REASONS.get(name, f"{error}.")) from error


def refused(path: str | Path, reason: str) -> StorageRefused:
    """Put why a database cannot be used into a sentence."""
    return StorageRefused(f"The database {path} cannot be used: {reason}")
