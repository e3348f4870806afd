"""What commands share: settings and storage, opened with a plain sentence when they cannot be."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot.refusals import SettingsRefused
from bot.settings import Settings, load_settings
from domain.ports import Storage


class SystemClock:
    """The machine's clock."""

    @staticmethod
    def now() -> datetime:
        """Return the current instant in UTC."""
        return datetime.now(UTC)


def settings_from_environment(*, token: bool = True) -> Settings:
    """Return the settings, or raise `SettingsRefused`; without ``token``, its file may be somebody else's."""
    return load_settings(os.environ, token=token)


@asynccontextmanager
async def opened(settings: Settings, *, exclusive: bool = False, reading: bool = False) -> AsyncIterator[Storage]:
    """Open the database named by the settings and close it in the end; raise `SettingsRefused` when it is refused.

    ``reading`` leaves it as it is, and goes beside a bot that serves.
    """
    from storage.database import open_storage
    from storage.refusal import StorageRefused

    try:
        storage = await open_storage(settings.database, exclusive=exclusive, reading=reading)
    except StorageRefused as refused:
        raise SettingsRefused(str(refused)) from None
    try:
        yield storage
    except StorageRefused as refused:  # another instance has taken it
        raise SettingsRefused(str(refused)) from None
    finally:
        await storage.close()
