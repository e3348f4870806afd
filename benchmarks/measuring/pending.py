"""Notices that wait: written by whole statements, by hundreds of thousands."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from benchmarks.measuring.large import Extent, made
from domain.notice import Kind
from storage.instants import micros

_ROWS = """
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :many)
INSERT INTO notice (kind, official_id, training_id, key, args, due_at, useful_until)
SELECT :kind, n, 1, :kind || ':1:' || n, '{"start": "2026-04-28T09:00"}', :due_at + :apart * (n - 1), NULL FROM number
"""


async def with_pending(file: Path, many: int, due_at: datetime, apart_s: float = 0.0) -> str:
    """Make a database with so many reminders of one training, from an instant on; return its address."""
    address = await made(file, Extent(trainings=1, upcoming=1, people=many))
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        told = {"many": many, "kind": Kind.REMINDER_DAY, "due_at": micros(due_at), "apart": round(apart_s * 1_000_000)}
        connection.execute(_ROWS, told)
        connection.commit()
    return address
