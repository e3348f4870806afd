"""The schema: the same on both engines, changed a step at a time, copied first, never turned back."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from storage import migrations, statements
from storage.database import StorageRefused, open_storage
from storage.postgres import prepare as prepare_postgres
from storage.sqlite_schema import prepare as prepare_sqlite
from tests.storage.samples import add_training, training

from .conftest import by_hand

STEP = "-- A note; with a semicolon.\nCREATE TABLE extra (id {integer} PRIMARY KEY){strict};\n"
SQLITE_STEP = STEP.format(integer="INTEGER", strict=" STRICT")
POSTGRES_STEP = STEP.format(integer="BIGINT", strict="")
BROKEN = "INSERT INTO extra (id) VALUES (1);\nINSERT INTO nowhere (id) VALUES (1);\n"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(tmp_path / "town.db", isolation_level=None)
    opened.row_factory = sqlite3.Row
    yield opened
    opened.close()


def _steps(folder: Path, engine: str, *steps: str) -> Path:
    """Lay the present steps and further ones into a folder."""
    folder.mkdir(exist_ok=True)
    known = sorted((migrations.FOLDER / engine).glob("*.sql"))
    for file in known:
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    for number, sql in enumerate(steps, len(known) + 1):
        (folder / f"{number:04}_extra.sql").write_text(sql, encoding="utf-8")
    return folder


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def _migrate(connection: sqlite3.Connection, file: Path, folder: Path) -> None:
    prepare_sqlite(connection, statements.load("sqlite", "sqlite3"), file, migrate=True, folder=folder)


def test_step_is_applied_once_and_the_database_copied_first(tmp_path: Path, connection: sqlite3.Connection) -> None:
    file, folder = tmp_path / "town.db", tmp_path / "steps"
    _migrate(connection, file, _steps(folder, "sqlite"))
    assert not list(tmp_path.glob("*.before-*"))
    connection.execute("INSERT INTO programme (name, timezone, entry) VALUES ('Program', 'UTC', '{}')")
    for _ in range(2):
        _migrate(connection, file, _steps(folder, "sqlite", SQLITE_STEP))
    assert "extra" in _tables(connection)
    (copy,) = tmp_path.glob("*.before-*")
    assert copy.name == f"town.db.before-{len(list(folder.iterdir())):04}"
    copied = sqlite3.connect(copy)
    assert "extra" not in _tables(copied)
    assert copied.execute("SELECT name FROM programme").fetchall() == [("Program",)]
    copied.close()


def test_step_that_fails_changes_nothing_and_can_be_tried_again(tmp_path: Path, connection: sqlite3.Connection) -> None:
    file, folder = tmp_path / "town.db", tmp_path / "steps"
    _migrate(connection, file, _steps(folder, "sqlite"))
    for _ in range(2):
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            _migrate(connection, file, _steps(folder, "sqlite", SQLITE_STEP + BROKEN))
        assert "extra" not in _tables(connection)
    _migrate(connection, file, _steps(folder, "sqlite", SQLITE_STEP))
    assert "extra" in _tables(connection)


async def test_postgres_steps_are_applied_once_or_not_at_all(tmp_path: Path, empty_postgres: str) -> None:
    queries = statements.load("postgres", "asyncpg")
    connection = await asyncpg.connect(empty_postgres)
    try:
        for _ in range(2):
            await prepare_postgres(connection, queries, migrate=True)
        broken = _steps(tmp_path, "postgres", POSTGRES_STEP + BROKEN)
        with pytest.raises(asyncpg.UndefinedTableError, match="nowhere"):
            await prepare_postgres(connection, queries, migrate=True, folder=broken)
        for _ in range(2):
            good = _steps(tmp_path, "postgres", POSTGRES_STEP)
            await prepare_postgres(connection, queries, migrate=True, folder=good)
        assert await connection.fetchval("SELECT COUNT(*) FROM extra") == 0
    finally:
        await connection.close()


async def test_database_of_a_newer_program_is_refused(lasting_url: str) -> None:
    storage = await open_storage(lasting_url)
    await by_hand(storage)("UPDATE schema_version SET version = 9999")
    await storage.close()
    with pytest.raises(StorageRefused, match=r"schema 9999 and this program knows \d+: run the newer program"):
        await open_storage(lasting_url)


async def test_older_database_is_refused_where_it_may_not_be_changed(lasting_url: str) -> None:
    with pytest.raises(StorageRefused, match=r"schema 0, not \d+: run `python -m bot migrate` first"):
        await open_storage(lasting_url, migrate=False)
    await (await open_storage(lasting_url)).close()
    storage = await open_storage(lasting_url, migrate=False)
    number = await add_training(storage)
    assert (await training(storage, number)).id == number
    await storage.close()


def test_engines_have_the_same_steps() -> None:
    names = [
        [file.name for file in sorted((migrations.FOLDER / engine).glob("*.sql"))] for engine in ("sqlite", "postgres")
    ]
    assert names[0] == names[1]
    assert [int(name[:4]) for name in names[0]] == list(range(1, len(names[0]) + 1))


def _plain(definition: str) -> str:
    """Return a definition without what the engines spell differently."""
    plain = re.sub(r"\s+", " ", definition.lower().replace('"', "").replace("::text", "").replace("::bigint", ""))
    plain = re.sub(r"using btree |public\.|if not exists ", "", plain)
    plain = re.sub(r"= any \(array\[(.*?)\]\)", r"in (\1)", plain)
    plain = re.sub(r"<> all \(array\[(.*?)\]\)", r"not in (\1)", plain)
    return re.sub(r"[ ()]", "", plain)


async def _sqlite_catalogue(url: str) -> dict[str, Any]:
    storage = await open_storage(url)
    hand = by_hand(storage)
    columns = await hand(
        'SELECT t.name, c.name, c.type, c."notnull" OR c.pk, c.dflt_value, c.pk > 0 FROM sqlite_schema AS t,'
        " pragma_table_info(t.name) AS c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
    )
    references = await hand(
        'SELECT t.name, f."from", f."table", f."to" FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f'
    )
    uniques = await hand(
        "SELECT t.name, (SELECT group_concat(name) FROM pragma_index_info(i.name))"
        " FROM sqlite_schema AS t, pragma_index_list(t.name) AS i WHERE i.origin = 'u'"
    )
    indexes = await hand("SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
    tables = await hand("SELECT sql FROM sqlite_schema WHERE type = 'table'")
    triggers = await hand("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger'")
    await storage.close()
    types = {"INTEGER": "bigint", "TEXT": "text"}
    return {
        "columns": {
            (table, column, types[kind], bool(needed), default, bool(key))
            for table, column, kind, needed, default, key in columns
        },
        "references": set(references),
        "uniques": set(uniques),
        "indexes": {_plain(sql) for (sql,) in indexes},
        "checks": set(re.findall(r"CONSTRAINT (\w+) CHECK", " ".join(sql for (sql,) in tables))),
        "triggers": set(triggers),
    }


async def _postgres_catalogue(url: str) -> dict[str, Any]:
    storage = await open_storage(url)
    hand = by_hand(storage)
    columns = await hand(
        "SELECT c.table_name, c.column_name, c.data_type, c.is_nullable = 'NO', c.column_default,"
        " k.column_name IS NOT NULL"
        " FROM information_schema.columns AS c LEFT JOIN (information_schema.key_column_usage AS k JOIN"
        " information_schema.table_constraints AS p ON p.constraint_name = k.constraint_name"
        " AND p.table_name = k.table_name AND p.constraint_type = 'PRIMARY KEY')"
        " ON k.table_name = c.table_name AND k.column_name = c.column_name WHERE c.table_schema = 'public'"
    )
    constraints = await hand(
        "SELECT conrelid::regclass::text, contype::text, conname::text, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE connamespace = 'public'::regnamespace"
    )
    indexes = await hand(
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        " AND indexname NOT IN (SELECT conname FROM pg_constraint)"
    )
    triggers = await hand("SELECT tgname::text, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
    await storage.close()
    return {
        "columns": {(*column[:4], column[4] and column[4].removesuffix("::text"), column[5]) for column in columns},
        "references": {
            (table, *found.groups())
            for table, kind, _, text in constraints
            if kind == "f" and (found := re.search(r"KEY \((\w+)\) REFERENCES (\w+)\((\w+)\)", text))
        },
        "uniques": {
            (table, text.removeprefix("UNIQUE (").removesuffix(")").replace(" ", ""))
            for table, kind, _, text in constraints
            if kind == "u"
        },
        "indexes": {_plain(sql) for (sql,) in indexes},
        "checks": {name for _, kind, name, _ in constraints if kind == "c" and not name.endswith("_check")},
        "triggers": set(triggers),
    }


@pytest.mark.parametrize("part", ["columns", "references", "uniques", "indexes", "checks", "triggers"])
async def test_engines_have_the_same_schema(tmp_path: Path, empty_postgres: str, part: str) -> None:
    sqlite = await _sqlite_catalogue(f"sqlite:///{tmp_path}/town.db")
    postgres = await _postgres_catalogue(empty_postgres)
    assert sqlite[part]
    assert sqlite[part] == postgres[part]


def _checks(engine: str) -> dict[str, str]:
    script = " ".join(file.read_text(encoding="utf-8") for file in sorted((migrations.FOLDER / engine).glob("*.sql")))
    return {
        name: " ".join(rule.split())
        for name, rule in re.findall(r"CONSTRAINT (\w+) CHECK \((.*?)\)(?:,\n|\n\)|;\n)", script, re.DOTALL)
    }


def test_engines_check_the_same_rules() -> None:
    assert _checks("sqlite") == _checks("postgres")
    assert len(_checks("sqlite")) > 15


ENTRIES = {
    1: '{"faq": [{"id": "b", "q": "Czy „obiad”?", "a": "Tak.\\nO 13."}, {"id": "a", "q": "Kto?", "a": "My."}]}',
    2: '{"faq": null}',
    3: "{}",
    4: '{"faq": []}',
}
BROUGHT = [(1, "b", "Czy „obiad”?", "Tak.\nO 13.", "file", 0), (1, "a", "Kto?", "My.", "file", 1)]
BROUGHT_OVER = "SELECT programme_id, key, question, answer, origin, position FROM faq ORDER BY id"


def _first_step(folder: Path, engine: str) -> Path:
    return _steps_before(folder, engine, "questions")


def _steps_before(folder: Path, engine: str, name: str) -> Path:
    """Lay the steps before the one of this name into a folder."""
    folder.mkdir()
    for file in sorted((migrations.FOLDER / engine).glob("*.sql")):
        if file.stem[5:] == name:
            break
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def _programmes() -> str:
    rows = ", ".join(f"({number}, 'P{number}', 'UTC', '{entry}')" for number, entry in ENTRIES.items())
    return f"INSERT INTO programme (id, name, timezone, entry) VALUES {rows}"  # noqa: S608 - our own rows


def test_frequent_questions_imported_before_are_brought_over(tmp_path: Path, connection: sqlite3.Connection) -> None:
    file = tmp_path / "town.db"
    _migrate(connection, file, _first_step(tmp_path / "first", "sqlite"))
    connection.execute(_programmes())
    _migrate(connection, file, migrations.FOLDER / "sqlite")
    assert [tuple(row) for row in connection.execute(BROUGHT_OVER)] == BROUGHT


async def test_frequent_questions_are_brought_over_on_postgres(tmp_path: Path, empty_postgres: str) -> None:
    queries = statements.load("postgres", "asyncpg")
    connection = await asyncpg.connect(empty_postgres)
    try:
        await prepare_postgres(connection, queries, migrate=True, folder=_first_step(tmp_path / "first", "postgres"))
        await connection.execute(_programmes())
        await prepare_postgres(connection, queries, migrate=True)
        assert [tuple(row) for row in await connection.fetch(BROUGHT_OVER)] == BROUGHT
    finally:
        await connection.close()


SENT = (
    "INSERT INTO programme (name, timezone, entry) VALUES ('P', 'UTC', '{}')",
    (
        "INSERT INTO broadcast (programme_id, made_at, state, audience, people, begun_at, ended_at)"
        " VALUES (1, 1, 'done', 'everyone', 3, 1, 1)"
    ),
    "INSERT INTO broadcast (programme_id, made_at) VALUES (1, 1)",
    "INSERT INTO notice (kind, official_id, key, args, due_at, broadcast_id) VALUES ('message', 1, 'k', '{}', 1, 1)",
)
ERASED = "SELECT erased FROM broadcast ORDER BY id"


def test_who_was_erased_from_a_message_before_is_counted(tmp_path: Path, connection: sqlite3.Connection) -> None:
    file = tmp_path / "town.db"
    _migrate(connection, file, _steps_before(tmp_path / "before", "sqlite", "watching"))
    for statement in SENT:
        connection.execute(statement)
    _migrate(connection, file, migrations.FOLDER / "sqlite")
    assert [tuple(row) for row in connection.execute(ERASED)] == [(2,), (0,)]


async def test_who_was_erased_from_a_message_before_is_counted_on_postgres(tmp_path: Path, empty_postgres: str) -> None:
    queries = statements.load("postgres", "asyncpg")
    connection = await asyncpg.connect(empty_postgres)
    try:
        before = _steps_before(tmp_path / "before", "postgres", "watching")
        await prepare_postgres(connection, queries, migrate=True, folder=before)
        for statement in SENT:
            await connection.execute(statement)
        await prepare_postgres(connection, queries, migrate=True)
        assert [tuple(row) for row in await connection.fetch(ERASED)] == [(2,), (0,)]
    finally:
        await connection.close()
