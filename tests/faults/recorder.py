"""The recorder: triggers in a case's database that keep what the bot forgets, for the invariants to be judged by.

A reply that arrived forgets its text and its chat, an erased person all rows. They keep every state of every row
that a promise hangs on, in the transaction that wrote it.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KEPT: Mapping[str, tuple[str, ...]] = {
    "inbox": ("update_id", "state"),
    "reply": ("id", "chat_id", "method", "body", "fate", "due_at", "attempts"),
    "notice": (
        "id", "kind", "official_id", "training_id", "fate", "due_at", "useful_until", "attempts", "message_id",
    ),
    "registration": ("training_id", "official_id", "state", "seat", "queue"),
    "organiser": ("official_id", "role", "programme_id"),
    "training": ("id", "programme_id", "details", "status", "starts_at", "seats", "version"),
    "act": ("id", "official_id", "programme_id", "training_id", "deed"),
}  # fmt: skip
"""What is kept of each state, by table; the id of a row comes first where one has it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One state of a row, as it was written."""

    table: str
    facts: Mapping[str, Any]

    @property
    def id(self) -> int:
        return int(next(iter(self.facts.values())))


def install(database: Path) -> None:
    """Let a database of the present schema record; one that does so already stays as it is."""
    with closing(sqlite3.connect(database)) as connection, connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'seen_inbox'").fetchall():
            return
        for table, columns in KEPT.items():
            connection.execute(f"CREATE TABLE seen_{table} (number INTEGER PRIMARY KEY, {', '.join(columns)})")
            keep = f"INSERT INTO seen_{table} ({', '.join(columns)})"
            connection.execute(f"{keep} SELECT {', '.join(columns)} FROM {table}")  # noqa: S608 - ours
            new = ", ".join(f"NEW.{column}" for column in columns)
            for change in ("INSERT", "UPDATE"):
                connection.execute(
                    f"CREATE TRIGGER seen_{table}_{change.lower()} AFTER {change} ON {table}"
                    f" BEGIN {keep} VALUES ({new}); END"
                )


def seen(database: Path) -> list[Seen]:
    """Return all that was recorded, each table's oldest first."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        return [
            Seen(table, {name: row[name] for name in columns})
            for table, columns in KEPT.items()
            for row in connection.execute(f"SELECT * FROM seen_{table} ORDER BY number")  # noqa: S608 - one of ours
        ]
