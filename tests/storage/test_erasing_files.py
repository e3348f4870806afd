"""Whoever is erased is in no byte of the files either."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.official import Official
from domain.ports import Storage
from storage.database import open_storage
from tests.storage.samples import NOW

NAME = "Zyta Erazmowska"


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    opened = await open_storage(f"sqlite:///{tmp_path / 'town.db'}")
    async with opened.transaction() as transaction:
        await transaction.officials.save(Official(4, name="Anna Nowak"))
        await transaction.officials.save(Official(5, name=NAME))
    yield opened
    await opened.close()


async def _erase(storage: Storage) -> None:
    async with storage.transaction() as transaction:
        await transaction.officials.erase(5)


def _holding(folder: Path, name: str) -> list[str]:
    return sorted(file.name for file in folder.glob("town.db*") if name.encode() in file.read_bytes())


async def test_erased_name_is_in_no_file(storage: Storage, tmp_path: Path) -> None:
    assert _holding(tmp_path, NAME) == ["town.db-wal"]
    await _erase(storage)
    assert _holding(tmp_path, NAME) == []
    assert _holding(tmp_path, "Anna Nowak") == ["town.db"]


async def test_erasure_rolled_back_leaves_the_files_alone(storage: Storage, tmp_path: Path) -> None:
    async def erase_and_fail() -> None:
        async with storage.transaction() as transaction:
            await transaction.officials.erase(5)
            raise LookupError

    with pytest.raises(LookupError):
        await erase_and_fail()
    assert _holding(tmp_path, NAME) == ["town.db-wal"]


async def test_purge_catches_up_on_a_log_that_a_reader_kept(storage: Storage, tmp_path: Path) -> None:
    async with storage.reading() as reading:
        assert await reading.officials.get(5) == Official(5, name=NAME)
        await _erase(storage)
        assert "town.db-wal" in _holding(tmp_path, NAME)
    await storage.purge(NOW)
    assert _holding(tmp_path, NAME) == []
