import os
import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from storage.database import StorageRefused, open_storage
from storage.postgres import PostgresStorage
from storage.sqlite import SqliteStorage
from storage.sqlite_schema import PRAGMAS
from storage.vitals import heartbeats
from tests.storage.samples import add_training


async def _refusal(url: str, *, exclusive: bool = False, migrate: bool = True, reading: bool = False) -> str:
    with pytest.raises(StorageRefused) as refused:
        await open_storage(url, exclusive=exclusive, migrate=migrate, reading=reading)
    return str(refused.value)


def _modes(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


@pytest.mark.parametrize("url", ["", "sqlite:///", "mysql://localhost/town", "town.db"])
async def test_unknown_address_is_refused(url: str) -> None:
    assert await _refusal(url) == (
        "The address of the database must begin with sqlite:/// and a path, or with postgresql://."
    )


async def test_relative_path_is_taken_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    await (await open_storage("sqlite:///town.db")).close()
    assert "town.db" in _modes(tmp_path)


async def test_file_is_its_owners_alone(tmp_path: Path) -> None:
    storage = await open_storage(f"sqlite:///{tmp_path}/town.db", exclusive=True)
    await add_training(storage)
    modes = _modes(tmp_path)
    await storage.close()
    assert modes == dict.fromkeys(("town.db", "town.db-shm", "town.db-wal", "town.db.lock"), 0o600)


async def test_missing_folder_is_named(tmp_path: Path) -> None:
    assert await _refusal(f"sqlite:///{tmp_path}/nowhere/town.db") == (
        f"The database {tmp_path}/nowhere/town.db cannot be used: the folder {tmp_path}/nowhere does not exist."
    )


async def test_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert await _refusal(f"sqlite:///{tmp_path}/{'x' * 300}") == (
        f"The database {tmp_path}/{'x' * 300} cannot be used: File name too long."
    )


async def test_missing_driver_of_postgresql_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "storage.postgres")
    monkeypatch.delitem(sys.modules, "storage.postgres_session")
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    assert await _refusal("postgresql://127.0.0.1/town") == (
        "PostgreSQL needs its driver: pip install 'terminarz[postgres]'."
    )


