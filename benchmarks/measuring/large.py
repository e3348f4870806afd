"""A large database: made of whole statements within seconds, in the schema that a fresh one has."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from domain.official import Preferences
from domain.training import Details
from domain.wall import Wall
from storage import codec
from storage.database import open_storage
from storage.instants import micros

NOW = datetime(2026, 4, 27, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ENTRY = '{"programme": "Szkolenia", "organiser": null, "coordinator": null, "signup_url": null, "faq": null}'
_SPARING = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
_NUMBERS = "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :many)"


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is; of the trainings so many are not over yet."""

    trainings: int
    upcoming: int
    people: int
    registrations: int = 0


async def made(file: Path, extent: Extent) -> str:
    """Make a database of this extent and return its address."""
    address = f"sqlite:///{file}"
    await (await open_storage(address)).close()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executescript(_SPARING)
        connection.execute("BEGIN")
        _people(connection, extent.people)
        _trainings(connection, extent)
        _registrations(connection, extent)
        connection.execute("COMMIT")
        connection.execute("ANALYZE")
    return address


def _people(connection: sqlite3.Connection, many: int) -> None:
    connection.execute(
        f"{_NUMBERS} INSERT INTO official (id, language, name, preferences, notice_version, notice_seen_at)"  # noqa: S608
        " SELECT n, 'pl', 'Anna Nowak ' || n, :preferences, '1', 0 FROM number",
        {"many": many, "preferences": codec.dump(Preferences())},
    )


def _trainings(connection: sqlite3.Connection, extent: Extent) -> None:
    connection.execute(
        "INSERT INTO programme (name, timezone, entry) VALUES ('Szkolenia', 'Europe/Warsaw', ?)", (ENTRY,)
    )
    rows = [_training(number, extent) for number in range(1, extent.trainings + 1)]
    connection.executemany(
        "INSERT INTO training (programme_id, key, details, status, starts_at, ends_at, seats)"
        " VALUES (1, ?, ?, 'planned', ?, ?, NULL)",
        rows,
    )
    connection.execute("UPDATE programme_version SET version = version + 1")


def _training(number: int, extent: Extent) -> tuple[str, str, int | None, int | None]:
    """Return a training: those to come first by number, the others over, one a day before the other."""
    days = number if number <= extent.upcoming else extent.upcoming - number
    day = (NOW + days % 700 * DAY) if days > 0 else NOW + (days % 700 - 701) * DAY
    details = Details(
        title=f"Zamówienia publiczne w gminie, część {number}",
        start=Wall.parse(f"{day.date()}T09:00"),
        end=Wall.parse(f"{day.date()}T13:00"),
        summary="Jak opisać przedmiot zamówienia, jak liczyć terminy i o co pytają wykonawcy.",
        topics=("zamówienia publiczne", f"temat {number % 20}"),
        capacity=200,
    )
    start = day.replace(hour=7)
    return f"t{number}", codec.dump(details), micros(start), micros(start + timedelta(hours=4))


def _registrations(connection: sqlite3.Connection, extent: Extent) -> None:
    """Fill the rosters evenly, one seat a person and training; the rules on seats are put aside meanwhile."""
    rules = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'registration'"
    ).fetchall()
    for name, _ in rules:
        connection.execute(f"DROP TRIGGER {name}")
    a_training = max(1, extent.registrations // extent.trainings)
    connection.execute(
        f"{_NUMBERS} INSERT INTO registration (training_id, official_id, state, seat, confirmed)"  # noqa: S608
        " SELECT (n - 1) / :each + 1, (n - 1) * 37 % :people + 1, 'seated', (n - 1) % :each + 1, 0"
        " FROM number WHERE :many > 0",
        {"many": extent.registrations, "each": a_training, "people": extent.people},
    )
    connection.execute("UPDATE training SET seats = 200")
    for _, rule in rules:
        connection.execute(rule)
