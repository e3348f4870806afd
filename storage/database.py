"""Opening the memory by its address."""

from domain.ports import Storage
from storage.refusal import StorageRefused
from storage.sqlite import open_sqlite, open_sqlite_for_reading

__all__ = ["StorageRefused", "open_storage"]

_SQLITE = "sqlite:///"
_POSTGRES = ("postgresql://", "postgres://")


async def open_storage(url: str, *, exclusive: bool = False, migrate: bool = True, reading: bool = False) -> Storage:
    """Open ``sqlite:///relative.db``, ``sqlite:////absolute.db``, ``sqlite:///:memory:`` or ``postgresql://…``.

    ``exclusive`` holds the database for one instance of the bot; ``migrate`` lets the schema be brought up to date;
    ``reading`` opens what is there beside anybody and leaves it as it is. Raises ``StorageRefused``.
    """
    if url.startswith(_SQLITE) and len(url) > len(_SQLITE):
        if reading:
            return await open_sqlite_for_reading(url.removeprefix(_SQLITE))
        return await open_sqlite(url.removeprefix(_SQLITE), exclusive=exclusive, migrate=migrate)
    if url.startswith(_POSTGRES):
        try:
            from storage.postgres import (  # noqa: PLC0415 - its driver is an extra that few install
                open_postgres,
                open_postgres_for_reading,
            )
        except ModuleNotFoundError:
            raise StorageRefused("PostgreSQL needs its driver: pip install 'terminarz[postgres]'.") from None
        if reading:
            return await open_postgres_for_reading(url)
        return await open_postgres(url, exclusive=exclusive, migrate=migrate)
    raise StorageRefused("The address of the database must begin with sqlite:/// and a path, or with postgresql://.")
