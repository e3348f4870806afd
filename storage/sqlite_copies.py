"""Copies of an SQLite database beside it: made before it changes, looked for when it is damaged."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

COPY = "before-"
"""What stands between the name of the database and the number of the step that a copy was made before."""


def path_before(file: Path, step: int) -> Path:
    """Name the copy that is made before a step of the schema."""
    return file.with_name(f"{file.name}.{COPY}{step:04}")


def is_sound(connection: sqlite3.Connection) -> bool:
    """Read every page; about a second for 150 MiB, which is why this is done once, when a database is opened."""
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return bool(verdict == "ok")


def advice(file: Path) -> str:
    """Say what to do about a damaged database: which copy beside it is the newest good one, if any is."""
    newest = _newest_good(file)
    return f"restore a copy; {newest.name} beside it is the newest good one." if newest else "restore a copy."


def _newest_good(file: Path) -> Path | None:
    copies = sorted(file.parent.glob(f"{file.name}.{COPY}*"), key=lambda copy: copy.stat().st_mtime, reverse=True)
    return next((copy for copy in copies if _is_good(copy)), None)


def _is_good(copy: Path) -> bool:
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{copy.absolute().as_uri()}?immutable=1", uri=True)) as read:
        return copy.stat().st_size > 0 and is_sound(read)
    return False