async def test_pipe_is_no_database(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for reading in (False, True):
        refusal = await _refusal(f"sqlite:///{pipe}", reading=reading)
        assert refusal == f"The database {pipe} cannot be used: it is no file: name another one."
    with pytest.raises(StorageRefused, match="it is no file"):
        await heartbeats(f"sqlite:///{pipe}")


async def test_folder_is_no_database(tmp_path: Path) -> None:
    assert (
        await _refusal(f"sqlite:///{tmp_path}")
        == f"The database {tmp_path} cannot be used: it is a folder: name a file in it."
    )


async def test_file_that_cannot_be_written_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Permissions do not bind root, under which tests may run; SQLite's answer is the same.
    monkeypatch.setattr("storage.sqlite_schema.PRAGMAS", ("PRAGMA query_only = ON",))
    assert await _refusal(f"sqlite:///{tmp_path}/town.db") == (
        f"The database {tmp_path}/town.db cannot be used:"
        " it cannot be written: check the permissions of the file and of its folder."
    )


async def test_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Szanowni Państwo, " * 100, encoding="utf-8")
    before = file.read_bytes()
    assert await _refusal(f"sqlite:///{file}") == (
        f"The database {file} cannot be used: it is not a database: name another file."
    )
    assert file.read_bytes() == before


async def test_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "town.db"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    assert "another program's database" in await _refusal(f"sqlite:///{file}")
    with closing(sqlite3.connect(file)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipe",)]


async def test_damaged_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "town.db"
    storage = await open_storage(f"sqlite:///{file}")
    await add_training(storage)
    await storage.close()
    with file.open("r+b") as opened:
        opened.seek(4096 * 2)
        opened.write(b"\xff" * 4096 * 4)
    assert "damaged" in await _refusal(f"sqlite:///{file}")


async def test_database_that_another_program_locks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.sqlite_schema.PRAGMAS", ("PRAGMA busy_timeout = 10",))
    file = tmp_path / "town.db"
    other = sqlite3.connect(file)
    try:
        other.execute("BEGIN EXCLUSIVE")
        assert "another program keeps it locked" in await _refusal(f"sqlite:///{file}")
    finally:
        other.close()


async def test_writing_fails_while_another_program_locks_the_file_and_works_again_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.sqlite_schema.PRAGMAS", (*PRAGMAS, "PRAGMA busy_timeout = 10"))
    storage = await open_storage(f"sqlite:///{tmp_path}/town.db")
    other = sqlite3.connect(tmp_path / "town.db", isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked") as raised:
            await add_training(storage)
        assert storage.to_blame(raised.value)
        other.execute("ROLLBACK")
        assert await add_training(storage) == 1
    finally:
        other.close()
        await storage.close()


async def test_full_disk_is_the_storages_fault_and_a_broken_rule_is_not(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "town.db")) as connection:
        connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(sqlite3.OperationalError, match="full") as full:
            connection.execute("CREATE TABLE official (id NOT NULL)")
        connection.execute("PRAGMA max_page_count = 100")
        connection.execute("CREATE TABLE official (id NOT NULL)")
        with pytest.raises(sqlite3.IntegrityError) as broken:
            connection.execute("INSERT INTO official VALUES (NULL)")
    blamed = [SqliteStorage.to_blame(error) for error in (full.value, broken.value, ValueError())]
    assert blamed == [True, False, False]


@pytest.mark.parametrize(
    ("error", "blamed"),
    [
        (ConnectionRefusedError(), True),
        (asyncpg.ConnectionDoesNotExistError(), True),
        (asyncpg.CannotConnectNowError(), True),
        (asyncpg.DiskFullError(), True),
        (asyncpg.InterfaceError("connection is closed"), True),
        (asyncpg.UniqueViolationError(), False),
        (asyncpg.InterfaceError("invalid input"), False),
        (TimeoutError(), False),
    ],
    ids=repr,
)
def test_server_out_of_reach_is_the_storages_fault(error: Exception, *, blamed: bool) -> None:
    assert PostgresStorage.to_blame(error) is blamed


async def test_emptied_database_is_refused_until_it_is_removed(tmp_path: Path) -> None:
    file = tmp_path / "town.db"
    await (await open_storage(f"sqlite:///{file}", exclusive=True)).close()
    file.write_bytes(b"")
    assert await _refusal(f"sqlite:///{file}") == (
        f"The database {file} cannot be used: it has been emptied: remove it to begin anew, or restore a copy."
    )
    file.unlink()
    await (await open_storage(f"sqlite:///{file}", exclusive=True)).close()


async def test_newest_good_copy_of_a_damaged_database_is_named(tmp_path: Path) -> None:
    file = tmp_path / "town.db"
    await (await open_storage(f"sqlite:///{file}", exclusive=True)).close()
    for number, step in enumerate(("0002", "0003", "0004")):
        shutil.copy(file, copy := file.with_name(f"town.db.before-{step}"))
        os.utime(copy, (number, number))
    file.write_bytes(b"\xff" * file.stat().st_size)
    file.with_name("town.db.before-0004").write_bytes(b"")
    assert await _refusal(f"sqlite:///{file}") == (
        f"The database {file} cannot be used: it is damaged:"
        " restore a copy; town.db.before-0003 beside it is the newest good one."
    )


async def test_closing_twice_is_closing_once(lasting_url: str) -> None:
    storage = await open_storage(lasting_url, exclusive=True)
    await storage.close()
    await storage.close()
    await (await open_storage(lasting_url, exclusive=True)).close()


async def test_second_instance_is_refused_until_the_first_one_ends(lasting_url: str) -> None:
    first = await open_storage(lasting_url, exclusive=True)
    try:
        assert "another instance of the bot already runs on it: stop that one first." in await _refusal(
            lasting_url, exclusive=True
        )
        beside = await open_storage(lasting_url)
        await add_training(beside)
        await beside.close()
    finally:
        await first.close()
    await (await open_storage(lasting_url, exclusive=True)).close()


async def test_refused_opening_gives_the_lock_back(tmp_path: Path) -> None:
    file = tmp_path / "town.db"
    file.write_text("not a database" * 100, encoding="utf-8")
    await _refusal(f"sqlite:///{file}", exclusive=True)
    file.unlink()
    await (await open_storage(f"sqlite:///{file}", exclusive=True)).close()


async def test_server_that_cannot_be_reached_is_refused_without_its_password() -> None:
    refusal = await _refusal("postgresql://anna:tajne@127.0.0.1:1/town")
    assert refusal == "The database server cannot be reached: check its address, and that it runs."


async def test_wrong_server_address_is_refused_without_its_password() -> None:
    refusal = await _refusal("postgresql://anna:tajne@127.0.0.1:port/town")
    assert refusal == "The address of the database is wrong: postgresql://user:password@host/name."


async def test_unknown_database_of_a_server_is_refused(empty_postgres: str) -> None:
    refusal = await _refusal(empty_postgres.replace("/town", "/village", 1))
    assert refusal.startswith('The database cannot be used: database "village')
